import type { Attribute } from "../../engine/forecast";
import { itemsTable, lifecycleTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

/** What takes an item's place. */
export interface Succession {
  readonly successor: string;
  /** Units of the successor for one of the predecessor. */
  readonly factor: number;
  /** Last day on which the predecessor is served, as Excel serial; null where none is set. */
  readonly lastShip: number | null;
}

/** Items and Lifecycle, as far as they tell how items come and go. */
export interface LifecycleFacts {
  /** By predecessor. */
  readonly successions: ReadonlyMap<string, Succession>;
  /** First day of sale by item, as Excel serial. */
  readonly launches: ReadonlyMap<string, number>;
  /** What makes items alike: family, price, cost; 0 and blank where not known. */
  readonly attributesOf: (item: string) => readonly Attribute[];
  readonly issues: readonly Issue[];
}

const lifecycleColumns = narrowed(lifecycleTable, ["Item", "Launch", "LastShip", "Successor", "Factor"]);
const itemColumns = narrowed(itemsTable, ["Item", "Family", "Price", "Cost", "Successor"]);

/** Lifecycle goes before Items, which knows no factor. */
export function lifecycleFacts(
  items: TableContent | undefined,
  lifecycle: TableContent | undefined,
): LifecycleFacts {
  const successions = new Map<string, Succession>();
  const launches = new Map<string, number>();
  const attributes = new Map<string, readonly Attribute[]>();
  const master = items && readRows(itemColumns, items.columns, items.rows);
  for (const { Item, Family, Price, Cost, Successor } of master?.rows ?? []) {
    attributes.set(Item as string, [Family ?? "", Price ?? 0, Cost ?? 0]);
    if (Successor !== null)
      successions.set(Item as string, { successor: Successor, factor: 1, lastShip: null });
  }
  const lives = lifecycle && readRows(lifecycleColumns, lifecycle.columns, lifecycle.rows);
  for (const { Item, Launch, LastShip, Successor, Factor } of lives?.rows ?? []) {
    const item = Item as string;
    if (Launch !== null) launches.set(item, Launch);
    const successor = Successor ?? successions.get(item)?.successor;
    if (successor !== undefined && Factor !== 0)
      successions.set(item, { successor, factor: Factor ?? 1, lastShip: LastShip });
  }
  return {
    successions,
    launches,
    attributesOf: (item) => attributes.get(item) ?? ["", 0, 0],
    issues: lives?.issues ?? [],
  };
}
