import type { DemandBucket } from "../../engine/calendar";
import { PlanningError } from "../../engine/errors";
import { demandTable, itemsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { stockingNetwork, type StockingNetwork, type StockingRules } from "./item-network";
import { itemWorths } from "./item-worth";
import { lanesByItem, readLanes, readPlaces, type NetworkLane } from "./network-tables";
import { placeDemand } from "./place-demand";
import { supplyLanes } from "./supply-lanes";

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
  /** Lanes that bring it to the places of its network. */
  readonly lanes: readonly NetworkLane[];
  /** Days its customers wait; null for those of the run. */
  readonly wait: number | null;
}

/** Every item with demand, each with its own network; what cannot be used is told and leaves its item out. */
export function stockingItems(
  tables: StockingTables,
  options: StockingOptions,
): {
  readonly items: readonly StockingItem[];
  /** First bucket after the history. */
  readonly next: number;
  readonly issues: readonly Issue[];
} {
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
  const unknown = only === "" ? [...demand.of.keys()].filter((item) => !worths.of.has(item)) : [];
  for (const item of unknown)
    issues.push({
      table: demandTable.name,
      row: 0,
      column: "Item",
      message: `${item} stands in no row of Items: its demand is not planned for`,
    });
  for (const [item, { cost, leadTime, wait, row }] of worths.of) {
    const itemDemand = demand.of.get(item);
    if (itemDemand === undefined || (only !== "" && item !== only)) continue;
    try {
      if (cost === null)
        throw new PlanningError("insufficient-data", "Cost", `${item}: Cost must not be blank`);
      if (wait !== null && !Number.isInteger(wait))
        throw new PlanningError("invalid-input", "Wait", `${item}: Wait must be whole days, got ${wait}`);
      const supply = { item, lanes: lanesFor(item), demand: itemDemand, cost, leadTime };
      const network = stockingNetwork(supply, known, options);
      const used = new Set(network.places.map(({ id }) => id));
      for (const { id, demandMean, history: buckets } of network.places) {
        if (!(demandMean > 0) || buckets.length > 1) continue;
        const message = `${item}: demand at ${id} fills a single bucket of history, which shows no spread`;
        issues.push({ table: demandTable.name, row: 0, column: "Date", message });
      }
      items.push({
        item,
        row,
        network,
        lanes: supplyLanes(supply.lanes).filter(({ to }) => used.has(to)),
        wait,
      });
    } catch (thrown) {
      if (!(thrown instanceof PlanningError)) throw thrown;
      issues.push({ table: itemsTable.name, row, column: "Item", message: thrown.message });
    }
  }
  return { items, next: demand.next, issues };
}
