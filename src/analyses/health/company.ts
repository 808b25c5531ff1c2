import { serialOfIsoText } from "../../engine/calendar";
import { PlanningError, invalidInput } from "../../engine/errors";
import { sha256 } from "../../engine/math/sha256";
import {
  demandTable,
  forecastTable,
  itemsTable,
  locationsTable,
  stockTable,
  transactionsTable,
  type Issue,
} from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { needs, wants } from "../define-analysis";
import { choiceOption, textOption } from "../options";
import { companyDemand, type CompanyDemand } from "./coming-demand";
import { costBases, type CostBasis } from "./leaf-balance";
import { companyHistory, type CompanyHistory } from "./leaf-history";
import { leafMoves, type LeafMoves } from "./leaf-moves";
import { masterData, type MasterData } from "./master-data";
import { lastWholeMonth } from "./month-ends";
import { stockPosition, type StockPosition } from "./stock-position";

/** The tables every job about the health of stock reads. */
export const companyReads = {
  items: needs(itemsTable),
  stock: needs(stockTable),
  locations: wants(locationsTable),
  transactions: wants(transactionsTable),
  forecast: wants(forecastTable),
  demand: wants(demandTable),
};

/** What every such job can be told. */
export const companyOptions = {
  asOf: textOption("Day as of which it is, such as 2026-03-31; the latest day of Stock where left out"),
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
}

export interface Company {
  readonly master: MasterData;
  readonly position: StockPosition;
  readonly moves: LeafMoves;
  readonly history: CompanyHistory;
  readonly demand: CompanyDemand;
  readonly issues: readonly Issue[];
  readonly inputHash: string;
}

interface Request {
  readonly asOf: string;
  readonly basis: CostBasis;
  /** Months to look back at most. */
  readonly months: number;
  /** Months of coming demand. */
  readonly horizon: number;
}

/** Reads stock, movements and demand of the company, month by month up to the last whole month. */
export function readCompany(tables: CompanyTables, { asOf, basis, months, horizon }: Request): Company {
  const master = masterData(tables.items, tables.locations);
  const position = stockPosition(tables.stock, master);
  const moves = leafMoves(tables.transactions, master);
  const day = position.asOf ?? (Number.isFinite(moves.last) ? moves.last : undefined);
  const wanted = dayOf(asOf) ?? day;
  if (wanted === undefined) {
    const message = "Stock[AsOf] must hold a date, or asOf must be given";
    throw new PlanningError("insufficient-data", "asOf", message);
  }
  const history = companyHistory({
    master,
    position,
    moves,
    // Stock is as of its own day; where it has none, of the day asked for.
    asOf: day ?? wanted,
    last: lastWholeMonth(wanted),
    most: months,
    basis,
  });
  const demand = companyDemand({
    forecast: tables.forecast,
    demand: tables.demand,
    last: lastWholeMonth(wanted),
    horizon,
    shareOf: sharesOfPlaces(history),
  });
  const issues = [...master.issues, ...position.issues, ...moves.issues, ...history.issues, ...demand.issues];
  return { master, position, moves, history, demand, issues, inputHash: hashOf(Object.values(tables)) };
}

/** A day as an option gives it; undefined where it is left out. */
export function dayOf(text: string, name = "asOf"): number | undefined {
  if (text.trim() === "") return undefined;
  const serial = serialOfIsoText(text);
  if (serial === undefined) throw invalidInput(name, "must be a date such as 2026-03-31", text);
  return serial;
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
