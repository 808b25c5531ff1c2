import { forecastChanges, forecastColumnsMissing } from "../../../analyses/forecast/forecast-rows";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import { forecastTable, runsTable, writeRows, type Row } from "../../../workbook/tables";
import { WorkbookError, type TableContent, type Workbook } from "../../../workbook/workbook";
import { createInWorkbook } from "../../create-tables";

/** Rows written at a time: a chunk is written whole or not at all, and between chunks Excel answers the user. */
const CHUNK = 1000;

/**
 * Writes a run to Forecast and Runs, creating them where they are missing; answers how many rows of Forecast it wrote. A run that
 * stopped halfway is completed by the next one, since rows are found again by item, location and date.
 */
export async function writeForecast(
  workbook: Workbook,
  outcome: ForecastOutcome,
  run: Row<typeof runsTable.columns>,
  onProgress: (share: number, text: string) => void,
): Promise<number> {
  const table = await readyTable(workbook, forecastTable.name, forecastColumnsMissing);
  const { columns, changed, added } = forecastChanges(outcome, table, run.RunId ?? "");
  const total = changed + added.length;
  const tell = (done: number) =>
    onProgress(done / total, `${done.toLocaleString()} of ${total.toLocaleString()} rows`);
  tell(0);
  if (changed > 0) await workbook.writeColumns(table.name, columns);
  for (let from = 0; from < added.length; from += CHUNK) {
    tell(changed + from);
    await workbook.appendRows(table.name, added.slice(from, from + CHUNK));
  }
  const runs = await readyTable(workbook, runsTable.name);
  await workbook.appendRows(runs.name, writeRows(runsTable, [run], runs.columns));
  return total;
}

/** A table of ours with the columns it needs, made where it is not there. */
async function readyTable(
  workbook: Workbook,
  name: string,
  missingIn: (table: TableContent) => readonly string[] = () => [],
): Promise<TableContent> {
  const existing = await workbook.readTable(name);
  const missing = existing === undefined ? [] : missingIn(existing);
  if (existing !== undefined && missing.length === 0) return existing;
  await createInWorkbook(workbook, name, missing);
  const created = await workbook.readTable(name);
  if (created === undefined) throw new WorkbookError("not-found", `There is no table ${name}.`);
  return created;
}
