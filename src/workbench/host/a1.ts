import type { HostRange, HostSheet } from "./host-workbook";
import { invalidArgument, itemNotFound } from "./rich-api/protocol";

export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A range without its sheet, whole columns and rows in short, as Excel writes it. */
export function localAddress({ row, column, rows, columns }: HostRange): string {
  if (rows >= sheetRows) return `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (columns >= sheetColumns) return `${row + 1}:${row + rows}`;
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

export function address(sheets: readonly HostSheet[], range: HostRange): string {
  const name = sheets.find(({ id }) => id === range.sheetId)?.name ?? "";
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return `${plain ? name : `'${name.replace(/'/g, "''")}'`}!${localAddress(range)}`;
}

/** Parses A1, $B$2:C5, A:C, 2:7, each with an optional sheet; `sheetId` is where an address without a sheet lies. */
export function parseAddress(sheets: readonly HostSheet[], text: string, sheetId: string): HostRange {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/.exec(text.trim());
  if (match === null) throw invalidArgument();
  const [, quoted, bare, cells] = match;
  const sheetName = quoted?.replace(/''/g, "'") ?? bare;
  const sheet =
    sheetName === undefined
      ? sheetId
      : sheets.find(({ name }) => name.toLowerCase() === sheetName.toLowerCase())?.id;
  if (sheet === undefined) throw itemNotFound();
  const [from, to = from] = cells.replace(/\$/g, "").split(":");
  const first = corner(from);
  const last = corner(to);
  const rows = bounds(first.row, last.row, sheetRows);
  const columns = bounds(first.column, last.column, sheetColumns);
  return { sheetId: sheet, row: rows.start, rows: rows.count, column: columns.start, columns: columns.count };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function corner(text: string): Corner {
  const match = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(text);
  if (match === null || text === "") throw invalidArgument();
  const [, letters, digits] = match;
  return {
    ...(letters === undefined ? {} : { column: columnIndex(letters) }),
    ...(digits === undefined ? {} : { row: Number(digits) - 1 }),
  };
}

function bounds(
  first: number | undefined,
  last: number | undefined,
  all: number,
): { start: number; count: number } {
  if (first === undefined || last === undefined) return { start: 0, count: all };
  if (Math.min(first, last) < 0 || Math.max(first, last) >= all) throw invalidArgument();
  return { start: Math.min(first, last), count: Math.abs(last - first) + 1 };
}
