import { excessStock, horizonDemand } from "../../engine/valuation";
import { cite } from "../../engine/sources";
import { count, optional, pairedSeries, quantity } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const excess = defineFunction({
  name: "EXCESS",
  family: "valuation",
  summary: "Units on hand above the demand of the horizon and safety stock.",
  notes: [
    "forecast is a series, the next period first: its first horizon periods count, and fewer give #N/A. A single number is the forecast of every period. A block is one item a row.",
  ],
  args: {
    onhand: quantity("Units on hand"),
    forecast: pairedSeries("Forecast, the next period first", { rule: { min: 0 } }),
    horizon: optional(count("Periods of demand that stock may cover", "periods", { min: 1, max: 1000 }), 12),
    ss: optional(quantity("Safety stock"), 0),
  },
  vector: true,
  returns: value("Excess", "units"),
  source: cite("ascm-dictionary", "excess inventory"),
  examples: [
    { args: [500, 30], returns: 140, from: "500 - 12 x 30" },
    { args: [500, [[100, 80, 60]], 3, 50], returns: 210, from: "500 - 240 - 50" },
    {
      args: [500, [[100, 80, 60]]],
      returns: { error: "#N/A", message: "forecast must reach over the horizon (12 periods), got 3" },
      from: "three periods say nothing of twelve",
    },
  ],
  run: ({ onhand, forecast, horizon, ss }) => excessStock(onhand, forecast, { horizon, safetyStock: ss }),
  explain: ({ onhand, forecast, horizon, ss }) => [
    {
      label: "Demand of the horizon",
      formula: `${horizon} periods`,
      result: horizonDemand(forecast, horizon),
    },
    {
      label: "Excess",
      formula: `max(0, ${shown(onhand)} - demand - ${shown(ss)})`,
      result: excessStock(onhand, forecast, { horizon, safetyStock: ss }),
    },
  ],
});
