import { settingsChange } from "../analyses/stored-settings";
import { settingsTable } from "../workbook/tables";
import type { Workbook } from "../workbook/workbook";
import { readyTable } from "./analysis/write-results";

/** Keeps options in the table Settings, where the team sees them; makes the table where there is none. */
export async function saveSettings(
  workbook: Workbook,
  prefix: string,
  options: Readonly<Record<string, unknown>>,
  note: string,
): Promise<void> {
  const settings = await readyTable(workbook, settingsTable, Object.keys(settingsTable.columns));
  const { values, changed, added } = settingsChange(settings, prefix, options, note);
  if (changed) await workbook.writeColumns(settings.name, { Value: values });
  if (added.length > 0) await workbook.appendRows(settings.name, added);
}
