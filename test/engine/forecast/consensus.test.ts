import fc from "fast-check";
import { consensus, inverseErrorWeights, splitTotal, streamRecord } from "../../../src/engine/forecast";

const weightsOf = (rule: { min: number; max: number }) =>
  fc.array(fc.double({ ...rule, noNaN: true }), { minLength: 1, maxLength: 60 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("splitting a total", () => {
  test("unrounded parts sum to the total to the last bit and follow the weights", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        weightsOf({ min: 0.001, max: 100 }),
        (total, weights) => {
          const parts = splitTotal({ total, weights, round: false });
          expect(sum(parts)).toBe(total);
          // 1e-12 relative: a few roundings.
          parts.forEach((part, i) =>
            expect(Math.abs(part - (total * weights[i]) / sum(weights))).toBeLessThanOrEqual(1e-12 * total),
          );
        },
      ),
    );
  });

  test("rounded parts are whole, sum to the total and stay within one unit of their share", () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 5000 }), weightsOf({ min: 0, max: 9 }), (total, weights) => {
        const parts = splitTotal({ total, weights, round: true });
        expect(sum(parts)).toBe(total);
        expect(parts.every(Number.isInteger)).toBe(true);
        const all = sum(weights);
        parts.forEach((part, i) => {
          const share = all > 0 ? (total * weights[i]) / all : total / weights.length;
          expect(Math.abs(part - share)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });

  test("largest remainders decide, ties go to the earlier cell", () => {
    // Shares 2.6, 1.5, 0.9 of 5: whole 2, 1, 0; the two largest remainders are 0.9 and 0.6.
    expect(splitTotal({ total: 5, weights: [26, 15, 9], round: true })).toEqual([3, 1, 1]);
    // 0.1 + 0.2 and their like do not decide ties.
    expect(splitTotal({ total: 2, weights: [0.1, 0.1, 0.1, 0.1], round: true })).toEqual([1, 1, 0, 0]);
  });

  test("locks are kept to the last bit, the rest is shared", () => {
    const locked = [NaN, 12.3, NaN, NaN];
    const parts = splitTotal({ total: 100, weights: [1, 5, 2, 0], locked, round: false });
    expect(parts[1]).toBe(12.3);
    expect(sum(parts)).toBe(100);
    expect(parts[2] / parts[0]).toBeCloseTo(2, 12);
    expect(parts[3]).toBe(0);
    expect(splitTotal({ total: 12, weights: [1, 1], locked: [5, 7], round: false })).toEqual([5, 7]);
    expect(splitTotal({ total: 7, weights: [0, 0, 3], locked: [NaN, NaN, 3], round: false })).toEqual([
      2, 2, 3,
    ]);
  });

  test("what cannot be is an error", () => {
    const split =
      (total: number, weights: number[], locked?: number[], round = false) =>
      () =>
        splitTotal({ total, weights, locked, round });
    expect(split(10, [1, 1], [12, NaN])).toThrow("locked must not sum to more than the total (10)");
    expect(split(10, [1, 1], [4, 5])).toThrow(
      "locked must sum to the total (10) where no cell is free, got 9",
    );
    expect(split(10.5, [1, 1], undefined, true)).toThrow("total less what is locked must be a whole number");
    expect(split(10, [1, -1])).toThrow("weights must be at least 0, got -1");
    expect(split(10, [1], [1, 2])).toThrow("locked must have as many entries as weights (1), got 2");
  });
});

describe("consensus", () => {
  test("weights fall with the squared error left after the bias", () => {
    const records = [streamRecord([3, 1, NaN], 0), streamRecord([4, -4], 1)];
    expect(records).toEqual([
      { bias: 2, squaredError: 1, n: 2 },
      { bias: 0, squaredError: 16, n: 2 },
    ]);
    const weights = inverseErrorWeights(records);
    expect(weights[0]).toBeCloseTo(16 / 17, 14);
    expect(inverseErrorWeights([streamRecord([2, 2], 0), ...records])).toEqual([1, 0, 0]);
    expect(() => streamRecord([NaN, 1], 2)).toThrow(
      "errors must hold at least 2 numbers for stream 3, got 1",
    );
  });

  test("the weights are the best for independent errors: no other mix has a smaller variance", () => {
    const variances = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(variances, fc.nat(), (squaredErrors, seed) => {
        const best = inverseErrorWeights(
          squaredErrors.map((squaredError) => ({ bias: 0, squaredError, n: 9 })),
        );
        const raw = best.map((_, i) => 1 + ((seed >> i) % 7));
        const other = raw.map((weight) => weight / sum(raw));
        const variance = (w: readonly number[]) => sum(w.map((weight, i) => weight ** 2 * squaredErrors[i]));
        expect(variance(best)).toBeLessThanOrEqual(variance(other) * (1 + 1e-12));
      }),
    );
  });

  test("silent streams drop out period by period; no weight at all is an error", () => {
    const rows = [
      [10, 20],
      [NaN, 20],
      [NaN, NaN],
      [10, NaN],
    ];
    expect(consensus(rows, [1, 0], [0, 0])).toEqual([10, NaN, NaN, 10]);
    expect(consensus(rows, [1, 1], [1, 2])).toEqual([13.5, 18, NaN, 9]);
    expect(() => consensus(rows, [0, 0], [0, 0])).toThrow("weights must hold at least one above 0");
  });
});
