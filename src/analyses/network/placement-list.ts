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
