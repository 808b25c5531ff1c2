import { PlanningError, invalidInput } from "../errors";

export interface CriteriaRequest {
  /** One row an item, one column a criterion. */
  readonly criteria: readonly (readonly number[])[];
  /** One a criterion, at least 0, not all 0; any scale. */
  readonly weights: readonly number[];
  /** 1 where more is more important, -1 where less is. */
  readonly senses: readonly number[];
  /** Shares of the items at which A and B end. */
  readonly cuts: readonly [number, number];
}

export interface RankedItem {
  /** Weighted sum of the criteria, each scaled to 0-1 over the items. */
  readonly score: number;
  /** 1 for the highest score; equal scores keep their order. */
  readonly rank: number;
  readonly class: "A" | "B" | "C";
}

/**
 * Classes by several criteria: each is scaled to 0-1 between its smallest and largest value, weighed and summed. A criterion in which all
 * items are equal tells nothing and counts 0.
 * Source: Flores and Whybark (1986); weighted linear form: Ramanathan (2006), ABC inventory classification with multiple criteria.
 */
export function rankByCriteria({ criteria, weights, senses, cuts }: CriteriaRequest): RankedItem[] {
  const width = criteria[0].length;
  if (weights.length !== width)
    throw invalidInput("weights", `must be ${width}, one a criterion`, weights.length);
  if (senses.length !== width)
    throw invalidInput("sense", `must be ${width}, one a criterion`, senses.length);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0))
    throw new PlanningError("invalid-input", "weights", "weights must not all be 0, got a sum of 0");
  const scales = weights.map((_, j) => {
    const column = criteria.map((row) => row[j]);
    return { low: Math.min(...chunked(column, Math.min)), high: Math.max(...chunked(column, Math.max)) };
  });
  const scores = criteria.map((row) =>
    row.reduce((total, value, j) => {
      const { low, high } = scales[j];
      if (high === low) return total;
      const scaled = (senses[j] > 0 ? value - low : high - value) / (high - low);
      return total + (weights[j] / sum) * scaled;
    }, 0),
  );
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  const ranked: RankedItem[] = new Array(scores.length);
  order.forEach((item, place) => {
    ranked[item] = { score: scores[item], rank: place + 1, class: classAt(place / order.length, cuts) };
  });
  return ranked;
}

/** Many arguments at once overflow the stack: extremes of extremes. */
function chunked(values: readonly number[], extreme: (...values: number[]) => number): number[] {
  const extremes: number[] = [];
  for (let i = 0; i < values.length; i += 1000) extremes.push(extreme(...values.slice(i, i + 1000)));
  return extremes;
}

/** An item belongs to the class in which it starts. */
function classAt(share: number, [endOfA, endOfB]: readonly [number, number]): "A" | "B" | "C" {
  const rounding = 1e-12;
  return share < endOfA - rounding ? "A" : share < endOfB - rounding ? "B" : "C";
}

/**
 * Share of the items that change class when any one weight is 10 % larger or smaller: how far the classes hang on weights that nobody
 * knows so exactly.
 */
export function classStability(request: CriteriaRequest, change = 0.1): number {
  const base = rankByCriteria(request);
  const moved = new Set<number>();
  request.weights.forEach((_, j) => {
    for (const factor of [1 - change, 1 + change]) {
      const weights = request.weights.map((weight, k) => (k === j ? weight * factor : weight));
      rankByCriteria({ ...request, weights }).forEach((item, i) => {
        if (item.class !== base[i].class) moved.add(i);
      });
    }
  });
  return moved.size / base.length;
}
