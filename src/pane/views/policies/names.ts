import type { BufferOwner } from "../../../analyses/policies/policy-list";
import { formatCompact, formatPercent, formatUnits } from "../../format";

export const noFigure = "–";

export const percentOr = (share: number | null): string => (share === null ? noFigure : formatPercent(share));
export const unitsOr = (units: number | null): string => (units === null ? noFigure : formatUnits(units));
export const moneyOr = (money: number | null): string => (money === null ? noFigure : formatCompact(money));

/** Money that comes or goes, with its sign. */
export function signedMoney(money: number): string {
  return `${money > 0 ? "+" : ""}${formatCompact(money)}`;
}

export function signedUnits(units: number): string {
  return `${units > 0 ? "+" : ""}${formatUnits(units)}`;
}

export function placeName(item: string, location: string): string {
  return location === "" ? item : `${item} · ${location}`;
}

export const ownerNames: Readonly<Record<BufferOwner, string>> = {
  planner: "Planner: demand and its forecast",
  buyer: "Buyer: the review interval",
  supplier: "Supplier: the spread of lead times",
};
