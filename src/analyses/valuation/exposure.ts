import { bucketOf, bucketStart, daysPerMonth } from "../../engine/calendar";
import { toTheCent } from "../../engine/valuation";
import { riskOf } from "./age-place";
import type { ExpectedIssues } from "./expected-issues";
import { monthsOfCover, sumOf } from "./cover";
import type { ItemLife } from "./item-life";
import { policyReserve, type ReservePolicy } from "./reserve-policy";
import type { LayerRow, ValuedRow } from "./valued-stock";

export interface QuarterExposure {
  /** 0 at the cut-off. */
  readonly quarter: number;
  /** Day, an Excel serial. */
  readonly date: number;
  readonly quantity: number;
  readonly value: number;
  readonly excess: number;
  readonly excessValue: number;
  readonly reserve: number;
  readonly risk: number;
}

export interface ExposureFacts {
  readonly expected: ExpectedIssues;
  readonly trend: number | null;
  readonly idle: number;
  readonly life: ItemLife;
  readonly policy: ReservePolicy;
  readonly asOf: number;
}

const quarters = 4;

/** What is left now and at the ends of the next four quarters if nothing more comes: layers sell out first in, first out, and age. */
export function exposureOf(
  row: ValuedRow,
  layers: readonly LayerRow[],
  facts: ExposureFacts,
): QuarterExposure[] {
  const { expected, asOf, life, policy, trend } = facts;
  // A place that shares the demand of its item has its part of it.
  const share = expected.quantity <= 0 ? 0 : (row.Qty ?? 0) / expected.quantity;
  const demand = expected.demand.map((units) => units * share);
  return Array.from({ length: quarters + 1 }, (_, quarter) => {
    const months = 3 * quarter;
    const date = months === 0 ? asOf : bucketStart(bucketOf(asOf, "M") + months + 1, "M") - 1;
    const later = date - asOf;
    const left = layersAfter(layers, sumOf(demand, 0, months));
    const quantity = left.reduce((sum, { Qty }) => sum + Qty, 0);
    const value = toTheCent(left.reduce((sum, { Value }) => sum + Value, 0));
    const cover = monthsOfCover(quantity, demand, months);
    const excess = Math.max(0, quantity - sumOf(demand, months, months + 12));
    const sells = sumOf(demand, 0, months) > 0;
    const idle = sells ? 0 : facts.idle + later;
    const { amount } = policyReserve(policy, {
      type: life.family,
      value,
      cover,
      idle: idle / daysPerMonth,
      layers: left,
      later,
    });
    return {
      quarter,
      date,
      quantity,
      value,
      excess,
      excessValue: quantity === 0 ? 0 : toTheCent((value * excess) / quantity),
      reserve: amount,
      risk: quantity === 0 ? 0 : riskOf({ age: quarter === 0 ? facts.idle : idle, cover, trend, life }),
    };
  });
}

interface LeftLayer {
  readonly Qty: number;
  readonly Value: number;
  readonly Age: number | null;
}

function layersAfter(layers: readonly LayerRow[], issued: number): LeftLayer[] {
  let out = issued;
  return layers.flatMap(({ Qty, Value, Age }) => {
    const held = Qty ?? 0;
    const taken = Math.min(out, held);
    out -= taken;
    const left = held - taken;
    return left <= 0 ? [] : [{ Qty: left, Value: ((Value ?? 0) * left) / held, Age }];
  });
}
