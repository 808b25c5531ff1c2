import type { DemandBucket } from "../engine/calendar";
import { CellError } from "../functions/cell-error";
import type { Cell, Cells } from "../functions/cells";
import type { CellValue } from "../workbook/workbook";

/** What rounds to nothing has no minus sign. */
const signDisplay = "negative";
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0, signDisplay });
const precise = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6, signDisplay });
const percent = new Intl.NumberFormat(undefined, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay,
});
const compact = new Intl.NumberFormat(undefined, {
  notation: "compact",
  maximumFractionDigits: 1,
  signDisplay,
});

export const formatWhole = (value: number): string => whole.format(value);
export const formatPercent = (share: number): string => percent.format(share);
/** Money on a dashboard: 1.2M. */
export const formatCompact = (value: number): string => compact.format(value);

/** Units that are not whole: two decimals for slow movers, none for large quantities. */
export function formatUnits(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0;
  return unitFormats[digits].format(value);
}

const unitFormats = [0, 1, 2].map(
  (digits) => new Intl.NumberFormat(undefined, { maximumFractionDigits: digits, signDisplay }),
);

/** A share with its sign, such as a bias. */
export const formatSigned = (share: number): string => signed.format(share);
const signed = new Intl.NumberFormat(undefined, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});

const dateIn = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });
const month = dateIn({ month: "short", year: "numeric" });
const day = dateIn({ day: "numeric", month: "short", year: "numeric" });

/** A bucket by its first day, an Excel serial: Mar 2025, Q1 2025, 3 Mar 2025. */
export function formatBucket(serial: number, bucket: DemandBucket): string {
  const date = new Date((Math.floor(serial) - SERIAL_OF_1970) * MILLISECONDS_IN_DAY);
  if (bucket === "M") return month.format(date);
  if (bucket === "Q") return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
  return day.format(date);
}

const SERIAL_OF_1970 = 25_569;
const MILLISECONDS_IN_DAY = 86_400_000;

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
