import { forecastTable, type TableRow } from "../../engine/forecast";
import { PlanningError } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { oneSeries } from "../accuracy/pairs";
import { cellList, optional, probability } from "../arguments";
import { bucket, bucketCalendar, bucketSeason, fiscalNote, fiscalStart } from "../bucket-arguments";
import { CellError, toCellError } from "../cell-error";
import type { Cell } from "../cells";
import { dates } from "../date-arguments";
import { defineFunction, table } from "../define";
import { model } from "./model-arguments";
import { horizon } from "./smoothing-arguments";

const codes = "text or numbers in step with dates";

export const forecastPortfolio = defineFunction({
  name: "FORECAST.TABLE",
  family: "forecast",
  summary: "Forecasts of a whole portfolio from its demand lines: one row per item, place and coming period.",
  notes: [
    "Lines may stand in any order; those of one item, place and bucket are added up. A history runs from the item's own first line to the latest bucket of the table, buckets without lines as 0. The latest bucket counts as complete: leave lines of a part month out.",
    "Rows come item by item in the order of their first line. Dates are the first days of the coming buckets, as date numbers. The season is that of the calendar: 7 days, 52 weeks, 12 months (4-4-5 ones too), 4 quarters. Intervals as in FORECAST.PI.",
    fiscalNote,
    "An item that cannot be forecast has one row, with its error in the columns from date on; the others are not touched by it. A header in items is skipped with those of the other columns.",
  ],
  args: {
    items: cellList("Item of each line", "code", codes),
    dates: dates("Date of each line"),
    qty: { ...oneSeries("Quantity of each line"), unit: "units", rule: "numbers in step with dates" },
    h: horizon(12),
    bucket,
    model,
    locations: optional(cellList("Place of each line", "code", codes), undefined, "one place"),
    level: optional(probability("Share of outcomes inside the interval"), 0.9),
    fiscalStart,
  },
  returns: table("Forecasts", "date, units per period", [
    "item",
    "location",
    "date",
    "forecast",
    "low",
    "high",
    "model",
  ]),
  source: cite("hyndman-athanasopoulos-2021", "sections 5.2 and 5.5"),
  examples: [
    {
      args: [
        [["A"], ["B"], ["A"], ["A"], ["B"]],
        [["2024-01-15"], ["2024-02-20"], ["2024-02-10"], ["2024-03-01"], ["2024-03-09"]],
        [[5], [2], [5], [5], [4]],
        1,
      ],
      returns: [
        ["A", "", 45383, 5, 5, 5, "NAIVE"],
        ["B", "", 45383, 3, 0, 9.043578131396007, "MEAN"],
      ],
      within: 1e-6,
      from: "April 2024: 5 every month goes on; 2 and 4 are too few: 3, and 3 + 1.6448536 x 3 x sqrt(1 + 1/2)",
    },
    {
      args: [
        [["A"], ["A"], ["A"]],
        [["2024-01-28"], ["2024-01-29"], ["2024-03-31"]],
        [[5], [5], [5]],
        2,
        "4-4-5",
      ],
      returns: [
        ["A", "", 45383, 5, 5, 5, "NAIVE"],
        ["A", "", 45411, 5, 5, 5, "NAIVE"],
      ],
      from: "weeks 1 to 4, 5 to 8 and 9 to 13 of 2024 have 5 each; the next months begin on 1 and 29 April",
    },
    {
      args: [[["A"], ["B"]], [[45292], [45293]], [[1]]],
      returns: { error: "#VALUE!", message: "qty must have as many entries as dates (2), got 1" },
      from: "unequal lengths",
    },
  ],
  heavy: true,
  run: ({
    items,
    dates: days,
    qty,
    h,
    bucket: wantedBucket,
    model: wanted,
    locations,
    level,
    fiscalStart: start,
  }) => {
    const lines = {
      items: inStep("items", items, days.length),
      locations: locations === undefined ? days.map(() => "") : inStep("locations", locations, days.length),
      dates: days,
      quantities: sameLength("qty", qty, days.length),
    };
    const calendar = bucketCalendar(wantedBucket, start);
    const season = bucketSeason(wantedBucket);
    return forecastTable(lines, { horizon: h, calendar, season, model: wanted, level }).map(cellsOf);
  },
});

function cellsOf(row: TableRow): Cell[] {
  const { item, location } = row;
  if (!("error" in row)) return [item, location, row.date, row.forecast, row.low, row.high, row.model];
  const { message } = toCellError(row.error);
  return [item, location, ...new Array<Cell>(5).fill(new CellError("#N/A", message))];
}

/** Codes as text; the one entry that a header makes too many is left out. */
function inStep(name: string, cells: readonly Cell[], length: number): string[] {
  const own = cells.length === length + 1 ? cells.slice(1) : cells;
  return sameLength(name, own, length).map((cell) => {
    if (cell instanceof CellError) throw cell;
    return cell === null ? "" : String(cell).trim();
  });
}

function sameLength<T>(name: string, entries: readonly T[], length: number): readonly T[] {
  if (entries.length === length) return entries;
  const message = `${name} must have as many entries as dates (${length}), got ${entries.length}`;
  throw new PlanningError("invalid-input", name, message);
}
