import { placementTable, type Issue } from "../../workbook/tables";
import { normalised } from "../../workbook/tables/read-table";
import type { CellValue, TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import type { PlacementBound } from "./cover-rules";
import type { PlacedItem } from "./place-item";
import type { PlacementRow } from "./site-rules";

/** A row of Placement as it stands, whatever its cells hold: what people typed is theirs, right or wrong. */
export interface StandingRow {
  readonly item: string;
  readonly location: string;
  /** Somebody wrote a rule or a name there. */
  readonly written: boolean;
  readonly cells: Partial<PlacementRow>;
  /** Body row, counted from 1. */
  readonly row: number;
}

interface Standing {
  readonly before: readonly StandingRow[];
  /** Safety stock in force, by item and place. */
  readonly inForce: Readonly<Record<string, number>>;
  /** Of rows as they stood. */
  readonly ruleIssues: readonly Issue[];
  readonly bound: PlacementBound;
  readonly runId: string;
}

export function standingRows(placement: TableContent | undefined): StandingRow[] {
  if (placement === undefined) return [];
  const { columns, rows } = placement;
  const at = Object.keys(placementTable.columns).map((name) => ({
    name,
    place: columns.findIndex((one) => normalised(one) === normalised(name)),
  }));
  return rows.flatMap((row, i): StandingRow[] => {
    const cells = Object.fromEntries(
      at.map(({ name, place }): [string, CellValue] => [name, row[place] ?? ""]),
    );
    const text = (name: string) => String(cells[name]).trim();
    if (at.every(({ name }) => text(name) === "")) return [];
    const written = ["MaxService", "FixedService", "Owner"].some((name) => text(name) !== "");
    return [{ item: text("Item"), location: text("Location"), written, cells, row: i + 1 }];
  });
}

/**
 * New rows keep what people wrote, in whatever form; rows for all items, of items that were not placed this time, and rules that have
 * no place in the plan stay as they are. What is wrong with a rule is told where its row stands now.
 */
export function placementRows(
  placed: readonly PlacedItem[],
  { before, inForce, ruleIssues, bound, runId }: Standing,
): { readonly rows: Partial<PlacementRow>[]; readonly issues: Issue[] } {
  const idOf = ({ item, location }: StandingRow) => leafId(item, location);
  const first = new Map([...before].reverse().map((row) => [idOf(row), row]));
  const planned = new Set(
    placed.flatMap(({ item, sites }) =>
      sites.filter(({ ours }) => ours).map(({ location }) => leafId(item, location)),
    ),
  );
  const done = new Set(placed.map(({ item }) => item));
  const kept = before.filter((row) => {
    if (row.item === "" || !done.has(row.item)) return true;
    return row.written && (!planned.has(idOf(row)) || first.get(idOf(row)) !== row);
  });
  const rowNow = new Map(kept.map(({ row }, i) => [row, i + 1]));
  const rows = kept.map(({ cells }) => cells);
  for (const { item, sites, gap, method } of placed)
    for (const site of sites.filter(({ ours }) => ours)) {
      const id = leafId(item, site.location);
      const old = first.get(id);
      const { MaxService = null, FixedService = null, Owner = null } = old?.cells ?? {};
      rows.push({
        Item: item,
        Location: site.location,
        MaxService,
        FixedService,
        Owner,
        Sigma: site.sigma,
        LeadTime: site.leadTime,
        Inbound: site.inbound,
        Service: site.service,
        NetTime: site.netTime,
        SS: site.safetyStock,
        Cost: site.cost,
        CorporateService: site.corporateService,
        CorporateSS: site.corporateStock,
        CorporateCost: site.corporateCost,
        LocalSS: site.localStock,
        LocalCost: site.localCost,
        InForce: inForce[id] ?? null,
        BoundCost: site.boundCost,
        Gap: gap,
        Method: method,
        RunId: runId,
        Bound: bound,
      });
      if (old !== undefined) rowNow.set(old.row, rows.length);
    }
  const astray = kept
    .filter((row) => done.has(row.item) && !planned.has(idOf(row)))
    .map(({ item, location, row }): Issue => {
      const message = `${location} keeps no stock of ${item}: its rule has no effect`;
      return { table: placementTable.name, row, column: "Location", message };
    });
  return {
    rows,
    issues: [...ruleIssues, ...astray].map((issue) => ({
      ...issue,
      row: rowNow.get(issue.row) ?? issue.row,
    })),
  };
}
