import type { Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { companyDemand } from "../health/coming-demand";
import { lastWholeMonth } from "../health/month-ends";
import { replacements } from "../health/replaced-items";
import { monthsAhead } from "./cover";
import { rowsByItem, total, type ValuedRow, type ValuedStock } from "./valued-stock";

/** What months of cover go by. */
export interface ExpectedIssues {
  /** Own units that the demand is for: of the place, or of the item at all places. */
  readonly quantity: number;
  /** Units of the months to come. */
  readonly demand: readonly number[];
}

export interface DemandTables {
  readonly forecast: TableContent | undefined;
  readonly demand: TableContent | undefined;
  readonly lifecycle: TableContent | undefined;
  readonly changes: TableContent | undefined;
}

/**
 * Demand that the stock at a place is for: that of the place, or where it has none, such as goods in transit, that of the item at all
 * places, which its stock shares.
 */
export function expectedDemand(
  tables: DemandTables,
  { asOf, rows: all }: ValuedStock,
  by: "LOCATION" | "ITEM",
): {
  readonly of: (row: ValuedRow, rows: readonly ValuedRow[]) => ExpectedIssues;
  readonly issues: readonly Issue[];
} {
  const items = rowsByItem(all);
  const rowAt = new Map(all.map((row) => [row.id, row]));
  const issued = (rows: readonly ValuedRow[]) => total(rows, ({ Issued12 }) => Math.max(0, Issued12 ?? 0));
  const demand = companyDemand({
    forecast: tables.forecast,
    demand: tables.demand,
    last: lastWholeMonth(asOf),
    horizon: monthsAhead,
    shareOf: (item, location) => {
      const rows = items.get(item) ?? [];
      const whole = issued(rows);
      const own = rows.filter(({ Location }) => (Location ?? "") === location);
      return whole === 0 ? 1 / Math.max(1, rows.length) : issued(own) / whole;
    },
    issuedOf: (item, location) => yearOf(rowAt.get(`${item}\t${location}`)),
    replaced: replacements(tables.lifecycle, tables.changes).effective,
  });
  const at = (row: ValuedRow) => demand.of(row.Item as string, row.Location ?? "").coming;
  return {
    issues: demand.issues,
    of: (row, rows) => {
      const own = at(row);
      if (by === "LOCATION" && own.some((units) => units > 0)) return { quantity: row.Qty ?? 0, demand: own };
      const places = rows.map(at);
      const together = Array.from({ length: monthsAhead }, (_, month) =>
        places.reduce((sum, coming) => sum + (coming[month] ?? 0), 0),
      );
      return { quantity: total(rows, ({ Qty }) => Qty), demand: together };
    },
  };
}

/** Twelve months that add up to what Valuation knows of the last three and the nine before. */
function yearOf(row: ValuedRow | undefined): readonly number[] | undefined {
  if (row === undefined || row.Issued12 === null) return undefined;
  const late = row.Issued3 ?? row.Issued12 / 4;
  const early = (row.Issued12 - late) / 9;
  return Array.from({ length: 12 }, (_, month) => (month < 9 ? early : late / 3));
}
