import { fillRate, fillRateBases } from "../../engine/kpi";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { cellList, choice, optional } from "../arguments";
import { CellError } from "../cell-error";
import type { Cell } from "../cells";
import { defineFunction, value } from "../define";
import { numbersInStep } from "../numbers-in-step";

export const fillrate = defineFunction({
  name: "FILLRATE",
  family: "kpi",
  summary: "Share of demand shipped, measured: by unit, by complete line or by complete order.",
  notes: [
    "UNIT: units shipped over units ordered; what a line got too much counts only up to its order. LINE: share of the lines shipped in full. ORDER: share of the orders with every line in full; needs orderId.",
    "A line without an ordered quantity does not count; a blank shipped quantity is nothing shipped. Measured on orders, not expected of a policy: for that see FILLRATE.EXPECTED.",
  ],
  args: {
    ordered: numbersInStep("Units ordered, one entry a line", "units", { min: 0 }),
    shipped: numbersInStep("Units shipped in time, one entry a line", "units", { min: 0 }),
    by: optional(choice("What is counted", fillRateBases), "UNIT"),
    orderId: optional(
      cellList("Order of each line", "text", "in step with ordered"),
      undefined,
      "needed by ORDER",
    ),
  },
  returns: value("Fill rate", "fraction"),
  source: [cite("ascm-dictionary", "fill rate"), cite("scor-12", "RL.2.1")],
  examples: [
    {
      args: [
        [[10], [20], [5]],
        [[10], [15], [9]],
      ],
      returns: 30 / 35,
      from: "10 + 15 + 5 of 35: the 4 too many do not count",
    },
    {
      args: [[[10], [20], [5]], [[10], [15], [5]], "LINE"],
      returns: 2 / 3,
      from: "two of three lines in full",
    },
    {
      args: [[[10], [20], [5]], [[10], [15], [5]], "ORDER", [["A"], ["A"], ["B"]]],
      returns: 0.5,
      from: "order A is short of 5",
    },
    { args: [[[0]], [[5]]], returns: { error: "#DIV/0!" }, from: "nothing was ordered" },
  ],
  run: (args) => {
    const { filled, of } = measured(args);
    return filled / of;
  },
  explain: (args) => {
    const { filled, of } = measured(args);
    const what = { UNIT: "units", LINE: "lines", ORDER: "orders" }[args.by];
    return [
      { label: `Filled ${what}`, formula: "shipped, at most as ordered", result: filled },
      { label: `All ${what}`, formula: "ordered", result: of },
      { label: "Fill rate", formula: "filled / all", result: filled / of },
    ];
  },
});

interface Parsed {
  readonly ordered: readonly number[];
  readonly shipped: readonly number[];
  readonly by: (typeof fillRateBases)[number];
  readonly orderId: readonly Cell[] | undefined;
}

function measured({ ordered, shipped, by, orderId }: Parsed) {
  if (shipped.length !== ordered.length)
    throw invalidInput("shipped", `must have as many entries as ordered (${ordered.length})`, shipped.length);
  // Below a header, the list of texts has one entry more than the numbers.
  const codes = orderId?.length === ordered.length + 1 ? orderId.slice(1) : orderId;
  if (codes !== undefined && codes.length !== ordered.length)
    throw invalidInput("orderId", `must have as many entries as ordered (${ordered.length})`, codes.length);
  return fillRate({ ordered, shipped, orders: codes?.map(codeOf) }, by);
}

function codeOf(cell: Cell): string {
  if (cell instanceof CellError) throw cell;
  return cell === null ? "" : String(cell).trim();
}
