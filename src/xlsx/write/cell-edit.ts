import type { CellPosition } from "../a1";
import type { CellValue } from "../content";

/** A change of one cell. */
export interface CellEdit extends CellPosition {
  /** The constant, or the result of the formula. May be left out when `spill` is given. */
  readonly value?: CellValue;
  /** A formula as typed; null removes the formula; left out, the formula stays and only its result changes. */
  readonly formula?: string | null;
  /** All results of an array formula, row by row; the first is the cell's own. */
  readonly spill?: readonly (readonly CellValue[])[];
  /** Index of the style that a cell gets which is not there yet; that of its row or column where it is left out. */
  readonly newStyle?: number;
}

export interface SheetEdits {
  readonly sheet: string;
  readonly cells: readonly CellEdit[];
}
