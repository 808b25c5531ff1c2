import { simulateService } from "../../engine/simulation";
import { demandDistributions } from "../../engine/math/demand-distribution";
import { demandDraws, scenarioDraws } from "../../engine/math/random-demand";
import { insufficientData, invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, count, flag, number, numbers, optional, periods, quantity } from "../arguments";
import { defineFunction, table } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { orWhole } from "../whole-argument";
import { controlRule, policies } from "./control-rule";

const distributions = [...demandDistributions, "EMPIRICAL"] as const;

export const simulateServiceFunction = defineFunction({
  name: "SIMULATE.SERVICE",
  family: "replenishment",
  summary: "What a stock policy delivers in the long run: service, stock and orders, with standard errors.",
  notes: [
    "First row: cycle service level, unit fill rate, ready rate (share of periods that end with stock), mean stock and mean backorders at the end of the periods, orders per period. Second row: their standard errors. The truth lies within two of them in 95 of 100 cases.",
    "Each period receives what is due, reviews and orders, then meets its demand, as in SIMULATE.POLICY. 50 runs of their own begin with full stock and are measured once that is forgotten; together they are measured over periods. The same seed gives the same answer.",
    "Demand of the periods is independent; a NORMAL demand below 0 counts as 0. EMPIRICAL takes mean as a list of demands, each as likely as the others. leadTime is a whole number, or a list of which one is drawn for each order; with leadTimeSd it is drawn from a gamma distribution and rounded.",
  ],
  args: {
    mean: orWhole(
      number("Mean demand per period", "units per period", { min: 0 }),
      { argument: "dist", is: "EMPIRICAL" },
      numbers("Demands of a period", "units per period", { min: 0 }),
    ),
    sd: mayBeBlank(
      quantity("Standard deviation of demand per period"),
      "the distribution has none of its own",
    ),
    leadTime: numbers("Lead time, or past lead times to draw from", "periods", { min: 0, max: 1000 }),
    policy: choice("SQ, SS or RS, as in SIMULATE.POLICY", policies),
    s: mayBeBlank(number("Reorder point", "units"), "RS has none"),
    qOrS: number("Lot for SQ, order-up-to level for SS and RS", "units"),
    dist: optional(choice("Distribution of demand per period", distributions), "NORMAL"),
    leadTimeSd: optional(periods("Standard deviation of the lead time"), 0),
    review: optional(count("Periods between reviews", "periods", { min: 1, max: 1000 }), 1),
    periods: optional(count("Periods to measure", "periods", { min: 1000, max: 20_000_000 }), 1_000_000),
    shortage: optional(
      choice("BACKORDER, or LOST where customers do not wait", ["BACKORDER", "LOST"]),
      "BACKORDER",
    ),
    seed: optional(count("Seed of the drawing", "a whole number", { min: 0, max: 2_147_483_647 }), 1),
    moq: optional(quantity("Minimum order quantity"), 0),
    multiple: optional(quantity("Pack size an order must be a multiple of; 0 for none"), 0),
    header: optional(flag("TRUE puts column names on top"), false),
  },
  heavy: true,
  returns: table("Service", "fractions, units, orders per period", [
    "cycle service level",
    "fill rate",
    "ready rate",
    "average stock",
    "average backorders",
    "orders per period",
  ]),
  source: [cite("law-2015", "sections 9.5.1 and 9.5.2"), cite("silver-pyke-thomas-2017", "section 6.6")],
  examples: [
    {
      args: [10, 0, [[2]], "SQ", 20, 40, "NORMAL", 0, 1, 1000],
      returns: [
        [1, 1, 0.75, 15, 0, 0.25],
        [0, 0, 0, 0, 0, 0],
      ],
      from: "by hand: with 10 a period, ordered at 20, it ends periods at 10, 0, 30, 20: 40 arrive every fourth",
    },
    {
      args: [5, null, [[1]], "RS", null, 14, "POISSON", 0, 1, 200000],
      returns: [
        [0.915932, 0.962677, 0.864464, 4.186937, 0.186937, 0.993262],
        [0.0006, 0.0004, 0.0008, 0.007, 0.001, 0.0002],
      ],
      within: 0.02,
      from: "exact by Poisson 5 and 10 (scipy): 1 - [n2(14) - n1(14)] / 5, P(D2 < 14), 14 - 10 + n2(14), n2(14), 1 - exp(-5); 0.9159 by another simulation",
    },
  ],
  run: ({ header: _, ...args }) => {
    const result = simulated(args);
    const { cycleServiceLevel, fillRate, readyRate, averageStock, averageBackorders } = result;
    const shown = [
      cycleServiceLevel,
      fillRate,
      readyRate,
      averageStock,
      averageBackorders,
      result.ordersPerPeriod,
    ];
    return [shown.map(({ mean }) => mean), shown.map(({ standardError }) => standardError)];
  },
});

interface Parsed {
  readonly mean: number | readonly number[];
  readonly sd: number | undefined;
  readonly leadTime: readonly number[];
  readonly policy: (typeof policies)[number];
  readonly s: number | undefined;
  readonly qOrS: number;
  readonly dist: (typeof distributions)[number];
  readonly leadTimeSd: number;
  readonly review: number;
  readonly periods: number;
  readonly shortage: "BACKORDER" | "LOST";
  readonly seed: number;
  readonly moq: number;
  readonly multiple: number;
}

function simulated(args: Parsed) {
  const { leadTime, leadTimeSd, review, periods: measured, shortage, seed, moq, multiple } = args;
  return simulateService({
    demandFrom: demandOf(args),
    leadTimeFrom: leadTimesOf(leadTime, leadTimeSd),
    longestLeadTime: Math.max(...leadTime) + 4 * leadTimeSd,
    rule: controlRule(args),
    review,
    limits: { minimum: moq, multiple, maximum: Infinity },
    lostSales: shortage === "LOST",
    periods: measured,
    seed,
  });
}

function demandOf({ mean, sd, dist }: Parsed): (seed: number) => () => number {
  if (typeof mean !== "number" || dist === "EMPIRICAL") {
    const scenarios = mean as readonly number[];
    if (scenarios.length === 0) throw insufficientData("mean", "must hold at least one demand", 0);
    return (seed) => scenarioDraws(scenarios, seed);
  }
  if (sd === undefined && dist !== "POISSON") throw invalidInput("sd", `must be given for ${dist}`, sd);
  return (seed) => demandDraws(dist, mean, sd ?? 0, seed);
}

function leadTimesOf(times: readonly number[], sd: number): (seed: number) => () => number {
  if (times.length === 0) throw insufficientData("leadTime", "must hold at least one lead time", 0);
  if (sd > 0) {
    if (times.length > 1)
      throw invalidInput("leadTimeSd", "must be 0 where leadTime is a list of lead times", sd);
    return (seed) => {
      const draw = demandDraws("GAMMA", times[0], sd, seed);
      return () => Math.round(draw());
    };
  }
  const broken = times.find((time) => !Number.isInteger(time));
  if (broken !== undefined) throw invalidInput("leadTime", "must be whole periods", broken);
  return times.length === 1 ? () => () => times[0] : (seed) => scenarioDraws(times, seed);
}
