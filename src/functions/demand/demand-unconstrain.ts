import { unconstrainDemand, unconstrainMethods } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { choice, optional, pairedSeries } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { orBlank } from "../or-blank";
import { periodHistory } from "./period-history";

export const demandUnconstrain = defineFunction({
  name: "DEMAND.UNCONSTRAIN",
  family: "demand",
  summary:
    "What would have been sold with stock all the time, from sales and the share of each period in stock.",
  notes: [
    "RATE: sales over the share of the period in stock; a period without any stock gets the mean rate, all sales over all shares.",
    "BAYES: sales plus what the missing share would have brought, at a rate between the period's own and that of the periods around it. The less of a period was seen, the more its neighbours count; how much rates differ between periods is measured from the history. Better where shares are small or demand is low; demand must be counted in units. A period without any stock gets the rate around it.",
    "Never less than was sold. A blank stays blank, unless instock is 0 there: then it is estimated. Lost sales only: demand that came back later is counted twice.",
  ],
  args: {
    demand: periodHistory("Sales of each period", { min: 0 }),
    instock: pairedSeries("Share of the period in stock", { unit: "fraction", rule: { min: 0, max: 1 } }),
    method: optional(choice("How the missing part is estimated", unconstrainMethods), "RATE"),
  },
  returns: valueSeries("Unconstrained demand", "units per period"),
  source: [
    cite("silver-pyke-thomas-2017", "ch. 3, on lost sales in demand data"),
    cite("clayton-kaldor-1987", "section 2, for BAYES"),
  ],
  examples: [
    {
      args: [[[100, 45, 0, 90]], [[1, 0.5, 0, 1]]],
      returns: [[100, 90, 94, 90]],
      from: "45 / 0.5; (100 + 45 + 90) / 2.5 = 94",
    },
    {
      args: [[[8], [2], [8]], [[1], [0.5], [1]], "BAYES"],
      returns: [[8], [5.6], [8]],
      from: "rates differ by no more than chance: 2 + half a period at 18 / 2.5 = 7.2",
    },
    {
      args: [[[5, 3]], [[0, 0]]],
      returns: {
        error: "#N/A",
        message: "instock must be above 0 in at least one period with demand, got 0",
      },
      from: "never in stock",
    },
  ],
  run: ({ demand, instock, method }) => unconstrainDemand(demand, instock, method).map(orBlank),
  explain: ({ demand, instock, method }) => {
    const all = unconstrainDemand(demand, instock, method);
    const total = (units: readonly number[]) =>
      units.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
    return [
      { label: "Recorded sales", formula: "sum of demand", result: total(demand) },
      {
        label: "Periods not wholly in stock",
        formula: "instock below 1",
        result: instock.filter((share) => share < 1).length,
      },
      {
        label: "Lost sales",
        formula: `estimates (${method}) less sales`,
        result: total(all) - total(demand),
      },
    ];
  },
});
