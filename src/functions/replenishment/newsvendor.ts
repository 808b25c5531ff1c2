import { criticalRatio, newsvendor, newsvendorOfScenarios } from "../../engine/replenishment";
import { demandDistributions } from "../../engine/math/demand-distribution";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, money, number, numbers, optional, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { shown } from "../shown";
import { orWhole } from "../whole-argument";

const distributions = [...demandDistributions, "EMPIRICAL"] as const;

export const newsvendorFunction = defineFunction({
  name: "NEWSVENDOR",
  family: "replenishment",
  summary: "Stock for one season that balances the cost of a unit too few against one too many.",
  notes: [
    "The answer is the smallest level that suffices with a chance of at least underage / (underage + overage): a whole number for POISSON, NBINOM and whole scenarios. It is not rounded otherwise.",
    "With a leadTime it is the level to order up to every period when orders arrive leadTime periods later: it must last for leadTime + 1 periods of independent demand with this mean and sd each. LOGNORMAL is then fitted to the mean and sd of the sum.",
    "EMPIRICAL takes mean as a row or column of scenarios, each as likely as the others; sd is then left blank. POISSON needs no sd.",
  ],
  args: {
    mean: orWhole(
      quantity("Mean demand of the season"),
      { argument: "dist", is: "EMPIRICAL" },
      numbers("Scenarios of demand", "units", { min: 0 }),
    ),
    sd: mayBeBlank(quantity("Standard deviation of demand"), "the distribution has none of its own"),
    underage: money("Cost of one unit too few: margin lost", { above: 0 }),
    overage: money("Cost of one unit too many: cost less salvage", { above: 0 }),
    dist: optional(choice("Distribution of demand", distributions), "NORMAL"),
    leadTime: optional(number("Periods from order to arrival", "periods", { min: 0, max: 1000 }), 0),
  },
  vector: true,
  returns: value("Stock for the season", "units"),
  source: [cite("snyder-shen-2019", "section 4.3"), cite("silver-pyke-thomas-2017", "section 9.2")],
  examples: [
    { args: [50, 8, 0.7, 0.18], returns: 56.604, within: 0.001, from: "Snyder and Shen, example 4.3" },
    { args: [50, null, 1, 1, "POISSON"], returns: 50, from: "median of Poisson 50 (scipy)" },
    {
      args: [[[10], [30], [20], [40]], null, 3, 1, "EMPIRICAL"],
      returns: 30,
      from: "3 of 4 scenarios are met",
    },
    {
      args: [[[0], [10]], null, 3, 1, "EMPIRICAL", 1],
      returns: 10,
      from: "two periods sum to 0, 10, 10, 20: 3 of 4 are at most 10",
    },
    {
      args: [6, null, 4, 1, "POISSON", 3],
      returns: 28,
      from: "Poisson 24: P(X <= 27) = 0.768, P(X <= 28) = 0.823 (scipy)",
    },
    {
      args: [50, null, 1, 1],
      returns: { error: "#VALUE!", message: "sd must be given for NORMAL, got a blank" },
      from: "a normal needs its spread",
    },
  ],
  run: (args) => levelOf(args),
  explain: (args) => {
    const { underage, overage, dist, leadTime } = args;
    return [
      {
        label: "Critical ratio",
        formula: `${shown(underage)} / (${shown(underage)} + ${shown(overage)})`,
        result: criticalRatio(underage, overage),
      },
      {
        label: leadTime > 0 ? "Order-up-to level" : "Stock for the season",
        formula: `${dist} quantile at the critical ratio${leadTime > 0 ? `, of ${shown(leadTime + 1)} periods` : ""}`,
        result: levelOf(args),
      },
    ];
  },
});

interface Parsed {
  readonly mean: number | readonly number[];
  readonly sd: number | undefined;
  readonly underage: number;
  readonly overage: number;
  readonly dist: (typeof distributions)[number];
  readonly leadTime: number;
}

function levelOf({ mean, sd, underage, overage, dist, leadTime }: Parsed): number {
  if (dist === "EMPIRICAL")
    return newsvendorOfScenarios(mean as readonly number[], underage, overage, leadTime);
  if (sd === undefined && dist !== "POISSON") throw invalidInput("sd", `must be given for ${dist}`, sd);
  const demand = { mean: mean as number, sd: sd ?? 0, distribution: dist, leadTime };
  return newsvendor(demand, underage, overage);
}
