import { leadTimeErrorSigma } from "../../engine/accuracy";
import { calendarSeason, daysToPeriods, type DemandBucket } from "../../engine/calendar";
import { averageDemandInterval, demandStatistics, intermittentInterval } from "../../engine/demand";
import { countedDemand, fitThetaModel, thetaForecast, type CountedDemand } from "../../engine/forecast";
import { shortestReview, type Clumping } from "./clumping";
import type { LeadTimeFacts } from "./lead-times";
import type { SlowMoverLessons } from "./slow-mover-lessons";

/** The demand of one item at one place, and how long it must be covered. */
export interface DemandTask {
  readonly bucket: DemandBucket;
  /** Demand by bucket, as far back as it is used. */
  readonly series: readonly number[];
  /** Forecasts that were made for those buckets at the time; NaN where there was none. */
  readonly forecasts: readonly number[];
  /** What is expected in the coming buckets; empty where there is no forecast. */
  readonly ahead: readonly number[];
  readonly leadTime: LeadTimeFacts;
  /** Days between reviews; 0 under continuous review. */
  readonly review: number;
  /** How unevenly demand comes within the buckets; null where no table tells single days. */
  readonly clumping: Clumping | null;
  /** What slow movers tell together; null where nobody asked them, or they are too few. */
  readonly lessons: SlowMoverLessons | null;
}

/** Overlapping sums of errors over the lead time need this many past forecasts, as ERROR.LTSIGMA does. */
const fewestErrors = 8;

/** Demand that often stays away, as chances of outcomes. */
export interface CountedSpans {
  /** Buckets between reviews. */
  readonly review: number;
  readonly leadTime: CountedDemand;
  readonly protection: CountedDemand;
}

export interface ExpectedDemand {
  /** Units a bucket. */
  readonly mean: number;
  readonly sd: number;
  /** Over lead time and review where it was measured there; null where it follows from sd. */
  readonly sigma: number | null;
  /** Demand that often stays away, as chances of outcomes; null for other demand. */
  readonly counted: CountedSpans | null;
  /** Units a bucket as they may come: the history, or the errors of its model about the mean that is expected. */
  readonly buckets: readonly number[];
  readonly basis: string;
}

/** Whether demand stays away so often that it is summed as it comes. */
export function isSlowMover(series: readonly number[]): boolean {
  const adi = averageDemandInterval(series);
  return adi !== null && adi >= intermittentInterval && series.every((value) => value >= 0);
}

/** What is expected of the item, and how far off that may be: the forecast where there is one, else history. */
export function expectedDemand(task: DemandTask, protection: number): ExpectedDemand {
  const { series, forecasts, ahead } = task;
  const { mean, sd } = demandStatistics(series, 1);
  if (isSlowMover(series)) {
    const { spans, buckets } = countedSpans(task);
    return {
      mean: spans.protection.mean / buckets,
      sd: sd ?? 0,
      sigma: null,
      counted: spans,
      buckets: series,
      basis: "history, fading",
    };
  }
  const fitted = ahead.length === 0 ? fittedDemand(task, protection, sd ?? 0) : undefined;
  if (fitted !== undefined) return fitted;
  const errors = series.map((actual, t) => forecasts[t] - actual).filter((error) => !Number.isNaN(error));
  const known = ahead.length > 0 && errors.length >= fewestErrors;
  const measured = known ? leadTimeErrorSigma(series, forecasts, protection) : undefined;
  const spread = known ? `${errors.length} forecast errors` : "spread of demand";
  return {
    mean: ahead.length === 0 ? mean : meanOver(ahead, protection),
    sd: known ? rootMeanSquare(errors) : (sd ?? 0),
    sigma: measured === undefined || measured.squareRootRule ? null : measured.sigma,
    counted: null,
    buckets: series,
    basis: `${ahead.length === 0 ? "history" : "forecast"}, ${spread}`,
  };
}

/** A fitted model takes the place of the mean only where it has missed clearly less. */
const clearlyLess = 0.95;
/** Two years of months, or as many buckets of another kind. */
const enoughForModel = 24;

/** The Theta model of the history where its one-step errors are clearly smaller than those of the mean: trend, season or a moving level. */
function fittedDemand(
  { series, bucket }: DemandTask,
  protection: number,
  sd: number,
): ExpectedDemand | undefined {
  if (series.length < enoughForModel) return undefined;
  const model = fitThetaModel(series, calendarSeason[bucket], "DOTM");
  const errors = series.map((actual, t) => actual - model.fitted[t]).filter((error) => !Number.isNaN(error));
  const size = rootMeanSquare(errors);
  if (!(size < clearlyLess * sd)) return undefined;
  const ahead = thetaForecast(model, Math.max(1, Math.ceil(protection)));
  const mean = meanOver(ahead, protection);
  if (!(mean > 0)) return undefined;
  return {
    mean,
    sd: size,
    sigma: size * Math.sqrt(errorsAddUp(protection, model.alpha)),
    counted: null,
    buckets: errors.map((error) => mean + error),
    basis: `history by the Theta model, its ${errors.length} errors`,
  };
}

/**
 * Variance of the sum of errors over a span, in variances of one: they are correlated where the level moves.
 * Source: Hyndman et al. (2008), eq. 6.12, for a level that moves by alpha.
 */
function errorsAddUp(span: number, alpha: number): number {
  if (span <= 1) return span;
  return span * (1 + alpha * (span - 1) + (alpha * alpha * (span - 1) * (2 * span - 1)) / 6);
}

/** Demand over the lead time, and over lead time and review, and how many buckets the latter are on average. */
function countedSpans({ series, bucket, leadTime, review, lessons }: DemandTask): {
  readonly spans: CountedSpans;
  readonly buckets: number;
} {
  const reviewed = Math.max(review, shortestReview);
  const after = (extra: number) => leadTime.typical.map((days) => daysToPeriods(days + extra, bucket));
  const mean = leadTime.typical.reduce((sum, days) => sum + days, 0) / leadTime.typical.length;
  const demandOver = countedDemand(series, lessons?.prior);
  return {
    spans: {
      review: daysToPeriods(reviewed, bucket),
      leadTime: demandOver(after(0)),
      protection: demandOver(after(reviewed)),
    },
    buckets: daysToPeriods(mean + reviewed, bucket),
  };
}

/** Mean a bucket over the coming span; what lies beyond the forecast is as its last bucket. */
function meanOver(ahead: readonly number[], span: number): number {
  let sum = 0;
  for (let t = 0; t < Math.max(span, 1); t++)
    sum += (ahead[t] ?? ahead[ahead.length - 1]) * Math.min(1, Math.max(span, 1) - t);
  return sum / Math.max(span, 1);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Standard deviation, units. */
export function spreadOf({ probabilities, unit, mean }: CountedDemand): number {
  const variance = probabilities.reduce((sum, chance, k) => sum + chance * (k * unit - mean) ** 2, 0);
  return Math.sqrt(variance);
}
