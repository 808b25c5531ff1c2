import { type ThetaModel, fitThetaModel, thetaForecast, thetaTypes } from "../../engine/forecast";
import { cite } from "../../engine/sources";
import { choice, count, optional } from "../arguments";
import { type Step, defineFunction, valueSeries } from "../define";
import { shown } from "../shown";
import { demand, horizon } from "./smoothing-arguments";

export const forecastTheta = defineFunction({
  name: "FORECAST.THETA",
  family: "forecast",
  summary:
    "Theta forecast: a smoothed level and a share of the slope, the season put back where there is one.",
  notes: [
    "STM is the standard method: simple exponential smoothing plus half the slope of the straight line through the history. OTM fits that share, 1 - 1/theta with theta from 1 up. DSTM and DOTM take the line through what had been seen at each time. DOTM, the default, was the most accurate of the four when measured.",
    "Season: used if the history is longer than two seasons and the autocorrelation at one season stands out at 90 %. It is taken out by the factors of a classical decomposition, or by amounts where demand goes below 0 or a factor would be under 0.01.",
    "Fitted on the squared one-step errors: alpha from 0.0001 to 0.9999 for STM, from 0.1 to 0.99 for the others, whose errors of the first two periods do not count if dynamic. For given alpha, the level and theta of least squares are solved for, so the fit is the best there is; R's thetaf gives the same forecasts for the same alpha and level. Its own search stops a little short (forecasts differ in the sixth digit) and in one series in fifty at a shallower minimum.",
    "A missing observation counts as it was forecast. Four observations are needed. Forecasts are not cut at 0.",
  ],
  args: {
    demand,
    h: horizon(12),
    season: optional(count("Periods in a season; 1 for none", "periods", { min: 1, max: 366 }), 12),
    type: optional(choice("Standard or optimised (O) theta, static or dynamic (D) line", thetaTypes), "DOTM"),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: [
    cite("assimakopoulos-nikolopoulos-2000", "the Theta model with two lines"),
    cite("hyndman-billah-2003", "simple exponential smoothing with drift"),
    cite("fiorucci-2016", "models STM, OTM, DSTM and DOTM"),
  ],
  examples: [
    {
      args: [[[10, 12, 14, 16, 18, 20]], 3, 1],
      returns: [[22, 24, 26]],
      within: 1e-6,
      from: "a straight line: theta without bound takes the whole slope of 2",
    },
    {
      args: [[[20], [20], [20], [20], [20]], 2, 1, "STM"],
      returns: [[20], [20]],
      from: "a constant goes on",
    },
    {
      args: [[[8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 8, 12]], 2, 2, "STM"],
      returns: [[8, 12]],
      within: 1e-9,
      from: "factors 0.8 and 1.2 around a level of 10 without slope",
    },
    {
      args: [[[5, null, 6, 4]], 1],
      returns: { error: "#N/A", message: "demand must hold at least 4 observations, got 3" },
      from: "level, weight and slope need four",
    },
    {
      args: [[[5, 6, 4, 7]], 1, 1, "SES"],
      returns: {
        error: "#VALUE!",
        message: 'type must be one of STM, OTM, DSTM, DOTM, got the text "SES"',
      },
      from: "only the four models of the family",
    },
  ],
  heavy: true,
  run: ({ demand: history, h, season, type }) => thetaForecast(fitThetaModel(history, season, type), h),
  explain: ({ demand: history, season, type }) => steps(fitThetaModel(history, season, type)),
});

function steps(model: ThetaModel): Step[] {
  const { season, type, alpha, lineWeight, lastLevel, line } = model;
  const share = type === "STM" || type === "DSTM" ? "one half, as theta is 2" : "1 - 1/theta, fitted";
  return [
    {
      label: "Season",
      formula:
        season.kind === "none"
          ? "none found at 90 %, or too short a history"
          : `${season.kind === "multiplicative" ? "factors" : "amounts"} ${season.pattern.map(shown).join(", ")}`,
      result: season.kind,
    },
    { label: "Smoothing weight alpha", formula: "least squared one-step errors", result: alpha },
    { label: "Slope of the line, units per period", formula: "least squares", result: line.slope },
    { label: "Share of the slope", formula: share, result: lineWeight },
    {
      label: "Level after the last period, without season",
      formula: "forecast + alpha x error",
      result: lastLevel,
    },
    {
      label: "Forecast of the next period",
      formula: "level and line put together, season put back",
      result: thetaForecast(model, 1)[0],
    },
  ];
}
