import { cite } from "../../sources";
import { crostonRecursion } from "./croston-recursion";
import { defineIntermittentMethod } from "./intermittent-method";

/** Size over interval. About alpha / 2 too high on average: SBA and SBJ mend that. */
export const croston = defineIntermittentMethod({
  id: "CROSTON",
  label: "Croston: size over interval",
  source: [cite("croston-1972", "equations 6 and 7")],
  weights: "shared",
  smooth: (demand, weights) => crostonRecursion(demand, weights, 1),
});
