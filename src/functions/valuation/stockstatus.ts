import { stockStatus } from "../../engine/valuation";
import { PlanningError, invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { number, optional, quantity } from "../arguments";
import { date } from "../date-arguments";
import { defineFunction, value } from "../define";
import { latestDateOf } from "../latest-date";
import { mayBeBlank } from "../may-be-blank";
import { shown } from "../shown";

const lastIssueDay = mayBeBlank(date("Day of the last issue"), "never issued");
/** Some hosts make 0 of a blank; 0 is no date. */
const lastIssue: typeof lastIssueDay = {
  ...lastIssueDay,
  parse: (cell, name) => lastIssueDay.parse(cell === 0 ? null : cell, name),
};

export const stockstatus = defineFunction({
  name: "STOCKSTATUS",
  family: "valuation",
  summary: "Status of stock: Active, Slow, Excess, Obsolete, New or No stock.",
  notes: [
    "The gravest that applies, in this order. No stock: nothing on hand. New: never issued (lastissue blank). Obsolete: no issue for more than dead days. Slow: none for more than slow days. Excess: more on hand than the forecast of 12 months. Else Active.",
    "asof left out is the latest date of all of lastissue, never today.",
  ],
  args: {
    onhand: quantity("Units on hand", {}),
    lastissue: lastIssue,
    forecast12: quantity("Units forecast for the next 12 months"),
    asof: latestDateOf("lastissue", "Day at which it is judged"),
    slow: optional(number("Days without an issue from which stock is slow", "days", { min: 0 }), 180),
    dead: optional(number("Days without an issue from which stock is obsolete", "days", { min: 0 }), 365),
  },
  vector: true,
  returns: value("Status", "text"),
  source: cite("ascm-dictionary", "obsolete inventory, excess inventory"),
  examples: [
    {
      args: [
        [[10], [10], [10], [500], [10], [0]],
        [["2024-12-20"], ["2024-05-01"], ["2023-11-01"], ["2024-12-01"], [null], ["2024-12-20"]],
        [[120], [120], [120], [120], [120], [120]],
        "2024-12-31",
      ],
      returns: [["Active"], ["Slow"], ["Obsolete"], ["Excess"], ["New"], ["No stock"]],
      from: "11, 244, 426 and 30 days; 500 against 120; never issued; nothing there",
    },
    {
      args: [[[10], [10]], [["2024-01-01"], ["2024-12-31"]], 120],
      returns: [["Slow"], ["Active"]],
      from: "asof is the latest of both days: 365 days are not more than 365",
    },
    {
      args: [10, "2025-01-05", 120, "2024-12-31"],
      returns: { error: "#VALUE!", message: "lastissue must not be after asof, got 5 days later" },
      from: "an issue that had not happened yet",
    },
  ],
  run: (args) => status(args),
  explain: (args) => [
    { label: "On hand", formula: `forecast of 12 months ${shown(args.forecast12)}`, result: args.onhand },
    {
      label: "Days without an issue",
      formula: `slow above ${shown(args.slow)}, obsolete above ${shown(args.dead)}`,
      result:
        args.lastissue === undefined || args.asof === undefined
          ? "never issued"
          : Math.floor(args.asof) - Math.floor(args.lastissue),
    },
    { label: "Status", formula: "the gravest that applies", result: status(args) },
  ],
});

interface Parsed {
  readonly onhand: number;
  readonly lastissue: number | undefined;
  readonly forecast12: number;
  readonly asof: number | undefined;
  readonly slow: number;
  readonly dead: number;
}

function status({ onhand, lastissue, forecast12, asof, slow, dead }: Parsed) {
  if (dead < slow) throw invalidInput("dead", `must be at least slow (${slow})`, dead);
  if (lastissue !== undefined && asof === undefined)
    throw new PlanningError(
      "invalid-input",
      "asof",
      "asof must be a date in each row where it is a column, got a blank",
    );
  // Without an issue no day matters.
  return stockStatus({ onHand: onhand, lastIssue: lastissue, forecast12 }, { asOf: asof ?? 1, slow, dead });
}
