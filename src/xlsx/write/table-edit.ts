import type { CellValue } from "../content";

/** Whole columns of one table. */
export interface TableEdit {
  /** A table that is not there yet is made, on a sheet of its own. */
  readonly name: string;
  /** Body rows the table shall have; an empty table keeps one blank row. */
  readonly rowCount: number;
  /** Columns that are not there yet are added at the right. Columns of the table that are not named stay as they are. */
  readonly columns: readonly TableColumnEdit[];
}

export interface TableColumnEdit {
  readonly name: string;
  /** Number format of the cells of a new table. */
  readonly format: string;
  /** One value a row. */
  readonly values: readonly CellValue[];
}
