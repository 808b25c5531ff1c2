import { safetyStockDrivers } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { defineFunction, row } from "../define";
import {
  csl,
  leadTime,
  leadTimeSd,
  mean,
  protectionStep,
  review,
  safetyFactorStep,
  sd,
} from "./shared-arguments";

export const safetystockDrivers = defineFunction({
  name: "SAFETYSTOCK.DRIVERS",
  family: "safety-stock",
  summary: "Safety stock and the share of its variance that demand, lead time and review interval cause.",
  notes: [
    "Shares are of variance and sum to 1. Demand belongs to the planner, lead time to the supplier, review to the buyer.",
  ],
  args: { mean, sd, leadTime, csl, leadTimeSd, review },
  vector: true,
  returns: row("Drivers", "units and fractions", [
    "safety stock",
    "demand share",
    "lead time share",
    "review share",
  ]),
  source: cite("silver-pyke-thomas-2017", "section 6.10"),
  examples: [
    {
      args: [50, 5, 6, 0.9, 2],
      returns: [[129.11274, 0.014778, 0.985222, 0]],
      within: 0.0001,
      from: "150 and 10,000 of 10,150",
    },
  ],
  run: ({ csl: target, ...item }) => {
    const drivers = safetyStockDrivers(item, target);
    return [drivers.safetyStock, drivers.demandShare, drivers.leadTimeShare, drivers.reviewShare];
  },
  explain: ({ csl: target, ...item }) => {
    const drivers = safetyStockDrivers(item, target);
    return [
      protectionStep(item),
      safetyFactorStep(target),
      { label: "Safety stock", formula: "k x standard deviation", result: drivers.safetyStock },
      {
        label: "Share of lead time",
        formula: "mean^2 x lead time sd^2 / variance",
        result: drivers.leadTimeShare,
      },
    ];
  },
});
