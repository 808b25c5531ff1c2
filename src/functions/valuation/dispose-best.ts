import { bestDisposal, disposalValue, type DisposalOption } from "../../engine/lifecycle";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import {
  money,
  number,
  optional,
  parseNumber,
  quantity,
  type NumberRule,
  type TableArgument,
} from "../arguments";
import { CellError } from "../cell-error";
import type { Cell } from "../cells";
import { defineFunction, row } from "../define";
import { usedRows } from "../matrix-arguments";

const options: TableArgument<readonly DisposalOption[]> = {
  shape: "table",
  label: "Ways to dispose of it",
  unit: "names and money",
  rule: "2 to 5 columns: name, proceeds and cost per unit, fixed cost, months until done",
  optional: false,
  defaultText: "",
  numeric: true,
  parse: (cells, name) => {
    const width = cells[0].length;
    if (width < 2 || width > 5) throw invalidInput(name, "must have 2 to 5 columns", width);
    const first = typeof cells[0][1] === "string" ? 1 : 0;
    return cells.slice(first, Math.max(first, usedRows(cells))).map((cellsOfRow, i) => {
      const place = `${name} in row ${first + i + 1}`;
      const amount = (cell: Cell | undefined, rule: NumberRule = { min: 0 }) =>
        cell === null || cell === undefined ? 0 : parseNumber(cell, place, rule);
      const [label, proceeds, cost, fixed, months] = cellsOfRow;
      if (label instanceof CellError) throw label;
      if (label === null) throw invalidInput(place, "must begin with the name of the option", label);
      return {
        name: String(label).trim(),
        // What one pays to be rid of a unit may stand as proceeds below 0.
        proceeds: amount(proceeds, {}),
        cost: amount(cost),
        fixed: amount(fixed),
        months: amount(months),
      };
    });
  },
};

export const disposeBest = defineFunction({
  name: "DISPOSE.BEST",
  family: "valuation",
  summary:
    "Best way to dispose of stock (discount, return, rework, scrap): option, net value, break-even discount.",
  notes: [
    "options has one row each: name, proceeds per unit, cost per unit, fixed cost, months until done; columns left out and blanks are 0. Net value = (qty x (proceeds - cost) - fixed) / (1 + rate)^(months / 12) - qty x holdcost x months. What the stock cost is sunk and does not matter.",
    "The break-even is the share of its proceeds that the best option may lose until the runner-up is as good: how much further you may go down with the price. Blank where it brings nothing or there is no other. The explanation lists all options.",
  ],
  args: {
    qty: quantity("Units to dispose of"),
    options,
    holdcost: optional(money("Cost of holding a unit for a month"), 0),
    rate: optional(number("Discount rate", "per year", { min: 0, max: 10, hint: "write 0.08 or 8%" }), 0),
  },
  returns: row("Disposal", "text, money, fraction", ["option", "net value", "break-even"]),
  source: [cite("brealey-myers-allen-2020", "chapter 2"), cite("ias-2", "paragraphs 6 and 28 to 31")],
  examples: [
    {
      args: [
        100,
        [
          ["Discount", 12, 1, 0, 2],
          ["Return", 8, 0.5, 50, 0],
          ["Scrap", 0, 1, 0, 0],
        ],
        0.5,
      ],
      returns: [["Discount", 1000, 0.25]],
      from: "1,100 - 100 of holding; return 700: 300 of the proceeds of 1,200 may be lost",
    },
    {
      args: [
        100,
        [
          ["Scrap", 0, 1],
          ["Rework", 6, 9],
        ],
      ],
      returns: [["Scrap", -100, ""]],
      from: "rework would lose 300",
    },
    {
      args: [
        100,
        [
          ["Discount", 5],
          ["Scrap", -1],
        ],
      ],
      returns: [["Discount", 500, 1.2]],
      from: "500 against -100: 600 of the proceeds of 500 may be lost",
    },
    {
      args: [100, [["Discount", 10, 0, 0, 12]], 0, 0.25],
      returns: [["Discount", 800, ""]],
      from: "1,000 in a year at 25 %",
    },
  ],
  run: ({ qty, options: ways, ...terms }) => {
    const { name, netValue, breakEven } = bestDisposal(qty, ways, termsOf(terms));
    return [name, netValue, breakEven ?? ""];
  },
  explain: ({ qty, options: ways, ...terms }) => {
    const { name, netValue } = bestDisposal(qty, ways, termsOf(terms));
    return [
      ...ways.map((way) => ({
        label: way.name,
        formula: "proceeds less costs, discounted, less holding",
        result: disposalValue(qty, way, termsOf(terms)),
      })),
      { label: `Best: ${name}`, formula: "the highest net value", result: netValue },
    ];
  },
});

const termsOf = ({ holdcost, rate }: { readonly holdcost: number; readonly rate: number }) => ({
  holdingCost: holdcost,
  rate,
});
