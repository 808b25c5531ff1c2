import type { ReviewedItem } from "../../../analyses/segments/review-segments";
import type { TargetType } from "../../../analyses/policies/target-rows";
import { formatCompact } from "../../format";

/** A service level is never said without which. */
export const targetNames: Readonly<Record<TargetType, string>> = {
  CSL: "Cycle service level",
  FILL: "Fill rate",
};

export const noFigure = "–";

/** A change in money, with its sign. */
export function signedMoney(value: number): string {
  return value > 0 ? `+${formatCompact(value)}` : formatCompact(value);
}

export function moneyOr(value: number | null): string {
  return value === null ? noFigure : formatCompact(value);
}

/** Items that are in another segment in Items than they would be. */
export function isMoved({ old, abc, xyz }: ReviewedItem): boolean {
  return old !== abc + xyz;
}

export const segmentOr = (segment: string): string => (segment === "" ? "none" : segment);

const riskNames = { V: "vital", E: "essential", D: "desirable" } as const;

export function criticalityName(criticality: string): string {
  return riskNames[criticality as keyof typeof riskNames] ?? noFigure;
}
