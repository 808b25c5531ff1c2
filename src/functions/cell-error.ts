import { PlanningError } from "../engine/errors";

export type ErrorCode =
  | "#VALUE!"
  | "#N/A"
  | "#DIV/0!"
  | "#NUM!"
  | "#REF!"
  | "#NAME?"
  | "#NULL!"
  | "#SPILL!"
  | "#CALC!"
  | "#BUSY!"
  | "#GETTING_DATA";

/** An error as a cell shows it. Excel lets only #VALUE! and #N/A carry the message to the user. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly message: string = "",
  ) {}
}

/** What a cell says where the fault is ours; the details are logged. */
export const internalError = (): CellError => new CellError("#VALUE!", "internal error");

export function hasInternalError(rows: readonly (readonly unknown[])[]): boolean {
  const { message } = internalError();
  return rows.some((row) => row.some((cell) => cell instanceof CellError && cell.message === message));
}

export function toCellError(thrown: unknown): CellError {
  if (thrown instanceof CellError) return thrown;
  if (thrown instanceof PlanningError) {
    if (thrown.kind === "invalid-input") return new CellError("#VALUE!", thrown.message);
    if (thrown.kind === "zero-denominator") return new CellError("#DIV/0!", thrown.message);
    return new CellError("#N/A", thrown.message);
  }
  console.error("Stockbook internal error", thrown);
  return internalError();
}
