import { normalDraws, uniformDraws } from "../../../src/engine/math/random";
import { MONTHS, monthOfYear } from "./calendar";
import type { CompanyItem } from "./items";

/** Month in which the controller C2 was superseded, counted from 0: June 2026. */
export const SUPERSEDED_MONTH = 31;

/** Whole units asked for, month by month, of one item at one place. */
export function monthlyDemand(item: CompanyItem, share: number, seed: number): number[] {
  const normal = normalDraws(seed);
  const uniform = uniformDraws(seed + 1);
  return Array.from({ length: MONTHS }, (_, month) => {
    const level = item.monthly * share * shape(item, month);
    if (item.kind === "intermittent") {
      if (uniform() > Math.min(0.8, 0.12 + level / 12)) return 0;
      return 1 + Math.floor(-Math.log(1 - uniform()) * level * 1.6);
    }
    const noise = item.kind === "erratic" ? 0.45 : 0.12;
    return Math.max(0, Math.round(level * (1 + noise * normal())));
  });
}

function shape({ item, kind }: CompanyItem, month: number): number {
  const year = month / 12;
  if (item === "EL-502" && month >= SUPERSEDED_MONTH) return 0.28;
  switch (kind) {
    case "seasonal":
      return 1 + 0.35 * Math.sin((2 * Math.PI * (monthOfYear(month) - 3)) / 12);
    case "growing":
      return 0.85 + 0.09 * year;
    case "declining":
      return 1.15 - 0.13 * year;
    case "new":
      return month < SUPERSEDED_MONTH ? 0 : Math.min(1, 0.45 + 0.2 * (month - SUPERSEDED_MONTH));
    default:
      return 1;
  }
}
