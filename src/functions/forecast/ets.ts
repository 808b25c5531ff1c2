import { type EtsModel, etsForecast, fitEts, formName } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { cellList, count, flag, numbers, optional, parseNumber, text } from "../arguments";
import type { Cell } from "../cells";
import { type Step, defineFunction, valueSeries } from "../define";
import { shown } from "../shown";
import { demand, horizon } from "./smoothing-arguments";

export const forecastEts = defineFunction({
  name: "FORECAST.ETS",
  family: "forecast",
  summary: "Exponential smoothing in its state-space forms: the best of them, or the one you name.",
  notes: [
    "Excel has a FORECAST.ETS of its own (additive, no choice of form), and typed without a prefix in Excel that one wins. This one is called with the add-in's prefix, or through stockbook eval.",
    "form is error A or M, trend N, A, Ad (damped), M or Md, season N, A or M: ANN is simple smoothing, AAN Holt, MAM Holt-Winters with factors. AUTO takes the smallest corrected Akaike criterion of the 15 stable forms without multiplicative trend; forms with M need demand above 0.",
    "Weights and starting states have the greatest likelihood, alpha from 0 to 1, beta to alpha, gamma to 1 - alpha, phi 0.8 to 0.98. Given params alone, the states are fitted; given both, nothing is. A season longer than 24 is left out by AUTO and refused by name. A missing observation moves nothing.",
    "The forecast is the path without further errors. Component form: beta and gamma are shares of the error itself, not of alpha.",
  ],
  args: {
    demand,
    h: horizon(12),
    season: optional(count("Periods in a season; 1 for none", "periods", { min: 1, max: 366 }), 12),
    form: optional(text("AUTO, or error, trend and season such as ANN, AAdN, MAM"), "AUTO"),
    params: optional(
      cellList("alpha, beta, gamma, phi; blank where the form has none", "one row", "up to four numbers"),
      undefined,
      "fitted",
    ),
    states: optional(
      numbers("Level, trend if any, the first season in time order if any", "one row"),
      undefined,
      "fitted",
    ),
    header: optional(flag("TRUE puts a title on top"), false),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: [
    cite("hyndman-koehler-ord-snyder-2008", "tables 2.2 and 2.3"),
    cite("hyndman-athanasopoulos-2021", "sections 8.5 and 8.6"),
  ],
  examples: [
    {
      args: [[[10, 12, 15]], 2, 1, "AAN", [[0.5, 0.25]], [[8, 2]]],
      returns: [[16.75, 19]],
      from: "forecast 10, error 0; 12, 0; 14, error 1: level 14 + 0.5, trend 2 + 0.25; then 14.5 + 2.25, 14.5 + 2 x 2.25",
    },
    {
      args: [[[10], [30], [12], [33]], 2, 2, "MNM", [[0.5, null, 0.1]], [[20, 0.5, 1.5]]],
      returns: [[11.22], [33]],
      from: "12 against 10: level 20 + 0.5 x 2 / 0.5 = 22, factor 0.5 + 0.1 x 2 / 20 = 0.51; 33 as forecast",
    },
    {
      args: [[[5, 5, 5, 5, 5, 5]], 3],
      returns: [[5, 5, 5]],
      from: "a constant goes on",
    },
    {
      args: [[[5, 6, 4]], 1],
      returns: { error: "#N/A", message: "demand must hold at least 5 observations, got 3" },
      from: "a level, a weight and a variance need five",
    },
    {
      args: [[[3, 0, 4, 2, 5, 1, 3]], 1, 1, "MNN"],
      returns: { error: "#VALUE!", message: "demand must be above 0 for MNN, got a value of 0 or less" },
      from: "relative errors need positive demand",
    },
    {
      args: [[[3, 1, 4, 2, 5, 1, 3]], 1, 1, "ANN", [[0.3, 0.1]], [[2]]],
      returns: {
        error: "#VALUE!",
        message: "params must leave beta blank for ANN, which has none, got 0.1",
      },
      from: "a weight that the form has not is a mistake",
    },
  ],
  heavy: true,
  run: ({ demand: history, h, ...rest }) => etsForecast(fit(history, rest), h),
  explain: ({ demand: history, ...rest }) => steps(fit(history, rest)),
});

interface Choice {
  readonly season: number;
  readonly form: string;
  readonly params: readonly Cell[] | undefined;
  readonly states: readonly number[] | undefined;
}

function fit(history: Series, { season, form, params, states }: Choice): EtsModel {
  const weights = params?.map((cell) => (cell === null ? null : parseNumber(cell, "params")));
  return fitEts(history, season, { form, weights, states });
}

function steps(model: EtsModel): Step[] {
  const { weights, end, form } = model;
  const used = (["alpha", "beta", "gamma", "phi"] as const)
    .filter((name) => weights[name] !== (name === "phi" ? 1 : 0))
    .map((name) => `${name} ${shown(weights[name])}`);
  return [
    {
      label: "Form: error, trend, season",
      formula: "smallest corrected Akaike criterion, or as given",
      result: formName(form),
    },
    { label: "Smoothing weights", formula: used.join(", "), result: weights.alpha },
    {
      label: "Log-likelihood",
      formula: "variance concentrated out, constants left out",
      result: model.logLikelihood,
    },
    {
      label: "Level after the last observation",
      formula: "forecast level + alpha x error",
      result: end.level,
    },
    ...(form.trend === "N"
      ? []
      : [
          {
            label: "Trend after the last observation",
            formula: "old trend + beta x error",
            result: end.trend,
          },
        ]),
    {
      label: "Forecast of the next period",
      formula: "level, trend and season put together",
      result: etsForecast(model, 1)[0],
    },
  ];
}
