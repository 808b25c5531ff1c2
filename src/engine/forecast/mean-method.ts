import { observed } from "../demand";
import { cite } from "../sources";
import { defineForecastMethod } from "./method";
import { normalInterval } from "./normal-interval";

/** The mean of all there is, flat. What spread a single observation or two have is unknown: taken to be at least as large as their mean. */
export const mean = defineForecastMethod({
  id: "MEAN",
  label: "Mean of all observations",
  source: [cite("hyndman-athanasopoulos-2021", "section 5.2 and table 5.2")],
  refusal: ({ series }) =>
    observed(series).length > 0 ? null : "demand must hold at least 1 observation, got 0",
  fit: ({ series }) => {
    const values = observed(series);
    const average = values.reduce((sum, value) => sum + value / values.length, 0);
    const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
    const seen = squares / Math.max(1, values.length - 1);
    const variance = values.length < 3 ? Math.max(average * average, seen) : seen;
    const flat = (horizon: number, value: number) => new Array<number>(horizon).fill(value);
    const before = runningMeans(series);
    return {
      form: `Mean of ${values.length}`,
      fitted: before,
      forecast: (horizon) => flat(horizon, average),
      interval: (horizon, level) =>
        normalInterval(flat(horizon, average), flat(horizon, variance * (1 + 1 / values.length)), level),
      details: { mean: average, sd: Math.sqrt(variance) },
    };
  },
});

/** Mean of the observations before each period; NaN before the first. */
function runningMeans(series: readonly number[]): number[] {
  let sum = 0;
  let count = 0;
  return series.map((value) => {
    const before = count === 0 ? NaN : sum / count;
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
    return before;
  });
}
