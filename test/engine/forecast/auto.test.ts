import fc from "fast-check";
import { autoForecast, autoMetrics, forecastMethods } from "../../../src/engine/forecast";
import { readHistory } from "../../../src/engine/forecast/auto";
import { PlanningError } from "../../../src/engine/errors";
import { madeUpSeries } from "../../bench/accuracy/planner-series";

const zeros = (count: number) => new Array<number>(count).fill(0);
const steady = [52, 48, 55, 61, 47, 50, 58, 49, 53, 60, 51, 46, 57, 54, 50, 62, 48, 55];
const sporadic = Array.from({ length: 36 }, (_, t) => (t % 5 === 3 || t % 7 === 2 ? 1 + (t % 4) : 0));

describe("what a history allows", () => {
  test.each([
    ["one point", [5], "few"],
    ["two points", [5, 7], "few"],
    ["three equal points", [5, 5, 5], "constant"],
    ["all zeros", zeros(24), "constant"],
    ["demand every period", steady, "regular"],
    ["demand in two periods of five", sporadic, "intermittent"],
    ["no demand for a year after demand every month", [...steady, ...zeros(12)], "ended"],
    ["no demand for eleven months", [...steady, ...zeros(11)], "intermittent"],
    [
      "a pause at the end no longer than thrice the longest before",
      [3, ...zeros(5), 4, ...zeros(12)],
      "intermittent",
    ],
    [
      "zeros out of season",
      Array.from({ length: 48 }, (_, t) => (t % 12 < 5 ? 100 + ((t * 7) % 11) : 0)),
      "regular",
    ],
    ["returns", [0, 0, -3, 5, 0, 0, 0, 2, 0, 0, 1, 0], "regular"],
  ] as const)("%s: %s is %s", (_, series, kind) => {
    expect(readHistory(series, 12).kind).toBe(kind);
  });
  test("zeros before the launch are dropped, a pause like later ones is not", () => {
    expect(readHistory([...zeros(6), ...steady], 12)).toMatchObject({ beforeLaunch: 6, kind: "regular" });
    expect(readHistory([...zeros(6), ...sporadic], 12)).toMatchObject({ beforeLaunch: 0 });
    expect(readHistory([0, 0, ...steady], 12)).toMatchObject({ beforeLaunch: 0 });
  });
});

