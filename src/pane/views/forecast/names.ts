import type { DemandBucket } from "../../../engine/calendar";
import type { ForecastLevel } from "../../../analyses/forecast/forecast-options";
import { formatPercent, formatSigned } from "../../format";

export const bucketNames: Readonly<Record<DemandBucket, { readonly one: string; readonly many: string }>> = {
  D: { one: "Day", many: "days" },
  W: { one: "Week", many: "weeks" },
  M: { one: "Month", many: "months" },
  Q: { one: "Quarter", many: "quarters" },
};

export const levelNames: Readonly<Record<ForecastLevel, string>> = {
  location: "Item at location",
  item: "Item",
  family: "Family",
};

/** One month, three months. */
export function spanOf(count: number, bucket: DemandBucket): string {
  const { one, many } = bucketNames[bucket];
  return `${count} ${count === 1 ? one.toLowerCase() : many}`;
}

export const noFigure = "–";

export function percentOr(share: number | null): string {
  return share === null ? noFigure : formatPercent(share);
}

export function signedOr(share: number | null): string {
  return share === null ? noFigure : formatSigned(share);
}
