import type { TableSchema } from "./define-table";
import { backtestTable } from "./backtest";
import { contractsTable } from "./contracts";
import { demandTable } from "./demand";
import { exportParamsTable } from "./export-params";
import { forecastTable } from "./forecast";
import { itemsTable } from "./items";
import { locationsTable } from "./locations";
import { policiesTable } from "./policies";
import { receiptsTable } from "./receipts";
import { runsTable } from "./runs";
import { segmentHistoryTable } from "./segment-history";
import { settingsTable } from "./settings";
import { stockTable } from "./stock";
import { transactionsTable } from "./transactions";
import { triggersTable } from "./triggers";

export type { Column, Columns, Row, TableSchema } from "./define-table";
export { readRows, type Issue, type ReadResult } from "./read-table";
export { template, writeRows } from "./write-table";
export {
  backtestTable,
  contractsTable,
  demandTable,
  exportParamsTable,
  forecastTable,
  itemsTable,
  locationsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  segmentHistoryTable,
  settingsTable,
  stockTable,
  transactionsTable,
  triggersTable,
};

/** Every Excel table that Stockbook knows. */
export const tables: readonly TableSchema[] = [
  itemsTable,
  demandTable,
  forecastTable,
  locationsTable,
  stockTable,
  contractsTable,
  receiptsTable,
  transactionsTable,
  policiesTable,
  triggersTable,
  exportParamsTable,
  backtestTable,
  segmentHistoryTable,
  runsTable,
  settingsTable,
];

/** docs/tables.md. */
export function tablesMarkdown(): string {
  const sections = tables.map(({ name, summary, columns }) => {
    const lines = Object.entries(columns).map(([column, { unit, help, required, key }]) => {
      const need = key ? (required ? "key" : "key, may be blank") : required ? "required" : "";
      return `| ${column} | ${help} | ${unit} | ${need} |`;
    });
    return `## ${name}\n\n${summary}\n\n| column | what | unit | |\n|---|---|---|---|\n${lines.join("\n")}\n`;
  });
  return `# Tables\n\nGenerated from the schemas in \`src/workbook/tables\`; \`npm run generate\` writes it anew.

Excel tables of these names. Columns may stand in any order and others may stand beside them. Codes are text: leading zeros
survive. Dates are true dates or text like 2026-03-31. A cell that cannot be used is listed as an issue; the other rows are used.

${sections.join("\n")}`;
}
