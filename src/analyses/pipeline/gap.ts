import type { OpenReceipt } from "../rebalancing/open-receipts";
import type { Arrival } from "./journeys";

export interface ExpectedLine extends OpenReceipt {
  readonly arrival: Arrival;
}

export interface LeafFlow {
  /** Usable units on the day. */
  readonly onHand: number;
  /** Units a day. */
  readonly demand: number;
  readonly lines: readonly ExpectedLine[];
}

/**
 * Demand that stays unserved if one order comes at its P80 instead of its promised day: what is asked for in between, less what is still
 * there on the promised day, never more than the order brings.
 */
export function gapOf(line: ExpectedLine, { onHand, demand, lines }: LeafFlow, today: number): number {
  const from = Math.max(today, line.due ?? line.arrival.p50);
  const days = line.arrival.p80 - from;
  if (days <= 0) return 0;
  const others = lines.filter((other) => other !== line && other.arrival.p50 <= from);
  const there = onHand + others.reduce((sum, other) => sum + other.quantity, 0) - demand * (from - today);
  return Math.min(line.quantity, Math.max(0, demand * days - Math.max(0, there)));
}
