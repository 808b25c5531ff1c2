import type { Outcome } from "../../functions/evaluate";
import { addressOf } from "../../workbook/range-address";
import type { Workbook } from "../../workbook/workbook";
import { firstCell, onSheet, overlaps, plainAddress } from "../formula/address";
import { parseFormula } from "../formula/parse-formula";

/** Whether the formula would read the cell it is put into. */
export function readsItself(formula: string, target: string): boolean {
  const cell = plainAddress(firstCell(target));
  const call = parseFormula(formula);
  if (cell === undefined || call.kind !== "call") return false;
  return call.args.some((arg) => {
    const area = arg.kind === "reference" ? plainAddress(onSheet(arg.text, cell.sheet)) : undefined;
    return area !== undefined && overlaps(area, cell);
  });
}

/** The cells the answer will fill, from the target down and right. */
export function answerArea(target: string, outcome: Outcome | undefined): string {
  const cell = plainAddress(firstCell(target));
  if (cell === undefined || outcome === undefined) return firstCell(target);
  return addressOf({ ...cell, rowCount: outcome.length, columnCount: outcome[0].length });
}

/** How many cells of an area hold something. */
export async function filledCells(workbook: Workbook, area: string): Promise<number> {
  const { formulas } = await workbook.readRange(area);
  return formulas.flat().filter((cell) => cell !== "").length;
}
