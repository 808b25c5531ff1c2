import { cite } from "../../sources";
import { ets } from "../ets";
import { type FittedForecast, type ForecastMethod, defineForecastMethod } from "../method";
import { checkedLongSeason, fitAdjusted, stlSource } from "./seasonally-adjusted";
import { longSeasonRefusal } from "./long-season";

/**
 * A method with and without the long season, averaged: a bet on both sides of the question whether last year's weeks tell this
 * year's. Measured on weekly series the mean is better than either, and better than a test that decides between them
 * (test/bench/weekly.ts). Limits are averaged as the forecasts are.
 */
export function withAndWithoutLongSeason<const Id extends string>(
  id: Id,
  label: string,
  base: ForecastMethod,
) {
  return defineForecastMethod({
    id,
    label,
    source: [...stlSource, ...base.source, cite("bates-granger-1969", "section 1")],
    refusal: (task) => longSeasonRefusal(task) ?? base.refusal({ ...task, season: 1 }),
    fit: (task) => {
      const season = checkedLongSeason(task);
      const seasonal = fitAdjusted(task, season, base);
      return weighted(seasonal, base.fit({ ...task, season: 1 }), longSeasonWeight(season.strength));
    },
  });
}

export const longSeasonMean = withAndWithoutLongSeason(
  "ETS-STL",
  "Mean of exponential smoothing with and without a long season",
  ets,
);

/**
 * Share of the seasonal forecast in the mean: half, rising to three quarters where the season is strong. Of 66 weekly series the few with a
 * strength above 0.6 had their least errors there.
 */
export function longSeasonWeight(strength: number): number {
  return 0.5 + 0.25 * Math.min(1, Math.max(0, (strength - 0.4) / 0.4));
}

function weighted(seasonal: FittedForecast, plain: FittedForecast, share: number): FittedForecast {
  const mean = (a: readonly number[], b: readonly number[]) =>
    a.map((value, i) => share * value + (1 - share) * b[i]);
  return {
    form: `${Math.round(100 * share)} % ${seasonal.form}, rest ${plain.form}`,
    fitted: mean(seasonal.fitted, plain.fitted),
    forecast: (horizon) => mean(seasonal.forecast(horizon), plain.forecast(horizon)),
    interval: (horizon, level) => {
      const [a, b] = [seasonal.interval(horizon, level), plain.interval(horizon, level)];
      return { low: mean(a.low, b.low), high: mean(a.high, b.high) };
    },
    details: { "share of the season": share, ...seasonal.details, "form without the season": plain.form },
  };
}
