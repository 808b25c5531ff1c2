import { migration } from "../../engine/segmentation";
import { cite } from "../../engine/sources";
import { cellList, flag, numbers, optional } from "../arguments";
import { CellError } from "../cell-error";
import type { Cell } from "../cells";
import { defineFunction, table } from "../define";

export const classMigration = defineFunction({
  name: "CLASS.MIGRATION",
  family: "segmentation",
  summary: "How items moved between classes: old classes down, new classes across, counted or by value.",
  notes: [
    "Rows and columns are the classes that occur, A first, N and blank (-) last. header=TRUE puts the names on top and to the left.",
    "Everything off the diagonal moved. With value, sums of value instead of counts: stock effect or annual consumption value.",
  ],
  args: {
    old: cellList("Old classes", "text", "a column or row"),
    new: cellList("New classes", "text", "as many as old"),
    value: optional(numbers("Value of each item", "money"), undefined, "items are counted"),
    names: optional(flag("TRUE puts the classes' names on top and to the left"), false),
  },
  returns: table("Moves", "items, or money", []),
  source: cite("silver-pyke-thomas-2017", "section 2.3"),
  examples: [
    {
      args: [
        [["A"], ["A"], ["B"], ["C"]],
        [["A"], ["B"], ["B"], ["B"]],
      ],
      returns: [
        [1, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
      ],
      from: "one A became B, the C became B",
    },
    {
      args: [[["A"], ["B"]], [["B"], ["B"]], [[10], [20]], true],
      returns: [
        ["", "A", "B"],
        ["A", 0, 10],
        ["B", 0, 20],
      ],
      from: "by value",
    },
  ],
  run: ({ old, new: now, value, names }) => {
    const { classes, moved } = migration(old.map(classOf), now.map(classOf), value);
    if (!names) return moved.map((row) => [...row]);
    return [["", ...classes], ...moved.map((row, i) => [classes[i], ...row])];
  },
});

function classOf(cell: Cell): string {
  if (cell instanceof CellError) throw cell;
  return cell === null ? "-" : String(cell).trim().toUpperCase();
}
