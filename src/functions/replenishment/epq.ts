import { productionQuantity } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { number } from "../arguments";
import { defineFunction, row } from "../define";
import { shown } from "../shown";
import { orderCost, yearlyDemand, yearlyHolding } from "./yearly-arguments";

export const epq = defineFunction({
  name: "EPQ",
  family: "replenishment",
  summary:
    "Economic production quantity: run size when stock builds up at a production rate, and yearly cost.",
  args: {
    demand: yearlyDemand,
    orderCost,
    holdCost: yearlyHolding,
    productionRate: number("Units a year that can be made, above demand", "units per year", { above: 0 }),
  },
  vector: true,
  returns: row("Run", "units, money per year", ["run size", "cost"]),
  source: [cite("snyder-shen-2019", "section 3.6"), cite("silver-pyke-thomas-2017", "section 4.8")],
  examples: [
    {
      args: [1000, 50, 2, 4000],
      returns: [[258.1989, 387.2983]],
      within: 0.0001,
      from: "h (1 - D/P) = 1.5: sqrt(100,000 / 1.5), sqrt(150,000)",
    },
    {
      args: [1000, 50, 2, 1000],
      returns: { error: "#VALUE!", message: "productionRate must be above demand (1000), got 1000" },
      from: "stock never builds up",
    },
  ],
  run: ({ demand, orderCost: order, holdCost, productionRate }) => {
    const { quantity, cost } = productionQuantity(demand, order, holdCost, productionRate);
    return [quantity, cost];
  },
  explain: ({ demand, orderCost: order, holdCost, productionRate }) => {
    const { quantity, cost } = productionQuantity(demand, order, holdCost, productionRate);
    const effective = holdCost * (1 - demand / productionRate);
    return [
      {
        label: "Carrying cost of a unit of run size",
        formula: `${shown(holdCost)} x (1 - ${shown(demand)} / ${shown(productionRate)})`,
        result: effective,
      },
      {
        label: "Run size",
        formula: `sqrt(2 x ${shown(order)} x ${shown(demand)} / ${shown(effective)})`,
        result: quantity,
      },
      { label: "Set-ups and carrying", formula: "sqrt(2 K D h (1 - D / P))", result: cost },
    ];
  },
});
