import { ces } from "../../../src/engine/forecast";
import { errorSize } from "../../../src/engine/forecast/error-size";
import { slopeDoubt } from "../../../src/engine/forecast/slope-doubt";
import { dynamicOptimisedTheta, standardTheta } from "../../../src/engine/forecast/theta";
import { normalDraws } from "../../../src/engine/math/random";

/** A level that wanders, a slope of its own, and errors of 5 % of the level. */
function madeUp(draw: () => number, length: number): number[] {
  const slope = 0.5 * draw();
  let level = 200;
  return Array.from({ length }, () => {
    const error = 0.05 * level * draw();
    const value = level + error;
    level += slope + 0.3 * error;
    return value;
  });
}

describe("of 400 made-up series, 95 % intervals hold 93 to 98 % of what comes", () => {
  test.each([standardTheta, dynamicOptimisedTheta, ces])("$id", (method) => {
    const draw = normalDraws(7);
    const [n, h] = [48, 6];
    let inside = 0;
    for (let i = 0; i < 400; i++) {
      const y = madeUp(draw, n + h);
      const { low, high } = method.fit({ series: y.slice(0, n), season: 1 }).interval(h, 0.95);
      for (let k = 0; k < h; k++) if (y[n + k] >= low[k] && y[n + k] <= high[k]) inside++;
    }
    const share = inside / (400 * h);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.98);
  });
});

describe("the size of errors", () => {
  const draw = normalDraws(3);
  const expected = Float64Array.from({ length: 80 }, (_, t) => 100 + 10 * t);
  const noise = expected.map(() => draw());
  test("in proportion to a growing forecast: shares", () => {
    const { relative, variance, freedom } = errorSize(
      expected.map((value, t) => value * (1 + 0.1 * noise[t])),
      expected,
      0,
      2,
    );
    expect(relative).toBe(true);
    expect(freedom).toBe(78);
    const squares = noise.reduce((sum, value) => sum + (0.1 * value) ** 2, 0);
    expect(variance).toBeCloseTo(squares / 78, 12);
  });
  test("of one size under a growing forecast: units", () => {
    const y = expected.map((value, t) => value + 5 * noise[t]);
    expect(errorSize(y, expected, 0, 2).relative).toBe(false);
  });
  test("a forecast of 0 or less, or a perfect one, has no shares; blanks and the opening do not count", () => {
    const y = Float64Array.of(9, 1, NaN, -1, 2);
    const { relative, variance } = errorSize(y, Float64Array.of(0, 2, 2, 0, 2), 1, 1);
    expect(relative).toBe(false);
    expect(variance).toBe(1); // 1, 1 and 0 squared, over 3 less 1
    expect(errorSize(expected, expected, 0, 2)).toEqual({ relative: false, variance: 0, freedom: 78 });
  });
});

test("the doubt about a slope: a known number, less with more periods, the same for rise and fall", () => {
  expect(slopeDoubt(2, 3, 30)).toBeCloseTo(2.36, 12); // 1.2 x 9 / 30 + 4 / 2
  expect(slopeDoubt(0, 3, 60)).toBeLessThan(slopeDoubt(0, 3, 30));
  expect(slopeDoubt(-2, 3, 30)).toBe(slopeDoubt(2, 3, 30));
});
