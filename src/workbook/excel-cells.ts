import type { CellValue } from "./workbook";

/** Cells in one message: well below the five megabytes that Excel on the web takes. */
const cellsPerMessage = 20_000;

/** First row and number of rows of each portion of a long range. */
export function portions(rowCount: number, columnCount: number): { start: number; count: number }[] {
  const rows = Math.max(1, Math.floor(cellsPerMessage / Math.max(1, columnCount)));
  const parts: { start: number; count: number }[] = [];
  for (let start = 0; start < rowCount; start += rows)
    parts.push({ start, count: Math.min(rows, rowCount - start) });
  return parts;
}

/** Text that Excel would take for a number, a date, a logical value or a formula: its cell must be formatted as text first. */
export function readsOtherwise(value: CellValue): boolean {
  if (typeof value !== "string" || value === "") return false;
  return /^[\s'=+\-@]|^[\d.,$€£(]|^(true|false)$|^[a-z]{3,9}[\s-]\d/i.test(value);
}

/** Splits the address of several areas; commas inside quoted sheet names stay. */
export function splitAreas(address: string): string[] {
  return (address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((area) => area.trim());
}
