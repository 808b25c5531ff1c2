import { autoForecast } from "../../../src/engine/forecast";
import { steadiness, wandering } from "../../../src/engine/forecast/steadiness";
import { normalDraws } from "../../../src/engine/math/random";

describe("how far neighbours differ less than chance has it", () => {
  test("by hand", () => {
    // mean 2.5, squares 2.25 + .25 + .25 + 2.25 = 5, differences 3 x 1: 1 - 3 / 10, over sqrt(2 / 15)
    expect(wandering([1, 2, 3, 4])).toBeCloseTo(0.7 / Math.sqrt(2 / 15), 12);
    // squares 4, differences 3 x 4: 1 - 12 / 8
    expect(wandering([1, 3, 1, 3])).toBeCloseTo(-0.5 / Math.sqrt(2 / 15), 12);
  });
  test("a constant and three observations say nothing; blanks are passed over, no scale overflows", () => {
    expect([wandering([5, 5, 5, 5]), wandering([1, 2, 3]), wandering([0, 0, 0, 0])]).toEqual([0, 0, 0]);
    expect(wandering([1, NaN, 2, 3, 4])).toBe(wandering([1, 2, 3, 4]));
    expect(wandering([1e300, 2e300, 3e300, 4e300])).toBeCloseTo(wandering([1, 2, 3, 4]), 12);
  });
  test("noise stays within 1.645 standard errors in about 19 of 20 cases, a walk seldom", () => {
    const draw = normalDraws(11);
    const noise = Array.from({ length: 400 }, () => Array.from({ length: 24 }, draw));
    const walks = noise.map((steps) => steps.map((_, t) => steps.slice(0, t + 1).reduce((a, b) => a + b)));
    const within = (many: readonly (readonly number[])[]) =>
      many.filter((series) => wandering(series) < 1.645).length / many.length;
    // 400 cases: standard error 1.1 %
    expect(within(noise)).toBeGreaterThan(0.92);
    expect(within(noise)).toBeLessThan(0.98);
    expect(within(walks)).toBeLessThan(0.05);
  });
  test("steadiness falls from 1 to 0 between its limits", () => {
    const z = wandering([1, 2, 3, 4]);
    expect(steadiness([1, 2, 3, 4], z, z + 1)).toBe(1);
    expect(steadiness([1, 2, 3, 4], z - 1, z)).toBe(0);
    expect(steadiness([1, 2, 3, 4], z - 1, z + 1)).toBeCloseTo(0.5, 12);
  });
});

describe("a history of up to two seasons", () => {
  const weightsOf = (series: readonly number[]) => {
    const { contestants } = autoForecast({ series, season: 12 }, { horizon: 6 });
    return Object.fromEntries(contestants.map(({ model, weight }) => [model, weight]));
  };
  const draw = normalDraws(3);
  const steady = Array.from({ length: 14 }, (_, t) => 50 + (t % 2 === 0 ? 6 : -6) + draw());
  test("leans on its mean and on last season where the level stays", () => {
    const weights = weightsOf(steady);
    expect(weights.SNAIVE).toBeCloseTo(0.2, 12);
    expect(weights.MEAN).toBeCloseTo(0.4, 12);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
  test("has nothing of the mean and a tenth of last season where demand grows", () => {
    const weights = weightsOf(Array.from({ length: 20 }, (_, t) => 50 + 5 * t + draw()));
    expect(weights.SNAIVE).toBeCloseTo(0.1, 12);
    expect(weights.MEAN).toBeUndefined();
  });
  test("of intermittent demand too", () => {
    const series = [0, 3, 0, 1, 2, 0, 0, 4, 0, 2, 0, 1, 0, 2];
    const weights = weightsOf(series);
    expect(weights.SNAIVE).toBeCloseTo(0.2, 12);
    expect(weights.MEAN).toBeGreaterThan(0.4);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
