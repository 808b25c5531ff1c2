import { CellError } from "../functions/cell-error";
import type { Cell, Cells } from "../functions/cells";
import type { CellValue } from "../workbook/workbook";

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });
const percent = new Intl.NumberFormat(undefined, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const compact = new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 });

export const formatWhole = (value: number): string => whole.format(value);
export const formatPercent = (share: number): string => percent.format(share);
/** Money on a dashboard: 1.2M. */
export const formatCompact = (value: number): string => compact.format(value);

export function formatCell(cell: Cell): string {
  if (cell === null || cell === "") return "blank";
  if (typeof cell === "number") return Math.abs(cell) >= 1e6 ? whole.format(cell) : precise.format(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell instanceof CellError ? cell.code : cell;
}

const SHOWN_OF_MANY = 3;

/** One value as it is; of many their number, the first and the last. */
export function formatCells(cells: Cells): string {
  const flat = cells.flat();
  if (flat.length <= 2 * SHOWN_OF_MANY) return flat.map(formatCell).join(", ");
  const [first, last] = [flat.slice(0, SHOWN_OF_MANY), flat.slice(-1)].map((part) =>
    part.map(formatCell).join(", "),
  );
  const size =
    cells.length > 1 && cells[0].length > 1
      ? `${whole.format(cells.length)} rows x ${whole.format(cells[0].length)} columns`
      : `${whole.format(flat.length)} values`;
  return `${size}: ${first}, … ${last}`;
}

/** A value as the workbook tells it. */
export function formatValue(value: CellValue): string {
  return value === "" ? "blank" : formatCell(value);
}
