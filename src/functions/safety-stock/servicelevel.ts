import { cycleServiceLevel, protectionSd } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { leadTime, leadTimeSd, mean, protectionStep, review, sd } from "./shared-arguments";
import { shown } from "../shown";

export const servicelevel = defineFunction({
  name: "SERVICELEVEL",
  family: "safety-stock",
  summary: "Cycle service level that a safety stock gives: the inverse of SAFETYSTOCK.",
  args: { safetyStock: quantity("Safety stock held", {}), mean, sd, leadTime, leadTimeSd, review },
  vector: true,
  returns: value("Cycle service level", "fraction"),
  source: cite("silver-pyke-thomas-2017", "section 6.7.5"),
  examples: [
    {
      args: [129.11274, 50, 5, 6, 2],
      returns: 0.9,
      within: 1e-6,
      from: "inverse of SAFETYSTOCK(50,5,6,0.9,2)",
    },
    { args: [0, 50, 5, 6], returns: 0.5, from: "half of the cycles run short without safety stock" },
  ],
  run: ({ safetyStock, ...item }) => cycleServiceLevel(safetyStock, item),
  explain: ({ safetyStock, ...item }) => [
    protectionStep(item),
    {
      label: "Cycle service level",
      formula: `normal cdf of ${shown(safetyStock)} / ${shown(protectionSd(item))}`,
      result: cycleServiceLevel(safetyStock, item),
    },
  ],
});
