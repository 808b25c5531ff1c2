import { ageStock } from "../../engine/valuation";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { numbers, optional, pairedSeries, quantity, type SeriesArgument } from "../arguments";
import { dates } from "../date-arguments";
import { defineFunction, row } from "../define";
import { latestDateOf } from "../latest-date";

/** One row or column is the receipts of one item, a block those of one item a row. Texts are dates here, so no row is a header. */
const dateSeries: SeriesArgument<readonly number[]> = {
  ...dates("Receipt dates"),
  shape: "series",
  numeric: false,
  rule: "dates in step with qty; a block is one item a row",
};

export const ageing = defineFunction({
  name: "AGEING",
  family: "valuation",
  summary:
    "Stock on hand by age, attributed to the latest receipts: units by bucket, or money where cost is given.",
  notes: [
    "First in, first out: what is on hand is what came last. A bucket holds ages up to and with its bound in days; the last one all that is older, and the units that no receipt explains (the explanation says how many). The buckets add up to onhand.",
    "Receipts after asof and quantities not above 0 do not count. A block of dates and quantities is one item a row, onhand a column.",
    "cost: one number for all, or one for each receipt; then the answer is money. Units without a receipt have no cost of their own and are an error then.",
  ],
  args: {
    dates: dateSeries,
    qty: pairedSeries("Quantities received", { unit: "units" }),
    onhand: quantity("Units on hand"),
    buckets: optional(numbers("Bounds of the buckets, ascending", "days", { min: 0 }), [90, 180, 270, 365]),
    asof: latestDateOf("dates", "Day at which age is taken"),
    cost: optional(
      pairedSeries("Cost per unit, one for all or one a receipt", { unit: "money", rule: { min: 0 } }),
      undefined,
      "units",
    ),
  },
  vector: true,
  returns: row("Stock by age", "units, or money", []),
  source: [cite("silver-pyke-thomas-2017", "chapter 8, excess inventories"), cite("ias-2", "paragraph 27")],
  examples: [
    {
      args: [[["2024-01-01"], ["2024-06-01"], ["2024-12-01"]], [[100], [50], [30]], 100, null, "2024-12-31"],
      returns: [[30, 0, 50, 20, 0]],
      from: "30 days: 30 units; 213 days: 50; 365 days: the 20 left of the first receipt",
    },
    {
      args: [[["2024-06-01"], ["2024-12-01"]], [[50], [30]], 100, [[90, 180]], "2024-12-31", 2],
      returns: [[60, 0, 140]],
      from: "30 and 50 units, and 20 without a receipt in the last bucket, at 2",
    },
    {
      args: [[["2024-06-01"], ["2024-12-01"]], [[50], [30]], 100, [[90, 180]], "2024-12-31", [[2], [3]]],
      returns: {
        error: "#N/A",
        message:
          "onhand must not exceed the receipts where each has its own cost, got 20 units without a receipt",
      },
      from: "no receipt, no cost",
    },
  ],
  run: (args) => {
    const aged = age(args);
    return [...(aged.values ?? aged.quantities)];
  },
  explain: (args) => {
    const { quantities, unmatched, oldest } = age(args);
    return [
      ...quantities.map((units, i) => ({
        label: i < args.buckets.length ? `Up to ${args.buckets[i]} days` : "Older",
        formula: "units of the latest receipts",
        result: units,
      })),
      { label: "Without a receipt", formula: "in the last bucket", result: unmatched },
      { label: "Oldest receipt with stock", formula: "days", result: oldest ?? "none" },
    ];
  },
});

interface Parsed {
  readonly dates: readonly number[];
  readonly qty: readonly number[];
  readonly onhand: number;
  readonly buckets: readonly number[];
  readonly asof: number | undefined;
  readonly cost: readonly number[] | undefined;
}

function age({ dates: days, qty, onhand, buckets, asof, cost }: Parsed) {
  if (qty.length !== days.length)
    throw invalidInput("qty", `must have as many entries as dates (${days.length})`, qty.length);
  if (cost !== undefined && cost.length !== 1 && cost.length !== days.length)
    throw invalidInput("cost", `must have one entry or as many as dates (${days.length})`, cost.length);
  if (buckets.length === 0 || buckets.some((bound, i) => i > 0 && bound <= buckets[i - 1]))
    throw invalidInput("buckets", "must be ascending", buckets.join(", "));
  // Without a single date nothing is matched, and no age is asked for.
  const asOf = asof ?? 1;
  return ageStock({ dates: days, quantities: qty, costs: cost }, onhand, { bounds: buckets, asOf });
}
