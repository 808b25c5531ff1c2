import { forwardCover } from "../../engine/kpi";
import { cite } from "../../engine/sources";
import { number, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const dosForward = defineFunction({
  name: "DOS.FORWARD",
  family: "kpi",
  summary: "Days of supply looking ahead: how long stock lasts against the forecast.",
  notes: [
    "Pro rata in the bucket in which stock runs out. Stock that is not used up inside the forecast gives #N/A: its end is not known, so extend the forecast. A blank bucket is not zero.",
  ],
  args: {
    onhand: quantity("Stock on hand"),
    forecast: pairedSeries("Forecast, the next period first", { rule: { min: 0 } }),
    days: optional(number("Days in one period of the forecast", "days", { above: 0 }), 30),
  },
  vector: true,
  returns: value("Days of supply", "days"),
  source: cite("ascm-dictionary", "days of supply, forward"),
  examples: [
    { args: [100, [[30, 40, 50]]], returns: 78, from: "30 + 30 + 30 x 30 / 50" },
    {
      args: [200, [[30, 40, 50]]],
      returns: {
        error: "#N/A",
        message:
          "forecast must reach until stock is used up, got 3 periods that leave 80 (extend the forecast)",
      },
      from: "120 are forecast",
    },
  ],
  run: ({ onhand, forecast, days }) => forwardCover(onhand, forecast, days),
  explain: ({ onhand, forecast, days }) => {
    const cover = forwardCover(onhand, forecast, days);
    const whole = Math.floor(cover / days);
    const used = forecast.slice(0, whole).reduce((sum, demand) => sum + demand, 0);
    return [
      { label: "Periods covered whole", formula: `of ${shown(days)} days`, result: whole },
      {
        label: "Stock for the next period",
        formula: `${shown(onhand)} - ${shown(used)}`,
        result: onhand - used,
      },
      { label: "Days of supply", formula: "whole periods + stock left / demand of the next", result: cover },
    ];
  },
});
