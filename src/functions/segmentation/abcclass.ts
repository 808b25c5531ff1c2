import { abcClasses } from "../../engine/segmentation";
import { PlanningError } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { cellList, classCuts, fraction, optional } from "../arguments";
import { CellError } from "../cell-error";
import type { Cell } from "../cells";
import { defineFunction, valueList } from "../define";

export const abcclass = defineFunction({
  name: "ABCCLASS",
  family: "segmentation",
  summary: "ABC classes by share of annual consumption value, with memory if you give the current classes.",
  notes: [
    "Annual consumption value is twelve months' units times unit cost. An item belongs to the class in which it starts: the one that crosses a cut stays above it. Equal values keep their order.",
    "Blank, text or negative values are N, not classified. With current classes and a band an item moves only when it starts beyond a cut by more than the band (in share of value).",
    "With keys, lines of the same key are summed and share one class.",
  ],
  args: {
    value: cellList("Annual consumption value of each item", "money per year", "a column or row of numbers"),
    cuts: optional(classCuts("Share of value at which A and B end", { above: 0, max: 1 }), [
      0.8, 0.95,
    ] as const),
    current: optional(cellList("Current classes", "text", "as many as values"), undefined, "no memory"),
    band: optional(
      fraction("How far beyond a cut an item may start and keep its class, in share of value"),
      0,
    ),
    keys: optional(
      cellList("Item of each line", "text", "as many as values"),
      undefined,
      "each line is an item",
    ),
  },
  returns: valueList("Class", "A, B, C or N"),
  source: cite("silver-pyke-thomas-2017", "section 2.3"),
  examples: [
    {
      args: [[[85], [10], [5]]],
      returns: [["A"], ["B"], ["C"]],
      from: "start at 0, 85 and 95 % of value; capabilities M2.1",
    },
    {
      args: [[[10, 85, null, 5]]],
      returns: [["B", "A", "N", "C"]],
      from: "the same, in another order, one blank",
    },
    {
      args: [[[70], [20], [10]], null, [["A"], ["A"], ["C"]], 0.02],
      returns: [["A"], ["A"], ["B"]],
      from: "20 starts at 70 %, 10 at 90 %, which is 5 points under 95 % and so leaves C",
    },
    { args: [[[0], [0]]], returns: { error: "#N/A" }, from: "nothing to share out" },
  ],
  run: ({ value, cuts, current, band, keys }) => {
    const start = typeof value[0] === "string" ? 1 : 0;
    const lines = value.slice(start).map(valueOf);
    const classes = inStep("current", current, value, start)?.map((cell) =>
      cell === null ? null : String(cell).toUpperCase(),
    );
    const items = inStep("keys", keys, value, start)?.map(String);
    if (items === undefined) return abcClasses(lines, { cuts, band }, classes);
    return byItem(items, lines, classes, (totals, memory) => abcClasses(totals, { cuts, band }, memory));
  },
});

function valueOf(cell: Cell): number | null {
  if (cell instanceof CellError) throw cell;
  return typeof cell === "number" ? cell : null;
}

/** A list beside the values, without its header where the values have one. */
function inStep(
  name: string,
  list: readonly Cell[] | undefined,
  value: readonly Cell[],
  start: number,
): readonly Cell[] | undefined {
  if (list === undefined) return undefined;
  if (list.length !== value.length) {
    const message = `${name} must have as many entries as value (${value.length}), got ${list.length}`;
    throw new PlanningError("invalid-input", name, message);
  }
  return list.slice(start);
}

/** Sums lines of the same item, classifies the items, and gives each line the class of its item. */
function byItem(
  items: readonly string[],
  lines: readonly (number | null)[],
  current: readonly (string | null)[] | undefined,
  classify: (
    totals: readonly (number | null)[],
    current: readonly (string | null)[] | undefined,
  ) => readonly string[],
): string[] {
  const position = new Map<string, number>();
  const totals: (number | null)[] = [];
  const memory: (string | null)[] = [];
  items.forEach((item, line) => {
    const at = position.get(item) ?? totals.length;
    if (at === totals.length) {
      position.set(item, at);
      totals.push(null);
      memory.push(null);
    }
    const units = lines[line];
    if (units !== null) totals[at] = (totals[at] ?? 0) + units;
    memory[at] ??= current?.[line] ?? null;
  });
  const classes = classify(totals, current === undefined ? undefined : memory);
  return items.map((item) => classes[position.get(item) as number]);
}
