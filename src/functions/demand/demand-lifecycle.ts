import { demandBuckets } from "../../engine/calendar";
import { lifecycle } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { choice, optional, series } from "../arguments";
import { date } from "../date-arguments";
import { defineFunction, value, type Step } from "../define";
import { shown } from "../shown";

export const demandLifecycle = defineFunction({
  name: "DEMAND.LIFECYCLE",
  family: "demand",
  summary: "Stage of a product's life: New, Growth, Mature, Decline, EOL or Inactive.",
  notes: [
    "In this order. EOL: the end-of-life date is in the last period or before. New: fewer than 6 periods since launch, the last one included, or never sold and fewer than 12 periods of zeros. Inactive: the last 12 periods without demand. Growth or Decline: a trend that is significant and matters. Else Mature.",
    "The trend is judged over the last three years (a year of daily demand) since launch: Mann-Kendall's test at 5 %, comparing only like periods of the season (12 months, 52 weeks, 4 quarters, 7 days) once there are two seasons, and a regression slope of at least 10 % of the mean a year. Where neighbouring periods move together, more is asked of the test. Decline too: a run of zeros at the end that the history makes less likely than 1 %, such as 3 after 6 months of demand. With less than two seasons a season may pass for a trend.",
    "Launch is the launch date, or without one the first period with demand. A series carries no dates, so launch and eol need asof, a day of the last period of demand.",
  ],
  args: {
    demand: series("Demand history, up to the period of asof"),
    launch: optional(date("Launch date"), undefined, "first period with demand"),
    eol: optional(date("End-of-life date"), undefined, "none"),
    asof: optional(date("A day of the last period of demand"), undefined, "needed with launch or eol only"),
    bucket: optional(choice("Time bucket of the demand", demandBuckets), "M"),
  },
  vector: true,
  returns: value("Stage", "text"),
  source: [
    cite("hirsch-slack-smith-1982", "equations 1 to 9"),
    cite("yue-wang-2004", "effective sample size"),
  ],
  examples: [
    { args: [[[10, 12, 11]]], returns: "New", from: "three periods" },
    {
      args: [[[10, 12, 15, 17, 20, 24, 26, 31]]],
      returns: "Growth",
      from: "28 of 28 pairs rise: 27 / sqrt(65.3) = 3.3, less for autocorrelation",
    },
    { args: [[[31, 26, 24, 20, 17, 15, 12, 10]]], returns: "Decline", from: "the same, falling" },
    { args: [[[10, 12, 9, 11, 10, 12, 11, 9]]], returns: "Mature", from: "no trend" },
    { args: [[[5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]], returns: "Inactive", from: "12 zeros" },
    {
      args: [[[10, 12, 9, 11, 10, 12, 11, 9]], null, "2024-05-31", "2024-06-01"],
      returns: "EOL",
      from: "ended the month before",
    },
    {
      args: [[[10, 12, 9, 11, 10, 12, 11, 9]], "2024-03-10", null, "2024-06-01"],
      returns: "New",
      from: "March to June: the fourth month since launch",
    },
    {
      args: [[[10, 12, 9]], "2024-03-10"],
      returns: {
        error: "#VALUE!",
        message: "asof must be given where launch or eol is (a day of the last period), got a blank",
      },
      from: "nothing places the date",
    },
  ],
  run: ({ demand, launch, eol, asof, bucket }) =>
    lifecycle({ demand, launch, endOfLife: eol, asOf: asof, bucket }).stage,
  explain: ({ demand, launch, eol, asof, bucket }) => {
    const { stage, age, z, yearlyChange } = lifecycle({
      demand,
      launch,
      endOfLife: eol,
      asOf: asof,
      bucket,
    });
    const trend: Step[] =
      z === undefined || yearlyChange === undefined
        ? []
        : [
            {
              label: "Trend test",
              formula: "Mann-Kendall z, less for autocorrelation; beyond 1.96 it is more than chance",
              result: z,
            },
            { label: "Change a year", formula: "slope / mean; 0.1 or more matters", result: yearlyChange },
          ];
    return [
      { label: "Periods since launch", formula: "the last period included", result: age },
      ...trend,
      {
        label: "Stage",
        formula: trend.length === 0 ? "by dates and zeros" : `by z ${shown(z ?? 0)}`,
        result: stage,
      },
    ];
  },
});
