import { type FittedForecast, intermittentMethods, type WeightChoice } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { choice, number, optional, type ScalarArgument, series } from "../arguments";
import { defineFunction, type Step, valueSeries } from "../define";
import { shown } from "../shown";
import { horizon } from "./smoothing-arguments";

/** A smoothing weight, or AUTO in any case to have it fitted. */
function weightOrAuto(label: string): ScalarArgument<WeightChoice> {
  const given = number(label, "fraction", { above: 0, max: 1 });
  return {
    ...given,
    rule: `a number above 0, at most 1; or "AUTO" to fit it`,
    parse: (cell, name) =>
      typeof cell === "string" && cell.trim().toUpperCase() === "AUTO" ? "AUTO" : given.parse(cell, name),
  };
}

const ids = intermittentMethods.map(({ id }) => id);

export const forecastCroston = defineFunction({
  name: "FORECAST.CROSTON",
  family: "forecast",
  summary: "Rate of intermittent demand: Croston, SBA, SBJ, TSB, ADIDA or IMAPA; flat over the horizon.",
  notes: [
    "CROSTON, SBA, SBJ: alpha smooths the sizes of demand, beta the intervals between demands (alpha unless given), each only when demand comes. They start at the first size and the first interval, counted from the first period. SBA multiplies size / interval by 1 - beta/2, SBJ by 1 - beta/(2 - beta).",
    "TSB: alpha smooths the sizes, starting at the first; beta smooths the probability of demand in every period (0.1 unless given), starting before the first period at the share of periods with demand. It is the one that falls while demand stays away: use it for items that may be dying.",
    "ADIDA sums demand into buckets as long as the mean interval (rounded, a half to the even number; first interval counted from the first period), whole buckets up to the last period, and smooths them with alpha, starting at the first bucket. IMAPA is the mean over buckets of 1, 2, ... up to that length, each smoothed with alpha. beta has no part in either.",
    '"AUTO" for alpha or beta fits it between 0.02 and 0.3 by squared one-step errors; with alpha AUTO, TSB fits beta as well. Absolute errors are never used: a forecast of nothing would win.',
    "No demand at all gives 0; one demand is enough. A missing period is passed over and no interval counts it. Blanks before the first value are before launch: type zeros where the item was on sale. Negative demand is refused: take returns out, or book them where they were sold.",
  ],
  args: {
    demand: series("Demand history", { rule: { min: 0 } }),
    h: horizon(1),
    alpha: optional(weightOrAuto("Smoothing weight of the sizes, or of the buckets"), 0.1),
    method: optional(choice("Method", ids), "SBA"),
    beta: optional(
      weightOrAuto("Weight of the intervals, or in TSB of the probability"),
      undefined,
      "alpha; in TSB 0.1",
    ),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: intermittentMethods.flatMap(({ source }) => source),
  examples: [
    {
      args: [[[1, 0, 0, 0, 2, 0, 0]]],
      returns: 0.803846,
      within: 1e-6,
      from: "size 1 + 0.1 x 1 = 1.1, interval 1 + 0.1 x 3 = 1.3; 0.95 x 1.1 / 1.3",
    },
    {
      args: [[[1, 0, 0, 0, 2, 0, 0]], 2, 0.1, "CROSTON"],
      returns: [[1.1 / 1.3, 1.1 / 1.3]],
      from: "1.1 / 1.3 = 0.846154",
    },
    {
      args: [[[1, 0, 0, 0, 2, 0, 0]], 1, 0.1, "SBJ"],
      returns: 0.801619,
      within: 1e-6,
      from: "1.1 / 1.3 x (1 - 0.1 / 1.9)",
    },
    {
      args: [[[4, 0, 0]], 1, 0.1, "TSB", 0.2],
      returns: ((1 / 3) * 0.8 + 0.2) * 0.64 * 4,
      from: "probability 1/3, then 0.8 x 1/3 + 0.2, x 0.8, x 0.8; size 4",
    },
    {
      args: [[[0], [3], [0], [5], [2], [6]], 1, 0.5, "ADIDA"],
      returns: 3,
      from: "demands in 2, 4, 5, 6: mean interval 1.5, so buckets of 2: sums 3, 5, 8, smoothed 3, 4, 6, over 2",
    },
    {
      args: [[[0, 3, 0, 5]], 1, 0.5, "IMAPA"],
      returns: 2.4375,
      from: "buckets of 1: 0, 1.5, 0.75, 2.875; of 2: 3, 4, per period 2; mean of the two",
    },
    { args: [[[0, 0, 0, 0]], 3], returns: [[0, 0, 0]], from: "no demand, no forecast" },
    {
      args: [[[5, -1, 0, 2]]],
      returns: { error: "#VALUE!", message: "demand at position 2 must be at least 0, got -1" },
      from: "returns are not demand",
    },
  ],
  run: (args) => fit(args).forecast(args.h),
  explain: (args) => steps(fit(args)),
});

interface Choice {
  readonly demand: Series;
  readonly method: (typeof ids)[number];
  readonly alpha: WeightChoice;
  readonly beta: WeightChoice | undefined;
}

function fit({ demand, method, alpha, beta }: Choice): FittedForecast {
  const found = intermittentMethods.find(({ id }) => id === method) ?? intermittentMethods[0];
  return found.fitWith(demand, { alpha, beta });
}

function steps({ form, details, forecast }: FittedForecast): Step[] {
  const names: Readonly<Record<string, string>> = {
    alpha: "Weight alpha",
    beta: "Weight beta",
    size: "Smoothed size of a demand",
    interval: "Smoothed interval between demands",
    probability: "Smoothed probability of demand in a period",
    "periods in a bucket": "Periods in a bucket",
    "longest bucket": "Periods in the longest bucket",
  };
  const formulas: Readonly<Record<string, string>> = {
    CROSTON: "size / interval",
    SBA: "(1 - beta / 2) x size / interval",
    SBJ: "(1 - beta / (2 - beta)) x size / interval",
    TSB: "probability x size",
    ADIDA: "smoothed bucket / its periods",
    IMAPA: "mean over the bucket lengths",
  };
  return [
    ...Object.entries(details).map(([name, result]) => ({
      label: names[name] ?? name,
      formula: name === "alpha" || name === "beta" ? "as given, or fitted" : "after the last period",
      result: typeof result === "number" ? result : shown(Number(result)),
    })),
    { label: "Forecast of the next period", formula: formulas[form] ?? form, result: forecast(1)[0] },
  ];
}
