import { observed } from "../demand";
import { cite } from "../sources";
import { defineForecastMethod, type FittedForecast, type ForecastTask } from "./method";
import { naiveForecast } from "./naive";
import { accumulatedVariance, meanSquaredError, normalInterval } from "./normal-interval";

export const naive = defineForecastMethod({
  id: "NAIVE",
  label: "Last observation",
  source: [cite("hyndman-athanasopoulos-2021", "sections 5.2 and 5.5")],
  refusal: () => null,
  fit: (task) => fitNaive(task, 1),
});

export const seasonalNaive = defineForecastMethod({
  id: "SNAIVE",
  label: "Same period of the last season",
  source: [cite("hyndman-athanasopoulos-2021", "sections 5.2 and 5.5")],
  refusal: ({ series, season }) => {
    if (season === 1) return "season must be longer than 1 period, got 1";
    if (series.length < season)
      return `demand must hold a full season of ${season} periods, got ${series.length}`;
    return placesObserved(series, season)
      ? null
      : `demand must hold an observation at each place of the season of ${season}`;
  },
  fit: (task) => fitNaive(task, task.season),
});

function placesObserved(series: readonly number[], season: number): boolean {
  return Array.from({ length: season }, (_, place) => place).every((place) =>
    series.some((value, t) => t % season === place && !Number.isNaN(value)),
  );
}

/** Errors of the naive forecast accumulate each season: sigma^2 times the seasons ahead. */
function fitNaive({ series }: ForecastTask, season: number): FittedForecast {
  const fitted = series.map((_, t) => {
    for (let s = t - season; s >= 0; s -= season) if (!Number.isNaN(series[s])) return series[s];
    return NaN;
  });
  const sigmaSquared = meanSquaredError(series, fitted);
  const forecast = (horizon: number) => naiveForecast(series, horizon, season);
  return {
    form: season === 1 ? "Naive" : `Naive by season of ${season}`,
    fitted,
    forecast,
    interval: (horizon, level) => {
      const variance = accumulatedVariance(sigmaSquared, horizon, (j) => (j % season === 0 ? 1 : 0));
      return normalInterval(forecast(horizon), variance, level);
    },
    details: { "error sd": Math.sqrt(sigmaSquared) },
  };
}

export const drift = defineForecastMethod({
  id: "DRIFT",
  label: "Last observation and the average change so far",
  source: [cite("hyndman-athanasopoulos-2021", "section 5.2 and table 5.2")],
  refusal: ({ series }) => {
    const count = observed(series).length;
    return count >= 3 ? null : `demand must hold at least 3 observations, got ${count}`;
  },
  fit: ({ series }) => {
    const times = series.flatMap((value, t) => (Number.isNaN(value) ? [] : [t]));
    const first = times[0];
    const last = times[times.length - 1];
    const slope = (series[last] - series[first]) / (last - first);
    const fitted = series.map((_, t) => (t > 0 ? series[t - 1] + slope : NaN));
    const sigmaSquared = meanSquaredError(series, fitted);
    const forecast = (horizon: number) =>
      Array.from({ length: horizon }, (_, i) => series[last] + slope * (series.length + i - last));
    return {
      form: "Drift",
      fitted,
      forecast,
      interval: (horizon, level) => {
        const path = forecast(horizon);
        const variance = path.map((_, i) => sigmaSquared * (i + 1) * (1 + (i + 1) / (last - first)));
        return normalInterval(path, variance, level);
      },
      details: { "change per period": slope, "error sd": Math.sqrt(sigmaSquared) },
    };
  },
});
