import type { DemandBucket } from "../../engine/calendar";
import { PlanningError } from "../../engine/errors";
import { itemsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { stockingNetwork, type StockingNetwork, type StockingRules } from "./item-network";
import { itemWorths } from "./item-worth";
import { lanesByItem, readLanes, readPlaces } from "./network-tables";
import { placeDemand } from "./place-demand";

export interface StockingTables {
  readonly locations: TableContent;
  readonly lanes: TableContent;
  readonly items: TableContent;
  readonly demand: TableContent;
}

export interface StockingOptions extends StockingRules {
  readonly bucket: DemandBucket;
  readonly history: number;
  /** Only this item; "" for all. */
  readonly item: string;
}

/** An item with demand and the network that serves it. */
export interface StockingItem {
  readonly item: string;
  /** Body row of Items, counted from 1. */
  readonly row: number;
  readonly network: StockingNetwork;
}

/** Every item with demand, each with its own network; what cannot be used is told and leaves its item out. */
export function stockingItems(
  tables: StockingTables,
  options: StockingOptions,
): { readonly items: readonly StockingItem[]; readonly issues: readonly Issue[] } {
  const { places, issues: placeIssues } = readPlaces(tables.locations);
  const { lanes, issues: laneIssues } = readLanes(tables.lanes);
  const worths = itemWorths(tables.items);
  const { bucket, history, item: only } = options;
  const demand = placeDemand(tables.demand, { bucket, history, asOf: Infinity });
  const issues: Issue[] = [...placeIssues, ...laneIssues, ...worths.issues, ...demand.issues];
  if (only !== "" && !worths.of.has(only))
    throw new PlanningError("invalid-input", "item", `item must be in the table Items, got ${only}`);
  const known = new Map(places.map((place) => [place.id, place]));
  const lanesFor = lanesByItem(lanes);
  const items: StockingItem[] = [];
  for (const [item, { cost, leadTime, row }] of worths.of) {
    const itemDemand = demand.of.get(item);
    if (itemDemand === undefined || (only !== "" && item !== only)) continue;
    try {
      if (cost === null)
        throw new PlanningError("insufficient-data", "Cost", `${item}: Cost must not be blank`);
      const supply = { item, lanes: lanesFor(item), demand: itemDemand, cost, leadTime };
      items.push({ item, row, network: stockingNetwork(supply, known, options) });
    } catch (thrown) {
      if (!(thrown instanceof PlanningError)) throw thrown;
      issues.push({ table: itemsTable.name, row, column: "Item", message: thrown.message });
    }
  }
  return { items, issues };
}
