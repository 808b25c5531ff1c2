import { cite } from "../../sources";
import { defineIntermittentMethod } from "./intermittent-method";
import { type Smoothed, type Weights, demandSizes } from "./recursion";

/** Probability x size, the probability moved in every period: the one method here whose forecast falls while demand stays away. */
export const tsb = defineIntermittentMethod({
  id: "TSB",
  label: "Teunter-Syntetos-Babai: probability times size, fades with dead items",
  source: [cite("teunter-syntetos-babai-2011", "equations 4 and 5")],
  weights: "separate",
  smooth: tsbRecursion,
});

/** Starts at the first size and, before the first period, at the share of periods with demand in the whole history. */
function tsbRecursion(demand: Float64Array, { alpha, beta }: Weights): Smoothed {
  const sizes = demandSizes(demand);
  const fitted = new Float64Array(demand.length);
  if (sizes.length === 0) return { rate: 0, fitted, states: {} };
  let [size] = sizes;
  let probability = sizes.length / demand.length;
  for (let t = 0; t < demand.length; t++) {
    fitted[t] = probability * size;
    probability += beta * ((demand[t] > 0 ? 1 : 0) - probability);
    if (demand[t] > 0) size += alpha * (demand[t] - size);
  }
  return { rate: probability * size, fitted, states: { size, probability } };
}
