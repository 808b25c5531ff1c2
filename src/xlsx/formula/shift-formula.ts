import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, parseCell } from "../a1";
import { joinTokens, tokenize, type Token } from "./formula-tokens";

/**
 * A formula as it reads when copied `rows` down and `columns` to the right: relative references move, absolute ones
 * stay. Shared formulas are stored once for a block of cells and mean exactly this (ECMA-376 part 1, 18.3.1.40).
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const tokens = tokenize(formula);
  return joinTokens(tokens.map((token, i) => ({ ...token, text: shifted(tokens, i, token, rows, columns) })));
}

function shifted(tokens: readonly Token[], i: number, token: Token, rows: number, columns: number): string {
  const { kind, text } = token;
  const next = tokens[i + 1];
  if (kind === "number" || /^\$\d+$/.test(text))
    return besideColon(tokens, i, /^\$?\d+$/) ? shiftRow(text, rows) : text;
  if (kind !== "word" || next?.text === "(" || next?.kind === "bracket") return text;
  if (parseCell(text)) {
    const [, column, row] = /^(\$?[A-Za-z]+)(\$?\d+)$/.exec(text)!;
    return shiftColumn(column!, columns) + shiftRow(row!, rows);
  }
  return /^\$?[A-Za-z]{1,3}$/.test(text) && besideColon(tokens, i, /^\$?[A-Za-z]{1,3}$/)
    ? shiftColumn(text, columns)
    : text;
}

/** Whole rows and columns come in pairs: 1:3, $A:C. */
function besideColon(tokens: readonly Token[], i: number, pattern: RegExp): boolean {
  const paired = (step: number) =>
    tokens[i + step]?.text === ":" && pattern.test(tokens[i + 2 * step]?.text ?? "");
  return pattern.test(tokens[i]!.text) && (paired(1) || paired(-1));
}

function shiftColumn(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  return columnName(wrap(columnIndex(text) + by, MAX_COLUMNS));
}

function shiftRow(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  return String(wrap(Number(text) - 1 + by, MAX_ROWS) + 1);
}

/** Excel counts on from the other edge of the sheet. */
function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
