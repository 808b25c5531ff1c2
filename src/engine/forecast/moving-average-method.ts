import { observed } from "../demand";
import { cite } from "../sources";
import { defineForecastMethod } from "./method";
import { movingAverageForecast } from "./moving-average";
import { accumulatedVariance, meanSquaredError, normalInterval } from "./normal-interval";

const periodsAveraged = 3;

/** An error of one unit stays in the average for as many periods as it averages, at one share each. */
export const movingAverage = defineForecastMethod({
  id: "MA",
  label: `Moving average of ${periodsAveraged} periods`,
  source: [cite("silver-pyke-thomas-2017", "section 3.4.1")],
  refusal: ({ series }) => {
    const count = observed(series).length;
    return count >= periodsAveraged
      ? null
      : `demand must hold at least ${periodsAveraged} observations, got ${count}`;
  },
  fit: ({ series }) => {
    const fitted = series.map((_, t) => {
      const before = observed(series.slice(0, t)).slice(-periodsAveraged);
      return before.length < periodsAveraged
        ? NaN
        : before.reduce((sum, value) => sum + value, 0) / periodsAveraged;
    });
    const sigmaSquared = meanSquaredError(series, fitted);
    const forecast = (horizon: number) => movingAverageForecast(series, periodsAveraged, horizon);
    return {
      form: `MA(${periodsAveraged})`,
      fitted,
      forecast,
      interval: (horizon, level) =>
        normalInterval(
          forecast(horizon),
          accumulatedVariance(sigmaSquared, horizon, () => 1 / periodsAveraged),
          level,
        ),
      details: { "error sd": Math.sqrt(sigmaSquared) },
    };
  },
});
