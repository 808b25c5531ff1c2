import type { Interval } from "../method";
import { normalInterval } from "../normal-interval";
import type { EtsModel } from "./model";
import { pointForecasts } from "./point-forecast";
import { simulatedQuantiles } from "./simulate";
import { hasMoments, moments } from "./variance";

/**
 * Interval that holds `level` of the outcomes of each period, if the form and its weights are right: normal around the exact mean where
 * mean and variance are known, simulated otherwise. What weights and form themselves may be wrong by is not in it.
 */
export function predictionInterval(model: EtsModel, horizon: number, level: number, seed: number): Interval {
  if (hasMoments(model.form)) {
    const path = pointForecasts(model.form, model.weights.phi, model.end, horizon);
    const { mean, variance } = moments(model, path);
    return normalInterval(mean, variance, level);
  }
  const quantiles = simulatedQuantiles(model, horizon, [(1 - level) / 2, (1 + level) / 2], seed);
  return { low: quantiles.map(([low]) => low), high: quantiles.map(([, high]) => high) };
}
