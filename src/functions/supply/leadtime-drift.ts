import { leadTimeDrift } from "../../engine/supply";
import { cite } from "../../engine/sources";
import { count, number, optional, series } from "../arguments";
import { defineFunction, value } from "../define";
import { shown } from "../shown";

export const leadtimeDrift = defineFunction({
  name: "LEADTIME.DRIFT",
  family: "supply",
  summary: "Whether a supplier keeps the agreed lead time: OK, LONGER or ERRATIC, from the latest receipts.",
  notes: [
    "LONGER: the latest receipts exceed the contract on average by more than limit standard errors; the spread is that of the receipts before them where there are as many as in the window, else of the window itself. ERRATIC: their spread is more than limit times the earlier one.",
    "A shift of two standard deviations shows within one window in about 99 of 100 cases. Without any shift LONGER is said in about 3 of 100 cases after a long record, in 5 where there are only six earlier receipts or none; ERRATIC in 1, and in 6 after six.",
  ],
  args: {
    contract: number("Lead time agreed", "days", { min: 0 }),
    actuals: series("Lead times of the receipts", { unit: "days", rule: { min: 0 } }),
    window: optional(count("Latest receipts judged together", "receipts", { min: 3, max: 1000 }), 6),
    limit: optional(
      number("Standard errors, and times the earlier spread, from which it counts", "number", { above: 0 }),
      2,
    ),
  },
  vector: true,
  returns: value("Verdict", "OK, LONGER or ERRATIC"),
  source: cite("montgomery-2012", "chapter 6"),
  examples: [
    {
      args: [30, [[29, 31, 30, 28, 32, 30, 29, 31, 30, 30, 31, 29]]],
      returns: "OK",
      from: "around the contract",
    },
    {
      args: [30, [[29, 31, 30, 28, 32, 30, 45, 47, 46, 48, 44, 47]]],
      returns: "LONGER",
      from: "16 days more, where 2 x 1.41 / sqrt(6) = 1.2 would do",
    },
    {
      args: [30, [[29, 31, 30, 28, 32, 30, 15, 45, 20, 40, 25, 33]]],
      returns: "ERRATIC",
      from: "mean 29.7, but a spread of 11.4 against 1.4",
    },
    {
      args: [30, [[31, 30]]],
      returns: { error: "#N/A", message: "actuals must hold at least 6 receipts, got 2" },
      from: "two receipts show no drift",
    },
  ],
  run: ({ contract, actuals, window, limit }) => leadTimeDrift(contract, actuals, { window, limit }).verdict,
  explain: ({ contract, actuals, window, limit }) => {
    const { verdict, excess, spread, spreadRatio } = leadTimeDrift(contract, actuals, { window, limit });
    return [
      {
        label: "Latest receipts over the contract",
        formula: `mean of ${window} less ${shown(contract)}`,
        result: excess,
      },
      {
        label: "Limit of chance",
        formula: `${shown(limit)} x ${shown(spread)} / sqrt(${window})`,
        result: (limit * spread) / Math.sqrt(window),
      },
      {
        label: "Spread against before",
        formula: `limit ${shown(limit)}`,
        result: spreadRatio !== null && Number.isFinite(spreadRatio) ? spreadRatio : "no earlier spread",
      },
      { label: "Verdict", formula: "LONGER before ERRATIC", result: verdict },
    ];
  },
});
