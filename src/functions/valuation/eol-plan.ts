import { demandNeeded, planSellOff } from "../../engine/lifecycle";
import { cite } from "../../engine/sources";
import { count, money, number, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, table } from "../define";

export const eolPlan = defineFunction({
  name: "EOL.PLAN",
  family: "valuation",
  summary: "Run-out of stock at the end of life, period by period: sales, units left, price, value left.",
  notes: [
    "selloffBy is the period of the forecast by whose end stock is to be gone. What is left in its row is stranded.",
    "With an elasticity the price is cut, evenly until then and just enough for stock to be gone: 1 % less price brings elasticity % more demand. Afterwards the list price holds. An elasticity of 0 leaves price and demand as they are.",
  ],
  args: {
    onhand: quantity("Units on hand and on order"),
    forecast: pairedSeries("Forecast at list price, the next period first", { rule: { min: 0 } }),
    selloffBy: count("Period by whose end stock is to be gone", "periods", { min: 1 }),
    price: optional(money("List price per unit"), undefined, "no values"),
    elasticity: optional(
      number("Elasticity of demand to price, as a positive number", "ratio", { min: 0 }),
      0,
    ),
  },
  returns: table("Run-out", "units, units, money per unit, money", [
    "sales",
    "units left",
    "price",
    "value left",
  ]),
  source: cite("talluri-van-ryzin-2004", "section 7.3.3"),
  examples: [
    {
      args: [100, [[30], [30], [20], [20]], 3, 5],
      returns: [
        [30, 70, 5, 350],
        [30, 40, 5, 200],
        [20, 20, 5, 100],
        [20, 0, 5, 0],
      ],
      from: "20 are stranded after the third period",
    },
    {
      args: [160, [[30], [30], [20]], 3, 10, 2],
      returns: [
        [60, 100, 7.0710678118654755, 707.1067811865476],
        [60, 40, 7.0710678118654755, 282.84271247461902],
        [40, 0, 7.0710678118654755, 0],
      ],
      from: "demand must double: price 10 x 2^(-1/2)",
    },
    {
      args: [100, [[30], [30]], 3],
      returns: { error: "#VALUE!", message: "selloffBy must be at most the periods of forecast (2), got 3" },
      from: "the forecast ends before",
    },
  ],
  run: ({ onhand, forecast, selloffBy, price, elasticity }) =>
    planSellOff({ onHand: onhand, forecast, by: selloffBy, price, elasticity }).map((period) => [
      period.sales,
      period.residual,
      period.price ?? "",
      period.residualValue ?? "",
    ]),
  explain: ({ onhand, forecast, selloffBy, price, elasticity }) => {
    const plan = { onHand: onhand, forecast, by: selloffBy, price, elasticity };
    const periods = planSellOff(plan);
    const atSellOff = periods[selloffBy - 1];
    return [
      {
        label: "Demand needed, times forecast",
        formula: "stock / forecast until then, if above 1",
        result: demandNeeded(plan),
      },
      {
        label: "Price until then",
        formula: "list price x times^(-1 / elasticity)",
        result: atSellOff.price ?? "not given",
      },
      {
        label: "Left at the sell-off period",
        formula: `end of period ${selloffBy}`,
        result: atSellOff.residual,
      },
    ];
  },
});
