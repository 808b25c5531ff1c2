import type { CellPosition, CellRange } from "./a1";

/** What a cell can hold. Dates are numbers, as in Excel. */
export type CellValue = number | string | boolean | { readonly error: string } | null;

export interface CellContent extends CellPosition {
  /** The constant, or the result that was calculated last; null for a blank. */
  readonly value: CellValue;
  /** As typed, with "=": our functions by their names, without the prefixes of the file format. */
  readonly formula?: string;
  /** Where the results of an array formula lie; set on its first cell. */
  readonly arrayRef?: CellRange;
  /** The array was entered with Ctrl+Shift+Enter, so its range is fixed. Without it `arrayRef` is a dynamic spill. */
  readonly legacyArray?: boolean;
  /** The cell shows a result of the array formula in this other cell. */
  readonly spilledFrom?: CellPosition;
  /** Index into WorkbookContent.styles. */
  readonly style: number;
}

export interface ColumnContent {
  readonly first: number;
  readonly last: number;
  /** In characters of the default font, as Excel counts. */
  readonly width?: number;
  readonly hidden: boolean;
  readonly style: number;
}

export interface RowContent {
  readonly row: number;
  /** In points. */
  readonly height?: number;
  readonly hidden: boolean;
}

export type SheetState = "visible" | "hidden" | "veryHidden";

export interface SheetContent {
  readonly name: string;
  readonly state: SheetState;
  /** Row by row, each row from left to right. */
  readonly cells: readonly CellContent[];
  /** One more than the last row and column that hold a cell. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly columns: readonly ColumnContent[];
  /** Rows with a height of their own, or hidden. */
  readonly rows: readonly RowContent[];
  readonly defaultColumnWidth?: number;
  readonly defaultRowHeight?: number;
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly merges: readonly CellRange[];
  readonly gridLines: boolean;
  /** Its locked cells cannot be changed in Excel until it is unprotected. */
  readonly protected: boolean;
}

export interface TableColumnContent {
  readonly name: string;
  /** The formula a new row gets, as typed. */
  readonly formula?: string;
}

export interface TableContent {
  readonly name: string;
  readonly displayName: string;
  readonly sheet: string;
  /** With header and totals rows. */
  readonly ref: CellRange;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly TableColumnContent[];
  readonly style?: string;
}

export interface DefinedName {
  readonly name: string;
  /** The sheet it belongs to; undefined for the whole workbook. */
  readonly sheet?: string;
  /** As in Excel's name manager, with "=". */
  readonly refersTo: string;
  readonly hidden: boolean;
}

export type HorizontalAlignment = "left" | "center" | "right" | "justify" | "fill";
export type VerticalAlignment = "top" | "center" | "bottom";

/** `style` as in the file: thin, medium, thick, dashed, dotted, double, hair, ... */
export interface BorderLine {
  readonly style: string;
  readonly colour?: string;
}

/** How a cell looks. Colours are #RRGGBB, themes and tints resolved. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly font: {
    readonly name?: string;
    readonly size?: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly strike: boolean;
    readonly colour?: string;
  };
  readonly fill?: string;
  readonly borders: {
    readonly top?: BorderLine;
    readonly right?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
  };
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrap: boolean;
}

export interface WorkbookContent {
  /** In tab order. */
  readonly sheets: readonly SheetContent[];
  /** Index of the sheet shown first. */
  readonly activeSheet: number;
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableContent[];
  /** Day 1 is 1900-01-01, or 1904-01-02 in files from old Macs. */
  readonly dateSystem: 1900 | 1904;
  readonly styles: readonly CellStyle[];
  readonly hasMacros: boolean;
}
