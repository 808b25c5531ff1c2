import { bucketOf, bucketStart, dayOfSerial, serialOfDay } from "../../engine/calendar";
import type { ControlRule } from "../../engine/simulation";
import { orUndefined } from "../forecast/or-undefined";
import { clumpingOf } from "../policies/clumping";
import { leadTimeFacts } from "../policies/lead-times";
import type { PlannedItem } from "../policies/plan-policies";
import { proposePolicy, type PolicyKind } from "../policies/propose-policy";
import type { ReplayTask } from "./replay-task";

/** Parameters as they would have been set on a day, from what was known then. */
export interface Decision {
  /** Day since 1970. */
  readonly day: number;
  readonly reorderPoint: number;
  readonly lot: number;
  readonly max: number;
}

/** Parameters at the first day and at the start of every bucket, from demand, receipts and lead times known by then. */
export function decisionsOf(task: ReplayTask): Decision[] {
  const { item, from, issued, issuedBefore, rules } = task;
  const { history, receipts } = rules;
  const { bucket, series, review } = item.task;
  const decisions: Decision[] = [];
  for (let at = bucketOf(serialOfDay(from), bucket); ; at++) {
    const day = Math.max(from, dayOfSerial(bucketStart(at, bucket)));
    if (day >= from + issued.length) return decisions;
    const seen = series.slice(0, Math.max(0, at - item.start));
    const known = item.lines.filter((line) => dayOfSerial(line.received) < day);
    const agreed = item.agreed === null ? undefined : { days: item.agreed, basis: "lead time agreed" };
    const pace = item.pace.filter(({ received }) => received < day).map(({ ratio }) => ratio);
    const leadTime = leadTimeFacts(known, agreed, pace, receipts);
    if (leadTime === undefined) continue;
    const used = seen.slice(-history);
    const proposal = orUndefined(() =>
      proposePolicy({
        ...item.task,
        series: used,
        forecasts: used.map(() => NaN),
        ahead: [],
        leadTime,
        clumping: clumpingOf(
          [...issuedBefore, ...issued.slice(0, day - from)],
          leadTime.mean,
          review,
          bucket,
        ),
        reorderPointInForce: null,
        maxInForce: null,
      }),
    );
    if (proposal === undefined) continue;
    const { reorderPoint, lot, max } = proposal;
    decisions.push({ day, reorderPoint, lot, max });
  }
}

export function ruleOf({ reorderPoint, lot, max }: Omit<Decision, "day">, kind: PolicyKind): ControlRule {
  if (kind === "sQ") return { kind: "lots", reorderPoint, lot };
  return { kind: "order-up-to", reorderPoint: kind === "RS" ? Infinity : reorderPoint, target: max };
}

export function ruleOn(
  decisions: readonly Decision[],
  { from, item }: ReplayTask,
): (period: number) => ControlRule {
  const rules = decisions.map((decision) => ({ day: decision.day, rule: ruleOf(decision, item.task.kind) }));
  let place = 0;
  return (period) => {
    while (place + 1 < rules.length && rules[place + 1].day <= from + period) place++;
    return rules[place].rule;
  };
}

/** Undefined where Policies holds too little of what is in force. */
export function currentRule({ inForce, task }: PlannedItem): ControlRule | undefined {
  const { ROP, Lot, Max } = inForce ?? { ROP: null, Lot: null, Max: null };
  if (task.kind === "RS")
    return Max === null ? undefined : { kind: "order-up-to", reorderPoint: Infinity, target: Max };
  if (ROP === null) return undefined;
  if (task.kind === "sQ")
    return Lot === null || Lot <= 0 ? undefined : { kind: "lots", reorderPoint: ROP, lot: Lot };
  const target = Max ?? (Lot === null ? null : ROP + Lot);
  return target === null || target < ROP ? undefined : { kind: "order-up-to", reorderPoint: ROP, target };
}
