import { PlanningError } from "../../errors";
import { cite } from "../../sources";
import { ets } from "../ets";
import { type FittedForecast, type Interval, defineForecastMethod } from "../method";
import { longSeasonRefusal } from "./seasonally-adjusted";
import { stlEts } from "./stl-methods";

/**
 * Mean of exponential smoothing with and without the long season: half the season is a bet on both sides of the question whether last
 * year's weeks tell this year's. On weekly series it was measured better than either, and better than a test that decides
 * between them (test/bench/weekly.ts). Limits are the means of both methods' limits.
 */
export const longSeasonMean = defineForecastMethod({
  id: "ETS-STL",
  label: "Mean of exponential smoothing with and without a long season",
  source: [...stlEts.source, cite("bates-granger-1969", "section 1")],
  refusal: (task) => stlEts.refusal(task),
  fit: (task) => {
    const refusal = longSeasonRefusal(task);
    if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
    return meanOf(stlEts.fit(task), ets.fit({ ...task, season: 1 }));
  },
});

function meanOf(seasonal: FittedForecast, plain: FittedForecast): FittedForecast {
  const half = (a: readonly number[], b: readonly number[]) => a.map((value, i) => (value + b[i]) / 2);
  return {
    form: `mean of ${plain.form} and ${seasonal.form}`,
    fitted: half(seasonal.fitted, plain.fitted),
    forecast: (horizon) => half(seasonal.forecast(horizon), plain.forecast(horizon)),
    interval: (horizon, level): Interval => {
      const [a, b] = [seasonal.interval(horizon, level), plain.interval(horizon, level)];
      return { low: half(a.low, b.low), high: half(a.high, b.high) };
    },
    details: { ...seasonal.details, "form without the season": plain.form },
  };
}
