import { costOfSalesLines, totalCostOfSales } from "../../engine/valuation";
import { dayOfSerial } from "../../engine/calendar";
import { optional } from "../arguments";
import { toCellError } from "../cell-error";
import { date } from "../date-arguments";
import { defineFunction, valueList } from "../define";
import { fifoNotes, fifoSources } from "./fifo-notes";
import { itemLedgers, itemsAndDocuments, lastDay, movements, orError, soundLedger } from "./ledger-arguments";

export const fifoCogs = defineFunction({
  name: "FIFO.COGS",
  family: "valuation",
  summary:
    "Cost of sales, first in first out: one entry an issue; with items one row each: item, quantity, cost.",
  notes: [
    ...fifoNotes,
    "Without items one entry for each row that moved cost of sales, in the order of the rows: issues, returns from customers (negative) and the part of late invoices whose units are gone. Goods back to the supplier are no cost of sales. From the row on that takes stock below 0, the item's rows are errors.",
    "from and to choose rows; the layers are those of all rows up to to. Value in, less what went back to suppliers, less cost of sales is the value of FIFO.VALUE.",
  ],
  args: {
    ...movements,
    from: optional(date("First day that counts"), undefined, "earliest date"),
    to: lastDay,
    ...itemsAndDocuments,
  },
  returns: valueList("Cost of sales", "money; with items text, units, money"),
  source: fifoSources,
  examples: [
    {
      args: [
        [
          ["2021-01-31"],
          ["2021-02-28"],
          ["2021-03-31"],
          ["2021-04-30"],
          ["2021-05-31"],
          ["2021-06-30"],
          ["2021-07-31"],
          ["2021-08-31"],
          ["2021-09-30"],
        ],
        [[3], [-1], [2], [-3], [2], [-2], [1], [1], [-3]],
        [[100], [null], [104.04], [null], [108.243216], [null], [112.6162419264], [114.868566764928], [null]],
      ],
      returns: [[100], [304.04], [212.283216], [335.728024691328]],
      from: "prices grow 2 % a period; Bastick (2021), Modelling inventory in Excel, FM magazine: 100, 304.04, 212.28, 335.73",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-05"], ["2024-01-09"]],
        [[10], [-4], [1], [0]],
        [[5], [null], [null], [20]],
        null,
        null,
        null,
        [["PO1"], ["SO1"], ["SO1"], ["PO1"]],
      ],
      returns: [[20], [-5], [6]],
      from: "4 sold at 5, one back at 5; of the freight of 20 on 10 units, 3 are gone",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [4], [-4], [-5]],
        [[2], [3], [null], [null]],
        "2024-01-03",
        null,
        [["A"], ["B"], ["A"], ["A"]],
      ],
      returns: [
        ["A", 5, 10],
        ["B", 0, 0],
      ],
      from: "the issue of 2 January lies before",
    },
  ],
  run: ({ from, to, ...columns }) => {
    const firstDay = from === undefined ? -Infinity : dayOfSerial(from);
    const ledgers = itemLedgers(columns, to);
    if (columns.items === undefined) {
      const ledger = soundLedger(ledgers[0]);
      return costOfSalesLines(ledger, firstDay).map(({ amount, error }) =>
        error === undefined ? amount : toCellError(error),
      );
    }
    return ledgers.map((each) => {
      const sold = orError(() => totalCostOfSales(soundLedger(each), firstDay));
      return "amount" in sold ? [each.item, sold.quantity, sold.amount] : [each.item, sold, sold];
    });
  },
});
