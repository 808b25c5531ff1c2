import { onTimeInFull } from "../../engine/supply";
import { cite } from "../../engine/sources";
import { number, optional } from "../arguments";
import { dates } from "../date-arguments";
import { defineFunction, row } from "../define";
import { numbersInStep } from "../numbers-in-step";
import { shown } from "../shown";

export const supplierOtif = defineFunction({
  name: "SUPPLIER.OTIF",
  family: "supply",
  summary: "Shares of order lines delivered on time and in full, on time, and in full.",
  notes: [
    "Line by line. On time: not more than early days before and late days after the due day. In full: within tol of the ordered quantity, less or more. A line that has not arrived is neither; a line without a due day or quantity does not count.",
  ],
  args: {
    due: dates("Promised day of each line"),
    received: dates("Receipt day of each line; blank where it has not arrived"),
    orderedQty: numbersInStep("Ordered quantity", "units", { min: 0 }),
    receivedQty: numbersInStep("Received quantity", "units", { min: 0 }),
    early: optional(number("Days early that still count as on time", "days", { min: 0 }), 3),
    late: optional(number("Days late that still count as on time", "days", { min: 0 }), 0),
    tol: optional(number("Share of the quantity that may differ", "fraction", { min: 0, max: 1 }), 0.02),
  },
  returns: row("Deliveries", "fractions of the lines", ["on time in full", "on time", "in full"]),
  source: cite("scor-12", "RL.1.1, RL.2.1, RL.2.2"),
  examples: [
    {
      args: [
        [["2024-03-01"], ["2024-03-01"], ["2024-03-01"], ["2024-03-01"]],
        [["2024-03-01"], ["2024-03-02"], ["2024-02-28"], [null]],
        [[100], [100], [100], [100]],
        [[99], [100], [90], [null]],
      ],
      returns: [[0.25, 0.5, 0.5]],
      from: "good; a day late; two days early but 10 % short; not arrived",
    },
    {
      args: [[["2024-03-01"]], [["2024-03-01"]], [[0]], [[5]]],
      returns: { error: "#VALUE!", message: "orderedQty at position 1 must be above 0, got 0" },
      from: "nothing was ordered",
    },
  ],
  run: (args) => {
    const { both, onTime, inFull } = shares(args);
    return [both, onTime, inFull];
  },
  explain: (args) => {
    const { both, onTime, inFull, lines } = shares(args);
    return [
      { label: "Lines that count", formula: "with due day and quantity", result: lines },
      {
        label: "On time",
        formula: `up to ${shown(args.early)} days early, ${shown(args.late)} late`,
        result: onTime,
      },
      { label: "In full", formula: `within ${shown(args.tol)} of the quantity`, result: inFull },
      { label: "On time and in full", formula: "both at once", result: both },
    ];
  },
});

interface Parsed {
  readonly due: readonly number[];
  readonly received: readonly number[];
  readonly orderedQty: readonly number[];
  readonly receivedQty: readonly number[];
  readonly early: number;
  readonly late: number;
  readonly tol: number;
}

function shares({ due, received, orderedQty, receivedQty, early, late, tol }: Parsed) {
  const lines = { due, received, orderedQuantity: orderedQty, receivedQuantity: receivedQty };
  return onTimeInFull(lines, { early, late, quantity: tol });
}
