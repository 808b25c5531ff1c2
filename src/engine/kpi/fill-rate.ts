import { PlanningError, invalidInput } from "../errors";

export const fillRateBases = ["UNIT", "LINE", "ORDER"] as const;
export type FillRateBasis = (typeof fillRateBases)[number];

export interface OrderLines {
  /** Units ordered; NaN where not known: the line does not count. */
  readonly ordered: readonly number[];
  /** Units shipped in time; NaN counts as nothing shipped. */
  readonly shipped: readonly number[];
  /** Order that each line belongs to; needed by ORDER. */
  readonly orders?: readonly string[];
}

export interface FillRate {
  readonly filled: number;
  /** Units, lines or orders. */
  readonly of: number;
}

/**
 * Share of what was ordered that was shipped: units (what a line got too much does not make up for another), complete lines, or orders
 * with every line complete. Source: ASCM Dictionary, "fill rate", "line fill rate", "order fill rate"; SCOR 12.0, RL.2.1.
 */
export function fillRate({ ordered, shipped, orders }: OrderLines, by: FillRateBasis): FillRate {
  const lines = ordered.map((units, i) => ({ units, got: Number.isNaN(shipped[i]) ? 0 : shipped[i], i }));
  const known = lines.filter(({ units }) => units > 0);
  const counted = count(known, by, orders);
  if (counted.of === 0)
    throw new PlanningError("zero-denominator", "ordered", "ordered must hold a quantity above 0, got none");
  return counted;
}

interface Line {
  readonly units: number;
  readonly got: number;
  readonly i: number;
}

function count(lines: readonly Line[], by: FillRateBasis, orders: readonly string[] | undefined): FillRate {
  if (by === "UNIT") {
    return {
      filled: lines.reduce((sum, { units, got }) => sum + Math.min(units, got), 0),
      of: lines.reduce((sum, { units }) => sum + units, 0),
    };
  }
  if (by === "LINE") return { filled: lines.filter(isComplete).length, of: lines.length };
  if (orders === undefined) throw invalidInput("orderId", "must be given where by is ORDER", null);
  const complete = new Map<string, boolean>();
  for (const line of lines) {
    const order = orders[line.i];
    if (order === "") throw invalidInput(`orderId at position ${line.i + 1}`, "must be given", null);
    complete.set(order, (complete.get(order) ?? true) && isComplete(line));
  }
  return { filled: [...complete.values()].filter(Boolean).length, of: complete.size };
}

const isComplete = ({ units, got }: Line): boolean => got >= units;
