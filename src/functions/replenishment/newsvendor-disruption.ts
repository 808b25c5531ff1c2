import { disruptedBaseStock } from "../../engine/replenishment";
import { demandDistributions } from "../../engine/math/demand-distribution";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, count, money, number, optional, probability, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { shown } from "../shown";

export const newsvendorDisruption = defineFunction({
  name: "NEWSVENDOR.DISRUPTION",
  family: "replenishment",
  summary: "Level to order up to every period when the supplier is down at times, and its cost per period.",
  notes: [
    "Every period with working supply orders up to the level; the order arrives leadTime periods later. downProb is the chance that a supplier who works is down in the next period, upProb that one who is down is up again. What cannot be delivered waits; costs count at the end of the period.",
    "With sd 0 or blank the demand is certain and the level whole periods of it. Otherwise the level is the critical quantile of demand over the periods an outage and the lead time last. Whole units for POISSON and NBINOM.",
  ],
  args: {
    mean: number("Mean demand per period", "units per period", { above: 0 }),
    sd: mayBeBlank(
      quantity("Standard deviation of demand per period"),
      "certain demand, or none of the distribution's own",
    ),
    underage: money("Cost of one unit short at the end of a period", { above: 0 }),
    overage: money("Cost of one unit left at the end of a period", { above: 0 }),
    downProb: probability("Chance that working supply is down in the next period"),
    upProb: probability("Chance that supply that is down is up in the next period"),
    dist: optional(choice("Distribution of demand per period", demandDistributions), "NORMAL"),
    leadTime: optional(count("Periods from order to arrival", "periods", { min: 0, max: 1000 }), 0),
  },
  vector: true,
  returns: row("Base stock", "units, money per period", ["level", "cost"]),
  source: [
    cite("snyder-shen-2019", "section 9.2.3, equations 9.14 to 9.18"),
    cite("tomlin-2006", "section 4"),
  ],
  examples: [
    {
      args: [2000, null, 3, 0.25, 0.04, 0.25],
      returns: [[8000, 2737.0689655]],
      within: 1e-6,
      from: "Snyder and Shen, example 9.3: S 8,000, cost 2,737.07",
    },
    {
      args: [20, 5, 18, 2, 0.1, 0.6],
      returns: [[39.933189307, 73.428902431]],
      within: 1e-6,
      from: "mixture of normal demands summed over 200 lengths of outage, root by bisection (scipy)",
    },
  ],
  run: (args) => {
    const { level, cost } = baseStockOf(args);
    return [level, cost];
  },
  explain: (args) => {
    const { level, cost } = baseStockOf(args);
    const { underage, overage, downProb, upProb } = args;
    return [
      {
        label: "Share of periods with the supplier down",
        formula: `${shown(downProb)} / (${shown(downProb)} + ${shown(upProb)})`,
        result: downProb / (downProb + upProb),
      },
      {
        label: "Critical ratio",
        formula: `${shown(underage)} / (${shown(underage)} + ${shown(overage)})`,
        result: underage / (underage + overage),
      },
      {
        label: "Level",
        formula: "quantile of demand over outage, lead time and one period",
        result: level,
      },
      { label: "Cost per period", formula: "mean over the lengths of outage", result: cost },
    ];
  },
});

interface Parsed {
  readonly mean: number;
  readonly sd: number | undefined;
  readonly underage: number;
  readonly overage: number;
  readonly downProb: number;
  readonly upProb: number;
  readonly dist: (typeof demandDistributions)[number];
  readonly leadTime: number;
}

function baseStockOf({ sd, underage, overage, downProb, upProb, dist, ...rest }: Parsed) {
  if (sd === undefined && dist !== "POISSON" && dist !== "NORMAL")
    throw invalidInput("sd", `must be given for ${dist}`, sd);
  return disruptedBaseStock({
    ...rest,
    sd: sd ?? 0,
    distribution: dist,
    shortage: underage,
    holding: overage,
    failure: downProb,
    recovery: upProb,
  });
}
