import { PlanningError } from "../../engine/errors";
import type { Series } from "../../engine/demand";
import { parseNumber, type TableArgument } from "../arguments";
import type { Cell, Cells } from "../cells";

/** A block of drivers as it stands on the sheet; which way its periods run is known once demand is. */
export function driverBlock(label: string, rule: string): TableArgument<Cells> {
  return {
    shape: "table",
    label,
    unit: "a column each",
    rule,
    optional: false,
    defaultText: "",
    numeric: true,
    parse: (cells) => cells,
  };
}

interface Known {
  readonly regressors: readonly Series[];
  readonly future: readonly Series[];
}

/**
 * Drivers of the history and of the coming periods, one list a driver, NaN where blank. Periods run down if the rows of `regressors` match
 * those of demand, else across. Without `future`, the rows of `regressors` below the last demand are the coming periods.
 * @param demand with the blanks at its end, which are no history
 * @param history periods up to the last observation
 */
export function readDrivers(
  demand: Series,
  history: number,
  horizon: number,
  regressors: Cells | undefined,
  future: Cells | undefined,
): Known {
  if (regressors === undefined) {
    if (future === undefined) return { regressors: [], future: [] };
    throw new PlanningError("invalid-input", "regressors", "regressors must come with future, got a blank");
  }
  const block = turned(regressors, demand.length, history);
  if (block === null) {
    const message = `regressors must have one row for each period of demand (${history}), or one column where demand runs across, got ${regressors.length} rows x ${regressors[0].length} columns`;
    throw new PlanningError("invalid-input", "regressors", message);
  }
  const drivers = block.drivers.map((cells) => numbersOf(cells, "regressors"));
  const used = Math.max(...drivers.map(lastKnown));
  const known = drivers.map((values) => values.slice(0, history));
  if (future === undefined) {
    if (used < history + horizon) {
      const message = `future must hold the regressors of h = ${horizon} coming periods, got ${Math.max(0, used - history)}`;
      throw new PlanningError("invalid-input", "future", message);
    }
    return { regressors: known, future: drivers.map((values) => values.slice(history, history + horizon)) };
  }
  if (used > demand.length) {
    const message = `regressors must have one row for each period of demand (${demand.length}) where future is given, got ${used}`;
    throw new PlanningError("invalid-input", "regressors", message);
  }
  return { regressors: known, future: comingDrivers(future, block.down, drivers.length) };
}

/** Periods that a block of `future` holds, where it runs as `regressors` does; undefined without both. */
export function periodsOf(
  future: Cells | undefined,
  regressors: Cells | undefined,
  demand: Series,
  history: number,
): number | undefined {
  if (future === undefined || regressors === undefined) return undefined;
  const block = turned(regressors, demand.length, history);
  return block === null ? undefined : comingDrivers(future, block.down, block.drivers.length)[0].length;
}

interface Turned {
  readonly down: boolean;
  /** Cells of each driver, headers left out. */
  readonly drivers: readonly (readonly Cell[])[];
}

/** The way of reading a block that has as many periods as demand, down before across, an exact match before a longer block. */
function turned(cells: Cells, given: number, history: number): Turned | null {
  const readings = [
    { down: true, drivers: withoutHeader(transposed(cells)) },
    { down: false, drivers: withoutHeader(cells) },
  ];
  const length = ({ drivers }: Turned) => drivers[0].length;
  return (
    readings.find((reading) => length(reading) === given || length(reading) === history) ??
    readings.find((reading) => length(reading) >= history) ??
    null
  );
}

/** The coming values, one list a driver; a lone driver may lie either way. Blank periods at the end are no periods. */
function comingDrivers(future: Cells, down: boolean, count: number): Series[] {
  const lists = withoutHeader(down ? transposed(future) : future);
  const read =
    count === 1 && lists.length > 1 && lists[0].length === 1 ? [lists.map(([cell]) => cell)] : lists;
  if (read.length !== count) {
    const way = down ? "columns" : "rows";
    const message = `future must have as many ${way} as regressors (${count}), got ${read.length}`;
    throw new PlanningError("invalid-input", "future", message);
  }
  const values = read.map((cells) => numbersOf(cells, "future"));
  const used = Math.max(1, ...values.map(lastKnown));
  return values.map((each) => each.slice(0, used));
}

const transposed = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));

/** Drivers whose first cells are names, none of them a number, lose these. */
function withoutHeader(lists: Cells): Cells {
  const named =
    lists.some(([first]) => typeof first === "string") && !lists.some(([first]) => typeof first === "number");
  return named && lists[0].length > 1 ? lists.map((cells) => cells.slice(1)) : lists;
}

function numbersOf(cells: readonly Cell[], name: string): number[] {
  return cells.map((cell, i) => (cell === null ? NaN : parseNumber(cell, `${name} at position ${i + 1}`)));
}

/** Entries up to the last that is not blank. */
function lastKnown(values: Series): number {
  let used = values.length;
  while (used > 0 && Number.isNaN(values[used - 1])) used--;
  return used;
}
