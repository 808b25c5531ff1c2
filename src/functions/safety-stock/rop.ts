import { reorderPoint, safetyStock } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { defineFunction, value } from "../define";
import { csl, dist, leadTime, leadTimeSd, mean, protectionStep, sd } from "./shared-arguments";
import { shown } from "../shown";

export const rop = defineFunction({
  name: "ROP",
  family: "safety-stock",
  summary: "Reorder point: demand over the lead time plus safety stock for a cycle service level.",
  notes: [
    "Continuous review: the inventory position is compared with it all the time. For periodic review use ORDERUPTO.",
  ],
  args: { mean, sd, leadTime, csl, leadTimeSd, dist },
  vector: true,
  returns: value("Reorder point", "units"),
  source: cite("silver-pyke-thomas-2017", "section 6.7"),
  examples: [{ args: [50, 5, 6, 0.9, 2], returns: 429.11, within: 0.01, from: "50 x 6 + 129.11" }],
  run: ({ csl: target, dist: distribution, ...item }) => reorderPoint(item, target, distribution),
  explain: ({ csl: target, dist: distribution, ...item }) => {
    const stock = safetyStock({ ...item, review: 0 }, target, distribution);
    return [
      protectionStep({ ...item, review: 0 }),
      {
        label: "Safety stock",
        formula: `${distribution} at a cycle service level of ${shown(target)}`,
        result: stock,
      },
      {
        label: "Reorder point",
        formula: `${shown(item.mean)} x ${shown(item.leadTime)} + ${shown(stock)}`,
        result: reorderPoint(item, target, distribution),
      },
    ];
  },
});
