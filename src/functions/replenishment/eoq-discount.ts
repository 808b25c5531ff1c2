import { allUnitsDiscount, incrementalDiscount } from "../../engine/replenishment";
import { insufficientData } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, optional, pairs } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orderCost } from "./yearly-arguments";

export const eoqDiscount = defineFunction({
  name: "EOQ.DISCOUNT",
  family: "replenishment",
  summary: "Economic order quantity under price breaks, for all units or for those beyond the break.",
  notes: [
    "breaks is a block of two columns, from-quantity and unit price; the smallest from-quantity is the least that can be ordered (0 for any).",
    "ALL: the price of the range holds for the whole order. INCREMENTAL: each price holds for the units of its own range; the price shown is then the average paid.",
  ],
  args: {
    demand: number("Demand per year", "units per year", { above: 0 }),
    orderCost,
    carryRate: number("Yearly cost of carrying stock, as a share of its value", "fraction", {
      above: 0,
      max: 5,
    }),
    breaks: pairs("Price breaks: from-quantity and unit price", { min: 0 }),
    type: optional(choice("ALL units or INCREMENTAL", ["ALL", "INCREMENTAL"]), "ALL"),
  },
  returns: row("Lot", "units, money per unit, money per year", ["lot", "unit price", "cost"]),
  source: [cite("hadley-whitin-1963", "sections 2-11 and 2-12"), cite("snyder-shen-2019", "section 3.4")],
  examples: [
    {
      args: [
        1300,
        8,
        0.3,
        [
          [0, 0.75],
          [400, 0.72],
          [800, 0.68],
        ],
      ],
      returns: [[800, 0.68, 978.6]],
      within: 0.01,
      from: "Snyder and Shen, example 3.4: 0.68 x 1300 + 8 x 1300 / 800 + 0.3 x 0.68 x 400 = 978.60",
    },
    {
      args: [
        1300,
        20,
        0.3,
        [
          [0, 0.75],
          [400, 0.72],
          [800, 0.68],
        ],
        "INCREMENTAL",
      ],
      returns: [[620.632891, 0.7393351, 1071.8567044]],
      within: 1e-6,
      from: "12 are lost on the first 400: sqrt(2 x 1300 x 32 / 0.216), 0.72 + 12 / 620.63, 936 + 1.8 + sqrt(2 x 32 x 1300 x 0.216)",
    },
  ],
  run: ({ demand, orderCost: order, carryRate, breaks, type }) => {
    const { quantity, price, cost } = lotUnder({ demand, order, carryRate, breaks, type });
    return [quantity, price, cost];
  },
  explain: ({ demand, orderCost: order, carryRate, breaks, type }) => {
    const { quantity, price, cost } = lotUnder({ demand, order, carryRate, breaks, type });
    return [
      { label: "Lot", formula: "cheapest of the ranges' optima and first quantities", result: quantity },
      {
        label: "Price paid per unit",
        formula: type === "ALL" ? "price of the range" : "average",
        result: price,
      },
      { label: "Purchase", formula: `${shown(demand)} x ${shown(price)}`, result: demand * price },
      {
        label: "Orders",
        formula: `${shown(order)} x ${shown(demand)} / ${shown(quantity)}`,
        result: (order * demand) / quantity,
      },
      { label: "Yearly cost", formula: "purchase + orders + carrying", result: cost },
    ];
  },
});

interface Request {
  readonly demand: number;
  readonly order: number;
  readonly carryRate: number;
  readonly breaks: readonly (readonly [number, number])[];
  readonly type: "ALL" | "INCREMENTAL";
}

function lotUnder({ demand, order, carryRate, breaks, type }: Request) {
  if (breaks.length === 0) throw insufficientData("breaks", "must hold at least one price", 0);
  const problem = {
    demand,
    orderCost: order,
    carryRate,
    breaks: breaks.map(([from, price]) => ({ from, price })),
  };
  return type === "ALL" ? allUnitsDiscount(problem) : incrementalDiscount(problem);
}
