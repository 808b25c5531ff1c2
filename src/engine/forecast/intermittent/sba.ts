import { cite } from "../../sources";
import { crostonRecursion } from "./croston-recursion";
import { defineIntermittentMethod } from "./intermittent-method";

/** Croston's ratio x (1 - beta / 2), beta the weight of the interval: nearly without bias while demand lives. */
export const sba = defineIntermittentMethod({
  id: "SBA",
  label: "Syntetos-Boylan: Croston with its bias taken out",
  source: [cite("syntetos-boylan-2005", "equation 8")],
  weights: "shared",
  smooth: (demand, weights) => crostonRecursion(demand, weights, 1 - weights.beta / 2),
});
