/** Why the engine cannot answer. The cell shows invalid-input as #VALUE!, zero-denominator as #DIV/0!, the rest as #N/A. */
export type PlanningErrorKind =
  "invalid-input" | "insufficient-data" | "no-solution" | "not-converged" | "zero-denominator";

/**
 * The only exception the engine throws on purpose.
 * Wording of `message`: `argument rule, got value`: lower case, no full stop,
 * for example `leadTime must be at least 0, got -2`.
 */
export class PlanningError extends Error {
  override readonly name = "PlanningError";

  constructor(
    readonly kind: PlanningErrorKind,
    readonly argument: string,
    message: string,
  ) {
    super(message);
  }
}

export function invalidInput(argument: string, rule: string, value: unknown): PlanningError {
  return new PlanningError("invalid-input", argument, `${argument} ${rule}, got ${describe(value)}`);
}

export function insufficientData(argument: string, rule: string, value: unknown): PlanningError {
  return new PlanningError("insufficient-data", argument, `${argument} ${rule}, got ${describe(value)}`);
}

function describe(value: unknown): string {
  if (value === null || value === undefined || value === "") return "a blank";
  if (typeof value === "string")
    return value.length > 40 ? `the text "${value.slice(0, 37)}..."` : `the text "${value}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
