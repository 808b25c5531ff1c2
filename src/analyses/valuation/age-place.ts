import {
  partsToTheCent,
  stockStatus,
  obsolescenceRisk,
  defaultRiskWeights,
  type StockStatus,
} from "../../engine/valuation";
import { daysFrom } from "./cut-off";
import type { ExpectedIssues } from "./expected-issues";
import { monthsOfCover, sumOf } from "./cover";
import type { ItemLife } from "./item-life";
import type { LayerRow, ValuedRow } from "./valued-stock";

export interface AgeingRule {
  readonly asOf: number;
  /** Ascending, days; an age equal to a bound belongs to its bucket. */
  readonly bounds: readonly number[];
  readonly slow: number;
  readonly dead: number;
}

export interface AgedBucket {
  readonly quantity: number;
  readonly value: number;
}

export interface AgedPlace {
  readonly byReceipt: readonly AgedBucket[];
  readonly byIssue: readonly AgedBucket[];
  readonly status: StockStatus;
  readonly oldest: number | null;
  readonly mean: number | null;
  readonly idle: number | null;
  readonly forecast12: number;
  readonly cover: number;
  readonly excess: number;
  readonly excessValue: number;
  readonly trend: number | null;
  readonly risk: number;
}

export interface ItemFacts extends ExpectedIssues {
  readonly trend: number | null;
  readonly life: ItemLife;
}

/** Age of one item at one place, how long it lasts, and its share of the excess. */
export function agePlace(
  row: ValuedRow,
  layers: readonly LayerRow[],
  item: ItemFacts,
  rule: AgeingRule,
): AgedPlace {
  const { demand, life, trend } = item;
  const quantity = row.Qty ?? 0;
  const value = row.Value ?? 0;
  const { asOf, bounds, slow, dead } = rule;
  const ages = layers.map(({ Date }) => Math.max(0, daysFrom(Date as number, asOf)));
  const oldest = ages.length === 0 ? null : Math.max(...ages);
  const units = layers.reduce((sum, { Qty }) => sum + (Qty ?? 0), 0);
  const mean = units === 0 ? null : layers.reduce((sum, { Qty }, i) => sum + (Qty ?? 0) * ages[i], 0) / units;
  const idle = row.LastIssue === null ? null : daysFrom(row.LastIssue, asOf);
  const forecast12 = sumOf(demand, 0, 12);
  const cover = monthsOfCover(item.quantity, demand);
  const excess =
    item.quantity <= 0 ? 0 : (quantity * Math.max(0, item.quantity - forecast12)) / item.quantity;
  return {
    byReceipt: receiptBuckets(layers, ages, bounds),
    byIssue: bounds
      .concat(Infinity)
      .map((_, i) =>
        bucketOfAge(idle ?? oldest ?? 0, bounds) === i ? { quantity, value } : { quantity: 0, value: 0 },
      ),
    status: statusOf(quantity, excess, { idle, oldest, life, asOf, slow, dead }),
    oldest,
    mean,
    idle,
    forecast12,
    cover,
    excess,
    excessValue: quantity === 0 ? 0 : partsToTheCent([{ high: (value * excess) / quantity, low: 0 }])[0],
    trend,
    risk: riskOf({ age: idle ?? oldest ?? 0, cover, trend, life }),
  };
}

export const bucketOfAge = (age: number, bounds: readonly number[]): number => {
  const found = bounds.findIndex((bound) => age <= bound);
  return found < 0 ? bounds.length : found;
};

function receiptBuckets(
  layers: readonly LayerRow[],
  ages: readonly number[],
  bounds: readonly number[],
): AgedBucket[] {
  const buckets = [...bounds, Infinity].map(() => ({ quantity: 0, cents: 0 }));
  layers.forEach(({ Qty, Value }, i) => {
    const bucket = buckets[bucketOfAge(ages[i], bounds)];
    bucket.quantity += Qty ?? 0;
    bucket.cents += Math.round((Value ?? 0) * 100);
  });
  return buckets.map(({ quantity, cents }) => ({
    quantity: Math.round(quantity * 1e9) / 1e9,
    value: cents / 100,
  }));
}

/** What never went out is new while it is young, and idle from its receipt on after that. Past its last day of service it is obsolete. */
function statusOf(
  onHand: number,
  excess: number,
  {
    idle,
    oldest,
    life,
    asOf,
    slow,
    dead,
  }: Pick<AgedPlace, "idle" | "oldest"> & Omit<AgeingRule, "bounds"> & { readonly life: ItemLife },
): StockStatus {
  if (onHand > 0 && life.lastShip !== undefined && life.lastShip < asOf) return "Obsolete";
  const stands = idle ?? (oldest !== null && oldest > slow ? oldest : undefined);
  const lastIssue = stands === undefined ? undefined : asOf - stands;
  return stockStatus({ onHand, lastIssue, forecast12: onHand - excess }, { asOf, slow, dead });
}

export function riskOf({
  age,
  cover,
  trend,
  life,
}: {
  readonly age: number;
  readonly cover: number;
  readonly trend: number | null;
  readonly life: ItemLife;
}): number {
  const signs = { age, cover, trend: trend ?? 0, stage: life.stage, replaced: life.successor !== "" };
  const parts = obsolescenceRisk(signs, defaultRiskWeights);
  return parts.reduce((sum, { points }) => sum + points, 0);
}
