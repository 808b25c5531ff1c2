import { readRows, stockTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { narrowed } from "../narrowed-schema";
import { costOfItem, type MasterData } from "./master-data";

/** What lies at one place of one item on the day of the stock. */
export interface LeafStock {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  /** Units of our own, whatever their status: all of them are valued. */
  readonly own: number;
  /** Own units that are free to use. */
  readonly ownUsable: number;
  /** Own units under way to the place. */
  readonly ownTransit: number;
  /** Units of the vendor's that are free to use: they are available and worth nothing to us. */
  readonly vendorUsable: number;
  readonly vendor: number;
  /** Own units at cost, money; NaN where no cost is known. */
  readonly value: number;
  /** Body row of Stock with the first line, counted from 1. */
  readonly row: number;
}

export interface StockPosition {
  readonly leaves: readonly LeafStock[];
  /** Day of the stock, an Excel serial; undefined where no row has one. */
  readonly asOf: number | undefined;
  readonly issues: readonly Issue[];
}

const columns = narrowed(stockTable, ["Item", "Location", "Lot", "Status", "Owner", "AsOf", "Qty", "Value"]);

interface Sum {
  item: string;
  location: string;
  own: number;
  ownUsable: number;
  ownTransit: number;
  vendor: number;
  vendorUsable: number;
  value: number;
  row: number;
}

/**
 * Stock by item and place on one day: `on` where it is given, else the latest. Rows without a date belong to the latest day. Stock of the
 * vendor's counts in quantity and never in value. Own units without a value are taken at the cost of the item.
 */
export function stockPosition(stock: TableContent, master: MasterData, on?: number): StockPosition {
  const { rows, rowNumbers, issues: readIssues } = readRows(columns, stock.columns, stock.rows);
  const issues: Issue[] = [...readIssues];
  const latest = rows.reduce((last, { AsOf }) => Math.max(last, Math.floor(AsOf ?? -Infinity)), -Infinity);
  const day = on ?? latest;
  const sums = new Map<string, Sum>();
  const unknown = new Set<string>();
  rows.forEach((row, i) => {
    const { Item, Location, Status, Owner, AsOf, Qty, Value } = row;
    if (Math.floor(AsOf ?? latest) !== day && Number.isFinite(day)) return;
    const item = Item as string;
    const issue = (column: string, message: string) =>
      issues.push({ table: stockTable.name, row: rowNumbers[i], column, message });
    if (!master.codes.has(item)) {
      if (!unknown.has(item)) issue("Item", `Item must be in the table Items, got ${item}`);
      unknown.add(item);
      return;
    }
    const quantity = Qty as number;
    const sum = sumOf(sums, item, Location as string, rowNumbers[i]);
    const usable = Status === null || Status === "usable";
    if (Owner === "vendor") {
      sum.vendor += quantity;
      if (usable) sum.vendorUsable += quantity;
      if (Value !== null && Value !== 0)
        issue("Value", `Value must be blank or 0 where Owner is vendor, got ${Value}: it is not counted`);
      return;
    }
    const cost = costOfItem(master.items.get(item));
    if (quantity < 0) issue("Qty", `Qty is below 0 (${quantity}): without a Value it counts as worth 0`);
    if (Value === null && Number.isNaN(cost) && quantity > 0)
      issue("Value", `Value must be given where Items[Cost] of ${item} is blank`);
    sum.own += quantity;
    if (usable) sum.ownUsable += quantity;
    if (Status === "transit") sum.ownTransit += quantity;
    sum.value += Value ?? (quantity > 0 ? quantity * cost : 0);
  });
  const leaves = [...sums].map(([id, sum]) => ({ id, ...sum }));
  return { leaves, asOf: Number.isFinite(day) ? day : undefined, issues };
}

function sumOf(sums: Map<string, Sum>, item: string, location: string, row: number): Sum {
  const id = leafId(item, location);
  const known = sums.get(id);
  if (known !== undefined) return known;
  const empty: Sum = {
    item,
    location,
    own: 0,
    ownUsable: 0,
    ownTransit: 0,
    vendor: 0,
    vendorUsable: 0,
    value: 0,
    row,
  };
  sums.set(id, empty);
  return empty;
}
