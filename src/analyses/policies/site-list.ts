import { locationsTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";
import type { ListedPolicy } from "./policy-list";

/** One site with the bounds it sets, as Policies holds them. */
export interface ListedSite {
  readonly location: string;
  readonly policies: number;
  /** Rows whose safety stock is another than it would be without bounds, the dearest first. */
  readonly bounded: readonly BoundedRow[];
  /** Carrying, money per year. */
  readonly cost: number;
  readonly cash: number;
  readonly limit: number;
  /** Money that its bounds add, before what others of them free. */
  readonly used: number;
  readonly exceeds: number;
  /** Rows below their target because of a bound. */
  readonly below: number;
  /** Bounds typed since the proposals were made. */
  readonly pending: number;
}

export interface BoundedRow {
  readonly policy: ListedPolicy;
  readonly cash: number;
  readonly cost: number;
}

const limitColumns = narrowed(locationsTable, ["Location", "Autonomy"]);

/** What each site may add without asking, where it has a limit of its own. */
export function siteLimits(locations: TableContent | undefined): ReadonlyMap<string, number> {
  if (locations === undefined) return new Map();
  const { rows } = readRows(limitColumns, locations.columns, locations.rows);
  return new Map(
    rows.flatMap(({ Location, Autonomy }) => (Autonomy === null ? [] : [[Location as string, Autonomy]])),
  );
}

/** Sites by what their bounds cost, the dearest first. */
export function siteList(
  rows: readonly ListedPolicy[],
  limits: ReadonlyMap<string, number>,
  limitOfOthers: number,
): ListedSite[] {
  const bySite = new Map<string, ListedPolicy[]>();
  for (const row of rows) {
    const ofSite = bySite.get(row.location) ?? [];
    bySite.set(row.location, ofSite);
    ofSite.push(row);
  }
  const sites = [...bySite].map(([location, ofSite]): ListedSite => {
    const bounded = ofSite.filter(isBounded).map((policy): BoundedRow => {
      const { NewSS, FreeSS, Cost, BoundCost } = policy.cells;
      const units = (NewSS ?? 0) - (FreeSS ?? 0);
      return { policy, cash: units * (Cost ?? 0), cost: BoundCost ?? 0 };
    });
    bounded.sort((a, b) => Math.abs(b.cost) - Math.abs(a.cost));
    const sum = (of: (row: BoundedRow) => number) => bounded.reduce((total, row) => total + of(row), 0);
    const limit = limits.get(location) ?? limitOfOthers;
    const used = sum(({ cash }) => Math.max(0, cash));
    return {
      location,
      policies: ofSite.length,
      bounded,
      cost: sum(({ cost }) => cost),
      cash: sum(({ cash }) => cash),
      limit,
      used,
      exceeds: Math.max(0, used - limit),
      below: bounded.filter(({ cash }) => cash < 0).length,
      pending: ofSite.filter(isPending).length,
    };
  });
  return sites.sort((a, b) => Math.abs(b.cost) - Math.abs(a.cost));
}

function isBounded({ cells }: ListedPolicy): boolean {
  const { LocalMin, LocalMax, NewSS, FreeSS } = cells;
  return (LocalMin !== null || LocalMax !== null) && NewSS !== null && FreeSS !== null && NewSS !== FreeSS;
}

/** The safety stock proposed is not the one that the bounds typed now would give. */
function isPending({ cells: { LocalMin, LocalMax, NewSS, FreeSS } }: ListedPolicy): boolean {
  if (NewSS === null || FreeSS === null) return false;
  if (LocalMin === null && LocalMax === null) return false;
  return Math.min(Math.max(LocalMin ?? 0, FreeSS), LocalMax ?? Infinity) !== NewSS;
}
