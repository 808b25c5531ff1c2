import { orderQuantityWithBackorders } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { number } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orderCost, yearlyDemand, yearlyHolding } from "./yearly-arguments";

export const eoqBackorder = defineFunction({
  name: "EOQ.BACKORDER",
  family: "replenishment",
  summary: "Economic order quantity when customers wait at a price: lot, share that waits, yearly cost.",
  args: {
    demand: yearlyDemand,
    orderCost,
    holdCost: yearlyHolding,
    shortCost: number("Cost of one unit owed for a year", "money per unit and year", { above: 0 }),
  },
  vector: true,
  returns: row("Lot", "units, fraction, money per year", ["lot", "share backordered", "cost"]),
  source: cite("snyder-shen-2019", "section 3.5"),
  examples: [
    {
      args: [1300, 8, 0.225, 5],
      returns: [[310.8125552, 0.0430622, 66.9213636]],
      within: 1e-6,
      from: "Snyder and Shen, example 3.8: Q 310.81, share 0.043, cost 66.92",
    },
    { args: [0, 8, 0.225, 5], returns: [[0, 0.0430622, 0]], within: 0.0001, from: "no demand" },
  ],
  run: ({ demand, orderCost: order, holdCost, shortCost }) => {
    const lot = orderQuantityWithBackorders(demand, order, holdCost, shortCost);
    return [lot.quantity, lot.backorderShare, lot.cost];
  },
  explain: ({ demand, orderCost: order, holdCost, shortCost }) => {
    const { quantity, backorderShare, cost } = orderQuantityWithBackorders(
      demand,
      order,
      holdCost,
      shortCost,
    );
    return [
      {
        label: "Share of demand that waits",
        formula: `${shown(holdCost)} / (${shown(holdCost)} + ${shown(shortCost)})`,
        result: backorderShare,
      },
      {
        label: "Lot",
        formula: `sqrt(2 x ${shown(order)} x ${shown(demand)} / (${shown(holdCost)} x ${shown(1 - backorderShare)}))`,
        result: quantity,
      },
      { label: "Orders, carrying and backorders", formula: "sqrt(2 K D h p / (h + p))", result: cost },
    ];
  },
});
