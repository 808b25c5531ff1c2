import type { Steps } from "./steps";

/**
 * The workbook that the host shows to Office.js: the grid in the workbench, plain memory in tests.
 * Rows and columns are counted from 0. Everything but `idle` answers at once.
 */

/** A blank cell is "", an error its text such as #N/A. */
export type HostValue = string | number | boolean;

export interface HostRange {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface HostSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Left out: the sheet is not protected. */
  readonly protected?: boolean;
}

export interface HostTable {
  readonly id: string;
  readonly name: string;
  /** With the header row. */
  readonly range: HostRange;
  readonly style: string;
}

export interface HostCell {
  readonly value: HostValue;
  /** With its leading "="; absent for a constant. */
  readonly formula?: string | undefined;
  readonly numberFormat: string;
  /** As shown. */
  readonly text: string;
}

/** What to put into a cell; a formula has its leading "=". */
export type HostInput = { readonly value: HostValue } | { readonly formula: string };

/** Looks to change; what is left out stays. Colours are #RRGGBB. */
export interface HostFormat {
  readonly numberFormat?: string;
  readonly fill?: string | null;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly horizontalAlignment?: string;
  readonly wrapText?: boolean;
  readonly columnWidth?: number;
}

/** A chart of the add-in over cells of a sheet. */
export interface HostChart {
  readonly sheetId: string;
  readonly name: string;
  readonly kind: "columns" | "stacked" | "line";
  title: string;
  readonly series: { name: string; values?: HostRange; labels?: HostRange }[];
  /** Its first cell, and the first one beyond it. */
  from: { readonly row: number; readonly column: number };
  to: { readonly row: number; readonly column: number };
}

export type HostEvent =
  | { readonly kind: "changed"; readonly range: HostRange; readonly origin: "user" | "addin" }
  | { readonly kind: "selection" }
  | { readonly kind: "activated"; readonly sheetId: string }
  | { readonly kind: "charted" };

export interface HostWorkbook {
  readonly name: string;

  sheets(): readonly HostSheet[];
  addSheet(name?: string): HostSheet;
  deleteSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, position: number): void;
  setVisibility(id: string, visibility: HostSheet["visibility"]): void;
  activeSheetId(): string;
  activateSheet(id: string): void;
  /** Rectangle of all cells that hold something, in the sheet or a part of it; undefined where none does. */
  usedRange(sheetId: string, within?: HostRange): HostRange | undefined;

  /** Row by row. */
  values(range: HostRange): HostValue[][];
  cell(sheetId: string, row: number, column: number): HostCell;
  /** undefined leaves a cell as it is. */
  setCells(range: HostRange, input: (row: number, column: number) => HostInput | undefined): void;
  setFormat(range: HostRange, format: (row: number, column: number) => HostFormat): void;
  /** The look of the first cell, for reading back. */
  format(sheetId: string, row: number, column: number): HostFormat;
  /** The rectangle of the spilled answer that covers a cell, its formula in the first cell. */
  spill(sheetId: string, row: number, column: number): HostRange | undefined;

  tables(): readonly HostTable[];
  addTable(range: HostRange, name: string): HostTable;
  renameTable(id: string, name: string): void;
  resizeTable(id: string, range: HostRange): void;
  /** Back to plain cells. */
  removeTable(id: string): void;

  /** Defined names and the formula each stands for, such as =Plan!$B$7. */
  names(): readonly { readonly name: string; readonly formula: string }[];
  addName(name: string, formula: string): void;

  /** Areas of the selection, the active one first. */
  selection(): readonly HostRange[];
  select(areas: readonly HostRange[]): void;

  /** Charts made by the add-in; they are not drawn, but saved. */
  readonly charts: readonly HostChart[];
  addChart(chart: HostChart): void;

  /** Document settings of the add-in, as JSON text. */
  readonly settings: Map<string, string>;

  /**
   * Runs the edits of one request together: one undo step, one change event a range. Between the steps of its work others may look at
   * the workbook; nobody else changes it before all of them are done.
   */
  batch<T>(work: Steps<T>): Promise<T>;
  /** Answers once nothing is being calculated. */
  idle(): Promise<void>;
  on(listener: (event: HostEvent) => void): () => void;
}
