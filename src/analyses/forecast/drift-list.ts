import type { DriftFigures } from "../../engine/accuracy";
import type { ForecastOutcome, ItemForecast } from "../forecast-items";

export interface DriftingItem {
  readonly item: ItemForecast;
  readonly drift: DriftFigures;
}

/** Items whose forecasts of the last periods lay on one side of demand or got worse, the largest error first. */
export function driftList({ items }: ForecastOutcome): DriftingItem[] {
  return items
    .flatMap((item) =>
      item.drift === null || item.drift.drift === "OK" ? [] : [{ item, drift: item.drift }],
    )
    .sort((a, b) => b.drift.recentError - a.drift.recentError);
}
