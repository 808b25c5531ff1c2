import { lifecycleStages, type LifecycleStage } from "../../engine/demand";
import { itemsTable, lifecycleTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { narrowed } from "../narrowed-schema";

export interface ItemLife {
  readonly family: string;
  readonly stage?: LifecycleStage;
  /** "" where nothing replaces it. */
  readonly successor: string;
  /** Last day on which customers are served, an Excel serial. */
  readonly lastShip?: number;
  /** Money per unit. */
  readonly price?: number;
}

const itemColumns = narrowed(itemsTable, ["Item", "Family", "Stage", "Successor", "Price"]);
const lifeColumns = narrowed(lifecycleTable, ["Item", "LastShip", "Successor"]);

/** What Items and Lifecycle say of how long an item will sell. */
export function itemLives(
  items: TableContent | undefined,
  lifecycle: TableContent | undefined,
): {
  readonly of: (item: string) => ItemLife;
  readonly families: ReadonlySet<string>;
  readonly issues: readonly Issue[];
} {
  const lives = new Map<string, ItemLife>();
  const issues: Issue[] = [];
  const families = new Set<string>();
  const unknown: ItemLife = { family: "", successor: "" };
  if (items !== undefined)
    for (const { Item, Family, Stage, Successor, Price } of readRows(itemColumns, items.columns, items.rows)
      .rows) {
      if (Family !== null) families.add(Family.toLowerCase());
      lives.set(Item as string, {
        family: Family ?? "",
        stage: lifecycleStages.find((stage) => stage.toLowerCase() === Stage?.toLowerCase()),
        successor: Successor ?? "",
        price: Price ?? undefined,
      });
    }
  if (lifecycle !== undefined) {
    const read = readRows(lifeColumns, lifecycle.columns, lifecycle.rows);
    issues.push(...read.issues);
    for (const { Item, LastShip, Successor } of read.rows) {
      const life = lives.get(Item as string) ?? unknown;
      const successor = life.successor === "" ? (Successor ?? "") : life.successor;
      lives.set(Item as string, { ...life, successor, lastShip: LastShip ?? undefined });
    }
  }
  return { of: (item) => lives.get(item) ?? unknown, families, issues };
}
