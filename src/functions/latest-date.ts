import { serialOfIsoText } from "../engine/calendar";
import { optional, type Argument, type ScalarArgument } from "./arguments";
import { isSingle, type Cells } from "./cells";
import { date } from "./date-arguments";

/** A day that, left out, is the latest in the data, never today: the same for all items of a call, and on any day it is opened. */
export function latestDateOf(argument: string, label: string): ScalarArgument<number | undefined> {
  return { ...optional(date(label), undefined, `latest of ${argument}`), latestOf: argument };
}

/** The cells of an argument, or the latest date of another where it is blank and says so. */
export function cellsInForce(
  argument: Argument<unknown>,
  cells: Cells,
  cellsOf: (name: string) => Cells | undefined,
): Cells {
  if (argument.shape !== "scalar" || argument.latestOf === undefined) return cells;
  if (!isSingle(cells) || cells[0][0] !== null) return cells;
  let latest: number | null = null;
  for (const row of cellsOf(argument.latestOf) ?? []) {
    for (const cell of row) {
      const serial = typeof cell === "string" ? serialOfIsoText(cell) : cell;
      if (typeof serial === "number" && serial > 0 && (latest === null || serial > latest)) latest = serial;
    }
  }
  return [[latest]];
}
