import { parseAddress, sheetPrefix, type Rectangle } from "../../workbook/range-address";

/** Undefined for anything but plain cells: whole columns, names, structured references. */
export function plainAddress(reference: string): Rectangle | undefined {
  try {
    return parseAddress(reference);
  } catch {
    return undefined;
  }
}

/** The address of a reference typed on `sheet`; other references stay as they are. */
export function onSheet(reference: string, sheet: string | undefined): string {
  const address = plainAddress(reference);
  if (sheet === undefined || address === undefined || address.sheet !== undefined) return reference;
  return `${sheetPrefix(sheet)}${reference}`;
}

/** The top left cell of a range, with its sheet. */
export function firstCell(address: string): string {
  return address.split(":")[0];
}

/** Whether two ranges on the same sheet share a cell. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.sheet?.toLowerCase() === b.sheet?.toLowerCase() &&
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}
