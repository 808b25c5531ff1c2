import { criticalRatio, newsvendor, newsvendorOfScenarios } from "../../engine/replenishment";
import { demandDistributions } from "../../engine/math/demand-distribution";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, money, numbers, optional, quantity } from "../arguments";
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
      args: [50, null, 1, 1],
      returns: { error: "#VALUE!", message: "sd must be given for NORMAL, got a blank" },
      from: "a normal needs its spread",
    },
  ],
  run: ({ mean, sd, underage, overage, dist }) => {
    if (dist === "EMPIRICAL") return newsvendorOfScenarios(mean as readonly number[], underage, overage);
    if (sd === undefined && dist !== "POISSON") throw invalidInput("sd", `must be given for ${dist}`, sd);
    return newsvendor(mean as number, sd ?? 0, underage, overage, dist);
  },
  explain: ({ mean, sd, underage, overage, dist }) => [
    {
      label: "Critical ratio",
      formula: `${shown(underage)} / (${shown(underage)} + ${shown(overage)})`,
      result: criticalRatio(underage, overage),
    },
    {
      label: "Stock for the season",
      formula: `${dist} quantile at the critical ratio`,
      result:
        dist === "EMPIRICAL"
          ? newsvendorOfScenarios(mean as readonly number[], underage, overage)
          : newsvendor(mean as number, sd ?? 0, underage, overage, dist),
    },
  ],
});
