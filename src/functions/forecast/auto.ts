import { type AutoForecast, autoForecast, autoMetrics, type Contestant } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, number, optional } from "../arguments";
import type { Cell } from "../cells";
import { defineFunction, type Step, valueSeries } from "../define";
import { calendarSeason } from "./model-arguments";
import { demand, horizon } from "./smoothing-arguments";

export const forecastAuto = defineFunction({
  name: "FORECAST.AUTO",
  family: "forecast",
  summary:
    "The forecast that suits the history: eligibility, backtest, combination of methods, and the reason.",
  notes: [
    "The history decides first. Fewer than three observations: their mean. Never changed: goes on (NAIVE). No demand for 12 periods, and for three times as long as any earlier pause: ZERO. One period in eight or more without demand, and no season that explains it: ICOMB, the mean of TSB, IMAPA, SES and MEAN, weighed by their squared error and pinball loss of demand over three periods, in histories of up to two seasons with a fifth for the same period of last season (SNAIVE) and more for MEAN; metric has no say there, since absolute errors would choose to forecast nothing. Zeros before the first demand, if more than any later pause explains, are before the launch.",
    "All else: COMB, the mean of those of its members that can serve the history: two parts each for exponential smoothing (ETSA, ETSLOG of logarithms), Theta (DOTM, STMLOG of logarithms) and CES, one part for what repeats the past (SNAIVE; from three seasons on HWLOG and REGLOG, or REG where demand is 0 somewhere). A history of up to two seasons cannot show one: there SNAIVE has 10 to 20 % and MEAN up to 40 %, both most where the level stays. A member or the naive forecast takes the place of COMB only if, in a backtest from three origins one horizon apart, its error is half as large: closer calls were measured to be chance. For a season above 24 periods, exponential smoothing works with and without the season that STL finds (ETS-STL), and there is no contest. Days (season 7) with two years behind them: half of the pattern of the year, smoothed over a month, is taken out before and put back after; no contest either.",
    "metric: WAPE sum of absolute errors over sum of demand; MAPE without periods of 0; SMAPE 2|e|/(|a|+|f|); RMSE root mean squared error over mean demand. Limits: never below 0 unless demand was, never above cap times the largest demand so far (cap 0: no limit).",
    "out=MODEL, one row: model, form, backtest error, error of the naive forecast of the season, kind of history. out=RANK, a row each: rank, model, error, bias, weight in the forecast, remark; the chosen one first; over a block its first row. For intermittent demand error and bias are those of demand over three periods, over its mean. out=WHY, one row of text: model, what the history allows and whether a season is seen, why this model, why not the others. Errors that do not exist are empty.",
  ],
  args: {
    demand,
    h: horizon(12),
    season: calendarSeason,
    metric: optional(choice("Error by which rivals are compared", autoMetrics), "WAPE"),
    out: optional(choice("Forecast, model, ranking or reasons", ["FC", "MODEL", "RANK", "WHY"]), "FC"),
    cap: optional(
      number("Largest forecast, as a multiple of the largest demand; 0 for no limit", "times", { min: 0 }),
      3,
    ),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: [
    cite("bates-granger-1969", "section 1"),
    cite("hyndman-athanasopoulos-2021", "sections 5.10 and 13.4"),
    cite("syntetos-boylan-croston-2005", "section 2"),
  ],
  examples: [
    { args: [[[20, 20, 20, 20, 20, 20]], 3], returns: [[20, 20, 20]], from: "a constant goes on" },
    { args: [[[8], [12]], 2], returns: [[10], [10]], from: "two observations: their mean" },
    {
      args: [[[4, 6, 5, 7, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], 2],
      returns: [[0, 0]],
      from: "no demand for 12 periods after demand in every one",
    },
    {
      args: [[[20, 20, 20, 20, 20, 20]], 3, 12, null, "MODEL"],
      returns: [["NAIVE", "Naive", "", "", "constant"]],
      from: "a constant needs no backtest",
    },
    {
      args: [[[8], [12]], 2, 12, null, "WHY"],
      returns: [
        [
          "MEAN",
          "few: 2 observations since the launch",
          "too few observations for any other method: their mean",
          "no other was in the running",
        ],
      ],
      from: "by the rules in the notes",
    },
    {
      args: [[[8], [12]], 2, 12, null, "RANK"],
      returns: [[1, "MEAN", "", "", 1, "chosen"]],
      from: "alone in the running",
    },
    {
      args: [[[5, 6, 4, 7]], 1, 1, "MAE"],
      returns: {
        error: "#VALUE!",
        message: 'metric must be one of WAPE, MAPE, SMAPE, RMSE, got the text "MAE"',
      },
      from: "the metrics there are",
    },
  ],
  heavy: true,
  run: ({ demand: series, h, season, metric, out, cap }) => {
    const found = autoForecast({ series, season }, { horizon: h, metric, cap });
    if (out === "MODEL") return [modelRow(found)];
    if (out === "RANK") return found.contestants.map(rankRow);
    if (out === "WHY") return [whyRow(found)];
    return found.forecast;
  },
  explain: ({ demand: series, h, season, metric, cap }) =>
    steps(autoForecast({ series, season }, { horizon: h, metric, cap })),
});

const orEmpty = (value: number | null): Cell => value ?? "";

function modelRow({ model, form, contestants, kind, benchmark }: AutoForecast): Cell[] {
  return [model, form, orEmpty(contestants[0].error), orEmpty(benchmark), kind];
}

function rankRow({ model, error, bias, weight, remark }: Contestant, i: number): Cell[] {
  return [i + 1, model, orEmpty(error), orEmpty(bias), weight, remark];
}

function whyRow({ model, why, contestants }: AutoForecast): Cell[] {
  const [history, ...reasons] = why;
  const others = contestants.filter((one) => one.model !== model).map((one) => `${one.model}: ${one.remark}`);
  return [model, history, reasons.join("; "), others.join("; ") || "no other was in the running"];
}

function steps({ model, form, why, contestants, forecast }: AutoForecast): Step[] {
  return [
    { label: "What the history allows", formula: why[0], result: model },
    { label: "Why this model", formula: why.slice(1).join("; "), result: form },
    ...contestants.map(({ model: id, remark, error }) => ({
      label: id,
      formula: remark,
      result: error === null ? "not tested" : error,
    })),
    { label: "Forecast of the next period", formula: "within the limits", result: forecast[0] },
  ];
}
