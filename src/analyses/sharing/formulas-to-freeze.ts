import { addressOf, parseAddress } from "../../workbook/range-address";
import type { FormulaCell, WorkbookFormulas } from "../../workbook/workbook";

export interface ChosenFormula extends FormulaCell {
  readonly reason: string;
}

interface Scanned {
  readonly text: string;
  readonly usesOurs: boolean;
  /** Words that may be defined names, in small letters. */
  readonly words: ReadonlySet<string>;
  /** What stands before a "#": cells with their sheet, or names in small letters. */
  readonly spills: readonly string[];
}

/**
 * The formulas that mean nothing without the add-in: those that call its functions, by themselves or through a defined name, and those
 * that read the spilled answer of such a formula as A1#, which is no spill any more once its formula is a value.
 */
export function formulasToFreeze(
  { cells, names }: WorkbookFormulas,
  usesOurs: (formula: string) => boolean,
): ChosenFormula[] {
  const scan = (text: string, sheet = ""): Scanned => ({
    text,
    usesOurs: usesOurs(text),
    ...parts(text, sheet),
  });
  const byName = names.map(({ name, formula }) => ({ name: name.toLowerCase(), ...scan(formula) }));
  const byCell = cells.map((cell) => ({
    cell,
    key: keyOf(cell.address),
    ...scan(cell.formula, parseAddress(cell.address).sheet),
  }));
  const pointsAt = new Map(byName.map(({ name, text }) => [name, cellKey(text)]));
  const chosen = new Map<string, string>();
  const tainted = new Map<string, string>();
  const reasonFor = ({ usesOurs: ours, words, spills }: Scanned): string | undefined => {
    if (ours) return "uses a function of Stockbook";
    const name = [...words].find((word) => tainted.has(word));
    if (name !== undefined) return `uses the name ${name}`;
    const spill = spills.map((one) => pointsAt.get(one) ?? one).find((one) => chosen.has(one));
    return spill === undefined ? undefined : `reads the spilled answer ${spill.replace(/\$/g, "")}#`;
  };
  for (let before = -1; before !== chosen.size + tainted.size;) {
    before = chosen.size + tainted.size;
    for (const one of byName) {
      const reason = tainted.has(one.name) ? undefined : reasonFor(one);
      if (reason !== undefined) tainted.set(one.name, reason);
    }
    for (const one of byCell) {
      const reason = chosen.has(one.key) ? undefined : reasonFor(one);
      if (reason !== undefined) chosen.set(one.key, reason);
    }
  }
  return byCell.flatMap(({ cell, key }) => {
    const reason = chosen.get(key);
    return reason === undefined ? [] : [{ ...cell, reason }];
  });
}

const texts = /"(?:[^"]|"")*"/g;
const spilled =
  /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}|[\p{L}_\\][\p{L}\p{N}_.\\]*)#(?![\p{L}/])/gu;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;

function parts(formula: string, sheet: string): Pick<Scanned, "words" | "spills"> {
  const bare = formula.replace(texts, '""');
  const spills = [...bare.matchAll(spilled)].map(([, on = "", what]) => {
    const cell = cellKey(`=${on}${what}`, sheet);
    return cell ?? what.toLowerCase();
  });
  return { words: new Set([...bare.matchAll(word)].map(([text]) => text.toLowerCase())), spills };
}

/** The one cell that a formula such as =Plan!$B$7 stands for. */
function cellKey(formula: string, sheet?: string): string | undefined {
  const [, cell] = /^=((?:(?:'(?:[^']|'')+'|[^'!]+)!)?\$?[A-Za-z]{1,3}\$?\d{1,7})$/.exec(formula) ?? [];
  if (cell === undefined) return undefined;
  const parsed = parseAddress(cell);
  return keyOf(addressOf({ ...parsed, sheet: parsed.sheet ?? sheet }));
}

function keyOf(address: string): string {
  return address.toLowerCase();
}
