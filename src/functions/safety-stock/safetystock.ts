import { protectionMean, protectionSd, safetyStock } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { defineFunction, value } from "../define";
import {
  csl,
  dist,
  leadTime,
  leadTimeSd,
  mean,
  normalDoubtSteps,
  protectionStep,
  review,
  safetyFactorStep,
  sd,
} from "./shared-arguments";
import { shown } from "../shown";

export const safetystock = defineFunction({
  name: "SAFETYSTOCK",
  family: "safety-stock",
  summary: "Safety stock that meets a cycle service level.",
  notes: [
    "Cycle service level is the chance of no stockout in a replenishment cycle. For a share of units delivered use SAFETYSTOCK.FILLRATE.",
    "NORMAL gives k times the standard deviation of demand over lead time plus review, and 0 up to a service level of 50 %. GAMMA, NBINOM and POISSON take the quantile of that distribution less its mean.",
    "With a random lead time the normal form is an approximation: long tails of the lead time are underestimated.",
  ],
  args: { mean, sd, leadTime, csl, leadTimeSd, review, dist },
  vector: true,
  returns: value("Safety stock", "units"),
  source: [cite("silver-pyke-thomas-2017", "sections 6.7.5 and 6.10"), cite("burgin-1975", "for GAMMA")],
  examples: [
    { args: [50, 5, 6, 0.9, 2], returns: 129.11, within: 0.01, from: "1.28155 x sqrt(6 x 25 + 2500 x 4)" },
    {
      args: [50, 5, 6, 0.9, 2, 7],
      returns: 130.22,
      within: 0.01,
      from: "1.28155 x sqrt(13 x 25 + 2500 x 4)",
    },
    { args: [50, 5, 6, 0.4], returns: 0, from: "no safety stock up to 50 %" },
    { args: [3, 0, 1, 0.9, 0, 0, "POISSON"], returns: 2, from: "Poisson quantile 5 (scipy) less 3" },
    {
      args: [50, 5, 6, 95],
      returns: { error: "#VALUE!", message: "csl must be between 0 and 1 (write 0.95 or 95%), got 95" },
      from: "95 is not 95 %",
    },
  ],
  run: ({ csl: target, dist: distribution, ...item }) => safetyStock(item, target, distribution),
  explain: ({ csl: target, dist: distribution, ...item }) => {
    const result = safetyStock(item, target, distribution);
    const spread = protectionStep(item);
    if (distribution === "NORMAL") {
      const factor = safetyFactorStep(target);
      const formula = `max(0, ${shown(Number(factor.result))} x ${shown(protectionSd(item))})`;
      return [spread, factor, { label: "Safety stock", formula, result }, ...normalDoubtSteps(item)];
    }
    const average = protectionMean(item);
    return [
      {
        label: "Mean demand over the protection time",
        formula: `${shown(item.mean)} x (${shown(item.leadTime)} + ${shown(item.review)})`,
        result: average,
      },
      spread,
      {
        label: "Safety stock",
        formula: `max(0, ${distribution} quantile of ${shown(target)} - ${shown(average)})`,
        result,
      },
    ];
  },
});
