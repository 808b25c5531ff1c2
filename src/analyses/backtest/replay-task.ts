import type { PlannedItem } from "../policies/plan-policies";
import { askedDemand } from "./asked-demand";
import type { Movements } from "./movements";

/** One item's past, from the first day that is replayed. */
export interface ReplayTask {
  readonly item: PlannedItem;
  /** Day since 1970 of the first entry of each list by day. */
  readonly from: number;
  readonly received: readonly number[];
  /** Units that left stock. */
  readonly left: readonly number[];
  /** Units that were wanted: asked for by customers, or withdrawn in another way. */
  readonly wanted: readonly number[];
  /** Units asked for and not served at once, as things were. */
  readonly unserved: readonly number[];
  /** Units that customers got on the days before, as far back as movements reach. */
  readonly issuedBefore: readonly number[];
  readonly issued: readonly number[];
  /** Stock at the start of the first day. */
  readonly opening: number;
  readonly rules: ReplayRules;
}

export interface ReplayRules {
  /** Buckets of history that a proposal may see. */
  readonly history: number;
  /** Receipts from which they decide the lead time. */
  readonly receipts: number;
  /** Money that a unit short for a while costs, as a share of its cost. */
  readonly shortageRate: number;
}

/** Days since 1970: first with a movement anywhere, first and last that are replayed. */
export interface ReplayDays {
  readonly first: number;
  readonly from: number;
  readonly last: number;
}

export function replayTask(
  item: PlannedItem,
  moves: Movements,
  { first, from, last }: ReplayDays,
  rules: ReplayRules,
): ReplayTask {
  const byDay = (of: ReadonlyMap<number, number>) =>
    Array.from({ length: last - first + 1 }, (_, t) => of.get(first + t) ?? 0);
  const [received, issued, withdrawn] = [moves.received, moves.issued, moves.withdrawn].map(byDay);
  let stock = moves.opening;
  const onHand = received.map((units, t) => (stock += units - issued[t] - withdrawn[t]));
  const { series, bucket } = item.task;
  const { asked, unserved } = askedDemand({ series, start: item.start, bucket, first, issued, onHand });
  const replayed = from - first;
  const within = (units: readonly number[]) => units.slice(replayed);
  return {
    item,
    from,
    received: within(received),
    left: within(issued.map((units, t) => units + withdrawn[t])),
    wanted: within(asked.map((units, t) => units + withdrawn[t])),
    unserved: within(unserved),
    issuedBefore: issued.slice(0, replayed),
    issued: within(issued),
    opening: replayed === 0 ? moves.opening : onHand[replayed - 1],
    rules,
  };
}
