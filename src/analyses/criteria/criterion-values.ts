import { demandStatistics } from "../../engine/demand";
import { demandTable, itemsTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { measureItems } from "../item-measures";
import { monthlyDemand } from "../monthly-demand";
import { narrowed } from "../narrowed-schema";
import type { CriterionName } from "./criteria";

/** What Items and Demand say of an item, by criterion; null where they do not. */
export interface ItemCriteria {
  readonly item: string;
  /** Body row of Items, counted from 0. */
  readonly row: number;
  readonly values: Readonly<Record<CriterionName, number | null>>;
}

const itemColumns = narrowed(itemsTable, [
  "Item",
  "ADI",
  "LeadTime",
  "Substitute",
  "Criticality",
  "SupplyRisk",
  "SingleSource",
]);
const demandColumns = narrowed(demandTable, ["Item", "Date", "Qty"]);
const criticalities = { V: 3, E: 2, D: 1 } as const;
/** A single source is a risk of 4 of 5 at least. */
const singleSourceRisk = 4;

/** Annual value and demand interval come from Demand where Items leaves them blank. */
export function criterionValues(
  items: TableContent,
  demand: TableContent | undefined,
): { readonly items: readonly ItemCriteria[]; readonly issues: readonly Issue[] } {
  const measures = measureItems(items, demand);
  const read = readRows(itemColumns, items.columns, items.rows);
  const rows = new Map(read.rows.map((row, i) => [read.rowNumbers[i] - 1, row]));
  const intervals = demandIntervals(demand);
  const known = measures.items.flatMap(({ item, row, value }): ItemCriteria[] => {
    const facts = rows.get(row);
    if (facts === undefined) return [];
    const { ADI, LeadTime, Substitute, Criticality, SupplyRisk, SingleSource } = facts;
    const values = {
      ACV: value,
      LeadTime,
      ADI: ADI ?? intervals.get(item) ?? null,
      Criticality: Criticality === null ? null : criticalities[Criticality],
      SupplyRisk: SingleSource === true ? Math.max(singleSourceRisk, SupplyRisk ?? 0) : SupplyRisk,
      // No substitute is a fact, not a gap: it makes an item matter more.
      Substitute: Substitute === null ? 1 : 0,
    };
    return [{ item, row, values }];
  });
  return {
    items: known,
    issues: [...measures.issues, ...read.issues.filter(({ column }) => column !== "Item")],
  };
}

/** Months between months with demand. */
function demandIntervals(demand: TableContent | undefined): Map<string, number> {
  if (demand === undefined) return new Map();
  const { rows } = readRows(demandColumns, demand.columns, demand.rows);
  const monthly = monthlyDemand(
    rows.map(({ Item, Date, Qty }) => ({
      item: Item as string,
      date: Date as number,
      quantity: Qty as number,
    })),
  );
  return new Map(
    [...monthly].flatMap(([item, { series }]) => {
      const { adi } = demandStatistics(series, 12);
      return adi === null ? [] : [[item, adi] as const];
    }),
  );
}

/** Criteria that at least one item has a value for, and that differ between items: the others rank nothing. */
export function tellingCriteria(
  items: readonly ItemCriteria[],
  names: readonly CriterionName[],
): CriterionName[] {
  return names.filter((name) => {
    const values = items.flatMap(({ values: of }) => of[name] ?? []);
    return values.some((value) => value !== values[0]);
  });
}
