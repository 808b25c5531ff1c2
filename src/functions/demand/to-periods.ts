import { cite } from "../../engine/sources";
import { daysToPeriods, demandBuckets } from "../../engine/calendar";
import { choice, number, optional } from "../arguments";
import { defineFunction, value } from "../define";

export const toPeriods = defineFunction({
  name: "TO.PERIODS",
  family: "demand",
  summary: "Converts days, such as a lead time, to time buckets of the demand.",
  notes: ["A month is 365.25 / 12 days, a quarter three of them. With workdays, days are working days."],
  args: {
    days: number("Days to convert", "days", { min: 0 }),
    bucket: optional(choice("Time bucket: day, week, month or quarter", demandBuckets), "M"),
    workdays: optional(
      number("Working days per week when days are working days", "days per week", { above: 0, max: 7 }),
      undefined,
      "calendar days",
    ),
  },
  vector: true,
  returns: value("Periods", "periods"),
  source: cite("ascm-dictionary", "time bucket"),
  examples: [
    { args: [30.4375], returns: 1, from: "365.25 / 12 = 30.4375 days a month" },
    { args: [14, "W"], returns: 2, from: "14 / 7" },
    { args: [10, "W", 5], returns: 2, from: "10 working days at 5 a week" },
  ],
  run: ({ days, bucket, workdays }) => daysToPeriods(days, bucket, workdays),
});
