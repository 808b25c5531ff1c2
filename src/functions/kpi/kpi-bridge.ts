import { bridge, bridgeMethods, type Driver } from "../../engine/kpi";
import { invalidInput } from "../../engine/errors";
import { cite } from "../../engine/sources";
import { choice, flag, optional, parseNumber, type TableArgument } from "../arguments";
import type { Cells } from "../cells";
import { defineFunction, table } from "../define";
import { usedRows } from "../matrix-arguments";

interface Named {
  readonly name: string | undefined;
  readonly value: number;
}

function driverValues(label: string): TableArgument<readonly Named[]> {
  return {
    shape: "table",
    label,
    unit: "names and values",
    rule: "a column of numbers, or two columns: name, value; a name that begins with / divides",
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells, name) => {
      const rows = asColumn(cells);
      const width = rows[0].length;
      if (width > 2)
        throw invalidInput(name, "must be one column of values, or two: name, value", `${width} columns`);
      const first = typeof rows[0][width - 1] === "string" ? 1 : 0;
      return rows.slice(first, Math.max(usedRows(rows), first)).map((row, i) => ({
        name: width === 1 || row[0] === null ? undefined : String(row[0]).trim(),
        value: parseNumber(row[width - 1], `${name} at position ${first + i + 1}`),
      }));
    },
  };
}

/** One row of numbers reads like a column; a name and its value beside it are one driver. */
const asColumn = (cells: Cells): Cells =>
  cells.length === 1 && typeof cells[0][0] !== "string" ? cells[0].map((cell) => [cell]) : cells;

export const kpiBridge = defineFunction({
  name: "KPI.BRIDGE",
  family: "kpi",
  summary: "Why a figure moved: start, what each driver moved, end. It always adds up.",
  notes: [
    "SEQ and SHAPLEY: the figure is the product of its drivers, such as units x cost; a driver whose name begins with / divides, such as /average stock in turns. SEQ changes one driver after the other in the order given, so that what two move together falls to the later one; SHAPLEY takes the mean over all orders, up to 16 drivers. SUM: the figure is the sum of its drivers; one with / is taken off.",
    "prior and current hold the drivers in the same order. Names stand in a first column of prior and come back beside the effects; header=TRUE brings names in any case.",
  ],
  args: {
    prior: driverValues("Drivers before"),
    current: driverValues("Drivers now"),
    method: optional(choice("How effects are told apart", bridgeMethods), "SEQ"),
    header: optional(flag("TRUE puts column names on top"), false),
  },
  returns: table("Bridge", "as the figure", ["step", "effect"]),
  source: [cite("shapley-1953", "equation 13"), cite("ascm-dictionary", "variance")],
  examples: [
    {
      args: [
        [
          ["Units", 100],
          ["Cost", 5],
        ],
        [
          ["Units", 120],
          ["Cost", 6],
        ],
      ],
      returns: [
        ["Start", 500],
        ["Units", 100],
        ["Cost", 120],
        ["End", 720],
      ],
      from: "(120 - 100) x 5; 120 x (6 - 5)",
    },
    {
      args: [[[100], [5]], [[120], [6]], "SHAPLEY"],
      returns: [[500], [110], [110], [720]],
      from: "20 x 5.5 and 1 x 110, the means of both orders",
    },
    {
      args: [
        [
          ["COGS", 1200],
          ["/Stock", 300],
        ],
        [[1200], [400]],
      ],
      returns: [
        ["Start", 4],
        ["COGS", 0],
        ["Stock", -1],
        ["End", 3],
      ],
      from: "turns fall from 4 to 3 with 100 more stock",
    },
    {
      args: [[[300], [200]], [[250], [280]], "SUM", true],
      returns: [
        ["step", "effect"],
        ["Start", 500],
        ["Driver 1", -50],
        ["Driver 2", 80],
        ["End", 530],
      ],
      from: "components of stock",
    },
  ],
  run: ({ prior, current, method, header }) => {
    if (current.length !== prior.length)
      throw invalidInput("current", `must have as many entries as prior (${prior.length})`, current.length);
    const drivers = prior.map((before, i) => driverOf(before, current[i].value, i));
    const { start, effects, end } = bridge(drivers, method);
    const named = header || prior.some(({ name }) => name !== undefined);
    const rows = [["Start", start], ...effects.map((effect, i) => [drivers[i].name, effect]), ["End", end]];
    return rows.map(([name, value]) => (named ? [name, value] : [value]));
  },
});

function driverOf({ name = "", value }: Named, current: number, i: number): Driver {
  const divides = name.startsWith("/");
  const bare = (divides ? name.slice(1) : name).trim();
  return { name: bare === "" ? `Driver ${i + 1}` : bare, prior: value, current, divides };
}
