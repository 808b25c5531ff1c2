import fc from "fast-check";
import {
  classStability,
  defaultRules,
  migration,
  pairwiseWeights,
  rankByCriteria,
  validateClass,
} from "../../../src/engine/segmentation";

describe("several criteria", () => {
  const rows = fc.array(fc.array(fc.nat(1e6), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 60,
  });
  test("ranks are 1 to n by score; scale and shift of a criterion change nothing", () => {
    fc.assert(
      fc.property(rows, (criteria) => {
        const request = { weights: [3, 2, 1], senses: [1, -1, 1], cuts: [0.2, 0.5] as const };
        const ranked = rankByCriteria({ ...request, criteria });
        expect(ranked.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(criteria.map((_, i) => i + 1));
        const byRank = [...ranked].sort((a, b) => a.rank - b.rank);
        byRank.slice(1).forEach((one, i) => expect(one.score).toBeLessThanOrEqual(byRank[i].score));
        const stretched = criteria.map(([a, b, c]) => [a * 8 + 16, b, c]);
        rankByCriteria({ ...request, criteria: stretched }).forEach((one, i) =>
          expect(one.score).toBeCloseTo(ranked[i].score, 6),
        );
      }),
      { numRuns: 60, seed: 1 },
    );
  });
  test("stability: 0 where one criterion decides, more where two pull apart", () => {
    const cuts = [0.25, 0.5] as const;
    const clear = {
      criteria: [
        [4, 4],
        [3, 3],
        [2, 2],
        [1, 1],
      ],
      weights: [1, 1],
      senses: [1, 1],
      cuts,
    };
    expect(classStability(clear)).toBe(0);
    const torn = {
      criteria: [
        [10, 0],
        [0, 10.4],
        [1, 1],
        [0, 0],
      ],
      weights: [1, 1],
      senses: [1, 1],
      cuts,
    };
    expect(classStability(torn)).toBe(0.5);
  });
  test("10,000 items at once", () => {
    const criteria = Array.from({ length: 10_000 }, (_, i) => [i, (i * 7919) % 10_007]);
    const ranked = rankByCriteria({ criteria, weights: [1, 0], senses: [1, 1], cuts: [0.2, 0.5] });
    expect(ranked.filter((one) => one.class === "A")).toHaveLength(2000);
  });
});

describe("pairwise comparisons", () => {
  test("consistent judgements give back the weights they came from", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 3, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (wanted) => {
          const sum = wanted.reduce((total, weight) => total + weight, 0);
          const { weights, consistencyRatio } = pairwiseWeights(wanted.map((a) => wanted.map((b) => a / b)));
          weights.forEach((weight, i) => expect(weight).toBeCloseTo(wanted[i] / sum, 12));
          expect(consistencyRatio).toBeCloseTo(0, 10);
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });
  test("contradictions and non-reciprocals are refused", () => {
    expect(() =>
      pairwiseWeights([
        [1, 9, 1 / 9],
        [1 / 9, 1, 9],
        [9, 1 / 9, 1],
      ]),
    ).toThrow(/consistency ratio of at most 0.1, got/);
    expect(() =>
      pairwiseWeights([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow("pairwise in row 1, column 2 must be the reciprocal of 2, got 2");
    expect(() =>
      pairwiseWeights([
        [1, 2, 3],
        [0.5, 1, 2],
      ]),
    ).toThrow("pairwise must be square, got 2 rows x 3 columns");
  });
});

test("every C item that is vital or single-source is listed; A is never", () => {
  for (const criticality of ["V", "E", "D", ""])
    for (const supplyRisk of [1, 2, 3, 4, 5, NaN]) {
      const verdict = validateClass({ abc: "C", criticality, supplyRisk }, defaultRules);
      if (criticality === "V" || supplyRisk >= 4) expect(verdict).toBe("UPGRADE");
      expect(validateClass({ abc: "A", criticality, supplyRisk })).toBe("OK");
    }
});

test("migration keeps every item and all value", () => {
  const { classes, moved } = migration(["A", "N", "C", "B"], ["B", "A", "-", "B"], [5, 6, 7, 8]);
  expect(classes).toEqual(["A", "B", "C", "N", "-"]);
  expect(moved.flat().reduce((sum, value) => sum + value, 0)).toBe(26);
  expect(() => migration(["A"], [])).toThrow("new must have as many entries as old (1), got 0");
});
