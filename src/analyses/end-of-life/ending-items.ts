import { demandStatistics } from "../../engine/demand";
import { lifecycleTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { Company } from "../health/company";
import { costOfItem } from "../health/master-data";
import { bucketOf } from "../../engine/calendar";

export type LifecycleRow = Row<typeof lifecycleTable.columns>;

/** An item at the end of its life, all places together. */
export interface EndingItem {
  readonly item: string;
  readonly dates: LifecycleRow;
  /** Body row of Lifecycle, counted from 1. */
  readonly row: number;
  /** First day of sale of its successor; undefined where not known. */
  readonly launch: number | undefined;
  /** Units that can be sold, the vendor's among them, and units on open purchase orders. */
  readonly available: number;
  readonly onOrder: number;
  /** Units of each coming month. */
  readonly coming: readonly number[];
  /** Standard deviation of monthly demand. */
  readonly sd: number;
  readonly cost: number;
  readonly price: number | undefined;
  /** Months to cover after the last order; undefined where nothing tells them. */
  readonly months: number | undefined;
}

const historyForSd = 24;

/** Items with a date on which something of them ends, or a successor. What they lack is told. */
export function endingItems(
  lifecycle: TableContent,
  { master, history, demand }: Company,
  onOrder: ReadonlyMap<string, number>,
): { readonly items: readonly EndingItem[]; readonly issues: readonly Issue[] } {
  const {
    rows,
    rowNumbers,
    issues: readIssues,
  } = readRows(lifecycleTable, lifecycle.columns, lifecycle.rows);
  const issues: Issue[] = [...readIssues];
  const launches = new Map(rows.map(({ Item, Launch }) => [Item, Launch] as const));
  const items: EndingItem[] = [];
  const seen = new Set<string>();
  rows.forEach((dates, i) => {
    const row = rowNumbers[i];
    const item = dates.Item as string;
    const issue = (column: string, message: string) =>
      issues.push({ table: lifecycleTable.name, row, column, message });
    if (seen.has(item)) return issue("Item", `Item must stand in one row only, got ${item} again`);
    seen.add(item);
    const { LastOrder, LastShip, SellOff, Successor, MonthsNeeded } = dates;
    if (LastOrder === null && LastShip === null && SellOff === null && Successor === null) return;
    const facts = master.items.get(item);
    if (!master.codes.has(item)) return issue("Item", `Item must be in the table Items, got ${item}`);
    const problem = orderProblem(dates);
    if (problem !== undefined) return issue(problem.column, problem.message);
    const leaves = history.leaves.filter((leaf) => leaf.item === item);
    const cost = leaves.find(({ unitCost }) => !Number.isNaN(unitCost))?.unitCost ?? costOfItem(facts);
    if (Number.isNaN(cost)) return issue("Item", `${item} has no cost: fill Items[Cost]`);
    const all = new Set([...leaves.map(({ location }) => location), ...demand.placesOf(item)]);
    if (all.size > 1) all.delete("");
    const places = [...all];
    const demands = places.map((location) => demand.of(item, location));
    const coming = addUp(demands.map((one) => one.coming));
    const past = addUpFromEnd(demands.map((one) => one.past)).slice(-historyForSd);
    const available = leaves.reduce(
      (sum, { stock }) =>
        sum + (stock === undefined ? 0 : stock.ownUsable + stock.ownTransit + stock.vendorUsable),
      0,
    );
    const launch = Successor === null ? undefined : (launches.get(Successor) ?? undefined);
    if (Successor !== null && launch === undefined)
      issue(
        "Successor",
        `${Successor} must have a Launch in Lifecycle: nothing is said of what its launch strands`,
      );
    const months =
      MonthsNeeded ??
      (LastOrder !== null && LastShip !== null
        ? bucketOf(LastShip, "M") - bucketOf(LastOrder, "M")
        : undefined);
    if (months === undefined && LastOrder !== null)
      issue("MonthsNeeded", `MonthsNeeded or LastShip of ${item} must be given for a last-time buy`);
    items.push({
      item,
      dates,
      row,
      launch,
      available: Math.max(0, available),
      onOrder: onOrder.get(item) ?? 0,
      coming,
      sd: past.length < 2 ? 0 : (demandStatistics(past, 1).sd ?? 0),
      cost,
      price: facts?.Price ?? undefined,
      months,
    });
  });
  return { items, issues };
}

/** Dates of a life come in an order: the last order, then the sell-off, then the last shipment. */
function orderProblem({ LastOrder, LastShip, SellOff }: LifecycleRow) {
  if (LastOrder !== null && LastShip !== null && LastShip < LastOrder)
    return { column: "LastShip", message: "LastShip must not be before LastOrder" };
  if (LastShip !== null && SellOff !== null && SellOff > LastShip)
    return { column: "SellOff", message: "SellOff must not be after LastShip" };
  return undefined;
}

function addUp(series: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length }, (_, t) => series.reduce((sum, values) => sum + (values[t] ?? 0), 0));
}

/** Series that end in the same month. */
function addUpFromEnd(series: readonly (readonly number[])[]): number[] {
  return addUp(series.map((values) => [...values].reverse())).reverse();
}
