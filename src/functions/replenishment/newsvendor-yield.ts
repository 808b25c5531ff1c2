import { stockUnderYield, yieldTypes } from "../../engine/replenishment";
import { lossFunctionsOf, uniformLossFunctions, type LossFunctions } from "../../engine/math/loss";
import { cite } from "../../engine/sources";
import { choice, money, number, optional, quantity } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";

const distributions = ["NORMAL", "UNIFORM", "GAMMA"] as const;

export const newsvendorYield = defineFunction({
  name: "NEWSVENDOR.YIELD",
  family: "replenishment",
  summary: "What to order up to for a known demand when not exactly what was ordered arrives, and its cost.",
  notes: [
    "ADDITIVE: so many units more arrive whatever was ordered, fewer where negative. MULTIPLICATIVE: a share of the order arrives, yieldMean on average; the answer is then what to order where nothing is in stock.",
    "The yield is NORMAL, UNIFORM or GAMMA with this mean and standard deviation. A share cannot be negative: for MULTIPLICATIVE choose a distribution that hardly ever is.",
  ],
  args: {
    demand: quantity("Demand, known", { above: 0 }),
    underage: money("Cost of one unit short", { above: 0 }),
    overage: money("Cost of one unit left", { above: 0 }),
    yieldMean: number("Mean yield: units on top of the order, or arrived per unit ordered", "as type says"),
    yieldSd: number("Standard deviation of the yield", "as type says", { min: 0 }),
    type: optional(choice("ADDITIVE or MULTIPLICATIVE", yieldTypes), "ADDITIVE"),
    dist: optional(choice("Distribution of the yield", distributions), "NORMAL"),
  },
  vector: true,
  returns: row("Order", "units, money", ["level", "cost"]),
  source: [
    cite("snyder-shen-2019", "section 9.3.3, equations 9.27 and 9.28"),
    cite("yano-lee-1995", "section 2.1, for MULTIPLICATIVE"),
  ],
  examples: [
    {
      args: [1500000, 75, 15, 0, 288675.13459481288, "ADDITIVE", "UNIFORM"],
      returns: [[1833333.3333333, 6250000]],
      within: 1e-3,
      from: "Snyder and Shen, example 9.6: yield uniform on -500,000 to 500,000; S 1,833,333, cost 6,250,000",
    },
    {
      args: [100, 9, 1, 0.9, 0, "MULTIPLICATIVE"],
      returns: [[111.1111111111, 0]],
      within: 1e-9,
      from: "a sure yield of nine tenths: 100 / 0.9",
    },
    {
      args: [100, 3, 1, 0.75, 0.14433756729740643, "MULTIPLICATIVE", "UNIFORM"],
      returns: [[151.185789204, 29.150262213]],
      within: 1e-6,
      from: "yield uniform on 0.5 to 1: E[Z; Z <= z] = z^2 - 0.25 = 0.25 x 0.75; z = sqrt(0.4375); scipy",
    },
  ],
  run: (args) => {
    const { level, cost } = stockOf(args);
    return [level, cost];
  },
  explain: (args) => {
    const { level, cost } = stockOf(args);
    const { underage, overage, demand, type } = args;
    return [
      {
        label: "Chance to have less than demand",
        formula: `${shown(overage)} / (${shown(overage)} + ${shown(underage)})${type === "ADDITIVE" ? "" : ", in units that arrive"}`,
        result: overage / (overage + underage),
      },
      {
        label: "What to order up to",
        formula:
          type === "ADDITIVE"
            ? `${shown(demand)} - the yield at that chance`
            : `${shown(demand)} / the yield at that chance`,
        result: level,
      },
      { label: "Expected cost", formula: "units left x overage + units short x underage", result: cost },
    ];
  },
});

interface Parsed {
  readonly demand: number;
  readonly underage: number;
  readonly overage: number;
  readonly yieldMean: number;
  readonly yieldSd: number;
  readonly type: (typeof yieldTypes)[number];
  readonly dist: (typeof distributions)[number];
}

function stockOf({ demand, underage, overage, yieldMean, yieldSd, type, dist }: Parsed) {
  const yielded = yieldOf(dist, yieldMean, yieldSd);
  return stockUnderYield({ demand, shortage: underage, holding: overage, yielded, type });
}

/** By mean and standard deviation; a uniform reaches sqrt(3) standard deviations either way. */
function yieldOf(dist: Parsed["dist"], mean: number, sd: number): LossFunctions {
  if (dist !== "UNIFORM" || sd === 0) return lossFunctionsOf(dist === "UNIFORM" ? "NORMAL" : dist, mean, sd);
  const reach = Math.sqrt(3) * sd;
  return uniformLossFunctions(mean - reach, mean + reach);
}
