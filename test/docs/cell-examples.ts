import { CellError } from "../../src/functions/cell-error";
import { call } from "../functions/call";

type Value = number | string | boolean | readonly (readonly (number | string | boolean)[])[];

/** Reads what stands in a cell: constants, array constants, calls. Enough for the document, not for Excel at large. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  static read(text: string): Value {
    const reader = new Reader(text);
    const value = reader.value();
    if (reader.at !== text.length) throw new Error(`cannot read on from ${text.slice(reader.at)}`);
    return value;
  }

  private value(): Value {
    if (this.skip("{")) return this.array();
    const name = this.match(/[A-Z][A-Z.]*(?=\()/y);
    if (name === undefined) return this.constant();
    this.at++;
    const args: Value[] = [];
    while (!this.skip(")")) {
      args.push(this.value());
      this.skip(",");
    }
    const rows = call(name, ...args);
    return (rows.length === 1 && rows[0].length === 1 ? rows[0][0] : rows) as Value;
  }

  private array(): Value {
    const rows: (number | string | boolean)[][] = [[]];
    while (!this.skip("}")) {
      rows[rows.length - 1].push(this.constant());
      if (this.skip(";")) rows.push([]);
      else this.skip(",");
    }
    return rows;
  }

  private constant(): number | string | boolean {
    const found = this.match(/"[^"]*"|TRUE|FALSE|#N\/A|-?\d+(?:\.\d+)?/y);
    if (found === undefined) throw new Error(`cannot read ${this.text.slice(this.at)}`);
    if (found.startsWith('"')) return found.slice(1, -1);
    if (found === "TRUE" || found === "FALSE") return found === "TRUE";
    return found === "#N/A" ? found : Number(found);
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }
}

/** Lines of the blocks marked text. */
export const exampleLines = (doc: string): string[] =>
  [...doc.matchAll(/```text\n([^`]*)```/g)].flatMap(([, block]) => block.trim().split("\n"));

/** Each formula of the document and what stands under it. */
export function examplesOf(doc: string): (readonly [formula: string, shown: string])[] {
  const lines = exampleLines(doc);
  return lines.flatMap((line, i) => (line.startsWith("=") ? [[line, lines[i + 1]] as const] : []));
}

/** The formula gives what the document shows; money and other numbers to half a cent. */
export function checkExample(formula: string, shown: string): void {
  const answer = Reader.read(formula.slice(1));
  if (shown.startsWith("#")) {
    const error = answer as unknown as CellError;
    expect(`${error.code} ${error.message}`).toBe(shown);
    return;
  }
  const expected = [Reader.read(shown)].flat(2);
  const cells = [answer as unknown].flat(2);
  expect(cells).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    const cell = cells[i];
    if (typeof value === "number") expect(Math.abs((cell as number) - value)).toBeLessThanOrEqual(0.005);
    else expect(cell instanceof CellError ? cell.code : cell).toBe(value);
  });
}
