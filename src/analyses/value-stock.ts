import { isoTextOfSerial } from "../engine/calendar";
import { sha256 } from "../engine/math/sha256";
import { sumToTheCent } from "../engine/valuation";
import {
  itemsTable,
  layersTable,
  ledgerTable,
  ratesTable,
  receiptsTable,
  runsTable,
  settingsTable,
  standardCostsTable,
  stockTable,
  tieOutTable,
  transactionsTable,
  valuationTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import {
  defineAnalysis,
  needs,
  wants,
  type AnalysisOutcome,
  type InputTables,
  type StepResult,
} from "./define-analysis";
import { choiceOption, flagOption } from "./options";
import { companySettings, currencySetting } from "./valuation/company-settings";
import { cutOffOption, periodOf, type Period } from "./valuation/cut-off";
import { ExchangeRates } from "./valuation/exchange-rates";
import { unknownItems } from "./valuation/known-items";
import { readMovements, type ReadMovements } from "./valuation/read-movements";
import { standardsByItem } from "./valuation/standards";
import { stockSnapshot, type StockSnapshot } from "./valuation/stock-snapshot";
import { cutOffLines } from "./valuation/tie-out/cut-off-lines";
import { layerLines } from "./valuation/tie-out/layer-lines";
import { ledgerLines } from "./valuation/tie-out/ledger-lines";
import { findingsOf, tieOutWith, type TieOutLine, type TieOutRow } from "./valuation/tie-out/lines";
import { moneyText } from "./valuation/tie-out/money-text";
import { readLedger, type StockLedger } from "./valuation/tie-out/read-ledger";
import { stockLines } from "./valuation/tie-out/stock-lines";
import { valuationRows } from "./valuation/valuation-rows";
import { valueItem, type ItemValue, type ValuationMethod, type ValuationTask } from "./valuation/value-item";

export interface ValuationDetails {
  /** Cut-off, an Excel serial. */
  readonly asOf: number;
  readonly value: number;
  readonly costOfSales: number;
  readonly tieOut: readonly TieOutRow[];
  /** What does not tie and where to look, each with its cell. */
  readonly findings: readonly Issue[];
}

export interface ValuationState {
  readonly period: Period;
  readonly movements: ReadMovements;
  readonly snapshot: StockSnapshot;
  readonly ledger: StockLedger | undefined;
  readonly receipts: TableContent | undefined;
  readonly tieOut: TableContent | undefined;
  /** First row of Transactions of each piece of work, counted from 1. */
  readonly firstRows: readonly number[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

export const valuationOptions = {
  cutOff: cutOffOption,
  method: choiceOption("Cost formula", ["FIFO", "MOVING", "PERIODIC", "STANDARD"], "FIFO"),
  capitalise: flagOption("Under STANDARD, purchase price variance of units on hand stays in stock", true),
};

export const valuationReads = {
  transactions: needs(transactionsTable),
  stock: wants(stockTable),
  items: wants(itemsTable),
  receipts: wants(receiptsTable),
  ledger: wants(ledgerTable),
  standards: wants(standardCostsTable),
  rates: wants(ratesTable),
  settings: wants(settingsTable),
  tieOut: wants(tieOutTable),
};

type Tables = InputTables<typeof valuationReads>;
interface Chosen {
  readonly cutOff: string;
  readonly method: ValuationMethod;
  readonly capitalise: boolean;
}

/** The work of value-stock, item by item. */
export function planValuation(
  tables: Tables,
  { cutOff, method, capitalise }: Chosen,
  runId: string,
): { readonly state: ValuationState; readonly work: readonly ValuationTask[] } {
  const period = periodOf(cutOff, tables);
  const settings = companySettings(tables.settings);
  const rates = new ExchangeRates(settings.get(currencySetting) ?? "", tables.rates);
  const movements = readMovements(tables.transactions, period, rates);
  const snapshot = stockSnapshot(tables.stock, period.cutOff);
  const ledger = readLedger(tables.ledger, period);
  const standards = standardsByItem(tables.items, method === "STANDARD" ? tables.standards : undefined);
  const issues: Issue[] = [
    ...movements.issues,
    ...unknownItems(movements, tables.items),
    ...snapshot.issues,
    ...(ledger?.issues ?? []),
    ...standards.issues,
    ...rates.issues,
    ...settings.issues,
  ];
  const work: ValuationTask[] = [];
  for (const moves of movements.byItem.values()) {
    const standard = standards.of(moves.item);
    if (method === "STANDARD" && standard.length === 0) {
      const message = `Item must have a standard cost in StandardCosts or Items, got none for ${moves.item}: it is not valued`;
      issues.push({ table: transactionsTable.name, row: moves.rows[0], column: "Item", message });
      continue;
    }
    work.push({
      ...period,
      movements: moves,
      method,
      standards: standard,
      capitalise,
      documentsFrom: ledger?.documentsFrom,
    });
  }
  const { receipts, tieOut } = tables;
  const inputHash = sha256(
    `${movements.hash}${JSON.stringify([[...snapshot.lines.values()], ledger?.postings])}`,
  );
  const firstRows = work.map((task) => task.movements.rows[0]);
  return {
    state: { period, movements, snapshot, ledger, receipts, tieOut, firstRows, issues, inputHash, runId },
    work,
  };
}

export function finishValuation(
  state: ValuationState,
  results: readonly StepResult<ItemValue>[],
  { method }: Chosen,
): AnalysisOutcome & { readonly details: ValuationDetails } {
  const { period, movements, snapshot, ledger, receipts, runId } = state;
  const asOf = period.cutOff;
  const items = results.flatMap((result) => ("value" in result ? [result.value] : []));
  const failed = results.flatMap((result, i): Issue[] =>
    "problem" in result
      ? [
          {
            table: transactionsTable.name,
            row: state.firstRows[i],
            column: "Item",
            message: `Item cannot be valued: ${result.problem}`,
          },
        ]
      : [],
  );
  const cutOff = cutOffLines(movements, receipts, snapshot, period);
  const lines: TieOutLine[] = [
    ...cutOff.lines,
    ...stockLines(items, snapshot, movements, receipts, period),
    ...(ledger === undefined ? [] : ledgerLines(items, ledger, movements, snapshot)),
    ...layerLines(items),
  ];
  const tieOut = lines.map(({ row }) => row);
  const places = items.flatMap((item) => item.places);
  const value = sumToTheCent(places.map((place) => place.value));
  const costOfSales = sumToTheCent(places.map((place) => place.costOfSales));
  const faults = items.flatMap(({ faults: own }) =>
    own.map(({ row, column, message }) => ({ table: transactionsTable.name, row, column, message })),
  );
  const open = tieOut.filter(({ State }) => State === "differs").length;
  const details: ValuationDetails = { asOf, value, costOfSales, tieOut, findings: findingsOf(lines) };
  return {
    results: [
      ...valuationRows(items, { asOf, method, runId }),
      tieOutWith(state.tieOut, ["cut-off", "ledger", "layers"], tieOut, { asOf, runId }),
    ],
    issues: [...state.issues, ...cutOff.issues, ...failed, ...faults],
    summary: `${items.length.toLocaleString("en")} items worth ${moneyText(value)} at ${isoTextOfSerial(asOf)}, cost of sales of the month ${moneyText(costOfSales)}; ${open === 0 ? "everything ties or is explained" : `${open} lines differ`}`,
    inputHash: state.inputHash,
    details,
  };
}

export const valueStock = defineAnalysis({
  id: "value-stock",
  summary:
    "Values stock at cost at a month end, with layers, cost of sales, and the tie-out to Stock and ledger.",
  notes: [
    "Movements are posted by date, so that what was entered late takes its place; an invoice after the goods (Type invoice, Qty 0, Cost the money in all, Ref the receipt) raises its layers, what has gone is cost of sales.",
    "Transfers carry the cost of their layers; vendor-owned stock counts in units and never in value; negative stock is told with its day and not priced.",
    "TieOut gets a line a comparison: sub-ledger with Stock and with Ledger, each difference classed and with the document that explains it.",
  ],
  options: valuationOptions,
  reads: valuationReads,
  writes: [valuationTable, layersTable, tieOutTable, runsTable],
  prepare: ({ tables, runId }, options) => planValuation(tables, options, runId),
  step: (task: ValuationTask): ItemValue => valueItem(task),
  finish: (state: ValuationState, results, options): AnalysisOutcome => {
    return finishValuation(state, results, options);
  },
});
