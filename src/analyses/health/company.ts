import { isoTextOfSerial, serialOfIsoText } from "../../engine/calendar";
import { invalidInput } from "../../engine/errors";
import { sha256 } from "../../engine/math/sha256";
import {
  changesTable,
  demandTable,
  forecastTable,
  itemsTable,
  lifecycleTable,
  locationsTable,
  ratesTable,
  settingsTable,
  stockTable,
  transactionsTable,
  type Issue,
} from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { needs, wants } from "../define-analysis";
import { leafId } from "../forecast/plan-forecast";
import { choiceOption } from "../options";
import { companySettings, currencySetting } from "../valuation/company-settings";
import { cutOffOption, periodOf } from "../valuation/cut-off";
import { ExchangeRates } from "../valuation/exchange-rates";
import { companyDemand, type CompanyDemand } from "./coming-demand";
import { costBases, type CostBasis } from "./leaf-balance";
import { companyHistory, type CompanyHistory } from "./leaf-history";
import { leafMoves, type LeafMoves } from "./leaf-moves";
import { masterData, type MasterData } from "./master-data";
import { lastWholeMonth } from "./month-ends";
import { replacements, type Replacements } from "./replaced-items";
import { stockPosition, type StockPosition } from "./stock-position";

/** The tables every job about the health of stock reads. */
export const companyReads = {
  items: needs(itemsTable),
  stock: needs(stockTable),
  locations: wants(locationsTable),
  transactions: wants(transactionsTable),
  forecast: wants(forecastTable),
  demand: wants(demandTable),
  rates: wants(ratesTable),
  settings: wants(settingsTable),
  lifecycle: wants(lifecycleTable),
  changes: wants(changesTable),
};

/** What every such job can be told. */
export const companyOptions = {
  cutOff: cutOffOption,
  basis: choiceOption(
    "Earlier stock at the cost of its receipts (FIFO) or at the unit cost of today (CURRENT)",
    costBases,
    "FIFO",
  ),
};

export interface CompanyTables {
  readonly items: TableContent;
  readonly stock: TableContent;
  readonly locations: TableContent | undefined;
  readonly transactions: TableContent | undefined;
  readonly forecast: TableContent | undefined;
  readonly demand: TableContent | undefined;
  readonly rates: TableContent | undefined;
  readonly settings: TableContent | undefined;
  readonly lifecycle: TableContent | undefined;
  readonly changes: TableContent | undefined;
}

export interface Company {
  readonly master: MasterData;
  readonly position: StockPosition;
  readonly moves: LeafMoves;
  readonly history: CompanyHistory;
  readonly demand: CompanyDemand;
  readonly replaced: Replacements;
  readonly issues: readonly Issue[];
}

interface Request {
  readonly cutOff: string;
  readonly basis: CostBasis;
  /** Months to look back at most. */
  readonly months: number;
  /** Months of coming demand. */
  readonly horizon: number;
}

/** Reads stock, movements and demand of the company, month by month up to the last whole month. */
export function readCompany(tables: CompanyTables, { cutOff, basis, months, horizon }: Request): Company {
  const period = periodOf(cutOff, tables);
  const master = masterData(tables.items, tables.locations);
  const position = stockPosition(tables.stock, master);
  const asOf = position.asOf ?? period.cutOff;
  if (period.cutOff > asOf) {
    throw invalidInput("cutOff", `must be at most the day of Stock (${isoTextOfSerial(asOf)})`, cutOff);
  }
  const settings = companySettings(tables.settings);
  const rates = new ExchangeRates(settings.get(currencySetting) ?? "", tables.rates);
  // Movements between the cut-off and the day of Stock are needed to get from the one to the other.
  const moves = leafMoves(tables.transactions, master, { ...period, cutOff: asOf }, rates);
  const last = lastWholeMonth(period.cutOff);
  const history = companyHistory({ master, position, moves, asOf, last, most: months, basis });
  const replaced = replacements(tables.lifecycle, tables.changes);
  const demand = companyDemand({
    forecast: tables.forecast,
    demand: tables.demand,
    last,
    horizon,
    months,
    shareOf: sharesOfPlaces(history),
    issuedOf: issuesOfPlaces(history),
    replaced: replaced.effective,
  });
  const issues = [
    ...master.issues,
    ...position.issues,
    ...settings.issues,
    ...rates.issues,
    ...moves.issues,
    ...bookedAsOwn(position, moves),
    ...history.issues,
    ...demand.issues,
  ];
  return { master, position, moves, history, demand, replaced, issues };
}

/** Stock that moves as the vendor's and stands as our own: its value is ours by mistake. */
function bookedAsOwn({ leaves }: StockPosition, { byLeaf, vendorByLeaf }: LeafMoves): Issue[] {
  return leaves.flatMap(({ id, item, location, own, row }) => {
    if (own <= 0 || !vendorByLeaf.has(id) || byLeaf.has(id)) return [];
    const message = `Owner of ${item} at ${location} must be vendor as in all its movements, got own: consignment is booked as own stock`;
    return [{ table: stockTable.name, row, column: "Owner", message }];
  });
}

/** A day as an option gives it; undefined where it is left out. */
export function dayOf(text: string, name: string): number | undefined {
  if (text.trim() === "") return undefined;
  const serial = serialOfIsoText(text);
  if (serial === undefined) throw invalidInput(name, "must be a date such as 2026-03-31", text);
  return serial;
}

/** Units issued in each month of the history at a place with movements; of the first month only the balance is known. */
function issuesOfPlaces({
  leaves,
}: CompanyHistory): (item: string, location: string) => readonly number[] | undefined {
  const byLeaf = new Map(leaves.map((leaf) => [leaf.id, leaf] as const));
  return (item, location) => {
    const leaf = byLeaf.get(leafId(item, location));
    return leaf === undefined || leaf.moves.length === 0 ? undefined : leaf.issuedUnits.slice(1);
  };
}

/** Part of an item's issues of the last year that fell on a place; equal parts where nothing was issued. */
function sharesOfPlaces({ leaves }: CompanyHistory): (item: string, location: string) => number {
  const year = (units: readonly number[]) =>
    units.slice(-12).reduce((sum, quantity) => sum + Math.max(0, quantity), 0);
  const byItem = new Map<string, { total: number; places: Map<string, number> }>();
  for (const { item, location, issuedUnits } of leaves) {
    const known = byItem.get(item) ?? { total: 0, places: new Map<string, number>() };
    byItem.set(item, known);
    known.total += year(issuedUnits);
    known.places.set(location, year(issuedUnits));
  }
  return (item, location) => {
    const known = byItem.get(item);
    if (known === undefined) return 1;
    if (known.total === 0) return 1 / known.places.size;
    return (known.places.get(location) ?? 0) / known.total;
  };
}

/** SHA-256 of all cells that were read. */
export function hashOf(contents: readonly (TableContent | undefined)[]): string {
  const text = contents
    .map((table) => (table === undefined ? "" : JSON.stringify([table.columns, table.rows])))
    .join("\n");
  return sha256(text);
}
