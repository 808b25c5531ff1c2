import { readRows, settingsTable, writeRows } from "../workbook/tables";
import { normalised } from "../workbook/tables/read-table";
import type { CellValue, TableContent } from "../workbook/workbook";
import type { Analysis } from "./define-analysis";

/** Options of an analysis as the table Settings keeps them, such as Segments.abc; what cannot be used is left out. */
export function settingsOf(
  settings: TableContent | undefined,
  prefix: string,
  { options }: Pick<Analysis, "options">,
): Record<string, unknown> {
  if (settings === undefined) return {};
  const { rows } = readRows(settingsTable, settings.columns, settings.rows);
  const named = new Map(rows.map(({ Setting, Value }) => [normalised(Setting as string), Value ?? ""]));
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const text = named.get(normalised(`${prefix}.${name}`));
      if (text === undefined) return [];
      try {
        return [[name, option.read(text, name)] as const];
      } catch {
        return [];
      }
    }),
  );
}

/** How Settings changes for it to hold these options: its column Value, and the rows to add. */
export function settingsChange(
  settings: TableContent,
  prefix: string,
  options: Readonly<Record<string, unknown>>,
  note: string,
): {
  readonly values: readonly CellValue[];
  readonly changed: boolean;
  readonly added: readonly CellValue[][];
} {
  const at = (name: string) =>
    settings.columns.findIndex((column) => normalised(column) === normalised(name));
  const [key, value] = [at("Setting"), at("Value")];
  const values = settings.rows.map((row) => row[value] ?? "");
  let changed = false;
  const added: Parameters<typeof writeRows<typeof settingsTable.columns>>[1][number][] = [];
  for (const [name, wanted] of Object.entries(options)) {
    const setting = `${prefix}.${name}`;
    const row = settings.rows.findIndex((cells) => normalised(String(cells[key])) === normalised(setting));
    if (row < 0) added.push({ Setting: setting, Value: String(wanted), Note: note });
    else if (String(values[row]) !== String(wanted)) {
      values[row] = String(wanted);
      changed = true;
    }
  }
  return { values, changed, added: writeRows(settingsTable, added, settings.columns) };
}
