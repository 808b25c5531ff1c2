import { fifoStock } from "../../engine/valuation";
import { defineFunction, table } from "../define";
import { itemLedgers, itemsAndDocuments, lastDay, movements, orError, soundLedger } from "./ledger-arguments";
import { fifoNotes, fifoSources } from "./fifo-notes";

export const fifoValue = defineFunction({
  name: "FIFO.VALUE",
  family: "valuation",
  summary: "Value of stock, first in first out; with items one row each: item, quantity, value.",
  notes: [
    ...fifoNotes,
    "Not rounded: sums of many rows tie out to far less than a cent. Round where you post.",
  ],
  args: {
    ...movements,
    asof: lastDay,
    ...itemsAndDocuments,
  },
  returns: table("Value of stock", "money; with items text, units, money", []),
  source: fifoSources,
  examples: [
    {
      args: [
        [["2024-01-05"], ["2024-01-20"], ["2024-02-03"], ["2024-02-10"]],
        [[2510], [-2430], [101], [0]],
        [[65], [null], [76], [null]],
      ],
      returns: 12876,
      from: "101 x 76 + 80 x 65: the FIFO Inventory Formula Challenge of Microsoft's Excel forum (2021)",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-03"], ["2024-01-04"]],
        [[10], [10], [-15], [3]],
        [[5], [6], [null], [null]],
        null,
        null,
        [["PO1"], ["PO2"], ["SO1"], ["SO1"]],
      ],
      returns: 48,
      from: "the sale took 10 at 5 and 5 at 6; 3 come back at 6: 8 x 6",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-09"]],
        [[10], [-4], [0]],
        [[5], [null], [20]],
        null,
        null,
        [["PO1"], ["SO1"], ["PO1"]],
      ],
      returns: 42,
      from: "freight of 20 makes the 10 cost 7 each; 6 are left, 4 x 2 went to cost of sales",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [4], [-4], [-5]],
        [[2], [3], [null], [null]],
        null,
        [["A"], ["B"], ["A"], ["A"]],
      ],
      returns: [
        ["A", 1, 2],
        ["B", 4, 12],
      ],
      from: "A: 10 - 4 - 5 at 2; B: 4 at 3",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"]],
        [[10], [-12]],
        [[2], [null]],
      ],
      returns: {
        error: "#N/A",
        message: "qty must not take stock below 0, got -2 on 2024-01-02 (position 2)",
      },
      from: "2 more went out than there were",
    },
  ],
  run: ({ asof, ...columns }) => {
    const ledgers = itemLedgers(columns, asof);
    if (columns.items === undefined) return fifoStock(soundLedger(ledgers[0])).value;
    return ledgers.map((each) => {
      const stock = orError(() => fifoStock(soundLedger(each)));
      return "value" in stock ? [each.item, stock.quantity, stock.value] : [each.item, stock, stock];
    });
  },
  explain: ({ asof, ...columns }) =>
    itemLedgers(columns, asof).flatMap((each) => {
      const stock = fifoStock(soundLedger(each));
      const of = each.item === "" ? "" : ` of ${each.item}`;
      return [
        { label: `Layers left${of}`, formula: "oldest first out", result: stock.layers.length },
        { label: `Units left${of}`, formula: "in less out", result: stock.quantity },
        { label: `Value${of}`, formula: "units x cost, layer by layer", result: stock.value },
      ];
    }),
});
