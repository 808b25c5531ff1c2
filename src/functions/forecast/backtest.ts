import { backtestBy } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { count, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { orBlank } from "../or-blank";
import { calendarSeason, model, oneHistory } from "./model-arguments";
import { horizon } from "./smoothing-arguments";

export const forecastBacktest = defineFunction({
  name: "FORECAST.BACKTEST",
  family: "forecast",
  summary: "What a model would have forecast in the past, origin by origin, beside what came.",
  notes: [
    "A row an origin, the earliest first: periods of history used, then the forecasts 1 to h ahead, then the demand that came. Origins lie one period apart and the last horizon ends with the history, so that neighbouring rows share periods.",
    "The window expands and nothing after an origin is looked at: model, weights and limits are chosen anew from the periods before it. Origins whose history is too short for the model are left out.",
  ],
  args: {
    demand: oneHistory("Demand history"),
    model,
    h: horizon(3),
    origins: optional(count("Origins, the last ones", "origins", { min: 1, max: 100 }), 6),
    season: calendarSeason,
  },
  returns: table("Backtest", "units per period", []),
  source: cite("tashman-2000", "section 3"),
  examples: [
    {
      args: [[[3, 5, 4, 6, 8]], "NAIVE", 2, 2],
      returns: [
        [2, 5, 5, 4, 6],
        [3, 4, 4, 6, 8],
      ],
      from: "the last observation goes on",
    },
    {
      args: [[[3], [5], [4], [6], [8]], "MA", 1, 3],
      returns: [
        [3, 4, 6],
        [4, 5, 8],
      ],
      from: "means of three; two periods are too few for the first origin",
    },
    {
      args: [[[3, 5]], "NAIVE", 2],
      returns: { error: "#N/A", message: "demand must hold more than h = 2 periods, got 2" },
      from: "nothing is left to forecast from",
    },
  ],
  heavy: true,
  run: ({ demand: series, model: wanted, h, origins, season }) =>
    backtestBy(wanted, { series, season }, { horizon: h, origins }).map(({ used, forecast, actual }) => [
      used,
      ...forecast,
      ...actual.map(orBlank),
    ]),
});
