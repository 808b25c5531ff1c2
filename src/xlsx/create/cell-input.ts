import type { CellValue } from "../content";
import type { NewCell } from "./new-workbook";

/** A plain value stands for a cell that has nothing else. */
export function asCell(input: CellValue | NewCell | undefined): NewCell | undefined {
  if (input === undefined || input === null) return undefined;
  return typeof input === "object" && !("error" in input) ? input : { value: input };
}

/** The value a cell shows before anything is calculated. */
export function plainValue(input: CellValue | NewCell | undefined): CellValue {
  const cell = asCell(input);
  return cell?.value ?? cell?.spill?.[0]?.[0] ?? null;
}