describe("each history has its method", () => {
  const auto = (series: readonly number[], horizon = 6) =>
    autoForecast({ series: Object.freeze([...series]), season: 12 }, { horizon });
  test("one point goes on, its spread as large as itself", () => {
    const { model, forecast, interval } = auto([5]);
    expect(model).toBe("MEAN");
    expect(forecast).toEqual(new Array(6).fill(5));
    // 5 + 1.6448536 x 5 x sqrt(1 + 1), above the cap of 3 x 5
    expect(interval(0.9)).toEqual({ low: zeros(6), high: new Array(6).fill(15) });
  });
  test("a constant goes on without doubt", () => {
    const { model, forecast, interval } = auto(new Array<number>(20).fill(4));
    expect(model).toBe("NAIVE");
    expect(forecast).toEqual(new Array(6).fill(4));
    expect(interval(0.95)).toEqual({ low: forecast, high: forecast });
  });
  test("what has ended is not forecast, but may come back", () => {
    const { model, forecast, interval } = auto([...steady, ...zeros(12)]);
    expect(model).toBe("ZERO");
    expect(forecast).toEqual(zeros(6));
    // 1 / (12 + 2) = 7.1 % a period, all of it above the low limit of 0: no more than 90 % allows, more than 95 % does
    expect(interval(0.9).high).toEqual(zeros(6));
    expect(interval(0.95).high[0]).toBeGreaterThan(0);
  });
  test("intermittent demand has a rate above zero, whatever the metric", () => {
    const answers = autoMetrics.map((metric) =>
      autoForecast({ series: sporadic, season: 12 }, { horizon: 3, metric }),
    );
    for (const { model, forecast, contestants } of answers) {
      expect(model).toBe("ICOMB");
      expect(forecast).toEqual(answers[0].forecast);
      expect(contestants.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
    const mean = sporadic.reduce((sum, value) => sum + value, 0) / sporadic.length;
    expect(answers[0].forecast[0] / mean).toBeGreaterThan(0.6);
    expect(answers[0].forecast[0] / mean).toBeLessThan(1.6);
  });
  test("three observations have a level", () => {
    expect(auto([4, 6, 5]).model).toBe("SES");
  });
  test("a pattern that repeats exactly is left to the seasonal naive forecast or to methods that see it", () => {
    const pattern = [12, 80, 5, 44, 9, 71, 30, 2, 55, 17, 63, 28];
    const series = Array.from({ length: 84 }, (_, t) => pattern[t % 12]);
    auto(series, 12).forecast.forEach((value, i) => expect(value).toBeCloseTo(pattern[i], 1));
  });
  test("blanks inside are no demand of zero", () => {
    const gaps = steady.map((value, t) => (t % 6 === 4 ? NaN : value));
    auto(gaps).forecast.forEach((value) => expect(Math.abs(value - 53)).toBeLessThan(8));
  });
});

describe("limits", () => {
  const growing = Array.from({ length: 16 }, (_, t) => 3 * 2 ** t);
  test("never beyond three times the largest demand, unless unlocked", () => {
    const limit = 3 * growing[15];
    const task = { series: growing, season: 1 };
    const kept = autoForecast(task, { horizon: 24 });
    expect(Math.max(...kept.forecast, ...kept.interval(0.95).high)).toBeLessThanOrEqual(limit);
    const free = autoForecast(task, { horizon: 24, cap: 0 });
    expect(Math.max(...free.interval(0.95).high)).toBeGreaterThan(limit);
  });
  test("below zero only where demand was", () => {
    const falling = Array.from({ length: 24 }, (_, t) => 100 - 4.1 * t);
    const { forecast, interval, why } = autoForecast({ series: falling, season: 1 }, { horizon: 12 });
    expect(Math.min(...forecast, ...interval(0.95).low)).toBe(0);
    expect(why.join(" ")).toContain("kept between 0 and");
    const returns = [...steady, -4];
    expect(
      Math.min(...autoForecast({ series: returns, season: 1 }, { horizon: 3 }).interval(0.99).low),
    ).toBeLessThan(0);
  });
});

describe("laws", () => {
  const some = madeUpSeries(2).map(({ train, m }) => ({ series: train, season: m }));
  test.each(some.map((task, i) => [i, task] as const))(
    "made-up series %i: units of measure make no difference",
    (_, task) => {
      const plain = autoForecast(task, { horizon: 6 });
      const large = autoForecast(
        { ...task, series: task.series.map((value) => value * 2 ** 40) },
        { horizon: 6 },
      );
      expect(large.model).toBe(plain.model);
      large.forecast.forEach((value, i) => expect(value / 2 ** 40 / plain.forecast[i]).toBeCloseTo(1, 5));
    },
  );
  test("the same history, the same answer", () => {
    expect(JSON.stringify(autoForecast(some[0], { horizon: 6 }))).toBe(
      JSON.stringify(autoForecast(some[0], { horizon: 6 })),
    );
  });
  test("a model that is named in the list, or ZERO", () => {
    const ids = new Set<string>([...forecastMethods.map(({ id }) => id), "ZERO"]);
    for (const task of some)
      for (const { model } of autoForecast(task, { horizon: 4 }).contestants) expect(ids).toContain(model);
  });
});

test("any history is answered with finite numbers inside the limits, or refused in words", () => {
  const wild = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) },
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(NaN, 1e12, 1e-9, 5e-324, 1e300) },
      { weight: 1, arbitrary: fc.double({ min: -50, max: 50, noNaN: true }) },
    ),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(
      wild,
      fc.constantFrom(1, 4, 7, 12, 52),
      fc.integer({ min: 1, max: 8 }),
      (series, season, horizon) => {
        try {
          const { forecast, interval } = autoForecast({ series, season }, { horizon });
          const { low, high } = interval(0.9);
          const present = series.filter((value) => !Number.isNaN(value));
          const reach = 3 * Math.max(...present.map(Math.abs));
          forecast.forEach((value, i) => {
            expect(Number.isFinite(value) && low[i] <= value && value <= high[i]).toBe(true);
            expect(Math.max(Math.abs(low[i]), Math.abs(high[i]))).toBeLessThanOrEqual(reach);
            if (present.every((one) => one >= 0)) expect(low[i]).toBeGreaterThanOrEqual(0);
          });
        } catch (error) {
          if (!(error instanceof PlanningError)) throw error;
        }
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});
