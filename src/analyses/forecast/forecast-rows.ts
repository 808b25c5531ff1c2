import { forecastTable, readRows, writeRows } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent, TableInfo } from "../../workbook/workbook";
import type { ForecastOutcome } from "../forecast-items";
import type { TableResult } from "../define-analysis";
import { narrowed } from "../narrowed-schema";
import { hasColumn } from "../needs";
import { leafId } from "./plan-forecast";

/** What writing a run does to the table Forecast. */
export interface ForecastChanges {
  /** Whole columns, where rows are there already; none where nothing in them changes. */
  readonly columns: Readonly<Record<string, readonly CellValue[]>>;
  /** Rows that get a new forecast. */
  readonly changed: number;
  /** Rows to add, cells in the order of the table's columns. */
  readonly added: readonly (readonly CellValue[])[];
}

/** Final is somebody's decision: a run never touches it. */
const written = ["Stat", "Low", "High", "Model", "RunId"] as const;
const keys = ["Item", "Location", "Date"] as const;
const keyColumns = narrowed(forecastTable, keys);

export function forecastColumnsMissing(table: TableInfo): string[] {
  return [...keys, ...written].filter((column) => !hasColumn(table, column));
}

/**
 * Rows of a run, merged into the table by item, location and date: rows that are there get new numbers, the others are added.
 * Rows of other dates and items stay as they are, with the run that wrote them.
 */
export function forecastChanges(
  outcome: ForecastOutcome,
  table: TableContent,
  runId: string,
): ForecastChanges {
  const rows = new Map(rowsOf(outcome, runId).map((row) => [rowKey(row.Item, row.Location, row.Date), row]));
  const places = Object.fromEntries(
    written.map((name) => [
      name,
      table.columns.findIndex((column) => normalised(column) === normalised(name)),
    ]),
  );
  const columns = Object.fromEntries(
    written.map((name) => [name, table.rows.map((cells) => cells[places[name]] ?? "")]),
  );
  const read = readRows(keyColumns, table.columns, table.rows);
  let changed = 0;
  read.rows.forEach(({ Item, Location, Date }, i) => {
    const key = rowKey(Item as string, Location ?? "", Date as number);
    const row = rows.get(key);
    if (row === undefined) return;
    rows.delete(key);
    changed++;
    for (const name of written) columns[name][read.rowNumbers[i] - 1] = row[name];
  });
  return {
    columns: changed === 0 ? {} : columns,
    changed,
    added: writeRows(forecastTable, [...rows.values()], namesIn(table)),
  };
}

/**
 * The content of Forecast after a run: rows that were there, renewed where the run has them, and rows that are new. Of a table that
 * is there only the columns that runs write, and the key: Final and columns of the planner's own stay with their rows.
 */
export function mergedForecast(
  outcome: ForecastOutcome,
  before: TableContent | undefined,
  runId: string,
): TableResult {
  const columns = before === undefined ? allColumns : [...keys, ...written];
  const rows = (before?.rows ?? []).filter((cells) => cells.some((cell) => cell !== ""));
  const places = columns.map(
    (name) => before?.columns.findIndex((one) => normalised(one) === normalised(name)) ?? -1,
  );
  const kept = rows.map((cells) => places.map((place) => cells[place] ?? ""));
  const table = {
    name: forecastTable.name,
    sheet: "",
    address: "",
    rowCount: kept.length,
    columns,
    rows: kept,
  };
  const changes = forecastChanges(outcome, table, runId);
  const renewed = kept.map((cells, r) => cells.map((cell, c) => changes.columns[columns[c]]?.[r] ?? cell));
  return { kind: "rows", table: table.name, columns, rows: [...renewed, ...changes.added] };
}

const allColumns = Object.keys(forecastTable.columns);

type NewRow = ReturnType<typeof rowsOf>[number];

function rowsOf({ items, plan }: ForecastOutcome, runId: string) {
  return items.flatMap(({ item, location, dates, history, forecast, low, high, model }) =>
    Array.from({ length: plan.options.horizon }, (_, h) => ({
      Item: item,
      Location: location,
      Date: dates[history.length + h],
      Stat: forecast[h],
      Low: low[h],
      High: high[h],
      Model: model,
      RunId: runId,
    })),
  );
}

function rowKey(item: NewRow["Item"], location: string, date: number): string {
  return `${leafId(item, location)}\t${Math.floor(date)}`;
}

/** The table's columns by the schema's names, whatever their capitals. */
function namesIn({ columns }: TableInfo): string[] {
  return columns.map(
    (column) => allColumns.find((name) => normalised(name) === normalised(column)) ?? column,
  );
}

/** Body rows of Forecast, counted from 0, that hold one item at one place. */
export function forecastRowsOf(table: TableContent, item: string, location: string): number[] {
  const { rows, rowNumbers } = readRows(keyColumns, table.columns, table.rows);
  const wanted = leafId(item, location);
  return rowNumbers.flatMap((row, i) =>
    leafId(rows[i].Item as string, rows[i].Location ?? "") === wanted ? [row - 1] : [],
  );
}
