import { observed } from "../../demand";
import { mean } from "../mean-method";
import type { ForecastTask } from "../method";
import { seasonalNaive } from "../naive-methods";
import { steadiness } from "../steadiness";

/** Observations from which on the mean has its full share. */
const fullMean = 12;

/** Whether the history is no longer than two seasons, so that no method can tell whether there is one. */
export function isShort({ series, season }: ForecastTask): boolean {
  return season > 1 && observed(series).length <= 2 * season;
}

/**
 * Shares in the mean of methods, by their ids, where the history is too short to tell a season. Last season's demand has a tenth, a fifth
 * where the level stays, in case there is a season; the mean of all has up to half of the rest, the less the more the level wanders.
 */
export function shortHistoryShares({ series }: ForecastTask): Readonly<Record<string, number>> {
  const last = 0.1 * (1 + steadiness(series, 2, 4));
  const known = Math.min(1, observed(series).length / fullMean);
  return {
    [seasonalNaive.id]: last,
    [mean.id]: (1 - last) * 0.5 * known * steadiness(series, 1.5, 3),
  };
}
