import {
  simulateSite,
  withOutages,
  type Outage,
  type PeriodEnd,
  type SiteResult,
} from "../../engine/simulation";
import { uniformDraws } from "../../engine/math/random";
import { insufficientData, invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, count, number, numbers, optional, pairs, quantity, series } from "../arguments";
import { defineFunction, table } from "../define";
import { mayBeBlank } from "../may-be-blank";
import { controlRule, policies } from "./control-rule";

export const simulatePolicy = defineFunction({
  name: "SIMULATE.POLICY",
  family: "replenishment",
  summary:
    "Replays a demand under a stock policy: service, stock, orders and shortages, or the path period by period.",
  notes: [
    "SQ orders the fewest lots of q that lift the position above s, when it is at or below s; SS orders up to S when it is at or below s; RS orders up to S at every review. With review above 1 the first two look only at the reviews: (R,s,S) is SS with a review.",
    "Each period receives what is due, reviews and orders, then meets its demand; position = on hand + on order - backorders. Orders may overtake one another. A lead time of 0 arrives at once. At the start stock is full (s + q, or S) unless onHand is given.",
    "Columns of KPI: cycle service level (share of cycles, arrival to arrival, without a shortage), unit fill rate, mean stock at the end of the periods, orders, periods with a shortage, units lost. PATH: received, ordered, demand, short, stock at the end less backorders; one row a period.",
    "leadTime may be a list of whole numbers, one is drawn for each order; the same seed gives the same answer. A blank inside the demand counts as none.",
    "Orders are at least moq, whole packs of multiple and at most max. In an outage the supplier takes no orders: one placed then arrives leadTime periods after the first period in which the supplier is back.",
  ],
  args: {
    demand: series("Demand per period, oldest to newest", { rule: { min: 0 } }),
    leadTime: numbers("Lead time, or past lead times to draw from", "periods", {
      min: 0,
      max: 100_000,
      integer: true,
    }),
    policy: choice("SQ, SS or RS", policies),
    s: mayBeBlank(number("Reorder point", "units"), "RS has none"),
    qOrS: number("Lot for SQ, order-up-to level for SS and RS", "units"),
    onHand: optional(quantity("Stock at the start"), undefined, "full"),
    review: optional(count("Periods between reviews", "periods", { min: 1, max: 100_000 }), 1),
    out: optional(choice("KPI, or PATH for every period", ["KPI", "PATH"]), "KPI"),
    seed: optional(
      count("Seed of the drawing of lead times", "a whole number", { min: 0, max: 2_147_483_647 }),
      1,
    ),
    shortage: optional(
      choice("BACKORDER, or LOST where customers do not wait", ["BACKORDER", "LOST"]),
      "BACKORDER",
    ),
    moq: optional(quantity("Minimum order quantity"), 0),
    multiple: optional(quantity("Pack size an order must be a multiple of; 0 for none"), 0),
    max: optional(quantity("Largest order", { above: 0 }), undefined, "no limit"),
    outages: optional(
      pairs("First and last period of each supplier outage, the first period of demand being 1", {
        min: 1,
        integer: true,
      }),
      undefined,
      "none",
    ),
  },
  returns: table("Result", "fractions, units, counts", [
    "cycle service level",
    "fill rate",
    "average stock",
    "orders",
    "stockouts",
    "lost",
  ]),
  source: [cite("silver-pyke-thomas-2017", "section 6.6"), cite("law-2015", "section 1.5")],
  examples: [
    {
      args: [[[4, 4, 4, 4, 4, 4]], [[1]], "SQ", 4, 8],
      returns: [[1, 1, 3.3333333333333335, 2, 0, 0]],
      from: "by hand: from 12 it ends at 8, 4, 0, 4, 0, 4, with orders in the third and fifth period",
    },
    {
      args: [[[5, 0, 5]], [[1]], "RS", null, 5, null, 1, "PATH"],
      returns: [
        [0, 0, 5, 0, 0],
        [0, 5, 0, 0, 0],
        [5, 0, 5, 0, 0],
      ],
      from: "by hand: the order of the second period arrives in the third",
    },
    {
      args: [[[5, 5]], [[3]], "SS", 0, 5, 2, 1, "KPI", 1, "LOST"],
      returns: [[0, 0.2, 0, 1, 2, 8]],
      from: "by hand: 2 of 10 are served; ordered in the second period, nothing arrives",
    },
    {
      args: [[[4, 4, 4, 4, 4, 4]], [[1]], "SS", 4, 10, null, 1, "PATH", 1, "BACKORDER", 8, 3, null, [[3, 4]]],
      returns: [
        [0, 0, 4, 0, 6],
        [0, 0, 4, 0, 2],
        [0, 9, 4, 2, -2],
        [0, 0, 4, 4, -6],
        [0, 9, 4, 4, -10],
        [18, 0, 4, 0, 4],
      ],
      from: "by hand: 8 are needed, 9 in packs of 3; ordered in period 3 of an outage until 4, it arrives in 5 + 1, as does the order of period 5",
    },
  ],
  run: (args) => {
    const path: PeriodEnd[] = [];
    const result = simulated(args, (period) => path.push(period));
    if (args.out === "KPI") return [kpis(result)];
    return path.map(({ received, ordered, demand, short, onHand, backorders }) => [
      received,
      ordered,
      demand,
      short,
      onHand - backorders,
    ]);
  },
  explain: (args) => {
    const result = simulated(args);
    return [
      { label: "Orders placed", formula: `${args.demand.length} periods`, result: result.orders },
      { label: "Periods with a shortage", formula: "demand above stock", result: result.stockouts },
      { label: "Unit fill rate", formula: "served at once / demanded", result: result.fillRate },
      { label: "Average stock", formula: "mean at the end of the periods", result: result.averageStock },
      {
        label: "Cycle service level",
        formula: "cycles without a shortage / cycles",
        result: result.cycleServiceLevel,
      },
    ];
  },
});

