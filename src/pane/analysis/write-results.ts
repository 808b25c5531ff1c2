import type { Analysis, AnalysisOutcome, TableResult } from "../../analyses/define-analysis";
import { runsTable, template, writeRows, type Row, type TableSchema } from "../../workbook/tables";
import { addressOf, parseAddress } from "../../workbook/range-address";
import { normalised } from "../../workbook/tables/read-table";
import { WorkbookError, type CellValue, type TableContent, type Workbook } from "../../workbook/workbook";

/** Rows written at a time: between chunks Excel answers the user. */
const CHUNK = 1000;

type RowsResult = Extract<TableResult, { readonly kind: "rows" }>;
type Tell = (share: number, text: string) => void;

/**
 * Writes what an analysis made of its tables, and the row of Runs. Tables that are not there are made, columns that are missing added;
 * columns of ours that stay as they are are not touched, so that formulas in them survive. A planner's own columns follow their rows by key.
 */
export async function writeResults(
  workbook: Workbook,
  analysis: Pick<Analysis, "writes">,
  outcome: AnalysisOutcome,
  run: Row<typeof runsTable.columns> | undefined,
  onProgress: Tell,
): Promise<void> {
  for (const result of outcome.results) {
    const schema = analysis.writes.find(({ name }) => name === result.table);
    if (schema === undefined) throw new Error(`the analysis does not declare that it writes ${result.table}`);
    const tell: Tell = (share, text) => onProgress(share, `${result.table} ${text}`.trim());
    if (result.kind === "rows") await writeTableRows(workbook, schema, result, tell);
    else {
      const table = await readyTable(workbook, schema, Object.keys(result.columns));
      tell(0, "");
      await workbook.writeColumns(table.name, result.columns);
    }
  }
  if (run === undefined) return;
  const runs = await readyTable(workbook, runsTable, Object.keys(runsTable.columns));
  await workbook.appendRows(runs.name, writeRows(runsTable, [run], runs.columns));
}

async function writeTableRows(
  workbook: Workbook,
  schema: TableSchema,
  result: RowsResult,
  tell: Tell,
): Promise<void> {
  const before = await readyTable(workbook, schema, result.columns);
  const rows = placedRows(schema, result, before);
  const there = before.rows.every(isVoid) ? 0 : before.rowCount;
  const overlap = Math.min(there, rows.length);
  const changed = before.columns.flatMap((name, c) => {
    const differs = rows.slice(0, overlap).some((row, r) => row[c] !== before.rows[r][c]);
    return differs ? [{ name, c }] : [];
  });
  for (const [i, { name, c }] of changed.entries()) {
    tell((0.5 * i) / changed.length, name);
    const ours = result.columns.some((one) => normalised(one) === normalised(name));
    // A planner's formulas follow the rows of themselves.
    if (!ours && (await holdsFormulas(workbook, before, c))) continue;
    // A column is written whole: rows that are about to go keep what they have.
    const values = before.rows.map((row, r) => (r < overlap ? rows[r][c] : row[c]));
    await workbook.writeColumns(before.name, { [name]: values });
  }
  if (rows.length < before.rowCount) await workbook.shortenTable(before.name, rows.length);
  for (let from = overlap; from < rows.length; from += CHUNK) {
    tell(
      0.5 + (0.5 * from) / rows.length,
      `${from.toLocaleString()} of ${rows.length.toLocaleString()} rows`,
    );
    await workbook.appendRows(before.name, rows.slice(from, from + CHUNK));
  }
}

async function holdsFormulas(workbook: Workbook, table: TableContent, column: number): Promise<boolean> {
  const { sheet, ...area } = parseAddress(table.address);
  const cells = { ...area, row: area.row + 1, rowCount: table.rowCount, column: area.column + column };
  const { formulas } = await workbook.readRange(
    addressOf({ ...cells, sheet: sheet ?? table.sheet, columnCount: 1 }),
  );
  return formulas.some(([formula]) => typeof formula === "string" && formula.startsWith("="));
}

/** The rows of a result in the columns of the table, those of the planner with them. */
function placedRows(schema: TableSchema, result: RowsResult, before: TableContent): CellValue[][] {
  const from = before.columns.map((name) =>
    result.columns.findIndex((ours) => normalised(ours) === normalised(name)),
  );
  if (from.every((place) => place >= 0)) return result.rows.map((row) => from.map((place) => row[place]));
  const keys = Object.keys(schema.columns).filter((name) => schema.columns[name].key);
  const keyIn = (columns: readonly string[]) => {
    const places = keys.map((key) => columns.findIndex((name) => normalised(name) === normalised(key)));
    return (row: readonly CellValue[]) => JSON.stringify(places.map((place) => row[place] ?? ""));
  };
  const keyBefore = keyIn(before.columns);
  const keyOf = keyIn(result.columns);
  const known = new Map(before.rows.map((row) => [keyBefore(row), row]));
  return result.rows.map((row) => {
    const old = known.get(keyOf(row));
    return from.map((place, c) => (place >= 0 ? row[place] : (old?.[c] ?? "")));
  });
}

/** A table of ours with the columns it needs, made where it is not there. */
export async function readyTable(
  workbook: Workbook,
  schema: TableSchema,
  columns: readonly string[],
): Promise<TableContent> {
  const existing = await workbook.readTable(schema.name);
  const has = new Set(existing?.columns.map(normalised));
  const missing = existing === undefined ? [] : columns.filter((name) => !has.has(normalised(name)));
  if (existing !== undefined && missing.length === 0) return existing;
  if (existing === undefined) await workbook.createTable(template(schema));
  for (const name of missing)
    await workbook.addColumn(schema.name, name, schema.columns[name]?.format ?? "General");
  const ready = await workbook.readTable(schema.name);
  if (ready === undefined) throw new WorkbookError("not-found", `There is no table ${schema.name}.`);
  return ready;
}

function isVoid(row: readonly CellValue[]): boolean {
  return row.every((cell) => cell === "");
}
