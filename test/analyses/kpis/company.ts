import { serialOfIsoText } from "../../../src/engine/calendar";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

export const day = (text: string): number => serialOfIsoText(text) as number;

export const itemsOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Items", ["Item", "Family", "Cost", "Price", "LeadTime"], rows);
export const stockOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Stock", ["Item", "Location", "Status", "Owner", "AsOf", "Qty", "Value"], rows);
export const movesOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent(
    "Transactions",
    ["TxnId", "Date", "Item", "Location", "Type", "Qty", "Cost"],
    rows.map((row, i) => [`T${i + 1}`, ...row]),
  );
export const forecastOf = (item: string, location: string, first: string, months: readonly number[]) =>
  tableContent(
    "Forecast",
    ["Item", "Location", "Date", "Final"],
    forecastRows(item, location, first, months),
  );

export function forecastRows(
  item: string,
  location: string,
  first: string,
  months: readonly number[],
): CellValue[][] {
  const [year, month] = first.split("-").map(Number);
  return months.map((units, i) => {
    const at = year * 12 + month - 1 + i;
    const text = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
    return [item, location, day(text), units];
  });
}

/** Rows of a written table as objects. */
export function rowsOf(
  results: readonly { readonly kind: string; readonly table: string }[],
  table: string,
): Record<string, CellValue>[] {
  const result = results.find((one) => one.table === table) as
    { readonly columns: readonly string[]; readonly rows: readonly (readonly CellValue[])[] } | undefined;
  if (result === undefined) throw new Error(`no rows of ${table}`);
  return result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
}

export function contentOf(
  results: readonly { readonly kind: string; readonly table: string }[],
  table: string,
): TableContent {
  const rows = rowsOf(results, table);
  const columns = Object.keys(rows[0] ?? {});
  return tableContent(
    table,
    columns,
    rows.map((row) => columns.map((name) => row[name])),
  );
}

/**
 * Twelve months of 2025 in which 10 units of cost 10 are bought on the 1st and 10 are sold on the 15th, with 30 in stock at every month
 * end: cost of sales 1,200, average stock 300.
 */
export function steadyYear(): TableContent[] {
  const moves: CellValue[][] = [];
  for (let month = 1; month <= 12; month++) {
    const date = (d: string) => day(`2025-${String(month).padStart(2, "0")}-${d}`);
    moves.push([date("01"), "a", "N", "receipt", 10, 10], [date("15"), "a", "N", "sale", -10, ""]);
  }
  return [
    itemsOf([["a", "F", 10, 15, 30]]),
    stockOf([["a", "N", "usable", "own", day("2025-12-31"), 30, 300]]),
    movesOf(moves),
  ];
}
