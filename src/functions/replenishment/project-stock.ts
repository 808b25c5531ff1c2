import { projectStock } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { flag, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, table } from "../define";

export const projectStockFunction = defineFunction({
  name: "PROJECT.STOCK",
  family: "replenishment",
  summary: "Stock at the end of each coming bucket, shortages, and what is missing to safety stock.",
  notes: [
    "Receipts of a bucket come before its demand. A shortage is backordered. A blank is no receipt or no demand.",
  ],
  args: {
    onhand: quantity("Stock on hand now, negative for backorders", {}),
    receipts: pairedSeries("Planned receipts", { unit: "units per bucket", rule: { min: 0 } }),
    demand: pairedSeries("Demand or forecast", { unit: "units per bucket", rule: { min: 0 } }),
    ss: optional(quantity("Safety stock"), 0),
    header: optional(flag("TRUE puts column names on top"), false),
  },
  returns: table("Projection", "units", ["closing", "shortage", "below safety stock"]),
  source: cite("ascm-dictionary", "projected available balance"),
  examples: [
    {
      args: [200, [[100], [50], [200]], [[100], [150], [100]]],
      returns: [
        [200, 0, 0],
        [100, 0, 0],
        [200, 0, 0],
      ],
      from: "200 + 100 - 100, 200 + 50 - 150, 100 + 200 - 100",
    },
    {
      args: [10, [[0], [20]], [[15], [5]], 12],
      returns: [
        [0, 5, 12],
        [10, 0, 2],
      ],
      from: "5 backordered, met from the 20 received",
    },
  ],
  run: ({ onhand, receipts, demand, ss }) =>
    projectStock(onhand, receipts.map(zeroForBlank), demand.map(zeroForBlank), ss).map(
      ({ closing, shortage, belowSafetyStock }) => [closing, shortage, belowSafetyStock],
    ),
});

const zeroForBlank = (units: number): number => (Number.isNaN(units) ? 0 : units);
