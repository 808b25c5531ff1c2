import manifest from "../../../../package.json";
import { describeOptions } from "../../../analyses/forecast/forecast-options";
import { forecastChanges, forecastColumnsMissing } from "../../../analyses/forecast/forecast-rows";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import { forecastTable, runsTable, writeRows } from "../../../workbook/tables";
import { WorkbookError, type TableContent, type Workbook } from "../../../workbook/workbook";
import { createInWorkbook } from "../../create-tables";

/** Rows written at a time: a chunk is written whole or not at all, and between chunks Excel answers the user. */
const CHUNK = 500;

export interface WrittenRun {
  readonly runId: string;
  readonly rows: number;
}

/**
 * Writes a run to Forecast and Runs, creating them where they are missing. A run that stopped halfway is completed by the next one,
 * since rows are found again by item, location and date.
 */
export async function writeForecast(
  workbook: Workbook,
  outcome: ForecastOutcome,
  startedAt: Date,
  onProgress: (done: number, total: number) => void,
): Promise<WrittenRun> {
  const runId = `forecast-${startedAt.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}`;
  const table = await readyTable(workbook, forecastTable.name, forecastColumnsMissing);
  const { columns, changed, added } = forecastChanges(outcome, table, runId);
  const total = changed + added.length;
  onProgress(0, total);
  if (changed > 0) await workbook.writeColumns(table.name, columns);
  for (let from = 0; from < added.length; from += CHUNK) {
    onProgress(changed + from, total);
    await workbook.appendRows(table.name, added.slice(from, from + CHUNK));
  }
  const runs = await readyTable(workbook, runsTable.name);
  const run = {
    RunId: runId,
    Job: "forecast",
    Version: manifest.version,
    Params: describeOptions(outcome.plan.options),
    InputHash: outcome.inputHash,
    By: "task pane",
    At: startedAt.getTime() / 86_400_000 + 25_569,
  };
  await workbook.appendRows(runs.name, writeRows(runsTable, [run], runs.columns));
  return { runId, rows: total };
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
