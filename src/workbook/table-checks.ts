import { WorkbookError, type CellValue, type NewTable } from "./workbook";

/** What both workbooks refuse, in the same words. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
}

export const noTable = (name: string) => new WorkbookError("not-found", `There is no table ${name}.`);
export const noSheet = (name: string) => new WorkbookError("not-found", `There is no sheet ${name}.`);
export const noCells = (reference: string) =>
  new WorkbookError("invalid", `${reference} is not a cell address.`);
export const tableTaken = (name: string) => new WorkbookError("invalid", `There is a table ${name} already.`);

/** Where a column stands, counted from 0; capitals do not matter. */
export function placeOf({ name, columns }: Table, column: string): number {
  const place = columns.findIndex((existing) => existing.toLowerCase() === column.toLowerCase());
  if (place < 0) throw new WorkbookError("not-found", `${name} has no column ${column}.`);
  return place;
}

export function checkRow({ name, rowCount }: Table, row: number): void {
  if (!Number.isInteger(row) || row < 0 || row >= rowCount) {
    throw new WorkbookError("not-found", `${name} has ${rowCount} rows, not ${row + 1}.`);
  }
}

/** Places of whole columns to write, each as long as the table. */
export function placesOf(
  table: Table,
  columns: Readonly<Record<string, readonly CellValue[]>>,
): { readonly place: number; readonly values: readonly CellValue[] }[] {
  return Object.entries(columns).map(([column, values]) => {
    const place = placeOf(table, column);
    if (values.length !== table.rowCount) {
      throw new WorkbookError(
        "invalid",
        `${column} has ${values.length} values for ${table.rowCount} rows of ${table.name}.`,
      );
    }
    return { place, values };
  });
}

export function checkCells(
  { name, columns }: NewTable | Table,
  rows: readonly (readonly CellValue[])[],
): void {
  for (const cells of rows) {
    if (cells.length !== columns.length) {
      throw new WorkbookError(
        "invalid",
        `A row for ${name} needs ${columns.length} cells, not ${cells.length}.`,
      );
    }
  }
}

export function checkNewColumn({ name, columns }: Table, column: string): void {
  if (columns.some((existing) => existing.toLowerCase() === column.toLowerCase())) {
    throw new WorkbookError("invalid", `${name} has a column ${column} already.`);
  }
}

export function checkFormula(formula: string): void {
  if (!/^=./s.test(formula))
    throw new WorkbookError("invalid", `${formula} does not start with an equals sign.`);
}
