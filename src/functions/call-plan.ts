import { PlanningError } from "../engine/errors";
import type { Argument } from "./arguments";
import { isBlank, isColumn, isSingle, toCells, type Cell, type Cells, type RawArgument } from "./cells";
import type { FunctionDefinition } from "./define";
import { cellsInForce } from "./latest-date";
import { argumentInForce } from "./whole-argument";

/** A call whose arguments are read and whose items are told apart, before anything is calculated. */
export interface CallPlan {
  readonly definition: FunctionDefinition;
  readonly ranges: readonly Range[];
  /** The ranges that stand for many items; none where the call is for one. */
  readonly lifted: readonly Range[];
  /** Items to calculate: from the first below the headers to the last that is not blank. */
  readonly from: number;
  readonly to: number;
}

/** Throws PlanningError where the arguments do not go together. */
export function planCall(definition: FunctionDefinition, rawArguments: readonly RawArgument[]): CallPlan {
  const ranges = readRanges(definition, rawArguments);
  const lifted = liftedRanges(definition, ranges);
  if (lifted.length === 0) return { definition, ranges, lifted, from: 0, to: 1 };
  const length = commonLength(lifted);
  const from = lifted.some(startsWithHeader) ? 1 : 0;
  return { definition, ranges, lifted, from, to: Math.max(lastUsed(lifted, length), from) + 1 };
}

/** The plan for some items of a call for many only, in the order given. */
export function planOfItems({ definition, ranges, lifted }: CallPlan, items: readonly number[]): CallPlan {
  const chosen = new Map(lifted.map((range) => [range, { ...range, cells: chosenCells(range, items) }]));
  return {
    definition,
    ranges: ranges.map((range) => chosen.get(range) ?? range),
    lifted: [...chosen.values()],
    from: 0,
    to: items.length,
  };
}

/** The items of a range, lying as they lay. */
function chosenCells({ argument, cells }: Range, items: readonly number[]): Cells {
  const down = argument.shape === "series" || isColumn(cells);
  return down ? items.map((i) => cells[i]) : [items.map((i) => cells[0][i])];
}

export interface Range {
  readonly name: string;
  readonly argument: Argument<unknown>;
  readonly cells: Cells;
}

export function readRanges(definition: FunctionDefinition, raw: readonly RawArgument[]): Range[] {
  const entries = Object.entries(definition.args);
  if (raw.length > entries.length) {
    const message = `${definition.name} takes at most ${entries.length} arguments, got ${raw.length}`;
    throw new PlanningError("invalid-input", "arguments", message);
  }
  const rangeOf = (wanted: string) => {
    const i = entries.findIndex(([name]) => name === wanted);
    return i < 0 ? undefined : toCells(raw[i]);
  };
  return entries.map(([name, argument], i) => {
    const cells = toCells(raw[i]);
    if (!argument.optional && i >= raw.length) {
      throw new PlanningError("invalid-input", name, `${name} must be given (${argument.label})`);
    }
    return {
      name,
      argument: argumentInForce(argument, rangeOf),
      cells: cellsInForce(argument, cells, rangeOf),
    };
  });
}

/** The ranges that stand for many items: blocks of series, and columns or rows of scalars in a vector function. */
export function liftedRanges(definition: FunctionDefinition, ranges: readonly Range[]): Range[] {
  return ranges.filter(({ name, argument, cells }) => {
    if (argument.shape === "series") return cells.length > 1 && cells[0].length > 1;
    if (argument.shape !== "scalar" || isSingle(cells)) return false;
    if (!definition.vector) throw notOne(name, cells, "must be a single value");
    if (cells.length > 1 && cells[0].length > 1) throw notOne(name, cells, "must be a single column or row");
    return true;
  });
}

export function notOne(name: string, cells: Cells, rule: string): PlanningError {
  const message = `${name} ${rule}, got ${cells.length} rows x ${cells[0].length} columns`;
  return new PlanningError("invalid-input", name, message);
}

function commonLength(lifted: readonly Range[]): number {
  const lengths = lifted.map(itemCount);
  const length = Math.max(...lengths);
  lifted.forEach(({ name }, i) => {
    if (lengths[i] !== length) {
      const longest = lifted[lengths.indexOf(length)].name;
      const message = `${name} must have as many entries as ${longest} (${length}), got ${lengths[i]}`;
      throw new PlanningError("invalid-input", name, message);
    }
  });
  return length;
}

function itemCount({ argument, cells }: Range): number {
  return argument.shape === "series" || isColumn(cells) ? cells.length : cells[0].length;
}

export function itemAt({ argument, cells }: Range, i: number): readonly Cell[] {
  if (argument.shape === "series") return cells[i];
  return [isColumn(cells) ? cells[i][0] : cells[0][i]];
}

export function isBlankItem(range: Range, i: number): boolean {
  return itemAt(range, i).every((cell) => cell === null);
}

/** A text first cell of a numeric column is its header; so is a first row of texts above a block of series. */
export function startsWithHeader(range: Range): boolean {
  if (!range.argument.numeric) return false;
  const item = itemAt(range, 0);
  return range.argument.shape === "series"
    ? item.length > 1 && item.every((cell) => cell === null || typeof cell === "string") && !isBlank([item])
    : typeof item[0] === "string";
}

function lastUsed(lifted: readonly Range[], length: number): number {
  let last = length - 1;
  while (last > 0 && lifted.every((range) => isBlankItem(range, last))) last--;
  return last;
}
