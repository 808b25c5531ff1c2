import { roundUpToMultiple } from "../../engine/replenishment";
import type { PolicyRow } from "./target-rows";

/** The parameters that an ERP takes. */
export const parameters = ["ROP", "SS", "Lot", "Max"] as const;
export type Parameter = (typeof parameters)[number];

type Values = Pick<PolicyRow, Parameter | `New${Parameter}`>;

export interface ChangedParameter {
  readonly field: Parameter;
  /** Rounded up, as it is to be loaded. */
  readonly value: number;
}

/** What of a proposal differs from what is in force, rounded up to a multiple of `unit`: nothing is rounded before. */
export function changedParameters(row: Values, unit: number): ChangedParameter[] {
  return parameters.flatMap((field) => {
    const value = rounded(row[`New${field}`], field, unit);
    return value === undefined || same(row[field], value) ? [] : [{ field, value }];
  });
}

/** Two proposals are one where an ERP would be given the same. */
export function sameProposal(one: Values, other: Values, unit: number): boolean {
  return parameters.every((field) => {
    const [a, b] = [one, other].map((row) => rounded(row[`New${field}`], field, unit));
    return a === b || (b !== undefined && same(a ?? null, b));
  });
}

/** Undefined where the policy has no such parameter: an order-up-to level without a lot. */
function rounded(value: number | null, field: Parameter, unit: number): number | undefined {
  if (value === null || (field === "Lot" && value === 0)) return undefined;
  // A reorder point below 0 is none an ERP would take.
  return roundUpToMultiple(Math.max(0, value), unit);
}

/** Sums of decimal units that differ by rounding only are equal. */
export function same(old: number | null, value: number): boolean {
  return old !== null && Math.abs(old - value) <= 1e-9 * Math.max(1, Math.abs(value));
}
