import { achievedService } from "../../engine/safety-stock";
import { demandDistributions, type DemandDistribution } from "../../engine/math/demand-distribution";
import { lossFunctionsOf, type LossFunctions } from "../../engine/math/loss";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

export const serviceAchieved = defineFunction({
  name: "SERVICE.ACHIEVED",
  family: "safety-stock",
  summary: "Cycle service level, fill rate and ready rate of a reorder point and lot.",
  notes: [
    "Continuous review, backorders, lots of q ordered when the position falls to the reorder point. Exact: shortages left over from the cycle before are not counted twice.",
    "The ready rate equals the fill rate here because demand is taken as a flow of single units; where customers take many units at once, fewer units than this are served at once.",
  ],
  args: {
    rop: number("Reorder point", "units"),
    q: quantity("Order quantity", { above: 0 }),
    meanLt: quantity("Mean demand over the lead time"),
    sdLt: optional(
      quantity("Standard deviation of demand over the lead time; blank for POISSON"),
      undefined,
      "none",
    ),
    dist: optional(choice("Distribution of demand over the lead time", demandDistributions), "NORMAL"),
  },
  vector: true,
  returns: row("Service", "fractions", ["cycle service level", "fill rate", "ready rate"]),
  source: [
    cite("hadley-whitin-1963", "sections 4-7 and 4-9"),
    cite("silver-pyke-thomas-2017", "section 6.7"),
  ],
  examples: [
    {
      args: [500, 500, 400, 100],
      returns: [[0.841344746, 0.983336905914, 0.983336905914]],
      within: 1e-9,
      from: "k = 1: cdf 0.8413; 1 - 100 [G(1) - G(6)] / 500, mpmath",
    },
    {
      args: [3, 5, 3, null, "POISSON"],
      returns: [[0.647231888782, 0.866632830422, 0.866632830422]],
      within: 1e-11,
      from: "mean of P(X <= y) over y = 3 ... 7: 0.6472, 0.8153, 0.9161, 0.9665, 0.9881 by Poisson tables",
    },
  ],
  run: ({ rop, q, meanLt, sdLt, dist }) => {
    const service = achievedService(leadTimeDemand(dist, meanLt, sdLt), rop, q);
    return [service.cycleServiceLevel, service.fillRate, service.readyRate];
  },
  explain: ({ rop, q, meanLt, sdLt, dist }) => {
    const demand = leadTimeDemand(dist, meanLt, sdLt);
    const service = achievedService(demand, rop, q);
    return [
      {
        label: "Cycle service level",
        formula: `${dist} chance that demand over the lead time is at most ${shown(rop)}`,
        result: service.cycleServiceLevel,
      },
      { label: "Units short at the reorder point", formula: "n(r)", result: demand.short(rop) },
      { label: "Units short a lot above it", formula: "n(r + Q)", result: demand.short(rop + q) },
      {
        label: "Fill rate and ready rate",
        formula: `1 - [n(r) - n(r + Q)] / ${shown(q)}`,
        result: service.fillRate,
      },
    ];
  },
});

function leadTimeDemand(dist: DemandDistribution, mean: number, sd: number | undefined): LossFunctions {
  if (sd === undefined && dist !== "POISSON") throw invalidInput("sdLt", `must be given for ${dist}`, sd);
  return lossFunctionsOf(dist, mean, sd ?? 0);
}
