import { bucketDemand } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { oneSeries } from "../accuracy/pairs";
import { optional } from "../arguments";
import { bucket, bucketCalendar, fiscalNote, fiscalStart } from "../bucket-arguments";
import { date, dates } from "../date-arguments";
import { defineFunction, parallelSeries } from "../define";

export const demandBucket = defineFunction({
  name: "DEMAND.BUCKET",
  family: "demand",
  summary: "Sums dated demand lines by day, week, month or quarter, buckets without demand as 0.",
  notes: [
    "A bucket is shown by its first day, as a date number: give the cells a date format. Weeks run from Monday (ISO 8601), quarters from January, April, July and October.",
    "Lines may stand in any order; those of one bucket are added up, returns (below 0) included; a time of day belongs to its day. A line without a quantity does not count, one with a quantity and no date is an error.",
    "from and to may be any day of the first and the last bucket: buckets are always whole, so that no part month reaches a forecast. Lines outside are left out.",
    fiscalNote,
    "Dates down give two columns, dates across two rows. Excel's 29 February 1900, a day that never was, counts as the 28th.",
  ],
  args: {
    dates: dates("Date of each line"),
    qty: { ...oneSeries("Quantity of each line"), unit: "units", rule: "numbers in step with dates" },
    bucket,
    from: optional(date("A day of the first bucket"), undefined, "that of the earliest line"),
    to: optional(date("A day of the last bucket"), undefined, "that of the latest line"),
    fiscalStart,
  },
  returns: parallelSeries("Demand by bucket", "date, units", ["date", "qty"]),
  source: cite("ascm-dictionary", "time bucket"),
  examples: [
    {
      args: [
        [["2024-04-15"], ["2024-01-31"], ["2024-02-01"], ["2024-02-29"]],
        [[7], [5], [2], [4]],
      ],
      returns: [
        [45292, 5],
        [45323, 6],
        [45352, 0],
        [45383, 7],
      ],
      from: "by hand; 45292 is 1 January 2024, and nothing was asked for in March",
    },
    {
      args: [[[45292, 45298, 45299]], [[1, 2, 4]], "W"],
      returns: [
        [45292, 45299],
        [3, 4],
      ],
      from: "1 January 2024 was a Monday, 45298 its Sunday",
    },
    {
      args: [[["2024-02-10"], ["2024-07-01"]], [[3], [9]], "Q", "2024-01-01", "2024-06-30"],
      returns: [
        [45292, 3],
        [45383, 0],
      ],
      from: "two quarters; July lies outside",
    },
    {
      args: [[[45683], [45711], [45712]], [[3], [4], [5]], "4-4-5", null, null, 45684],
      returns: [
        [45649, 3],
        [45684, 4],
        [45712, 5],
      ],
      from: "a year from Monday 27 January 2025: the day before it ends the five weeks from 23 December, four weeks follow",
    },
    {
      args: [[[45292], [45293]], [[1]]],
      returns: { error: "#VALUE!", message: "qty must have as many entries as dates (2), got 1" },
      from: "unequal lengths",
    },
  ],
  run: ({ dates, qty, bucket: wanted, from, to, fiscalStart: start }) => {
    const range = { bucket: bucketCalendar(wanted, start), from, to };
    const { starts, quantities } = bucketDemand({ dates, quantities: qty }, range);
    return [starts, quantities];
  },
});
