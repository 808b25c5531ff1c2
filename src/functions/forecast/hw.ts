import { fitSmoothing, type SmoothingWeights } from "../../engine/forecast";
import type { Series } from "../../engine/demand";
import { cite } from "../../engine/sources";
import { choice, count, flag, optional } from "../arguments";
import { defineFunction, valueSeries } from "../define";
import { demand, horizon, phi, smoothingSteps, weight } from "./smoothing-arguments";

export const forecastHw = defineFunction({
  name: "FORECAST.HW",
  family: "forecast",
  summary:
    "Holt-Winters: level, trend and season, additive (A) or multiplicative (M), damped where phi is below 1.",
  notes: [
    "Starts with the mean of the first season as level, the difference of the means of the first two seasons per period as trend, and the first season's observations less (A) or over (M) that level as seasonal terms. Smoothing begins with the second season.",
    "Each period: level = alpha x deseasonalised + (1 - alpha) x (level + phi x trend); trend = beta x change of level + (1 - beta) x phi x trend; season = gamma x (observed less or over the forecast level) + (1 - gamma) x season. Weights that are not given are fitted on the squared one-step errors.",
  ],
  args: {
    demand,
    h: horizon(12),
    season: optional(count("Periods in a season", "periods", { min: 2, max: 366 }), 12),
    type: optional(choice("Season: A additive, M multiplicative", ["A", "M"]), "A"),
    alpha: weight("level"),
    beta: weight("trend"),
    gamma: weight("season"),
    phi,
    header: optional(flag("TRUE puts a title on top"), false),
  },
  returns: valueSeries("Forecast", "units per period"),
  source: cite("hyndman-athanasopoulos-2021", "section 8.3"),
  examples: [
    {
      args: [[[10, 20, 14, 24]], 2, 2, "A", 0.5, 0.5, 0.5],
      returns: [[17.875, 28.25]],
      from: "level 15, trend 2, season -5, 5; then 18, 2.5, -4; then 19.75, 2.125, 4.25: 21.875 - 4, 24 + 4.25",
    },
    {
      args: [[[10, 20, 20]], 2, 2],
      returns: { error: "#N/A", message: "demand must hold at least two seasons (4 periods), got 3" },
      from: "two seasons are needed",
    },
    {
      args: [[[10, 0, 14, 24]], 2, 2, "M"],
      returns: { error: "#VALUE!", message: "demand must be above 0 for type M, got 0 at position 2" },
      from: "factors need positive demand",
    },
  ],
  run: ({ demand: history, h, ...rest }) => fit(history, rest).forecast(h),
  explain: ({ demand: history, ...rest }) => smoothingSteps(fit(history, rest), ["alpha", "beta", "gamma"]),
});

interface HoltWinters extends SmoothingWeights {
  readonly season: number;
  readonly type: "A" | "M";
  readonly phi: number;
}

function fit(history: Series, { season, type, phi: damping, ...weights }: HoltWinters) {
  return fitSmoothing(history, { trend: true, season: type, seasonLength: season, phi: damping }, weights);
}
