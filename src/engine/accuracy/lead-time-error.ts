import { PlanningError, invalidInput } from "../errors";
import type { Series } from "../demand";
import { completePeriods } from "./interval-scores";

export interface LeadTimeSigma {
  /** Standard deviation of the error summed over the lead time, in units. */
  readonly sigma: number;
  /** Lead-time windows in the history, overlapping. */
  readonly windows: number;
  /** Too few windows: sigma is the standard deviation of one period times the square root of the lead time. */
  readonly squareRootRule: boolean;
}

/** With fewer windows their deviation says less than the square-root rule. */
const enoughWindows = 8;

/**
 * Standard deviation of forecast error over the lead time, measured directly: errors are summed over every run of lead-time
 * consecutive periods and the sample deviation (n - 1) of the sums is taken. Errors of one period that hang together make it larger
 * than sqrt(leadTime) times their deviation, which is what safety stock would otherwise be too small by.
 * Source: Silver, Pyke and Thomas (2017), ch. 3, on errors over the lead time.
 * A lead time between two whole numbers takes the variance in between. A run with a missing period is left out.
 */
export function leadTimeErrorSigma(actual: Series, forecast: Series, leadTime: number): LeadTimeSigma {
  if (!(leadTime >= 0)) throw invalidInput("leadTime", "must be at least 0", leadTime);
  const complete = completePeriods({ actual, forecast });
  const errors = actual.map((a, t) => forecast[t] - a);
  if (complete.length < 2) {
    const message = "actual and forecast must share at least two periods, got one";
    throw new PlanningError("insufficient-data", "actual", message);
  }
  const below = Math.floor(leadTime);
  const above = Math.ceil(leadTime);
  const sums = windowSums(errors, Math.max(above, 1));
  if (sums.length < enoughWindows) {
    const variance = sampleVariance(windowSums(errors, 1));
    return { sigma: Math.sqrt(leadTime * variance), windows: sums.length, squareRootRule: true };
  }
  const upper = above === 0 ? 0 : sampleVariance(sums);
  const lower = below === above ? upper : below === 0 ? 0 : sampleVariance(windowSums(errors, below));
  const variance = lower + (leadTime - below) * (upper - lower);
  return { sigma: Math.sqrt(variance), windows: sums.length, squareRootRule: false };
}

/** Sums over every run of `length` consecutive periods without a missing one. */
function windowSums(errors: readonly number[], length: number): number[] {
  const sums: number[] = [];
  for (let start = 0; start + length <= errors.length; start++) {
    let sum = 0;
    for (let t = start; t < start + length; t++) sum += errors[t];
    if (!Number.isNaN(sum)) sums.push(sum);
  }
  return sums;
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
}
