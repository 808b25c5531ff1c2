import { invalidInput } from "../../engine/errors";
import { projectStock } from "../../engine/replenishment";
import { cite } from "../../engine/sources";
import { flag, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, table } from "../define";

const perBucket = { unit: "units per bucket", rule: { min: 0 }, blanks: "a blank is none" };

export const projectStockFunction = defineFunction({
  name: "PROJECT.STOCK",
  family: "replenishment",
  summary: "Stock at the end of each coming bucket, shortages, and what is missing to safety stock.",
  notes: [
    "Receipts of a bucket come before its demand. A shortage is backordered. A blank is no receipt or no demand. There are as many buckets as demand has.",
  ],
  args: {
    onhand: quantity("Stock on hand now, negative for backorders", {}),
    receipts: pairedSeries("Planned receipts", perBucket),
    demand: pairedSeries("Demand or forecast", perBucket),
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
    {
      args: [200, [[100], [50], [200]], 100],
      returns: { error: "#VALUE!", message: "receipts must end within the buckets of demand (1), got 3" },
      from: "one bucket of demand, three of receipts",
    },
  ],
  run: ({ onhand, receipts, demand, ss }) => {
    const last = receipts.reduce((end, units, i) => (units > 0 ? i + 1 : end), 0);
    if (last > demand.length)
      throw invalidInput("receipts", `must end within the buckets of demand (${demand.length})`, last);
    return projectStock(onhand, receipts.map(zeroForBlank), demand.map(zeroForBlank), ss).map(
      ({ closing, shortage, belowSafetyStock }) => [closing, shortage, belowSafetyStock],
    );
  },
});

const zeroForBlank = (units: number): number => (Number.isNaN(units) ? 0 : units);
