import { migration } from "../../engine/segmentation";
import type { ReviewedItem } from "./review-segments";

/** Items that go from one class to another, or stay. */
export interface Migrated {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Annual value of them. */
  readonly value: number;
  /** Money in safety stock that their new targets add; items without a known effect left out. */
  readonly cash: number;
}

/** Who moves between the ABC classes, with the effect on stock: to be seen before it is committed. */
export function segmentMigration(
  items: readonly ReviewedItem[],
  effects: ReadonlyMap<string, number | null>,
): Migrated[] {
  const [old, now] = [items.map(({ facts }) => facts.abc || "-"), items.map(({ abc }) => abc)];
  const { classes, moved } = migration(old, now);
  const values = migration(
    old,
    now,
    items.map(({ value }) => value ?? 0),
  );
  const cash = migration(
    old,
    now,
    items.map(({ item }) => effects.get(item) ?? 0),
  );
  return classes.flatMap((from, r) =>
    classes.flatMap((to, c) =>
      moved[r][c] === 0
        ? []
        : [{ from, to, count: moved[r][c], value: values.moved[r][c], cash: cash.moved[r][c] }],
    ),
  );
}
