import type { CellValue, HorizontalAlignment, SheetState, VerticalAlignment } from "../content";

/** What a new workbook shall hold. Sheets, tables and styles know each other by name. */
export interface NewWorkbook {
  readonly sheets: readonly NewSheet[];
  readonly styles?: Readonly<Record<string, NewStyle>>;
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
  /** Name of the sheet shown first; the first sheet if left out. */
  readonly activeSheet?: string;
}

export interface NewSheet {
  readonly name: string;
  /** Rows from row 1, cells from column A; undefined leaves a cell out. */
  readonly rows: readonly (readonly (CellValue | NewCell | undefined)[])[];
  readonly columns?: readonly { readonly width?: number; readonly style?: string }[];
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  readonly tables?: readonly NewTable[];
  readonly gridLines?: boolean;
  readonly state?: SheetState;
}

export interface NewCell {
  readonly value?: CellValue;
  /** As typed, with "=". Without value or spill the cell has no cached result. */
  readonly formula?: string;
  /** The formula returns an array though it calls none of our functions. */
  readonly dynamic?: boolean;
  /** Cached results of an array formula, row by row; the first is the cell's own. */
  readonly spill?: readonly (readonly CellValue[])[];
  readonly style?: string;
}

export interface NewTable {
  readonly name: string;
  /** With the header row, whose cells name the columns: "A1:D25". */
  readonly ref: string;
  /** Formulas that new rows of a column get, by column name. */
  readonly columnFormulas?: Readonly<Record<string, string>>;
  readonly style?: string;
}

export interface NewStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** #RRGGBB */
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrap?: boolean;
}
