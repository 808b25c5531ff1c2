import fc from "fast-check";
import { adjustForSeason, isSeasonal, seasonalPattern } from "../../../src/engine/forecast";
import { seasonalityStatistic } from "../../../src/engine/forecast/seasonal-adjustment";
import known from "../../reference/seasonal-adjustment.json";

const withBlanks = (values: readonly (number | null)[]) => values.map((value) => value ?? NaN);

describe("against R's decompose and acf, to 1e-10", () => {
  test.each(known.whole)("$name", ({ y, season, statistic, seasonal, factors, terms }) => {
    expect(seasonalityStatistic(y, season)).toBeCloseTo(statistic, 10);
    expect(isSeasonal(y, season)).toBe(seasonal);
    const close = (kind: "multiplicative" | "additive", wanted: number[], size: number) => {
      const pattern = seasonalPattern(y, season, kind) ?? [];
      expect(pattern).toHaveLength(season);
      pattern.forEach((value, i) => expect(value / size).toBeCloseTo(wanted[i] / size, 10));
    };
    close("multiplicative", factors, 1);
    close("additive", terms, Math.max(...y));
  });
  test("blanks: the statistic over the pairs that are there", () => {
    const { y, season, statistic } = known.gaps;
    expect(seasonalityStatistic(withBlanks(y), season)).toBeCloseTo(statistic, 10);
  });
});

describe("adjusting", () => {
  const factors = [0.8, 1.3, 1, 0.9];
  const line = (t: number) => 50 + 2 * t;
  const made = Array.from({ length: 24 }, (_, t) => line(t) * factors[t % 4]);

  test("season put back gives the series again, and goes on into the future", () => {
    const { kind, adjusted, restore, pattern } = adjustForSeason(Object.freeze(made), 4);
    expect(kind).toBe("multiplicative");
    made.forEach((value, t) => expect(restore(adjusted[t], t)).toBeCloseTo(value, 10));
    expect(restore(100, 25)).toBe(100 * pattern[1]);
  });
  test("a negative value asks for terms, which sum to 0", () => {
    const { kind, pattern } = adjustForSeason(
      made.map((value) => value - 100),
      4,
    );
    expect(kind).toBe("additive");
    expect(pattern.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  });
  test("a place that is nearly always 0 asks for terms, since its factor would blow up what it divides", () => {
    const offSeason = Array.from({ length: 36 }, (_, t) => (t % 4 === 2 ? 0 : 40 + (t % 4)));
    expect(adjustForSeason(offSeason, 4).kind).toBe("additive");
  });
  test("blanks stay blank and hardly move the pattern of a steady season", () => {
    const flat = Array.from({ length: 32 }, (_, t) => 50 * factors[t % 4]);
    const gaps = flat.map((value, t) => (t % 7 === 3 ? NaN : value));
    const { pattern, adjusted } = adjustForSeason(gaps, 4);
    pattern.forEach((factor, i) => expect(factor).toBeCloseTo(factors[i], 10));
    adjusted.forEach((value, t) => expect(Number.isNaN(value)).toBe(t % 7 === 3));
  });
  test("two seasons are not enough to test, a constant has none, a place without observations has no pattern", () => {
    expect(isSeasonal(made.slice(0, 8), 4)).toBe(false);
    expect(isSeasonal(new Array<number>(30).fill(0.1), 4)).toBe(false);
    expect(adjustForSeason([3, 1, 2], 1).kind).toBe("none");
    const hollow = made.map((value, t) => (t % 4 === 1 ? NaN : value));
    expect(seasonalPattern(hollow, 4, "additive")).toBeNull();
    expect(adjustForSeason(hollow, 4).kind).toBe("none");
  });
});

test("any series: restoring undoes adjusting; the scale of the series changes nothing but the scale", () => {
  const value = fc.oneof(fc.integer({ min: -50, max: 200 }), fc.constant(0), fc.constant(NaN));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 13 }),
      (series, season) => {
        const { kind, adjusted, restore } = adjustForSeason(series, season);
        const big = adjustForSeason(
          series.map((y) => y * 2 ** 40),
          season,
        );
        expect(big.kind).toBe(kind);
        series.forEach((y, t) => {
          expect(Number.isNaN(adjusted[t])).toBe(Number.isNaN(y));
          if (Number.isNaN(y)) return;
          expect(restore(adjusted[t], t)).toBeCloseTo(y, 9);
          expect(big.adjusted[t] / 2 ** 40).toBeCloseTo(adjusted[t], 9);
        });
      },
    ),
  );
});
