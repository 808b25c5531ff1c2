import type { TableSchema } from "./define-table";
import { backtestTable } from "./backtest";
import { bomTable } from "./bom";
import { changesTable } from "./changes";
import { contractsTable } from "./contracts";
import { customersTable } from "./customers";
import { demandTable } from "./demand";
import { disposalsTable } from "./disposals";
import { exportParamsTable } from "./export-params";
import { forecastTable } from "./forecast";
import { itemsTable } from "./items";
import { kpiDefsTable } from "./kpi-defs";
import { kpiTable } from "./kpi";
import { lanesTable } from "./lanes";
import { lifecycleTable } from "./lifecycle";
import { locationsTable } from "./locations";
import { lotLinksTable } from "./lot-links";
import { lotsTable } from "./lots";
import { nrvInputsTable } from "./nrv-inputs";
import { openOrdersTable } from "./open-orders";
import { policiesTable } from "./policies";
import { receiptsTable } from "./receipts";
import { reservePolicyTable } from "./reserve-policy";
import { runsTable } from "./runs";
import { segmentHistoryTable } from "./segment-history";
import { settingsTable } from "./settings";
import { stockTable } from "./stock";
import { suppliersTable } from "./suppliers";
import { transactionsTable } from "./transactions";
import { triggersTable } from "./triggers";

export type { Column, Columns, Row, TableSchema } from "./define-table";
export { readRows, type Issue, type ReadResult } from "./read-table";
export { template, writeRows } from "./write-table";
export {
  backtestTable,
  bomTable,
  changesTable,
  contractsTable,
  customersTable,
  demandTable,
  disposalsTable,
  exportParamsTable,
  forecastTable,
  itemsTable,
  kpiDefsTable,
  kpiTable,
  lanesTable,
  lifecycleTable,
  locationsTable,
  lotLinksTable,
  lotsTable,
  nrvInputsTable,
  openOrdersTable,
  policiesTable,
  receiptsTable,
  reservePolicyTable,
  runsTable,
  segmentHistoryTable,
  settingsTable,
  stockTable,
  suppliersTable,
  transactionsTable,
  triggersTable,
};

/** Every Excel table that Stockbook knows. */
export const tables: readonly TableSchema[] = [
  itemsTable,
  demandTable,
  forecastTable,
  locationsTable,
  lanesTable,
  suppliersTable,
  contractsTable,
  customersTable,
  stockTable,
  lotsTable,
  lotLinksTable,
  receiptsTable,
  openOrdersTable,
  transactionsTable,
  bomTable,
  lifecycleTable,
  changesTable,
  nrvInputsTable,
  reservePolicyTable,
  policiesTable,
  triggersTable,
  exportParamsTable,
  backtestTable,
  kpiDefsTable,
  kpiTable,
  disposalsTable,
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
