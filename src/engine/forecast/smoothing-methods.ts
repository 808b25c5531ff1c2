import { minimise, minimiseRoughly } from "../math/minimise";
import { cite } from "../sources";
import { fitSmoothing, type SmoothingForm } from "./exponential-smoothing";
import { defineForecastMethod, type FittedForecast, type ForecastTask } from "./method";
import { accumulatedVariance, normalInterval } from "./normal-interval";

export const ses = defineForecastMethod({
  id: "SES",
  label: "Simple exponential smoothing: a level",
  source: [cite("hyndman-athanasopoulos-2021", "section 8.1")],
  refusal: (task) => refusal(task, 3, 1),
  fit: (task) => fit(task, { trend: false, season: "N", seasonLength: 1, phi: 1 }, "SES"),
});

export const holt = defineForecastMethod({
  id: "HOLT",
  label: "Holt: level and trend",
  source: [cite("hyndman-athanasopoulos-2021", "section 8.2")],
  refusal: (task) => refusal(task, 4, 2),
  fit: (task) => fit(task, { trend: true, season: "N", seasonLength: 1, phi: 1 }, "Holt"),
});

export const holtWinters = defineForecastMethod({
  id: "HW",
  label: "Holt-Winters: level, trend and additive season",
  source: [cite("hyndman-athanasopoulos-2021", "section 8.3")],
  refusal: (task) =>
    task.season === 1
      ? "season must be longer than 1 period, got 1"
      : refusal(task, 2 * task.season + 1, 2 * task.season),
  fit: (task) => fit(task, { trend: true, season: "A", seasonLength: task.season, phi: 1 }, "Holt-Winters"),
});

/** Weights found roughly: for a mean of many methods, whose members need not be exact. */
export const quickHoltWinters = defineForecastMethod({
  ...holtWinters,
  fit: (task) =>
    fit(
      task,
      { trend: true, season: "A", seasonLength: task.season, phi: 1 },
      "Holt-Winters",
      minimiseRoughly,
    ),
});

/** `opening` periods start the states and may not be missing. */
function refusal({ series }: ForecastTask, needed: number, opening: number): string | null {
  if (series.length < needed) return `demand must hold at least ${needed} periods, got ${series.length}`;
  const blank = series.slice(0, opening).findIndex((value) => Number.isNaN(value));
  return blank < 0
    ? null
    : `demand must have no blank in its first ${opening} periods, got one at ${blank + 1}`;
}

function fit({ series }: ForecastTask, form: SmoothingForm, name: string, search = minimise): FittedForecast {
  const found = fitSmoothing(series, form, {}, search);
  const errors = series.filter((value, t) => !Number.isNaN(value - found.fitted[t])).length;
  const sigmaSquared = errors === 0 ? 0 : found.sumOfSquares / errors;
  const { alpha, beta, gamma } = found;
  const seasonal = form.season !== "N";
  const response = (j: number) =>
    alpha + (form.trend ? alpha * beta * j : 0) + (seasonal && j % form.seasonLength === 0 ? gamma : 0);
  return {
    form: name,
    fitted: found.fitted,
    forecast: found.forecast,
    interval: (horizon, level) =>
      normalInterval(found.forecast(horizon), accumulatedVariance(sigmaSquared, horizon, response), level),
    details: {
      alpha,
      ...(form.trend ? { beta } : {}),
      ...(seasonal ? { gamma } : {}),
      "last level": found.level,
      ...(form.trend ? { "last trend": found.trend } : {}),
      "error sd": Math.sqrt(sigmaSquared),
    },
  };
}
