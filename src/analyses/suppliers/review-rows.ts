import type { supplierReviewTable, Row } from "../../workbook/tables";
import type { Delivery } from "./delivery";

type ReviewRow = Row<typeof supplierReviewTable.columns>;

/** What the gap of an item costs. */
export interface Price {
  readonly late: number | null;
  readonly spread: number | null;
  /** Null without a unit cost. */
  readonly lateValue: number | null;
  readonly spreadValue: number | null;
}

export function priceOf(late: number, spread: number, cost: number): Price {
  const known = !Number.isNaN(cost);
  return { late, spread, lateValue: known ? late * cost : null, spreadValue: known ? spread * cost : null };
}

export function added(sum: Price | undefined, { late, spread, lateValue, spreadValue }: Price): Price {
  const plus = (a: number | null | undefined, b: number | null) => (b === null ? (a ?? null) : (a ?? 0) + b);
  return {
    late: plus(sum?.late, late),
    spread: plus(sum?.spread, spread),
    lateValue: plus(sum?.lateValue, lateValue),
    spreadValue: plus(sum?.spreadValue, spreadValue),
  };
}

export function valueOf(price: Price | undefined): number {
  return (price?.lateValue ?? 0) + (price?.spreadValue ?? 0);
}

export function reviewRow(
  supplier: string,
  item: string | null,
  { lines, first, last, byQuantity, mean, spread, p90, drift, service }: Delivery,
  agreed: number | null,
  price: Price | undefined,
  carryRate: number,
  basis: string,
  runId: string,
): ReviewRow {
  const { lateValue = null, spreadValue = null } = price ?? {};
  const gapValue = lateValue === null || spreadValue === null ? null : lateValue + spreadValue;
  return {
    Supplier: supplier,
    Item: item,
    Lines: lines,
    First: first,
    Last: last,
    ByQuantity: byQuantity,
    Spread: spread,
    P90: p90,
    Agreed: agreed,
    Gap: agreed === null || mean === null ? null : mean - agreed,
    Drift: drift,
    OTIF: service?.both ?? null,
    OnTime: service?.onTime ?? null,
    InFull: service?.inFull ?? null,
    Due: service?.lines ?? 0,
    LateUnits: price?.late ?? null,
    SpreadUnits: price?.spread ?? null,
    LateValue: lateValue,
    SpreadValue: spreadValue,
    GapValue: gapValue,
    GapCost: gapValue === null ? null : gapValue * carryRate,
    Basis: basis,
    RunId: runId,
  };
}
