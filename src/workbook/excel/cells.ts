import type { CellValue } from "../workbook";

/** Text that Excel would take for a number, a date, a logical value or a formula. A word with a number behind it may be a month. */
const readsOtherwise =
  /^[\s=+\-@.,$€£¥(\d]|^(true|false)$|^\p{L}{3,10}\.?[\s\-/,]*\d[\d\s\-/,:.]*(am|pm)?$/iu;
const general = "General";
const textFormat = "@";

/** The number format a cell needs to hold the value as it is, so that item code 007 stays text; null where its own will do. */
export function formatFor(value: CellValue, current: string): string | null {
  if (typeof value === "string" && readsOtherwise.test(value))
    return current === textFormat ? null : textFormat;
  // A text cell would turn a number into text, and show an apostrophe that Excel elsewhere takes as a mark of text.
  const strange = typeof value !== "string" || value.startsWith("'");
  return strange && current === textFormat ? general : null;
}

/** What to write so that the cell, with the format above, holds the value. */
export function entryFor(value: CellValue): CellValue {
  return typeof value === "string" && value.startsWith("'") ? `'${value}` : value;
}

/**
 * What to write so that a cell which is not formatted as text holds the value. A lone apostrophe is an empty text, where a blank would
 * be something else to COUNTA and ISBLANK.
 */
export function asConstant(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  return value === "" || value.startsWith("'") || readsOtherwise.test(value) ? `'${value}` : value;
}

/** What to write to put a cell back: its formula, or its value; text in a cell of another format keeps its mark. */
export function restoredEntry(formula: CellValue, format: string): CellValue {
  const text = typeof formula === "string" && !/^=./s.test(formula) && format !== textFormat;
  return text && (readsOtherwise.test(formula) || formula.startsWith("'")) ? `'${formula}` : formula;
}

export interface Portion {
  readonly start: number;
  readonly count: number;
}

/** Rows of a large range that travel together: so many cells that five megabytes hold them unless their texts are very long. */
const cellsPerMessage = 20_000;
/** Characters that one message may write; Excel on the web takes five megabytes, marks and escapes included. */
const charactersPerMessage = 1_000_000;

export function portions(rowCount: number, columnCount: number): Portion[] {
  const rows = Math.max(1, Math.floor(cellsPerMessage / Math.max(1, columnCount)));
  const parts: Portion[] = [];
  for (let start = 0; start < rowCount; start += rows) {
    parts.push({ start, count: Math.min(rows, rowCount - start) });
  }
  return parts;
}

/** Portions of rows to write: by their number, and by the length of their texts. */
export function portionsOf(rows: readonly (readonly CellValue[])[]): Portion[] {
  const width = Math.max(1, rows[0]?.length ?? 1);
  const parts: Portion[] = [];
  let [start, characters] = [0, 0];
  rows.forEach((cells, r) => {
    const length = cells.reduce<number>((sum, value) => sum + String(value).length, 0);
    const full = (r + 1 - start) * width > cellsPerMessage || characters + length > charactersPerMessage;
    if (full && r > start) {
      parts.push({ start, count: r - start });
      [start, characters] = [r, 0];
    }
    characters += length;
  });
  if (rows.length > start) parts.push({ start, count: rows.length - start });
  return parts;
}
