import fc from "fast-check";
import { intermittentMethods } from "../../../src/engine/forecast";
import known from "../../reference/intermittent.json";

type Id = (typeof intermittentMethods)[number]["id"];
const method = (id: string) => {
  const found = intermittentMethods.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no method ${id}`);
  return found;
};
const rate = (id: Id, demand: readonly number[], alpha = 0.1, beta?: number) =>
  method(id).fitWith(demand, { alpha, beta }).forecast(1)[0];

describe("against statsmodels' smoothing, to 1e-12 relative", () => {
  test.each(intermittentMethods.map(({ id }) => id))("%s", (id) => {
    for (const { demand, alpha, beta, rate: expected } of known.cases)
      expect(rate(id, demand, alpha, beta) / expected[id]).toBeCloseTo(1, 12);
  });
});

describe("by hand", () => {
  const short = [1, 0, 0, 0, 2, 0, 0];
  test.each([
    ["CROSTON", 1.1 / 1.3],
    ["SBA", (0.95 * 1.1) / 1.3],
    ["SBJ", ((1 - 0.1 / 1.9) * 1.1) / 1.3],
    // sizes 1.1; probability 2/7, then .9 x + .1, three times .9 x, .9 x + .1, twice .9 x
    ["TSB", (((2 / 7) * 0.9 + 0.1) * 0.9 ** 4 + 0.1) * 0.81 * 1.1],
    // mean interval 5 / 2, to the even 2; buckets {0,0} {0,2} {0,0} after the first period: 0, 0.2, 0.18
    ["ADIDA", 0.09],
  ] as const)("%s of {1,0,0,0,2,0,0}", (id, expected) => {
    expect(rate(id, short)).toBeCloseTo(expected, 12);
  });

  test("fitted values are one-step forecasts: none before the first demand, none of a missing period", () => {
    const { fitted } = method("CROSTON").fitWith([0, 2, NaN, 0, 4, 0], { alpha: 0.5 });
    // size 2, interval 2; the demand of 4 came two observed periods later: size 3, interval 2
    expect(fitted).toEqual([NaN, NaN, NaN, 1, 1, 1.5]);
  });

  test("the interval holds the level: zeros first, then sizes as seen", () => {
    // 8 of 10 periods without demand, sizes 1 and 3; TSB with tiny weights keeps the mean: 0.2 x 1 is rate 0.2, p = 0.1
    const fit = method("TSB").fitWith([1, 0, 0, 0, 0, 3, 0, 0, 0, 0], { alpha: 1e-9, beta: 1e-9 });
    expect(fit.forecast(2)[1]).toBeCloseTo(0.2, 6);
    expect(fit.interval(2, 0.7)).toEqual({ low: [0, 0], high: [0, 0] });
    // Nothing lies below 0: the high limit is exceeded with 1 - level. 90 % none, 95 % up to 1.
    expect(fit.interval(1, 0.92)).toEqual({ low: [0], high: [1] });
    expect(fit.interval(1, 0.97).high).toEqual([3]);
  });
});

describe("what a planner's data brings", () => {
  test.each(intermittentMethods)("$id: nothing, one demand, dead and constant items", (item) => {
    const of = (demand: readonly number[]) => item.fitWith(demand, { alpha: 0.1 }).forecast(1)[0];
    expect(of([0, 0, 0])).toBe(0);
    expect(of([0])).toBe(0);
    expect(of([7])).toBeCloseTo(7 * (item.id === "SBA" ? 0.95 : item.id === "SBJ" ? 1 - 0.1 / 1.9 : 1), 12);
    expect(of([0, 0, 4, 0, 0])).toBeGreaterThan(0);
    expect(Number.isFinite(of([1e12, 0, 3e12, 0, 0, 2e12]))).toBe(true);
    expect(item.refusal({ series: [1, -2, 0], season: 1 })).toBe(
      "demand must be at least 0 for intermittent methods (at position 2; take returns out), got -2",
    );
    expect(item.refusal({ series: [1, 0, 2], season: 1 })).toBeNull();
    expect(() => item.fit({ series: [NaN], season: 1 })).toThrow("demand must hold numbers, got a blank");
  });
  test("a dead item fades with TSB, ADIDA and IMAPA; the ratio methods keep their forecast for ever", () => {
    const alive = [2, 0, 3, 0, 2, 0, 2, 3, 0, 2];
    const dead = [...alive, ...new Array<number>(60).fill(0)];
    for (const id of ["TSB", "ADIDA", "IMAPA"] as const)
      expect(rate(id, dead)).toBeLessThan(rate(id, alive) / 5);
    for (const id of ["CROSTON", "SBA", "SBJ"] as const) expect(rate(id, dead)).toBe(rate(id, alive));
  });
  test("AUTO: no weight in its range has smaller squared errors; beta may be held", () => {
    const demand = [0, 3, 0, 0, 5, 1, 0, 0, 0, 2, 0, 8, 0, 6, 0, 0, 9, 0, 0, 7, 0, 12, 0, 9];
    const loss = (fitted: readonly number[]) =>
      fitted.reduce((sum, value, t) => sum + (Number.isNaN(value) ? 0 : (value - demand[t]) ** 2), 0);
    for (const item of intermittentMethods) {
      const best = loss(item.fitWith(demand, { alpha: "AUTO" }).fitted);
      for (const alpha of [0.02, 0.07, 0.1, 0.2, 0.3])
        expect(best).toBeLessThanOrEqual(loss(item.fitWith(demand, { alpha, beta: alpha }).fitted) + 1e-9);
      expect(item.fitWith(demand, { alpha: "AUTO", beta: 0.17 }).details.beta ?? 0.17).toBe(0.17);
    }
    expect(method("SBA").fitWith(demand, { alpha: 0.3, beta: "AUTO" }).details.alpha).toBe(0.3);
  });
});

describe("laws", () => {
  const demand = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  });
  const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
  test("scale goes through, forecasts are finite and between nothing and the largest demand", () => {
    fc.assert(
      fc.property(demand, weight, weight, fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (y, a, b, k) => {
        const scaled = y.map((value) => value * k);
        for (const { id } of intermittentMethods) {
          const plain = rate(id, y, a, b);
          expect(plain).toBeGreaterThanOrEqual(0);
          expect(plain).toBeLessThanOrEqual(Math.max(...y) * (1 + 1e-12));
          // Smoothing a small demand into a large one rounds at the size of the large one.
          expect(Math.abs(rate(id, scaled, a, b) - k * plain)).toBeLessThanOrEqual(
            1e-13 * Math.max(...scaled),
          );
        }
      }),
    );
  });
  test("a missing period changes nothing, wherever it stands", () => {
    fc.assert(
      fc.property(demand, fc.nat(), weight, (y, place, a) => {
        const gap = [...y];
        gap.splice(place % (y.length + 1), 0, NaN);
        for (const { id } of intermittentMethods) expect(rate(id, gap, a)).toBe(rate(id, y, a));
      }),
    );
  });
  test("input is left as it was", () => {
    const frozen = Object.freeze([0, 3, 0, 1]);
    for (const item of intermittentMethods)
      expect(() => item.fitWith(frozen, { alpha: "AUTO" })).not.toThrow();
  });
});
