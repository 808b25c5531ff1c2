import fc from "fast-check";
import {
  fitSmoothing,
  movingAverageForecast,
  naiveForecast,
  type SmoothingForm,
} from "../../../src/engine/forecast";
import known from "../../reference/smoothing.json";

const level: SmoothingForm = { trend: false, season: "N", seasonLength: 1, phi: 1 };
const line: SmoothingForm = { ...level, trend: true };
const quarters = (season: "A" | "M", phi = 1): SmoothingForm => ({
  trend: true,
  season,
  seasonLength: 4,
  phi,
});

describe("against R's HoltWinters, which starts the same way without a season", () => {
  test("given weights: forecasts and squared errors to 1e-10", () => {
    const ses = fitSmoothing(known.nile, level, { alpha: known.sesGiven.alpha });
    expect(ses.forecast(1)[0]).toBeCloseTo(known.sesGiven.forecast, 8);
    expect(ses.sumOfSquares / known.sesGiven.sse).toBeCloseTo(1, 10);
    const { alpha, beta, forecast, sse } = known.holtGiven;
    const holt = fitSmoothing(known.uspop, line, { alpha, beta });
    holt.forecast(3).forEach((value, i) => expect(value).toBeCloseTo(forecast[i], 8));
    expect(holt.sumOfSquares / sse).toBeCloseTo(1, 10);
  });
  test("fitted weights: at least as good a fit as R's", () => {
    expect(fitSmoothing(known.nile, level, {}).sumOfSquares).toBeLessThanOrEqual(
      known.sesFitted.sse * (1 + 1e-9),
    );
    expect(fitSmoothing(known.nile, level, {}).alpha).toBeCloseTo(known.sesFitted.alpha, 3);
    // R goes to a weight of exactly 1 here, outside the open interval that ours keeps to.
    expect(fitSmoothing(known.uspop, line, {}).sumOfSquares).toBeLessThanOrEqual(
      known.holtFitted.sse * (1 + 1e-5),
    );
  });
});

describe("laws", () => {
  const history = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 8, maxLength: 24 });
  const weights = { alpha: 0.4, beta: 0.2, gamma: 0.3 };
  test("scale goes through", () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (y, scale) => {
        for (const form of [level, line, quarters("A"), quarters("M", 0.9)]) {
          const plain = fitSmoothing(y, form, weights).forecast(5);
          const scaled = fitSmoothing(
            y.map((value) => value * scale),
            form,
            weights,
          ).forecast(5);
          plain.forEach((value, i) =>
            expect(Math.abs(scaled[i] - value * scale)).toBeLessThanOrEqual(
              1e-7 * scale * (1000 + Math.abs(value)),
            ),
          );
        }
      }),
    );
  });
  test("the fitted weights beat every point of a grid", () => {
    const y = [12, 20, 31, 14, 15, 24, 33, 15, 16, 25, 38, 19, 17, 28, 41, 20];
    const best = fitSmoothing(y, quarters("A"), {});
    for (const alpha of [0.01, 0.2, 0.5, 0.8]) {
      for (const beta of [0.01, 0.2, 0.6]) {
        for (const gamma of [0.01, 0.3, 0.8]) {
          expect(best.sumOfSquares).toBeLessThanOrEqual(
            fitSmoothing(y, quarters("A"), { alpha, beta, gamma }).sumOfSquares + 1e-9,
          );
        }
      }
    }
  });
  test("a constant forecasts itself, in every form", () => {
    for (const form of [level, line, quarters("A"), quarters("M")]) {
      for (const value of fitSmoothing(new Array(12).fill(7), form, {}).forecast(6))
        expect(value).toBeCloseTo(7, 9);
    }
  });
  test("a missing observation counts as met exactly", () => {
    const y = [10, 12, 11, 13, 12, 15];
    const gap = [...y.slice(0, 4), NaN, 15];
    const filled = [...y.slice(0, 4), fitSmoothing(y.slice(0, 4), line, weights).forecast(1)[0], 15];
    const expected = fitSmoothing(filled, line, weights).forecast(3);
    fitSmoothing(gap, line, weights)
      .forecast(3)
      .forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
  });
  test("damping bends the trend down", () => {
    const y = [10, 12, 14, 16, 18, 20];
    const damped = fitSmoothing(y, { ...line, phi: 0.8 }, weights).forecast(30);
    expect(damped[29] - damped[28]).toBeLessThan(0.1);
    expect(fitSmoothing(y, line, weights).forecast(30)[29]).toBeCloseTo(80, 9);
  });
});

describe("too little or wrong input says what is missing", () => {
  test.each([
    [[5], line, "demand must hold at least 2 periods, got 1"],
    [[5, 6, 7], quarters("A"), "demand must hold at least two seasons (8 periods), got 3"],
    [
      [5, NaN, 7],
      line,
      'demand must have no blank in the first 2 periods, which start the method, got the text "one at 2"',
    ],
    [[5, 6, -7, 8, 5, 6, 7, 8], quarters("M"), "demand must be above 0 for type M, got -7 at position 3"],
  ])("%j", (y, form, message) => {
    expect(() => fitSmoothing(y, form, {})).toThrow(message);
  });
});

test("naive skips what is missing and keeps the place in the season", () => {
  expect(naiveForecast([1, 2, 3, 4, NaN, 6], 5, 3)).toEqual([4, 2, 6, 4, 2]);
  expect(() => naiveForecast([1, 2], 1, 3)).toThrow("demand must hold at least 3 periods, got 2");
});

test("a moving average needs its observations", () => {
  expect(movingAverageForecast([4, NaN, 8, 6], 3, 2)).toEqual([6, 6]);
  expect(() => movingAverageForecast([4, NaN], 2, 1)).toThrow(
    "demand must hold at least n = 2 observations, got 1",
  );
});
