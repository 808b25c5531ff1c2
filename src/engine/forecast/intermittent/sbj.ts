import { cite } from "../../sources";
import { crostonRecursion } from "./croston-recursion";
import { defineIntermittentMethod } from "./intermittent-method";

/** Croston's ratio x (1 - beta / (2 - beta)), beta the weight of the interval: right for demand that arrives at random (Poisson). */
export const sbj = defineIntermittentMethod({
  id: "SBJ",
  label: "Shale-Boylan-Johnston: Croston for Poisson arrivals",
  source: [cite("shale-boylan-johnston-2006", "section 3")],
  weights: "shared",
  smooth: (demand, weights) => crostonRecursion(demand, weights, 1 - weights.beta / (2 - weights.beta)),
});
