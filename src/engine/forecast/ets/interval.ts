import { normalQuantile } from "../../math/normal";
import type { Interval } from "../method";
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
    const z = normalQuantile((1 + level) / 2);
    const half = variance.map((value) => z * Math.sqrt(Math.max(0, value)));
    return { low: mean.map((value, i) => value - half[i]), high: mean.map((value, i) => value + half[i]) };
  }
  const quantiles = simulatedQuantiles(model, horizon, [(1 - level) / 2, (1 + level) / 2], seed);
  return { low: quantiles.map(([low]) => low), high: quantiles.map(([, high]) => high) };
}
