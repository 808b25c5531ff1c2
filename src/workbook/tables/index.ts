import type { TableSchema } from "./define-table";
import { ageingTable } from "./ageing";
import { ageingTotalsTable } from "./ageing-totals";
import { allocationRulesTable, allocationsTable, lettersTable } from "./allocations";
import { backtestTable } from "./backtest";
import { bomTable } from "./bom";
import { bridgeTable } from "./bridge";
import { changesTable } from "./changes";
import { contractsTable } from "./contracts";
import { countsTable } from "./counts";
import { customersTable } from "./customers";
import { demandTable } from "./demand";
import { disposalsTable } from "./disposals";
import { consignmentTable, disposalOptionsTable, disposalPackTable, dispositionsTable } from "./dispositions";
import { eolPlanTable, eolRunOutTable, eolSlipTable } from "./eol-plan";
import { exportParamsTable } from "./export-params";
import { exposureTable } from "./exposure";
import { exposureTotalsTable } from "./exposure-totals";
import { flowCapacityTable } from "./flow-capacity";
import { flowPlanTable } from "./flow-plan";
import { flowStockTable } from "./flow-stock";
import { forecastTable } from "./forecast";
import { frozenFormulasTable } from "./frozen-formulas";
import { itemsTable } from "./items";
import { journalTable } from "./journal";
import { kpiTable } from "./kpi";
import { kpiDefsTable } from "./kpi-defs";
import { kpiTargetsTable } from "./kpi-targets";
import { lanesTable } from "./lanes";
import { layersTable } from "./layers";
import { ledgerTable } from "./ledger";
import { lifecycleTable } from "./lifecycle";
import { locationsTable } from "./locations";
import { lotLinksTable } from "./lot-links";
import { lotsTable } from "./lots";
import { movesTable } from "./moves";
import { networkSimulationTable } from "./network-simulation";
import { networkFindingsTable } from "./network-findings";
import { methodCardTable } from "./method-card";
import { nrvInputsTable } from "./nrv-inputs";
import { nrvTestTable } from "./nrv-test";
import { openOrdersTable } from "./open-orders";
import { arrivalsTable, pipelineTable } from "./pipeline";
import { placementTable } from "./placement";
import { policiesTable } from "./policies";
import { policyComparisonTable } from "./policy-comparison";
import { pushPullTable } from "./push-pull";
import { ratesTable } from "./rates";
import { receiptsTable } from "./receipts";
import { reserveTable } from "./reserve";
import { reserveOverridesTable } from "./reserve-overrides";
import { reservePolicyTable } from "./reserve-policy";
import { runsTable } from "./runs";
import { segmentHistoryTable } from "./segment-history";
import { sensedTable, sensingTable } from "./sensed";
import { settingsTable } from "./settings";
import { signalsTable } from "./signals";
import { standardCostsTable } from "./standard-costs";
import { stockTable } from "./stock";
import { stockStatusTable } from "./stock-status";
import { suppliersTable } from "./suppliers";
import { supplierReviewTable } from "./supplier-review";
import { tieOutTable } from "./tie-out";
import { transactionsTable } from "./transactions";
import { triggersTable } from "./triggers";
import { valuationTable } from "./valuation";
import { warningsTable, warningTestTable } from "./warnings";

export type { Column, Columns, Row, TableSchema } from "./define-table";
export { changedRows, type NewCells } from "./changed-rows";
export { readRows, type Issue, type ReadResult } from "./read-table";
export { template, writeRows } from "./write-table";
export {
  ageingTable,
  ageingTotalsTable,
  allocationRulesTable,
  allocationsTable,
  arrivalsTable,
  backtestTable,
  bomTable,
  bridgeTable,
  changesTable,
  consignmentTable,
  contractsTable,
  countsTable,
  customersTable,
  demandTable,
  disposalOptionsTable,
  disposalPackTable,
  disposalsTable,
  dispositionsTable,
  eolPlanTable,
  eolRunOutTable,
  eolSlipTable,
  exportParamsTable,
  exposureTable,
  exposureTotalsTable,
  flowCapacityTable,
  flowPlanTable,
  flowStockTable,
  forecastTable,
  frozenFormulasTable,
  itemsTable,
  journalTable,
  kpiDefsTable,
  kpiTable,
  kpiTargetsTable,
  lanesTable,
  layersTable,
  ledgerTable,
  lifecycleTable,
  locationsTable,
  lotLinksTable,
  lotsTable,
  lettersTable,
  movesTable,
  networkFindingsTable,
  networkSimulationTable,
  methodCardTable,
  nrvInputsTable,
  nrvTestTable,
  openOrdersTable,
  pipelineTable,
  placementTable,
  policiesTable,
  policyComparisonTable,
  pushPullTable,
  ratesTable,
  receiptsTable,
  reserveOverridesTable,
  reservePolicyTable,
  reserveTable,
  runsTable,
  segmentHistoryTable,
  sensedTable,
  sensingTable,
  settingsTable,
  signalsTable,
  standardCostsTable,
  stockStatusTable,
  stockTable,
  suppliersTable,
  supplierReviewTable,
  tieOutTable,
  transactionsTable,
  triggersTable,
  valuationTable,
  warningTestTable,
  warningsTable,
};

/** Every Excel table that Stockbook knows. */
export const tables: readonly TableSchema[] = [
  itemsTable,
  demandTable,
  forecastTable,
  signalsTable,
  sensedTable,
  sensingTable,
  locationsTable,
  lanesTable,
  suppliersTable,
  supplierReviewTable,
  contractsTable,
  customersTable,
  stockTable,
  lotsTable,
  lotLinksTable,
  receiptsTable,
  openOrdersTable,
  transactionsTable,
  ledgerTable,
  ratesTable,
  standardCostsTable,
  valuationTable,
  layersTable,
  tieOutTable,
  ageingTable,
  ageingTotalsTable,
  stockStatusTable,
  bomTable,
  lifecycleTable,
  changesTable,
  nrvInputsTable,
  nrvTestTable,
  reservePolicyTable,
  reserveOverridesTable,
  reserveTable,
  exposureTable,
  exposureTotalsTable,
  journalTable,
  methodCardTable,
  policiesTable,
  policyComparisonTable,
  networkFindingsTable,
  placementTable,
  pushPullTable,
  networkSimulationTable,
  movesTable,
  allocationsTable,
  lettersTable,
  allocationRulesTable,
  pipelineTable,
  arrivalsTable,
  flowPlanTable,
  flowStockTable,
  flowCapacityTable,
  triggersTable,
  exportParamsTable,
  backtestTable,
  countsTable,
  kpiDefsTable,
  kpiTable,
  kpiTargetsTable,
  bridgeTable,
  eolPlanTable,
  eolRunOutTable,
  eolSlipTable,
  warningsTable,
  warningTestTable,
  disposalOptionsTable,
  dispositionsTable,
  consignmentTable,
  disposalsTable,
  disposalPackTable,
  segmentHistoryTable,
  runsTable,
  settingsTable,
  frozenFormulasTable,
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
