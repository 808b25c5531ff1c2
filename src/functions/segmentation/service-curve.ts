import { serviceCurve } from "../../engine/service";
import { protectionSd } from "../../engine/safety-stock";
import { cite } from "../../engine/sources";
import { count, flag, money, optional, periods, perPeriod, quantity } from "../arguments";
import { defineFunction, table } from "../define";

export const serviceCurveFunction = defineFunction({
  name: "SERVICE.CURVE",
  family: "segmentation",
  summary: "What safety stock buys: cycle service level, fill rate, units and value, from none to 99.9 %.",
  notes: [
    "From no safety stock (cycle service level 50 %) to a cycle service level of 99.9 % in equal steps of stock, so that the last point per unit of money can be read off. Fill rate is the exact one of (r, Q) with lots of q.",
  ],
  args: {
    mean: perPeriod("Mean demand"),
    sd: perPeriod("Standard deviation of demand; of forecast error where you have it"),
    leadTime: periods("Replenishment lead time"),
    q: quantity("Order quantity", { above: 0 }),
    unitCost: money("Cost of one unit"),
    points: optional(count("Points of the curve", "rows", { min: 2, max: 1000 }), 10),
    leadTimeSd: optional(periods("Standard deviation of lead time"), 0),
    review: optional(periods("Review interval; 0 for continuous review"), 0),
    header: optional(flag("TRUE puts the columns' names on top"), false),
  },
  returns: table("Curve", "fraction, fraction, units, money", [
    "cycle service level",
    "fill rate",
    "safety stock",
    "value",
  ]),
  source: [cite("silver-pyke-thomas-2017", "section 6.11"), cite("hadley-whitin-1963", "section 4-9")],
  examples: [
    {
      args: [100, 50, 4, 500, 2, 2],
      returns: [
        [0.5, 0.920211552, 0, 0],
        [0.999, 0.9999438, 309.0232, 618.0465],
      ],
      within: 1e-4,
      from: "sigma 100: 1 - 100 x 0.398942 / 500; k 3.0902: 1 - 100 x 0.000281 / 500",
    },
  ],
  run: ({ q, unitCost, points, header: _, ...item }) =>
    serviceCurve(protectionSd(item), q, unitCost, points).map((point) => [
      point.cycleServiceLevel,
      point.fillRate,
      point.safetyStock,
      point.value,
    ]),
});
