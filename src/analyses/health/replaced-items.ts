import { changesTable, lifecycleTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";

/** Days, as Excel serials, on which something took or will take an item's place. */
export interface Replacements {
  /** Day on which it was known: a change when it was announced, a successor when it was launched. */
  readonly known: ReadonlyMap<string, number>;
  /** Day on which it took effect. */
  readonly effective: ReadonlyMap<string, number>;
}

/** What replaces items, by Lifecycle and Changes; of several the first counts. Rows that cannot be used are told by who plans with them. */
export function replacements(
  lifecycle: TableContent | undefined,
  changes: TableContent | undefined,
): Replacements {
  const known = new Map<string, number>();
  const effective = new Map<string, number>();
  const note = (map: Map<string, number>, item: string, day: number | null) => {
    if (day !== null) map.set(item, Math.min(Math.floor(day), map.get(item) ?? Infinity));
  };
  const lives = lifecycle && readRows(lifecycleTable, lifecycle.columns, lifecycle.rows).rows;
  const launches = new Map(lives?.map(({ Item, Launch }) => [Item, Launch] as const));
  for (const { Item, Successor } of lives ?? []) {
    if (Successor === null) continue;
    const launch = launches.get(Successor) ?? null;
    note(known, Item as string, launch);
    note(effective, Item as string, launch);
  }
  const rows = changes && readRows(changesTable, changes.columns, changes.rows).rows;
  for (const { Item, Kind, Announced, Effective } of rows ?? []) {
    if (Kind !== "replace" && Kind !== "remove") continue;
    note(known, Item as string, Announced ?? Effective);
    note(effective, Item as string, Effective);
  }
  return { known, effective };
}
