import { averageCost, averageMethods } from "../../engine/valuation";
import { cite } from "../../engine/sources";
import { choice, optional } from "../arguments";
import { defineFunction, table } from "../define";
import { itemLedgers, itemsAndDocuments, lastDay, movements, orError, soundLedger } from "./ledger-arguments";

export const avgcost = defineFunction({
  name: "AVGCOST",
  family: "valuation",
  summary:
    "Weighted average cost per unit, moving or periodic; with items one row each: item, quantity, cost, value.",
  notes: [
    "MOVING takes the average anew with every receipt, and issues leave at the average of the moment. PERIODIC takes one average of all receipts in the data, less what went back to suppliers: give opening stock as the first receipt.",
    "Rows may stand in any order: they are posted by date; on one day what comes in before what goes out. With stock used up, the moving average stays what it last was.",
    "ref ties rows of one document together: a row in with the document of an earlier issue comes back at what that issue took; a row of quantity 0 with the document of a receipt is a late invoice, carried by the units still in stock as far as they go, the rest is cost of sales. Negative stock is an error that names its day.",
  ],
  args: {
    ...movements,
    asof: lastDay,
    method: optional(choice("Moving or periodic average", averageMethods), "MOVING"),
    ...itemsAndDocuments,
  },
  returns: table("Average cost", "money per unit; with items text, units, money per unit, money", []),
  source: [cite("ias-2", "paragraphs 25 and 27"), cite("asc-330", "330-10-30-9")],
  examples: [
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [-5], [15]],
        [[4], [null], [8]],
      ],
      returns: 7,
      from: "5 left at 4 and 15 at 8: (20 + 120) / 20",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [-5], [15]],
        [[4], [null], [8]],
        null,
        "PERIODIC",
      ],
      returns: 6.4,
      from: "(40 + 120) / 25",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-01"], ["2024-01-02"]],
        [[10], [4], [-4]],
        [[2], [3], [null]],
        null,
        null,
        [["A"], ["B"], ["A"]],
      ],
      returns: [
        ["A", 6, 2, 12],
        ["B", 4, 3, 12],
      ],
      from: "A: 10 - 4 at 2; B: 4 at 3",
    },
  ],
  run: ({ asof, method, ...columns }) => {
    const ledgers = itemLedgers(columns, asof);
    if (columns.items === undefined) return averageCost(soundLedger(ledgers[0]), method).unitCost;
    return ledgers.map((each) => {
      const answer = orError(() => averageCost(soundLedger(each), method));
      return "value" in answer
        ? [each.item, answer.quantity, answer.unitCost, answer.value]
        : [each.item, answer, answer, answer];
    });
  },
  explain: ({ asof, method, ...columns }) =>
    itemLedgers(columns, asof).flatMap((each) => {
      const { quantity, unitCost, value } = averageCost(soundLedger(each), method);
      const of = each.item === "" ? "" : ` of ${each.item}`;
      return [
        { label: `Units left${of}`, formula: "in less out", result: quantity },
        { label: `Value${of}`, formula: "units x average", result: value },
        {
          label: `Average cost${of}`,
          formula: method === "MOVING" ? "after the last receipt" : "all receipts",
          result: unitCost,
        },
      ];
    }),
});
