import { migration } from "../../engine/segmentation";
import type { ReviewedItem } from "./review-segments";
import type { StockEffect } from "./stock-effect";

/** Items that go from one class to another, or stay. */
export interface Migrated {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Annual value of them. */
  readonly value: number;
  /** Units that their new targets add to safety stock; items without a known effect left out. */
  readonly units: number;
  /** The same in money. */
  readonly cash: number;
  /** Items that go to another target and whose effect is not known, or not in money. */
  readonly unpriced: number;
}

/** Who moves between the ABC classes, with the effect on stock: to be seen before it is committed. */
export function segmentMigration(
  items: readonly ReviewedItem[],
  effects: ReadonlyMap<string, StockEffect | null>,
): Migrated[] {
  const [old, now] = [items.map(({ facts }) => facts.abc || "-"), items.map(({ abc }) => abc)];
  const { classes, moved } = migration(old, now);
  const sumOf = (of: (item: ReviewedItem) => number) => migration(old, now, items.map(of)).moved;
  const value = sumOf((item) => item.value ?? 0);
  const units = sumOf(({ item }) => effects.get(item)?.units ?? 0);
  const cash = sumOf(({ item }) => effects.get(item)?.cash ?? 0);
  const unpriced = sumOf(({ item, facts, abc }) =>
    facts.abc !== "" && facts.abc !== abc && (effects.get(item)?.cash ?? null) === null ? 1 : 0,
  );
  return classes.flatMap((from, r) =>
    classes.flatMap((to, c) =>
      moved[r][c] === 0
        ? []
        : [
            {
              from,
              to,
              count: moved[r][c],
              value: value[r][c],
              units: units[r][c],
              cash: cash[r][c],
              unpriced: unpriced[r][c],
            },
          ],
    ),
  );
}
