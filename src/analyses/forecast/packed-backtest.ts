import type { Backtest, BacktestPair } from "./backtest";

/**
 * A backtest as it travels between threads: three numbers a pair in one block of memory. As objects the pairs of a thousand items
 * would hold up the page for a third of a second while they are copied.
 */
export interface PackedBacktest {
  /** Absent where the group is one leaf, whose pairs are its own. */
  readonly own?: Float64Array;
  readonly leaves: readonly Float64Array[];
}

const NUMBERS_IN_PAIR = 3;

export function packed({ own, leaves }: Backtest): PackedBacktest {
  return leaves.length === 1
    ? { leaves: leaves.map(packedPairs) }
    : { own: packedPairs(own), leaves: leaves.map(packedPairs) };
}

export function unpacked({ own, leaves }: PackedBacktest): Backtest {
  const pairs = leaves.map(unpackedPairs);
  return { own: own === undefined ? pairs[0] : unpackedPairs(own), leaves: pairs };
}

function packedPairs(pairs: readonly BacktestPair[]): Float64Array {
  return Float64Array.from(pairs.flatMap(({ ahead, actual, forecast }) => [ahead, actual, forecast]));
}

function unpackedPairs(numbers: Float64Array): BacktestPair[] {
  return Array.from({ length: numbers.length / NUMBERS_IN_PAIR }, (_, i) => {
    const [ahead, actual, forecast] = numbers.subarray(i * NUMBERS_IN_PAIR, (i + 1) * NUMBERS_IN_PAIR);
    return { ahead, actual, forecast };
  });
}
