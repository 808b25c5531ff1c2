import { readRows, settingsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** What the table Settings says, names in any capitals. */
export interface CompanySettings {
  readonly get: (name: string) => string | undefined;
  readonly issues: readonly Issue[];
}

export function companySettings(settings: TableContent | undefined): CompanySettings {
  if (settings === undefined) return { get: () => undefined, issues: [] };
  const { rows, issues } = readRows(settingsTable, settings.columns, settings.rows);
  const values = new Map(rows.map(({ Setting, Value }) => [(Setting as string).toLowerCase(), Value ?? ""]));
  return {
    get: (name) => {
      const value = values.get(name.toLowerCase());
      return value === "" ? undefined : value;
    },
    issues,
  };
}

/** Setting that names the company's currency. */
export const currencySetting = "Currency";
