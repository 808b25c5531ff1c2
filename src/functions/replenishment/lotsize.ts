import { lotPlan, lotSizingMethods } from "../../engine/replenishment";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, number, numbers, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, valueSeries } from "../define";

export const lotsize = defineFunction({
  name: "LOTSIZE",
  family: "replenishment",
  summary: "Lots for known net requirements: when to order how much.",
  notes: [
    "WW (Wagner-Whitin) is the cheapest plan there is, also with minimum order, pack, maximum, safety stock or backorders. The others are rules of thumb: SM Silver-Meal, LUC least unit cost, POQ periodic order quantity, LFL lot for lot, EOQ fixed lots.",
    "Holding is charged on what is left at the end of each period, of the last one too where packs or a minimum leave something; none in the period of arrival. orderCost and holdCost may be lists with one entry a period. A blank inside the requirements counts as none.",
    "Orders: at least moq, whole packs of multiple, at most max in a period (what max cuts off in a rule of thumb waits for the next order). ss must be there at the end of every period. With shortCost units may be owed at that price per period; all is delivered by the last one. Only WW plans to owe.",
  ],
  args: {
    netreq: pairedSeries("Net requirements", { rule: { min: 0 } }),
    orderCost: numbers("Cost of one order, one for all or one a period", "money", { min: 0 }),
    holdCost: numbers(
      "Cost of carrying one unit for one period, one for all or one a period",
      "money per unit and period",
      { min: 0 },
    ),
    method: optional(choice("Method: WW is exact", lotSizingMethods), "WW"),
    moq: optional(quantity("Minimum order quantity"), 0),
    multiple: optional(quantity("Pack size an order must be a multiple of; 0 for none"), 0),
    max: optional(quantity("Most that can be ordered in a period", { above: 0 }), undefined, "no limit"),
    ss: optional(quantity("Safety stock at the end of every period"), 0),
    shortCost: optional(
      number("Cost of owing one unit at the end of a period", "money per unit and period", { above: 0 }),
      undefined,
      "nothing may be owed",
    ),
  },
  returns: valueSeries("Lots", "units"),
  source: [
    cite("silver-pyke-thomas-2017", "ch. 5"),
    cite("wagelmans-hoesel-kolen-1992", "section 2, the backward algorithm"),
    cite("florian-klein-1971", "for the limits"),
  ],
  examples: [
    {
      args: [[[90, 120, 80, 70]], 500, 2],
      returns: [[210, 0, 150, 0]],
      from: "Snyder and Shen, example 3.9: by hand two orders 1,000, carried 120 x 2 + 70 x 2",
    },
    { args: [[[90, 120, 80, 70]], 500, 2, "LFL"], returns: [[90, 120, 80, 70]], from: "each its own" },
    {
      args: [[[90, 120, 80, 70]], [[500, 500, 100, 100]], [[2, 2, 2, 2]]],
      returns: [[210, 0, 80, 70]],
      from: "by hand: from the third period an order costs less than carrying 70",
    },
    {
      args: [[[90, 120, 80, 70]], 500, 2, "WW", 200],
      returns: [[360, 0, 0, 0]],
      from: "by hand: 500 + 2 x (270 + 150 + 70) = 1,480; with 210 and 200 it is 1,580",
    },
    {
      args: [[[20, 50, 10, 60]], 40, 1, "WW", 0, 0, null, 0, 0.5],
      returns: [[0, 70, 0, 70]],
      from: "by hand: 20 and 10 are owed for a period each: 80 + 10 + 5",
    },
    {
      args: [[[90, 120]], 500, 2, "LFL", 0, 50, 100],
      returns: {
        error: "#N/A",
        message: "max must let period 2 have its 120 units (WW orders ahead), got 100",
      },
      from: "100 and 10 left over are less than 120",
    },
  ],
  run: ({ netreq, orderCost, holdCost, method, moq, multiple, max, ss, shortCost }) => {
    const demand = netreq.map((units) => (Number.isNaN(units) ? 0 : units));
    const problem = {
      demand,
      orderCost: perPeriod("orderCost", orderCost, demand.length),
      holdingCost: perPeriod("holdCost", holdCost, demand.length),
    };
    const limits = {
      minimum: moq,
      multiple,
      maximum: max ?? Infinity,
      safetyStock: ss,
      shortageCost: shortCost,
    };
    return lotPlan(problem, limits, method).lots;
  },
});

function perPeriod(name: string, costs: readonly number[], periods: number): number | readonly number[] {
  if (costs.length === 1) return costs[0];
  if (costs.length !== periods)
    throw invalidInput(name, `must hold one number, or one for each of the ${periods} periods`, costs.length);
  return costs;
}
