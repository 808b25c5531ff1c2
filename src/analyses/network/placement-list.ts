import { placementTable, type Row } from "../../workbook/tables";
import { placesByItem } from "./places-by-item";

type PlacementRow = Row<typeof placementTable.columns>;

/** One item's plan as Placement has it. */
export interface PlacedItemRows {
  readonly item: string;
  readonly rows: readonly PlacementRow[];
  /** Places of the rows among those given. */
  readonly places: readonly number[];
  /** Money a year. */
  readonly agreed: number;
  readonly corporate: number;
  readonly local: number;
  readonly gap: number;
  readonly method: string;
  /** Places that hold safety stock. */
  readonly holding: readonly string[];
}

/** Plans by item, the dearest first; rows that are rules only have no plan yet. */
export function placementList(rows: readonly PlacementRow[]): PlacedItemRows[] {
  const byItem = placesByItem(rows, ({ SS }) => SS !== null);
  const items = [...byItem].map(([item, places]): PlacedItemRows => {
    const own = places.map((i) => rows[i]);
    const sum = (name: "Cost" | "CorporateCost" | "LocalCost") =>
      own.reduce((total, row) => total + (row[name] ?? 0), 0);
    return {
      item,
      rows: own,
      places,
      agreed: sum("Cost"),
      corporate: sum("CorporateCost"),
      local: sum("LocalCost"),
      gap: own[0].Gap ?? 0,
      method: own[0].Method ?? "",
      holding: own.flatMap(({ Location, SS }) => (Location !== null && (SS ?? 0) > 1e-9 ? [Location] : [])),
    };
  });
  return items.sort((a, b) => b.agreed - a.agreed);
}

export interface SiteCost {
  readonly location: string;
  /** Items it has a rule for. */
  readonly items: number;
  /** Money a year. */
  readonly cost: number;
}

/** What each site's own rules cost over all items, the dearest first. */
export function siteCosts(rows: readonly PlacementRow[]): SiteCost[] {
  const sites = new Map<string, { items: number; cost: number }>();
  for (const { Location, BoundCost } of rows) {
    if (Location === null || BoundCost === null) continue;
    const { items, cost } = sites.get(Location) ?? { items: 0, cost: 0 };
    sites.set(Location, { items: items + 1, cost: cost + BoundCost });
  }
  return [...sites]
    .map(([location, site]) => ({ location, ...site }))
    .sort((a, b) => b.cost - a.cost || b.items - a.items);
}

/** A rule typed into a plan after it was made. */
export function isRuleWaiting({ MaxService, FixedService, BoundCost, SS }: PlacementRow): boolean {
  return SS !== null && BoundCost === null && (MaxService !== null || FixedService !== null);
}