interface Parsed {
  readonly demand: readonly number[];
  readonly leadTime: readonly number[];
  readonly policy: (typeof policies)[number];
  readonly s: number | undefined;
  readonly qOrS: number;
  readonly onHand: number | undefined;
  readonly review: number;
  readonly seed: number;
  readonly shortage: "BACKORDER" | "LOST";
  readonly moq: number;
  readonly multiple: number;
  readonly max: number | undefined;
  readonly outages: readonly (readonly [number, number])[] | undefined;
}

function simulated(args: Parsed, watch?: (period: PeriodEnd) => void): SiteResult {
  const { leadTime: times, onHand, review } = args;
  if (times.length === 0) throw insufficientData("leadTime", "must hold at least one lead time", 0);
  const draw = uniformDraws(args.seed);
  const drawn = () => (times.length === 1 ? times[0] : times[Math.floor(draw() * times.length)]);
  const leadTime = withOutages(drawn, (args.outages ?? []).map(outage));
  const demand = args.demand.map((units) => (Number.isNaN(units) ? 0 : units));
  const lostSales = args.shortage === "LOST";
  const limits = { minimum: args.moq, multiple: args.multiple, maximum: args.max ?? Infinity };
  return simulateSite({
    demand,
    leadTime,
    rule: controlRule(args),
    review,
    onHand,
    limits,
    lostSales,
    watch,
  });
}

/** The engine counts periods from 0. */
function outage([from, until]: readonly [number, number]): Outage {
  if (until < from) throw invalidInput("outages", `must end at or after their start (${from})`, until);
  return { from: from - 1, until: until - 1 };
}

function kpis({ cycleServiceLevel, fillRate, averageStock, orders, stockouts, lost }: SiteResult): number[] {
  return [cycleServiceLevel, fillRate, averageStock, orders, stockouts, lost];
}
