import { forecastBy } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, optional, probability } from "../arguments";
import { defineFunction, parallelSeries } from "../define";
import { calendarSeason, model } from "./model-arguments";
import { demand, horizon } from "./smoothing-arguments";

export const forecastPi = defineFunction({
  name: "FORECAST.PI",
  family: "forecast",
  summary: "Forecast with its interval: low, mid and high of every coming period.",
  notes: [
    "Level is the share of outcomes inside, period by period: at 0.9 one in twenty lies below low and one in twenty above high, unless low is 0. Sums over a lead time need FORECAST.QUANTILE, since errors of neighbouring periods go together.",
    "AUTO and COMB average the limits of the combined methods and widen them by what their like missed from up to eight earlier origins, shrunk to what is usual. Single methods give the interval of their own model, which takes weights and form for certain. Intermittent demand in AUTO and ICOMB: the distribution of one period's demand that FORECAST.QUANTILE uses. Where low is 0, nothing can lie below it, and all of 1 - level lies above high: at 0.9 one in ten. Demand that seldom comes therefore often has 0 for both.",
    "Limits as for FORECAST.AUTO: low is not below 0 unless demand was, high not above three times the largest demand.",
    "Three columns, or three rows if the history runs across. Over a block, one item a row, low only; out=MID or HIGH gives the others.",
  ],
  args: {
    demand,
    h: horizon(12),
    level: optional(probability("Share of outcomes inside the interval"), 0.9),
    model,
    season: calendarSeason,
    out: optional(choice("All three, or one of them", ["ALL", "LOW", "MID", "HIGH"]), "ALL"),
  },
  returns: parallelSeries("Interval", "units per period", ["low", "mid", "high"]),
  source: [cite("hyndman-athanasopoulos-2021", "section 5.5"), cite("gneiting-raftery-2007", "section 6")],
  examples: [
    {
      args: [[[20], [20], [20], [20]], 2],
      returns: [
        [20, 20, 20],
        [20, 20, 20],
      ],
      from: "a constant goes on without doubt",
    },
    {
      args: [[[10, 12, 10, 12, 10]], 1, 0.9, "NAIVE", 1],
      returns: [[6.710292746096757], [10], [13.289707253903243]],
      within: 1e-6,
      from: "errors of 2: 10 -+ 1.6448536 x 2",
    },
    {
      args: [[[8], [12]], 1, 0.8, "MEAN", 1, "HIGH"],
      returns: 25.695737073246107,
      within: 1e-6,
      from: "10 + 1.2815516 x 10 x sqrt(1 + 1/2), the spread of two observations taken to be their mean",
    },
    {
      args: [[[10, 12]], 1, 95],
      returns: {
        error: "#VALUE!",
        message: "level must be between 0 and 1 (write 0.95 or 95%), got 95",
      },
      from: "a fraction",
    },
  ],
  heavy: true,
  run: ({ demand: series, h, level, model: wanted, season, out }) => {
    const found = forecastBy(wanted, { series, season }, { horizon: h });
    if (out === "MID") return found.forecast;
    const { low, high } = found.interval(level);
    if (out === "LOW") return low;
    return out === "HIGH" ? high : [low, found.forecast, high];
  },
});
