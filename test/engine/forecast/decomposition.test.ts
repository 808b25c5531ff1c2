import fc from "fast-check";
import { mstl } from "../../../src/engine/forecast/decomposition/mstl";
import { stl } from "../../../src/engine/forecast/decomposition/stl";
import known from "../../reference/decomposition.json";

/** The made-up daily series of the script. */
const daily = Array.from({ length: 1000 }, (_, i) => {
  const day = i + 1;
  return (
    100 +
    0.02 * day +
    10 * Math.sin((2 * Math.PI * day) / 7) +
    20 * Math.cos((2 * Math.PI * day) / 365) +
    ((day * day) % 11)
  );
});
const seriesOf: Readonly<Record<string, readonly number[]>> = { ...known.series, daily };

/** Largest difference between an answer and the one in `by` that R wrote down, relative to the size of the series. */
function gap(got: readonly number[], wanted: readonly number[], by: number, size: number): number {
  expect(wanted).toHaveLength(Math.ceil(got.length / by));
  return Math.max(...wanted.map((value, i) => Math.abs(got[i * by] - value))) / size;
}

describe("stl against R's stats::stl, to 1e-11 of the size of the series", () => {
  test.each(
    known.stl.map((answer) => [answer.series, answer.seasonalWindow, answer.robust, answer] as const),
  )("%s, window %s, robust %s", (name, window, robust, { season, trendWindow, seasonal, trend, weights }) => {
    const whole = seriesOf[name];
    const series = robust && whole.length % 2 === 0 ? whole.slice(1) : whole;
    const size = Math.max(...series);
    const got = stl(series, {
      season,
      seasonalWindow: window as number | "periodic",
      robust,
      trendWindow: trendWindow ?? undefined,
    });
    expect(gap(got.seasonal, seasonal, 7, size)).toBeLessThan(1e-11);
    expect(gap(got.trend, trend, 7, size)).toBeLessThan(1e-11);
    // A weight is a steep function of a small remainder.
    expect(gap(got.weights, weights, 7, 1)).toBeLessThan(1e-8);
  });
  test("all settings are there", () => {
    expect(known.stl).toHaveLength(21);
  });
});

describe("mstl against R's forecast::mstl, to 1e-11 of the size of the series", () => {
  test.each(known.mstl.map((answer) => [answer.series, answer] as const))("%s", (name, answer) => {
    const series = seriesOf[name];
    const size = Math.max(...series);
    const got = mstl(series, { seasons: answer.seasons });
    expect(got.seasonal).toHaveLength(answer.seasonal.length);
    answer.seasonal.forEach((part, i) =>
      expect(gap(got.seasonal[i], part, answer.by, size)).toBeLessThan(1e-11),
    );
    expect(gap(got.trend, answer.trend, answer.by, size)).toBeLessThan(1e-11);
    expect(gap(got.remainder, answer.remainder, answer.by, size)).toBeLessThan(1e-11);
  });
});

describe("laws of a decomposition", () => {
  const wave = Array.from({ length: 60 }, (_, t) => 50 + t + 10 * Math.sin((2 * Math.PI * t) / 12));
  test("parts add up, a periodic pattern repeats exactly and the series may be any finite numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: NaN, freq: 6 }), {
          minLength: 10,
          maxLength: 80,
        }),
        fc.integer({ min: 2, max: 5 }),
        fc.boolean(),
        (series, season, robust) => {
          if (series.every((value) => Number.isNaN(value))) return;
          const got = stl(series, { season, seasonalWindow: "periodic", robust });
          const size = Math.max(...series.filter((value) => !Number.isNaN(value)).map(Math.abs), 1e-300);
          series.forEach((value, t) => {
            expect(Number.isFinite(got.seasonal[t])).toBe(true);
            expect(Number.isFinite(got.trend[t])).toBe(true);
            if (t >= season) expect(got.seasonal[t]).toBe(got.seasonal[t - season]);
            if (Number.isNaN(value)) expect(got.remainder[t]).toBeNaN();
            else
              expect(Math.abs(got.seasonal[t] + got.trend[t] + got.remainder[t] - value)).toBeLessThanOrEqual(
                1e-12 * size,
              );
          });
        },
      ),
      { numRuns: 150 },
    );
  });
  test("scale and shift pass through, to 1e-9", () => {
    const plain = stl(wave, { season: 12, seasonalWindow: 7 });
    const moved = stl(
      wave.map((value) => 3 * value - 500),
      { season: 12, seasonalWindow: 7 },
    );
    plain.seasonal.forEach((value, t) => expect(moved.seasonal[t]).toBeCloseTo(3 * value, 9));
    plain.trend.forEach((value, t) => expect(moved.trend[t]).toBeCloseTo(3 * value - 500, 9));
  });
  test("missing observations have no weight, and the pattern stays within a tenth of its swing", () => {
    const holed = wave.map((value, t) => (t % 13 === 4 ? NaN : value));
    const got = stl(holed, { season: 12, seasonalWindow: "periodic" });
    got.seasonal.forEach((value, t) =>
      expect(Math.abs(value - 10 * Math.sin((2 * Math.PI * t) / 12))).toBeLessThan(1),
    );
    expect(got.weights[4]).toBe(0);
    expect(got.weights[5]).toBe(1);
  });
  test("a robust pattern hardly sees an outlier, a plain one does", () => {
    const hit = wave.map((value, t) => (t === 30 ? value + 500 : value));
    const error = (robust: boolean) =>
      Math.abs(
        stl(hit, { season: 12, seasonalWindow: "periodic", robust }).seasonal[30] -
          10 * Math.sin(5 * Math.PI),
      );
    expect(error(true)).toBeLessThan(1e-3);
    expect(error(false)).toBeGreaterThan(50);
    expect(stl(hit, { season: 12, seasonalWindow: "periodic", robust: true }).weights[30]).toBe(0);
  });
  test.each([
    [
      () => stl(wave.slice(0, 23), { season: 12, seasonalWindow: 7 }),
      "demand must hold at least two seasons (24 periods), got 23",
    ],
    [() => stl(wave, { season: 1, seasonalWindow: 7 }), "season must be a whole number of at least 2, got 1"],
    [
      () => stl(wave, { season: 12, seasonalWindow: 8 }),
      "seasonalWindow must be an odd number of at least 7, got 8",
    ],
    [
      () => stl(wave, { season: 12, seasonalWindow: 7, trendWindow: 4 }),
      "trendWindow must be an odd number of at least 3, got 4",
    ],
    [
      () =>
        stl(
          wave.map(() => NaN),
          { season: 12, seasonalWindow: 7 },
        ),
      "demand must hold numbers, got only blanks",
    ],
    [
      () => mstl(wave, { seasons: [12, 40] }),
      "demand must hold at least two of the longest season (80 periods), got 60",
    ],
    [() => mstl(wave, { seasons: [] }), "seasons must name one, got none"],
  ])("refusal %#", (call, message) => {
    expect(call).toThrow(message);
  });
  test("several seasons: fractions are cut off, order does not matter, seasons apart are told apart", () => {
    const got = mstl(daily, { seasons: [365.25, 7] });
    expect(got.seasons).toEqual([7, 365]);
    expect(got).toEqual(mstl(daily, { seasons: [7, 365] }));
    const week = got.seasonal[0]
      .slice(0, 7)
      .map((value, i) => value - 10 * Math.sin((2 * Math.PI * (i + 1)) / 7));
    expect(Math.max(...week.map(Math.abs))).toBeLessThan(2);
  });
});
