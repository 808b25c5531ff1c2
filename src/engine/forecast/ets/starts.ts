import { type EtsForm, hasSeason, hasTrend } from "./form";
import type { FitStart } from "./form-fitter";

const starts = (...rows: readonly (readonly [number, number, number, number])[]): readonly FitStart[] =>
  rows.map(([alpha, betaShare, gammaShare, phi]) => ({ alpha, betaShare, gammaShare, phi }));

/** Weights to set out from: the likelihood of exponential smoothing has several hills, mostly told apart by these. */
const level = starts([0.05, 0, 0, 1], [0.4, 0, 0, 1], [0.95, 0, 0, 1]);
const trend = starts(
  [0.05, 0.02, 0, 0.97],
  [0.15, 0.5, 0, 0.97],
  [0.02, 0.95, 0, 0.97],
  [0.4, 0.05, 0, 0.97],
  [0.6, 0.4, 0, 0.9],
  [0.95, 0.02, 0, 0.97],
  [0.97, 0.6, 0, 0.85],
);
const season = starts(
  [0.2, 0, 0.05, 1],
  [0.6, 0, 0.1, 1],
  [0.95, 0, 0.02, 1],
  [0.05, 0, 0.02, 1],
  [0.3, 0, 0.5, 1],
  [0.4, 0, 0.9, 1],
);
const trendAndSeason = starts(
  [0.2, 0.1, 0.05, 0.97],
  [0.6, 0.05, 0.1, 0.97],
  [0.95, 0.02, 0.02, 0.9],
  [0.95, 0.5, 0.02, 0.9],
  [0.05, 0.02, 0.02, 0.97],
  [0.3, 0.3, 0.5, 0.85],
  [0.4, 0.01, 0.9, 0.97],
  [0.02, 0.9, 0.3, 0.97],
);

export function fitStarts(form: EtsForm): readonly FitStart[] {
  if (hasSeason(form)) return hasTrend(form) ? trendAndSeason : season;
  return hasTrend(form) ? trend : level;
}
