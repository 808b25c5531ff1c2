import { fifoStock } from "../../engine/valuation";
import type { Cell } from "../cells";
import { defineFunction, table } from "../define";
import { fifoNotes, fifoSources } from "./fifo-notes";
import { itemLedgers, itemsAndDocuments, lastDay, movements, orError, soundLedger } from "./ledger-arguments";

export const fifoLayers = defineFunction({
  name: "FIFO.LAYERS",
  family: "valuation",
  summary: "Receipt layers that are left, first in first out, oldest first: date, quantity, cost, value.",
  notes: [
    ...fifoNotes,
    "The auditor's view: the quantities add up to stock, the values to FIFO.VALUE. Cost includes late invoices. With items their name stands before the date; an item in error has one row that says why.",
  ],
  args: {
    ...movements,
    asof: lastDay,
    ...itemsAndDocuments,
  },
  returns: table("Layers", "date, units, money per unit, money", []),
  source: fifoSources,
  examples: [
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [10], [-12]],
        [[5], [6], [null]],
      ],
      returns: [[45293, 8, 6, 48]],
      from: "all of the first receipt and 2 of the second are gone; 45293 is 2 January 2024",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"], ["2024-01-03"]],
        [[10], [10], [-12]],
        [[5], [6], [null]],
        "2024-01-02",
      ],
      returns: [
        [45292, 10, 5, 50],
        [45293, 10, 6, 60],
      ],
      from: "as of the day before the issue",
    },
    {
      args: [
        [["2024-01-01"], ["2024-01-02"]],
        [[10], [-10]],
        [[5], [null]],
      ],
      returns: { error: "#N/A", message: "nothing to return" },
      from: "no stock, no layers",
    },
  ],
  run: ({ asof, ...columns }) => {
    const ledgers = itemLedgers(columns, asof);
    if (columns.items === undefined) return layersOf(soundLedger(ledgers[0]));
    return ledgers.flatMap((each): Cell[][] => {
      const layers = orError(() => layersOf(soundLedger(each)));
      return Array.isArray(layers)
        ? layers.map((layer) => [each.item, ...layer])
        : [[each.item, layers, layers, layers, layers]];
    });
  },
});

const layersOf = (ledger: Parameters<typeof fifoStock>[0]) =>
  fifoStock(ledger).layers.map(({ date: day, quantity, unitCost, value }) => [
    day,
    quantity,
    unitCost,
    value,
  ]);
