/**
 * What the pane and its jobs need of a workbook, without Office: excel-workbook.ts does it in Excel, memory-workbook.ts in tests.
 * Everything is asynchronous because Excel is. Failures are WorkbookError with a sentence for the user.
 */

/** A raw cell as the workbook holds it. A blank is "", an error is its text such as #N/A. */
export type CellValue = string | number | boolean;

export interface TableInfo {
  readonly name: string;
  readonly sheet: string;
  /** Header texts, left to right. */
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Of the whole table with its header, such as Items!A1:H1001. */
  readonly address: string;
}

export interface TableContent extends TableInfo {
  /** Body rows, in the order of `columns`. */
  readonly rows: readonly (readonly CellValue[])[];
}

export interface RangeContent {
  /** With sheet, such as Plan!B7:C9. */
  readonly address: string;
  readonly values: readonly (readonly CellValue[])[];
  /** As typed; the value where there is no formula. */
  readonly formulas: readonly (readonly CellValue[])[];
}

export interface Selection extends RangeContent {
  readonly sheet: string;
  /** Only the top left part of a large selection is read; these are its true sizes. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Where the selected cell shows part of a spilled answer: the cell that holds the formula. */
  readonly spillAnchor?: { readonly address: string; readonly formula: string };
}

export interface NewTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Number format of each column. */
  readonly formats: readonly string[];
  readonly rows?: readonly (readonly CellValue[])[];
}

export interface NamedFormula {
  readonly name: string;
  /** As in Excel's name manager, with "=". */
  readonly formula: string;
}

export interface FormulaCell {
  /** With sheet, such as Plan!B7. */
  readonly address: string;
  readonly formula: string;
  /** Of an array over several cells that was entered with Ctrl+Shift+Enter: it cannot be changed in part. */
  readonly fixed?: true;
}

export interface WorkbookFormulas {
  readonly cells: readonly FormulaCell[];
  readonly names: readonly NamedFormula[];
}

/** What an area shall hold: values, or one formula in its first cell whose answer may cover the others. */
export type AreaEdit =
  | { readonly address: string; readonly values: readonly (readonly CellValue[])[] }
  | { readonly address: string; readonly formula: string };

export const chartKinds = ["columns", "stacked", "line", "waterfall"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A chart of Excel's own over cells of a table, beside it. */
export interface NewChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly table: string;
  /** Body rows, counted from 0, the last one included. */
  readonly rows: readonly [first: number, last: number];
  /** Column of the labels along the axis. */
  readonly labels: string;
  /** Columns drawn, each under its own name. */
  readonly series: readonly string[];
}

export interface Workbook {
  tables(): Promise<readonly TableInfo[]>;
  /** Undefined where there is no table of this name; capitals do not matter. */
  readTable(name: string): Promise<TableContent | undefined>;
  /** Writes whole columns of a table, all or none of them; each as long as the table. */
  writeColumns(table: string, columns: Readonly<Record<string, readonly CellValue[]>>): Promise<void>;
  /** Adds rows below the last one; cells in the order of the table's columns. The one blank row of an empty table is filled first. */
  appendRows(table: string, rows: readonly (readonly CellValue[])[]): Promise<void>;
  /** Takes rows off the bottom of a table until it has this many; of the last one a blank row stays. Nothing where it has no more. */
  shortenTable(table: string, rowCount: number): Promise<void>;
  /** Adds a column at the right of a table. */
  addColumn(table: string, column: string, format: string): Promise<void>;
  /** A new table on a new sheet of the same name (or the nearest free one). */
  createTable(table: NewTable): Promise<TableInfo>;
  /** Selects body rows of a table (counted from 0), scattered ones too, and shows them. */
  selectTableRows(table: string, rows: readonly number[]): Promise<void>;
  /** Selects one cell of a table by body row (from 0) and column name. */
  selectTableCell(table: string, row: number, column: string): Promise<void>;
  /** Selects cells by address; without a sheet name on the active sheet. */
  select(address: string): Promise<void>;
  selection(): Promise<Selection>;
  /** Draws a chart on the sheet of its table; answers its name. Fails with `unsupported` where the application has no charts. */
  insertChart(chart: NewChart): Promise<string>;
  /** Reads cells by address, table name or structured reference, such as Plan!B2:C5 or Items[LeadTime]. */
  readRange(reference: string): Promise<RangeContent>;
  /** Writes a formula into one cell; answers its address. */
  writeFormula(address: string, formula: string): Promise<string>;
  /** Every formula of the workbook, on hidden sheets too. */
  formulas(): Promise<WorkbookFormulas>;
  /** Sheets whose cells cannot be changed. */
  protectedSheets(): Promise<readonly string[]>;
  /** The area each formula's answer covers, such as Plan!B2:D13; undefined where a cell only shows part of another's answer. */
  spillAreas(cells: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** Many areas at once; undefined where the sheet is gone. */
  readAreas(addresses: readonly string[]): Promise<readonly (RangeContent | undefined)[]>;
  /** Replaces the contents of areas; how the cells look, and their number formats, stay. */
  replaceAreas(edits: readonly AreaEdit[]): Promise<void>;
  /** A preference kept in the document; undefined where it was never set. */
  setting(key: string): Promise<string | undefined>;
  saveSetting(key: string, value: string): Promise<void>;
  /** Calls back after the user selected something else; answers how to stop. */
  onSelectionChanged(listener: () => void): () => void;
  /** Calls back after the user or a program here changed cells or tables, not after co-authors did; answers how to stop. */
  onChanged(listener: () => void): () => void;
}

/** Why the workbook could not do it, in words for the user. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";

  constructor(
    readonly kind: "not-found" | "invalid" | "busy" | "protected" | "unsupported" | "failed",
    message: string,
  ) {
    super(message);
  }
}
