import { observed } from "../../demand";
import { normalQuantile } from "../../math/normal";
import { cite } from "../../sources";
import { centralInterval } from "../central-interval";
import { imapa, tsb } from "../intermittent";
import { steadyDemand } from "../lead-time-demand";
import { mean } from "../mean-method";
import { defineForecastMethod, type FittedForecast, type ForecastMethod, type ForecastTask } from "../method";
import { originsOf } from "../rolling-origin";
import { ses } from "../smoothing-methods";
import { seasonalNaive } from "../naive-methods";
import { meanOfFits } from "./mean-of-fits";
import { isShort, shortHistoryShares } from "./short-history";

/** Methods that are weighed against each other: each is best on some intermittent demand, none on all. */
const candidates = [tsb, imapa, ses, mean] as const satisfies readonly ForecastMethod[];

/** Demand over three periods, a usual lead time, is what stock has to cover. */
export const coveredPeriods = 3;
/** Quantile of that demand at which a unit short costs nine times a unit left. */
const stockedQuantile = 0.9;
const origins = 6;
const fewestBefore = 6;

/** How a method did over the covered periods, from past origins. */
export interface CoverScore {
  /** Root mean squared error. */
  readonly error: number;
  /** Mean error. */
  readonly bias: number;
  /** Mean pinball loss. */
  readonly pinball: number;
}

export interface IntermittentShare {
  readonly method: ForecastMethod;
  readonly fit: FittedForecast;
  readonly weight: number;
  /** Null where the history is too short to look back. */
  readonly score: CoverScore | null;
}

/**
 * Methods for intermittent demand and their weights: the inverse square of their mean squared error and pinball loss over the covered periods,
 * each as a share of the candidates' mean. Absolute errors have no say: on most such demand they are least where nothing is forecast.
 */
export function intermittentShares(task: ForecastTask): IntermittentShare[] {
  const able = candidates.filter((method) => method.refusal(task) === null);
  const scores = able.map((method) => scoreOf(task, method));
  const losses = lossesOf(scores.filter((score) => score !== null));
  const inverse = able.map((_, i) => (losses.length < able.length ? 1 : 1 / losses[i] ** 2));
  const total = inverse.reduce((sum, value) => sum + value, 0);
  const weighed = able.map((method, i) => ({
    method,
    fit: method.fit(task),
    weight: inverse[i] / total,
    score: scores[i],
  }));
  return isShort(task) ? withShortHistoryShares(weighed, task) : weighed;
}

/** A short history has one or two of each place in the season, and few demands to tell a change of level by. */
function withShortHistoryShares(
  weighed: readonly IntermittentShare[],
  task: ForecastTask,
): IntermittentShare[] {
  const shares = shortHistoryShares(task);
  const last = seasonalNaive.refusal(task) === null ? shares[seasonalNaive.id] : 0;
  const ofMean = shares[mean.id];
  const all = weighed.map((share) => ({
    ...share,
    weight: (1 - last - ofMean) * share.weight + (share.method === mean ? ofMean : 0),
  }));
  if (last === 0) return all;
  const fit = seasonalNaive.fit(task);
  return [...all, { method: seasonalNaive, fit, weight: last, score: scoreOf(task, seasonalNaive) }];
}

function scoreOf(task: ForecastTask, method: ForecastMethod): CoverScore | null {
  const demand = observed(task.series);
  const choice = { horizon: coveredPeriods, origins, fewest: fewestBefore };
  const results = originsOf(demand.length, choice).map((used) => {
    const known = { ...task, series: demand.slice(0, used) };
    const forecast =
      method.refusal(known) === null ? Math.max(0, sum(method.fit(known).forecast(coveredPeriods))) : 0;
    const actual = sum(demand.slice(used, used + coveredPeriods));
    const stock = stockFor(forecast, known.series);
    const short = actual - stock;
    return {
      error: forecast - actual,
      pinball: short > 0 ? stockedQuantile * short : (stockedQuantile - 1) * short,
    };
  });
  if (results.length === 0) return null;
  const meanOf = (values: readonly number[]) => sum(values) / results.length;
  return {
    error: Math.sqrt(meanOf(results.map(({ error }) => error * error))),
    bias: meanOf(results.map(({ error }) => error)),
    pinball: meanOf(results.map(({ pinball }) => pinball)),
  };
}

/** What to hold for the covered periods: the normal formula about the forecast, with the spread of demand so far, serves to compare. */
function stockFor(forecast: number, history: readonly number[]): number {
  const centre = sum(history) / history.length;
  const variance = sum(history.map((value) => (value - centre) ** 2)) / history.length;
  return forecast + normalQuantile(stockedQuantile) * Math.sqrt(coveredPeriods * variance);
}

/** Half squared error, half pinball loss, each over the mean of the candidates; never quite 0. */
function lossesOf(scores: readonly CoverScore[]): number[] {
  const meanSquare = sum(scores.map(({ error }) => error * error)) / scores.length;
  const meanPinball = sum(scores.map(({ pinball }) => pinball)) / scores.length;
  const part = (value: number, mean: number) => (mean > 0 ? value / mean : 1);
  return scores.map(({ error, pinball }) =>
    Math.max(0.01, (part(error * error, meanSquare) + part(pinball, meanPinball)) / 2),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The weighted mean; its interval is that of one period's demand as FORECAST.QUANTILE describes it: how often demand comes, which sizes, and
 * how little a short history knows of either.
 */
export function weightedFit({ series }: ForecastTask, shares: readonly IntermittentShare[]): FittedForecast {
  const { fitted, forecast } = meanOfFits(
    shares.map(({ fit }) => fit),
    shares.map(({ weight }) => weight),
  );
  return {
    form: `Weighted mean of ${shares.map(({ method }) => method.id).join(", ")}`,
    fitted,
    forecast,
    interval: (horizon, level) => {
      const none = observed(series).every((value) => value === 0);
      const [low, high] = none ? [0, 0] : centralInterval(steadyDemand(series, 1).quantile, level);
      const flat = (value: number) => new Array<number>(horizon).fill(value);
      return { low: flat(low), high: flat(high) };
    },
    details: Object.fromEntries(shares.map(({ method, weight }) => [`weight of ${method.id}`, weight])),
  };
}

export const intermittentCombination = defineForecastMethod({
  id: "ICOMB",
  label: "Mean of methods for intermittent demand, weighed by error over a lead time",
  source: [
    cite("bates-granger-1969", "section 1"),
    cite("koenker-bassett-1978", "section 3"),
    ...candidates.flatMap((method) => method.source),
  ],
  // TSB needs the least.
  refusal: (task) => tsb.refusal(task),
  fit: (task) => weightedFit(task, intermittentShares(task)),
});
