import {
  leadTimeDrift,
  lineLeadTime,
  onTimeInFull,
  statisticsOfTimes,
  type OnTimeInFull,
  type PartialRule,
} from "../../engine/supply";
import type { OrderLine } from "./order-lines";

export interface DeliveryRules {
  /** When a line in parts counts as received. */
  readonly partial: PartialRule;
  /** Working days a week in which lead times are counted; 0 calendar days. */
  readonly workdays: number;
  /** Days after the promised one that still count as on time. */
  readonly late: number;
  /** Share of the ordered quantity that may be missing or too much. */
  readonly tolerance: number;
  /** Lines judged together for drift, and the standard errors from which it counts. */
  readonly window: number;
  readonly limit: number;
  /** Day of the review, as Excel serial. */
  readonly day: number;
}

/** How some order lines arrived; what cannot be told is null. */
export interface Delivery {
  readonly lines: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly byQuantity: number | null;
  readonly mean: number | null;
  readonly spread: number | null;
  readonly p90: number | null;
  readonly drift: string | null;
  readonly service: OnTimeInFull | null;
}

/** Days from order to arrival of each line that has arrived, in the order of the orders; of its first part as soon as that has. */
export function daysOf(lines: readonly OrderLine[], rule: PartialRule, workdays: number): readonly number[] {
  const week = workdays === 0 ? undefined : workdays;
  return lines
    .filter(({ ordered, parts, open }) => ordered !== null && parts.length > 0 && !(open && rule !== "FIRST"))
    .map(({ parts }) => lineLeadTime(parts, rule, week));
}

/** Nothing is left out as an outlier: what the supplier did is what it is asked about. */
export function deliveryOf(
  lines: readonly OrderLine[],
  agreed: number | null,
  rules: DeliveryRules,
): Delivery {
  const { partial, workdays, window, limit } = rules;
  const times = daysOf(lines, partial, workdays);
  const meanOf = (rule: PartialRule) => {
    const days = daysOf(lines, rule, workdays);
    return days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length;
  };
  const statistics = times.length === 0 ? undefined : statisticsOfTimes(times, 0);
  return {
    lines: times.length,
    first: meanOf("FIRST"),
    last: meanOf("LAST"),
    byQuantity: meanOf("QTY"),
    mean: statistics?.mean ?? null,
    spread: statistics?.sd ?? null,
    p90: statistics?.p90 ?? null,
    drift:
      agreed === null || times.length < window
        ? null
        : leadTimeDrift(agreed, times, { window, limit }).verdict,
    service: serviceOf(lines, rules),
  };
}

/** Of lines that are due: a line is on time with its last part, and late while any of it is still to come. */
function serviceOf(
  lines: readonly OrderLine[],
  { day, late, tolerance }: DeliveryRules,
): OnTimeInFull | null {
  const due = lines.filter(
    (line) => line.due !== null && line.due <= day && line.quantity !== null && line.quantity > 0,
  );
  if (due.length === 0) return null;
  return onTimeInFull(
    {
      due: due.map((line) => line.due ?? NaN),
      received: due.map(({ parts, open }) =>
        open || parts.length === 0 ? NaN : Math.max(...parts.map(({ received }) => received)),
      ),
      orderedQuantity: due.map(({ quantity }) => quantity ?? NaN),
      receivedQuantity: due.map(({ received }) => received),
    },
    { early: Infinity, late, quantity: tolerance },
  );
}
