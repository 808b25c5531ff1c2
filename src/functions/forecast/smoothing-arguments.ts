import type { SmoothingFit } from "../../engine/forecast";
import { count, number, optional, series } from "../arguments";
import type { Step } from "../define";
import { shown } from "../shown";

export const demand = series("Demand history");
export const horizon = (fallback: number) =>
  optional(count("Periods to forecast", "periods", { min: 1, max: 1000 }), fallback);
export const weight = (of: string) =>
  optional(number(`Smoothing weight of the ${of}`, "fraction", { above: 0, below: 1 }), undefined, "fitted");
export const phi = optional(
  number("Damping of the trend per period; 1 for none", "fraction", { above: 0, max: 1 }),
  1,
);

/** How the last observation moved the states, and the first forecast. */
export function smoothingSteps(fit: SmoothingFit, weights: readonly ("alpha" | "beta" | "gamma")[]): Step[] {
  const used = weights.map((name) => `${name} ${shown(fit[name])}`).join(", ");
  return [
    { label: "Smoothing weights", formula: used, result: fit.alpha },
    { label: "Sum of squared one-step errors", formula: "over the history", result: fit.sumOfSquares },
    {
      label: "Level after the last observation",
      formula: "alpha x observed + (1 - alpha) x forecast level",
      result: fit.level,
    },
    ...(weights.includes("beta")
      ? [
          {
            label: "Trend per period",
            formula: "beta x change of level + (1 - beta) x trend",
            result: fit.trend,
          },
        ]
      : []),
    {
      label: "Forecast of the next period",
      formula: "level, trend and season put together",
      result: fit.forecast(1)[0],
    },
  ];
}
