import { isFunctionAt, joinTokens, tokenize, type Token } from "../xlsx/formula/formula-tokens";
import { sheetName } from "./sheet-references";
import { resolveStructured, type FormulaPlace, type TableShape } from "./structured-references";

/** A name of the name manager. */
export interface NamedFormula {
  readonly name: string;
  /** The sheet it belongs to; undefined for the whole workbook. */
  readonly sheet?: string;
  /** With "=". */
  readonly refersTo: string;
}

/** What the words of a formula may mean. All keys in lower case. */
export interface Surroundings {
  readonly tables: ReadonlyMap<string, TableShape>;
  readonly names: ReadonlyMap<string, readonly NamedFormula[]>;
  /** As they are called, capitals and all. */
  readonly sheets: ReadonlyMap<string, string>;
}

export class FormulaRefused extends Error {}

const referenceKinds = new Set(["word", "sheet", "bracket"]);

/** Translates the definition of a name, which may use names itself. */
type Expand = (definition: readonly Token[]) => Token[];

export function surroundingsOf(
  tables: readonly TableShape[],
  names: readonly NamedFormula[],
  sheets: readonly string[],
): Surroundings {
  const byName = new Map<string, NamedFormula[]>();
  for (const named of names) {
    const key = named.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), named]);
  }
  return {
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), table])),
    names: byName,
    sheets: new Map(sheets.map((sheet) => [sheet.toLowerCase(), sheet])),
  };
}

/** Tables, columns and defined names replaced by what they stand for, except where LET or LAMBDA uses the word. */
export function replaceNames(
  tokens: readonly Token[],
  parameters: ReadonlyMap<number, string>,
  place: FormulaPlace,
  surroundings: Surroundings,
  expand: Expand,
): Token[] {
  const { tables } = surroundings;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const before = out[out.length - 1];
    if (parameters.has(i)) out.push(token);
    else if (token.kind === "word") {
      const call = isFunctionAt(tokens, i);
      const table = call ? undefined : tables.get(token.text.toLowerCase());
      const next = tokens[i + 1];
      if (table !== undefined) {
        if (before?.kind === "sheet") out.pop();
        out.push(word(resolveStructured(table, next?.kind === "bracket" ? next.text : "[]", place)));
        if (next?.kind === "bracket") i++;
        continue;
      }
      const named = definition(token.text, before, place, surroundings);
      if (named === undefined) out.push(token);
      else {
        if (before?.kind === "sheet") out.pop();
        out.push(word(inlined(named, call, expand)));
      }
    } else if (token.kind === "bracket" && before?.kind !== "word") {
      const table = tableAround(place, tables);
      out.push(word(table === undefined ? "#VALUE!" : resolveStructured(table, token.text, place)));
    } else out.push(token);
  }
  return out;
}

function word(text: string): Token {
  return { kind: "word", text };
}

/** The name of the formula's own sheet, or of the sheet written before it, goes before the workbook's. */
function definition(
  text: string,
  before: Token | undefined,
  place: FormulaPlace,
  { names }: Surroundings,
): NamedFormula | undefined {
  const candidates = names.get(text.toLowerCase());
  if (candidates === undefined) return undefined;
  const sheet = before?.kind === "sheet" ? sheetName(before.text) : place.sheet;
  return (
    candidates.find((named) => named.sheet?.toLowerCase() === sheet.toLowerCase()) ??
    candidates.find((named) => named.sheet === undefined)
  );
}

function inlined(named: NamedFormula, call: boolean, expand: Expand): string {
  const tokens = tokenize(named.refersTo.replace(/^=/, ""));
  const text = joinTokens(expand(tokens));
  const isReference = tokens.every(({ kind, text }) => referenceKinds.has(kind) || text === ":");
  return call || isReference ? text : `(${text})`;
}

function tableAround(place: FormulaPlace, tables: ReadonlyMap<string, TableShape>): TableShape | undefined {
  for (const table of tables.values()) {
    const inside =
      table.sheet === place.sheet &&
      place.row >= table.row &&
      place.row < table.row + table.rows &&
      place.column >= table.column &&
      place.column < table.column + table.columns.length;
    if (inside) return table;
  }
  return undefined;
}
