import { ces } from "../../../src/engine/forecast";
import { fitCes } from "../../../src/engine/forecast/ces/fit";
import { type CesForm, isStable } from "../../../src/engine/forecast/ces/form";
import { cesForecast, runCes, unitResponses } from "../../../src/engine/forecast/ces/model";
import { cesStart } from "../../../src/engine/forecast/ces/start";
import known from "../../reference/ces.json";
import { expectFiniteForecasts } from "./any-series";

const series: Readonly<Record<string, number[]>> = known.series;
const cases = known.cases.map((wanted) => {
  const { form, beta, alpha } = wanted;
  const [b0, b1] = form === "full" ? beta : form === "partial" ? [1 + beta[0], 1] : [1, 1];
  const { level, season: terms } = wanted.start;
  return {
    ...wanted,
    form: form as CesForm,
    y: Float64Array.from(series[wanted.name]),
    weights: { a0: alpha[0], a1: alpha[1], b0, b1 },
    states: {
      level: Float64Array.from(level.real),
      potential: Float64Array.from(level.imaginary),
      term: terms.real.length === 0 ? Float64Array.of(0) : Float64Array.from(terms.real),
      termPotential: terms.real.length === 0 ? Float64Array.of(0) : Float64Array.from(terms.imaginary),
    },
  };
});

/** Relative to the largest of the wanted numbers. */
function close(actual: ArrayLike<number>, wanted: readonly number[], digits: number) {
  expect(actual).toHaveLength(wanted.length);
  const size = Math.max(...wanted.map(Math.abs)) || 1;
  wanted.forEach((value, i) => expect((actual[i] - value) / size).toBeCloseTo(0, digits));
}

describe("against the recursion in complex numbers", () => {
  test.each(cases)("$form, $name: given weights and states, to 1e-9", (wanted) => {
    const { y, form, season, weights, states } = wanted;
    const model = runCes(y, form, season, weights, { states, backcast: false });
    close(model.fitted, wanted.fitted, 9);
    expect(model.sumOfSquares / wanted.sumOfSquares).toBeCloseTo(1, 9);
    close(cesForecast(model, wanted.forecast.length), wanted.forecast, 9);
    close(unitResponses(model, wanted.responses.length), wanted.responses, 9);
  });
  test.each(cases)("$form, $name: the heuristic start and the backcast states", (wanted) => {
    const { y, form, season, weights, states } = wanted;
    const start = cesStart(y, form, season);
    expect(start).not.toBeNull();
    if (start === null) return;
    close(start.level, [...states.level], 9);
    close(start.term, [...states.term], 9);
    const { sumOfSquares } = runCes(y, form, season, weights, { states: start, backcast: true });
    expect(sumOfSquares / wanted.backcast).toBeCloseTo(1, 9);
  });
  test.each(cases)("$form, $name: log-likelihood within 0.05 of a global search, or above it", (wanted) => {
    const { sumOfSquares } = fitCes([...wanted.y], wanted.season, wanted.form);
    expect((wanted.y.length / 2) * Math.log(sumOfSquares / wanted.least)).toBeLessThanOrEqual(0.05);
  });
});

describe("laws", () => {
  const monthly = series.USAccDeaths;
  test("the form of the smallest criterion is chosen; the partial one must be named", () => {
    const chosen = fitCes(monthly, 12, "AUTO");
    const forms = (["none", "simple", "full"] as const).map((form) => fitCes(monthly, 12, form));
    expect(chosen.aicc).toBe(Math.min(...forms.map(({ aicc }) => aicc)));
    expect(chosen.form).not.toBe("none");
    expect(fitCes(monthly, 12, "partial").form).toBe("partial");
    expect(fitCes(series.Nile, 1, "AUTO").form).toBe("none");
  });
  test("with an imaginary part of 1 it is simple exponential smoothing", () => {
    const start = Float64Array.of(1000);
    const states = {
      level: start,
      potential: start,
      term: Float64Array.of(0),
      termPotential: Float64Array.of(0),
    };
    const y = Float64Array.from(series.Nile);
    const model = runCes(y, "none", 1, { a0: 1.3, a1: 1, b0: 1, b1: 1 }, { states, backcast: false });
    let level = 1000;
    for (const value of y) level += 0.3 * (value - level);
    cesForecast(model, 3).forEach((value) => expect(value).toBeCloseTo(level, 9));
  });
  test("a weight is stable where its discount matrix forgets", () => {
    expect(isStable(1.3, 1)).toBe(true);
    expect(isStable(0.9, 1)).toBe(false); // a level that runs from what it sees
    expect(isStable(2.1, 1)).toBe(false); // an error that swings wider each time
  });
  test("a missing observation whose value is as forecast changes nothing after it", () => {
    const { y, form, season, weights, states } = cases[7];
    const { fitted } = runCes(y, form, season, weights, { states, backcast: false });
    const expected = y.map((value, t) => (t === 20 ? fitted[t] : value));
    const blank = y.map((value, t) => (t === 20 ? NaN : value));
    const run = (values: Float64Array) => runCes(values, form, season, weights, { states, backcast: false });
    close(cesForecast(run(blank), 6), cesForecast(run(expected), 6), 12);
    expect(run(blank).fitted[20]).toBe(fitted[20]);
  });
  test("units: 10^12 times the series is 10^12 times the forecast", () => {
    const plain = ces.fit({ series: monthly, season: 12 });
    const large = ces.fit({ series: monthly.map((value) => value * 1e12), season: 12 });
    expect(large.form).toBe(plain.form);
    close(
      large.forecast(12).map((value) => value / 1e12),
      plain.forecast(12),
      6,
    );
  });
});

test("too little history is refused: five observations, two seasons for a seasonal form", () => {
  expect(() => fitCes([1, 2, NaN, 3, 4], 1, "AUTO")).toThrow(
    "demand must hold at least 5 observations, got 4",
  );
  expect(() => fitCes([1, 2, 5, 3, 4, 6], 4, "full")).toThrow(
    "demand must hold two seasons and some more for the full form, got 6 periods",
  );
});

test("any series of five observations or more: finite forecasts inside finite intervals", () => {
  expectFiniteForecasts(ces, 5);
});
