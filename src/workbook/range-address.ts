import { noCells } from "./table-checks";

/** A rectangle of cells, rows and columns counted from 0. */
export interface Rectangle {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  return (
    [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

export function sheetPrefix(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet)
    ? `${sheet}!`
    : `'${sheet.replace(/'/g, "''")}'!`;
}

export function addressOf({ sheet, row, column, rowCount, columnCount }: Rectangle): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columnCount - 1)}${row + rowCount}`;
  return `${sheet === undefined ? "" : sheetPrefix(sheet)}${first === last ? first : `${first}:${last}`}`;
}

/** Parses A1, $A$1:B2 and 'My sheet'!A1:B2. */
export function parseAddress(address: string): Rectangle {
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(
      address.trim(),
    );
  if (match === null) throw noCells(address);
  const [, quoted, bare, fromColumn, fromRow, toColumn = fromColumn, toRow = fromRow] = match;
  const rows = [Number(fromRow) - 1, Number(toRow) - 1].sort((a, b) => a - b);
  const columns = [columnNumber(fromColumn), columnNumber(toColumn)].sort((a, b) => a - b);
  const sheet = quoted?.replace(/''/g, "'") ?? bare;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    row: rows[0],
    column: columns[0],
    rowCount: rows[1] - rows[0] + 1,
    columnCount: columns[1] - columns[0] + 1,
  };
}
