import { sha256 } from "../engine/math/sha256";
import { invalidInput } from "../engine/errors";
import { sumToTheCent } from "../engine/valuation";
import {
  ageingTable,
  ageingTotalsTable,
  changesTable,
  demandTable,
  forecastTable,
  itemsTable,
  layersTable,
  lifecycleTable,
  runsTable,
  stockStatusTable,
  tieOutTable,
  valuationTable,
  type Issue,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { ageingTotals } from "./health-lists/chart-totals";
import { choiceOption, numberOption, numbersOption } from "./options";
import { agePlace, type AgedPlace } from "./valuation/age-place";
import { demandTrends } from "./valuation/demand-trend";
import { expectedDemand } from "./valuation/expected-issues";
import { itemLives } from "./valuation/item-life";
import {
  comparison,
  findingsOf,
  tieOutWith,
  type TieOutLine,
  type TieOutRow,
} from "./valuation/tie-out/lines";
import { moneyText } from "./valuation/tie-out/money-text";
import { rowsByItem, valuedStock, type ValuedRow } from "./valuation/valued-stock";

export interface AgeingDetails {
  readonly asOf: number;
  readonly bounds: readonly number[];
  readonly byStatus: Readonly<Record<string, { readonly quantity: number; readonly value: number }>>;
  readonly tieOut: readonly TieOutRow[];
  readonly findings: readonly Issue[];
}

export const ageStock = defineAnalysis({
  id: "age-stock",
  summary:
    "Ages stock by receipt layer and by last issue, side by side, and says what is active, slow, excess, obsolete or new.",
  notes: [
    "Reads what value-stock wrote. Each way of ageing adds up to stock on hand, in units and in money, to the cent.",
    "Months of cover and excess go by Forecast (Final, else Stat) of the place, or of the item where the place has no demand; without a forecast by Demand or issues of twelve months, of an item that was replaced of the months since. What the vendor owns is in no bucket.",
    "Status is the gravest that applies: obsolete (no issue for more than dead days, or past its last day of service), slow, excess over twelve months of forecast, active; new is what was never issued and is no older than slow.",
  ],
  options: {
    bounds: numbersOption("Upper bounds of the buckets but the last", "days", [90, 180, 270, 365]),
    slow: numberOption("Days without an issue beyond which stock is slow", "days", 180, { above: 0 }),
    dead: numberOption("Days without an issue beyond which it is obsolete", "days", 365, { above: 0 }),
    coverBy: choiceOption(
      "Months of cover by location, or by the item at all",
      ["LOCATION", "ITEM"],
      "LOCATION",
    ),
    superseded: numberOption("Months of cover from which an item with a successor is told", "months", 12, {
      min: 0,
    }),
  },
  reads: {
    valuation: needs(valuationTable),
    layers: needs(layersTable),
    forecast: wants(forecastTable),
    demand: wants(demandTable),
    items: wants(itemsTable),
    lifecycle: wants(lifecycleTable),
    changes: wants(changesTable),
    tieOut: wants(tieOutTable),
  },
  writes: [ageingTable, ageingTotalsTable, stockStatusTable, tieOutTable, runsTable],
  run: ({ tables, runId }, { bounds, slow, dead, superseded, coverBy }): AnalysisOutcome => {
    if (bounds.some((bound, i) => i > 0 && bound <= bounds[i - 1]))
      throw invalidInput("bounds", "must rise from one to the next", bounds.join(","));
    if (dead < slow) throw invalidInput("dead", `must be at least slow (${slow})`, dead);
    const stock = valuedStock(tables.valuation, tables.layers);
    const expecting = expectedDemand(tables, stock, coverBy);
    const lives = itemLives(tables.items, tables.lifecycle);
    const { asOf } = stock;
    const trendOf = demandTrends(tables.demand, asOf);
    const rule = { asOf, bounds, slow, dead };
    const aged: Aged[] = [...rowsByItem(stock.rows)].flatMap(([item, rows]) => {
      const life = lives.of(item);
      const trend = trendOf(item, rows);
      return rows.map((row) => {
        const facts = { life, trend, ...expecting.of(row, rows) };
        return { row, age: agePlace(row, stock.layers.get(row.id) ?? [], facts, rule) };
      });
    });
    const lines: TieOutLine[] = [
      ...bucketLines(aged),
      ...aged.flatMap(({ row, age }) =>
        supersededLine(row, age, lives.of(row.Item as string).successor, superseded),
      ),
    ];
    const tieOut = lines.map(({ row }) => row);
    const byStatus = statusTotals(aged);
    const ageing = aged.flatMap(({ row, age }) => ageingRows(row, age, bounds, asOf, runId));
    const details: AgeingDetails = { asOf, bounds, byStatus, tieOut, findings: findingsOf(lines) };
    const told = Object.entries(byStatus)
      .filter(([, { value }]) => value !== 0)
      .map(([status, { value }]) => `${status.toLowerCase()} ${moneyText(value)}`);
    return {
      results: [
        tableRows(ageingTable, ageing),
        tableRows(ageingTotalsTable, ageingTotals(ageing, { asOf, runId })),
        tableRows(
          stockStatusTable,
          aged.map(({ row, age }) => statusRow(row, age, asOf, runId)),
        ),
        tieOutWith(tables.tieOut, ["ageing"], tieOut, { asOf, runId }),
      ],
      issues: [...stock.issues, ...expecting.issues, ...lives.issues],
      summary: `${aged.length.toLocaleString("en")} items and locations aged: ${told.join(", ")}`,
      inputHash: sha256(JSON.stringify([stock.rows, [...stock.layers], tables.forecast?.rows ?? []])),
      details,
    };
  },
});

interface Aged {
  readonly row: ValuedRow;
  readonly age: AgedPlace;
}

function ageingRows(
  { Item, Location }: ValuedRow,
  age: AgedPlace,
  bounds: readonly number[],
  asOf: number,
  runId: string,
) {
  const ways = [
    ["receipt", age.byReceipt],
    ["issue", age.byIssue],
  ] as const;
  return ways.flatMap(([Basis, buckets]) =>
    buckets.flatMap(({ quantity, value }, i) =>
      quantity === 0 && value === 0
        ? []
        : [
            {
              Item,
              Location,
              Basis,
              Bucket: bucketName(bounds, i),
              From: i === 0 ? 0 : bounds[i - 1] + 1,
              Qty: quantity,
              Value: value,
              AsOf: asOf,
              RunId: runId,
            },
          ],
    ),
  );
}

/** 0-90, 91-180, ..., over 365. */
export function bucketName(bounds: readonly number[], i: number): string {
  if (i === bounds.length) return `over ${bounds[i - 1]}`;
  return `${i === 0 ? 0 : bounds[i - 1] + 1}-${bounds[i]}`;
}

function statusRow(
  { Item, Location, Qty, Value, VendorQty }: ValuedRow,
  age: AgedPlace,
  asOf: number,
  runId: string,
) {
  return {
    Item,
    Location,
    AsOf: asOf,
    Status: age.status,
    Qty,
    Value,
    VendorQty,
    OldestDays: age.oldest,
    MeanDays: age.mean,
    IdleDays: age.idle,
    Forecast12: age.forecast12,
    Cover: age.cover,
    ExcessQty: age.excess,
    ExcessValue: age.excessValue,
    Trend: age.trend,
    Risk: age.risk,
    RunId: runId,
  };
}

/** Both ways of ageing beside stock on hand, in units and in money. */
function bucketLines(aged: readonly Aged[]): TieOutLine[] {
  const units = (of: (each: Aged) => number) =>
    Math.round(aged.reduce((sum, each) => sum + of(each), 0) * 1e6) / 1e6;
  const money = (of: (each: Aged) => readonly number[]) => sumToTheCent(aged.flatMap(of));
  const onHand = units(({ row }) => row.Qty ?? 0);
  const value = money(({ row }) => [row.Value ?? 0]);
  const ways = [
    ["receipt layer", (each: Aged) => each.age.byReceipt],
    ["last issue", (each: Aged) => each.age.byIssue],
  ] as const;
  return ways.flatMap(([way, buckets]) => [
    {
      row: comparison("ageing", `Units by ${way} against on hand`, [
        units((each) => buckets(each).reduce((sum, { quantity }) => sum + quantity, 0)),
        onHand,
      ]),
    },
    {
      row: comparison("ageing", `Value by ${way} against Valuation`, [
        money((each) => buckets(each).map((bucket) => bucket.value)),
        value,
      ]),
    },
  ]);
}

/** Not a difference of figures, but what somebody must decide on: it leads to the reserve. */
function supersededLine(row: ValuedRow, age: AgedPlace, successor: string, months: number): TieOutLine[] {
  if (successor === "" || age.cover < months || (row.Qty ?? 0) <= 0) return [];
  const cover = age.cover >= 999 ? "no demand at all" : `${age.cover.toFixed(1)} months of demand`;
  return [
    {
      row: {
        Step: "ageing",
        Line: "Superseded item with stock for long",
        Item: row.Item,
        Location: row.Location,
        Ours: row.Value,
        State: "explained",
        Class: "superseded",
        Note: `${row.Item} is replaced by ${successor} and has stock for ${cover}, worth ${moneyText(row.Value ?? 0)}`,
      },
      cell: { table: valuationTable.name, row: row.row, column: "Qty" },
    },
  ];
}

function statusTotals(aged: readonly Aged[]): AgeingDetails["byStatus"] {
  const totals: Record<string, { quantity: number; value: number }> = {};
  for (const { row, age } of aged) {
    const total = (totals[age.status] ??= { quantity: 0, value: 0 });
    total.quantity += row.Qty ?? 0;
    total.value = sumToTheCent([total.value, row.Value ?? 0]);
  }
  return totals;
}
