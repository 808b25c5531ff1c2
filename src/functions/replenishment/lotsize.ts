import { wagnerWhitin } from "../../engine/replenishment";
import { leastUnitCost, lotForLot, periodicOrderQuantity, silverMeal } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { choice, money, number, optional, series } from "../arguments";
import { defineFunction, valueSeries } from "../define";

const methods = {
  WW: wagnerWhitin,
  SM: silverMeal,
  LUC: leastUnitCost,
  POQ: periodicOrderQuantity,
  LFL: lotForLot,
};
const methodNames = ["WW", "SM", "LUC", "POQ", "LFL"] as const;

export const lotsize = defineFunction({
  name: "LOTSIZE",
  family: "replenishment",
  summary: "Lots for known net requirements: when to order how much.",
  notes: [
    "WW is Wagner-Whitin, the cheapest plan there is; SM Silver-Meal, LUC least unit cost, POQ periodic order quantity, LFL lot for lot.",
    "Holding is charged on what is carried from one period into the next. A blank inside the requirements counts as none.",
  ],
  args: {
    netreq: series("Net requirements", { rule: { min: 0 } }),
    orderCost: money("Cost of one order"),
    holdCost: number("Cost of carrying one unit for one period", "money per unit and period", { min: 0 }),
    method: optional(choice("Method: WW is exact", methodNames), "WW"),
  },
  returns: valueSeries("Lots", "units"),
  source: [
    cite("silver-pyke-thomas-2017", "ch. 5"),
    cite("wagelmans-hoesel-kolen-1992", "section 2, the backward algorithm"),
  ],
  examples: [
    {
      args: [[[90, 120, 80, 70]], 500, 2],
      returns: [[210, 0, 150, 0]],
      from: "by hand: two orders 1,000, carried 120 x 2 + 70 x 2",
    },
    { args: [[[90, 120, 80, 70]], 500, 2, "LFL"], returns: [[90, 120, 80, 70]], from: "each its own" },
  ],
  run: ({ netreq, orderCost, holdCost, method }) => {
    const demand = netreq.map((units) => (Number.isNaN(units) ? 0 : units));
    return methods[method]({ demand, orderCost, holdingCost: holdCost }).lots;
  },
});
