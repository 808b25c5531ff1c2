import { poolingSaving as saving } from "../../engine/network";
import { cite } from "../../engine/sources";
import { number, numbers, optional } from "../arguments";
import { defineFunction, value } from "../define";

export const poolingSaving = defineFunction({
  name: "POOLING.SAVING",
  family: "network",
  summary: "Share of safety stock saved when several sites share one stock.",
  notes: [
    "1 - sd of the sum / sum of the sds, at equal service and lead times. The correlation is the same between any two sites; no n sites can all be correlated by less than -1 / (n - 1).",
  ],
  args: {
    sds: numbers("Standard deviation of demand at each site", "units per period", { min: 0 }),
    correlation: optional(number("Correlation between any two sites", "number", { min: -1, max: 1 }), 0),
  },
  returns: value("Saving", "fraction"),
  source: cite("eppen-1979", "section 3"),
  examples: [
    { args: [[[10], [10], [10], [10]]], returns: 0.5, from: "1 - sqrt(4) / 4" },
    { args: [[[10], [10], [10], [10]], 1], returns: 0, from: "nothing evens out" },
    { args: [[[30], [40]]], returns: 0.2857142857142857, from: "1 - 50 / 70" },
    {
      args: [[[10], [10], [10]], -0.9],
      returns: { error: "#VALUE!", message: "correlation must be at least -0.5 for 3 sites, got -0.9" },
      from: "three sites cannot all move against each other",
    },
  ],
  run: ({ sds, correlation }) => saving(sds, correlation),
});
