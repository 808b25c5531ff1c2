import { CellError } from "../functions/cell-error";
import type { Outcome } from "../functions/evaluate";
import { cellKey, type CellAddress } from "./cell-address";

interface CellMessages {
  readonly pass: number;
  /** By row and column from the formula's own cell. */
  readonly byOffset: Map<string, CellError>;
}

/** The words behind error cells: the formula engine carries only the code of an error, so they are kept beside it. */
export class ErrorMessages {
  private readonly cells = new Map<string, CellMessages>();

  /** Calls of one formula in one pass add up; the next pass starts afresh. */
  note(cell: CellAddress, pass: number, outcome: Outcome): void {
    const key = cellKey(cell);
    const before = this.cells.get(key);
    const known =
      before !== undefined && before.pass === pass ? before.byOffset : new Map<string, CellError>();
    outcome.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value instanceof CellError && value.message !== "") known.set(`${r},${c}`, value);
      }),
    );
    if (known.size > 0) this.cells.set(key, { pass, byOffset: known });
    else if (before !== undefined) this.cells.delete(key);
  }

  /** The message of an error shown by the formula in `cell`, or `rows` down and `columns` across in its spill. */
  find(cell: CellAddress, rows = 0, columns = 0): CellError | undefined {
    return this.cells.get(cellKey(cell))?.byOffset.get(`${rows},${columns}`);
  }

  clear(): void {
    this.cells.clear();
  }
}
