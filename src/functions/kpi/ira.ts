import { accuracyBases, recordAccuracy } from "../../engine/kpi";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, fraction, optional } from "../arguments";
import { defineFunction, value } from "../define";
import { numbersInStep } from "../numbers-in-step";
import { shown } from "../shown";

export const ira = defineFunction({
  name: "IRA",
  family: "kpi",
  summary: "Inventory record accuracy of counted records: by line, or by value.",
  notes: [
    "LINE: share of the counted records that differ by no more than tol of the record. VALUE: one less the value of the differences, over and short alike, over the value on record; differences within tol count as none.",
    "Records that were not counted do not matter. Shortages and surpluses never offset each other. Where differences exceed the value on record, VALUE is below 0.",
  ],
  args: {
    book: numbersInStep("Units on record", "units"),
    counted: numbersInStep("Units counted; blank where not counted", "units", { min: 0 }),
    tol: optional(fraction("Share of the record that may differ"), 0),
    by: optional(choice("What is counted", accuracyBases), "LINE"),
    unitCost: optional(numbersInStep("Cost per unit", "money", { min: 0 }), undefined, "needed by VALUE"),
  },
  returns: value("Inventory record accuracy", "fraction"),
  source: cite("ascm-dictionary", "inventory accuracy"),
  examples: [
    {
      args: [
        [[100], [50], [80], [10]],
        [[100], [49], [80], [12]],
      ],
      returns: 0.5,
      from: "two of four agree",
    },
    {
      args: [[[100], [50], [80], [10]], [[100], [49], [80], [12]], 0.02],
      returns: 0.75,
      from: "1 of 50 is within 2 %",
    },
    {
      args: [[[100], [50]], [[100], [45]], 0, "VALUE", [[1], [2]]],
      returns: 0.95,
      from: "1 - 5 x 2 / (100 + 100)",
    },
  ],
  run: (args) => {
    const { right, of } = accuracy(args);
    return right / of;
  },
  explain: (args) => {
    const { right, of } = accuracy(args);
    const line = args.by === "LINE";
    return [
      {
        label: line ? "Records within tolerance" : "Value on record less differences",
        formula: `tolerance ${shown(args.tol)}`,
        result: right,
      },
      { label: line ? "Records counted" : "Value on record", formula: "all that were counted", result: of },
      { label: "Inventory record accuracy", formula: "the first over the second", result: right / of },
    ];
  },
});

interface Parsed {
  readonly book: readonly number[];
  readonly counted: readonly number[];
  readonly tol: number;
  readonly by: (typeof accuracyBases)[number];
  readonly unitCost: readonly number[] | undefined;
}

function accuracy({ book, counted, tol, by, unitCost }: Parsed) {
  for (const [name, list] of [
    ["counted", counted],
    ["unitCost", unitCost ?? book],
  ] as const) {
    if (list.length !== book.length)
      throw invalidInput(name, `must have as many entries as book (${book.length})`, list.length);
  }
  return recordAccuracy({ book, counted, unitCosts: unitCost }, tol, by);
}
