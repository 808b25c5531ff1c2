import { orderQuantityUnderYield, yieldTypes } from "../../engine/replenishment";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orderCost, yearlyHolding } from "./yearly-arguments";

export const eoqYield = defineFunction({
  name: "EOQ.YIELD",
  family: "replenishment",
  summary: "Economic order quantity when not exactly what was ordered arrives: what to order, yearly cost.",
  notes: [
    "MULTIPLICATIVE: a share of the order arrives, yieldMean on average (0.9 for one tenth of waste). ADDITIVE: so many units more arrive whatever was ordered, fewer where yieldMean is negative. Only mean and standard deviation of the yield matter.",
    "What arrives is what is carried, and the next order comes when it is used up. Purchase cost is not part of the cost.",
  ],
  args: {
    demand: number("Demand per year", "units per year", { above: 0 }),
    orderCost,
    holdCost: yearlyHolding,
    yieldMean: number("Mean yield: arrived per unit ordered, or units on top of the order", "as type says"),
    yieldSd: number("Standard deviation of the yield", "as type says", { min: 0 }),
    type: optional(choice("MULTIPLICATIVE or ADDITIVE", yieldTypes), "MULTIPLICATIVE"),
  },
  vector: true,
  returns: row("Lot", "units, money per year", ["lot", "cost"]),
  source: [
    cite("snyder-shen-2019", "section 9.3.2, equations 9.22 to 9.25"),
    cite("yano-lee-1995", "section 2.1"),
  ],
  examples: [
    {
      args: [75000, 18500, 0.06, -15000, 9000, "ADDITIVE"],
      returns: [[230246.37046881882, 12914.78222812913]],
      within: 1e-6,
      from: "Snyder and Shen, example 9.4: Q 230,246, cost 12,914.78",
    },
    {
      args: [75000, 18500, 0.06, 0.8333, 0.14071247279470286],
      returns: [[254477.46130342, 13086.1616909859]],
      within: 1e-5,
      from: "Snyder and Shen, example 9.5: Q 254,477, cost 13,086.16; sd sqrt(0.0198)",
    },
    {
      args: [1300, 8, 0.225, 1, 0],
      returns: [[304.0467800264, 68.4105255059]],
      within: 1e-9,
      from: "a sure yield: the economic order quantity",
    },
  ],
  run: (args) => {
    const { quantity, cost } = lotOf(args);
    return [quantity, cost];
  },
  explain: (args) => {
    const { quantity, cost } = lotOf(args);
    const added = args.type === "ADDITIVE";
    return [
      {
        label: "To order",
        formula: added
          ? `sqrt(2 x ${shown(args.orderCost)} x ${shown(args.demand)} / ${shown(args.holdCost)} + ${shown(args.yieldSd)}^2) - ${shown(args.yieldMean)}`
          : `sqrt(2 x ${shown(args.orderCost)} x ${shown(args.demand)} / (${shown(args.holdCost)} x (${shown(args.yieldSd)}^2 + ${shown(args.yieldMean)}^2)))`,
        result: quantity,
      },
      {
        label: "Arrives on average",
        formula: added
          ? `${shown(quantity)} + ${shown(args.yieldMean)}`
          : `${shown(quantity)} x ${shown(args.yieldMean)}`,
        result: added ? quantity + args.yieldMean : quantity * args.yieldMean,
      },
      { label: "Orders and carrying", formula: "[K + h E(arrived^2) / 2d] d / E(arrived)", result: cost },
    ];
  },
});

interface Parsed {
  readonly demand: number;
  readonly orderCost: number;
  readonly holdCost: number;
  readonly yieldMean: number;
  readonly yieldSd: number;
  readonly type: (typeof yieldTypes)[number];
}

function lotOf({ holdCost, ...rest }: Parsed) {
  if (rest.type === "MULTIPLICATIVE" && !(rest.yieldMean > 0))
    throw invalidInput("yieldMean", "must be above 0 for MULTIPLICATIVE", rest.yieldMean);
  return orderQuantityUnderYield({ ...rest, holdingCost: holdCost });
}
