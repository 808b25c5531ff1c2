import fc from "fast-check";
import { PlanningError } from "../../../src/engine/errors";
import { autoForecast, ets, longSeasonMean, mstlEts, stlEts, stlTheta } from "../../../src/engine/forecast";
import { smoothedYear } from "../../../src/engine/forecast/decomposition/year-of-days";
import { longSeasonWeight, takeOutLongSeason } from "../../../src/engine/forecast/decomposition";
import { normalDraws } from "../../../src/engine/math/random";

/** Weeks with a yearly wave, a slow walk of the level and noise. */
function weeks(count: number, seed: number, swing: number): number[] {
  const draw = normalDraws(seed);
  let level = 1000;
  return Array.from({ length: count }, (_, t) => {
    level += 2 * draw();
    return level + swing * Math.sin((2 * Math.PI * t) / 52) + 20 * draw();
  });
}

describe("STL with exponential smoothing", () => {
  test("a yearly wave goes on: half the error of the plain method, over ten series", () => {
    const error = { plain: 0, adjusted: 0 };
    for (let seed = 1; seed <= 10; seed++) {
      const series = weeks(182, seed, 200);
      const task = { series: series.slice(0, 156), season: 52 };
      const size = (forecast: number[]) =>
        forecast.reduce((sum, value, i) => sum + Math.abs(value - series[156 + i]), 0);
      error.plain += size(ets.fit(task).forecast(26));
      error.adjusted += size(stlEts.fit(task).forecast(26));
    }
    expect(error.adjusted).toBeLessThan(0.5 * error.plain);
  });
  test("95 % limits hold 90 to 99 % of 40 x 13 outcomes, with two years of history and with six", () => {
    for (const history of [104, 312]) {
      let inside = 0;
      for (let seed = 1; seed <= 40; seed++) {
        const series = weeks(history + 13, 100 + seed, 150);
        const { low, high } = stlEts.fit({ series: series.slice(0, history), season: 52 }).interval(13, 0.95);
        low.forEach((limit, i) => {
          if (series[history + i] >= limit && series[history + i] <= high[i]) inside++;
        });
      }
      expect(inside / 520).toBeGreaterThan(0.9);
      expect(inside / 520).toBeLessThan(0.99);
    }
  });
  test("missing weeks are left out; forecast and limits run on past a season", () => {
    const series = weeks(130, 3, 150).map((value, t) => (t % 17 === 6 ? NaN : value));
    const fitted = stlEts.fit({ series, season: 52 });
    expect(fitted.form).toMatch(/^STL\(52\) \+ ETS\(.*N\)$/);
    expect(fitted.fitted).toHaveLength(130);
    const { low, high } = fitted.interval(110, 0.9);
    fitted.forecast(110).forEach((value, i) => {
      expect(low[i]).toBeLessThan(value);
      expect(value).toBeLessThan(high[i]);
    });
  });
  test("an additive season and a change of units pass through", () => {
    const series = weeks(160, 5, 100);
    const plain = stlEts.fit({ series, season: 52 }).forecast(20);
    const scaled = stlEts.fit({ series: series.map((value) => 1000 * value), season: 52 }).forecast(20);
    scaled.forEach((value, i) => expect(value / plain[i]).toBeCloseTo(1000, 1));
  });
  test.each([
    [weeks(103, 1, 1), 52, "demand must hold two seasons (104 observations) to tell a season of 52, got 103"],
    [
      weeks(200, 1, 1),
      12,
      "season must be above 24 for STL, shorter ones are part of the other methods, got 12",
    ],
  ])("refusal %#, in fit as well", (series, season, message) => {
    expect(stlEts.refusal({ series, season })).toBe(message);
    expect(() => stlEts.fit({ series, season })).toThrow(message);
  });
});

describe("the mean with and without the season", () => {
  test("lies between its parts, by the share that the strength gives", () => {
    const task = { series: weeks(200, 8, 60), season: 52 };
    const [mean, plain, seasonal] = [longSeasonMean, ets, stlEts].map((method) => method.fit(task));
    const share = mean.details["share of the season"] as number;
    expect(share).toBe(longSeasonWeight(takeOutLongSeason(task.series, 52).strength));
    const [low, high] = [mean.interval(20, 0.9), seasonal.interval(20, 0.9)].map((limits) => limits.high);
    mean.forecast(20).forEach((value, i) => {
      expect(value).toBeCloseTo(share * seasonal.forecast(20)[i] + (1 - share) * plain.forecast(20)[i], 9);
      expect(low[i]).toBeCloseTo(share * high[i] + (1 - share) * plain.interval(20, 0.9).high[i], 9);
    });
  });
  test("share: half for a weak season, three quarters for a strong one, never falling", () => {
    expect([0, 0.4, 0.6, 0.8, 1].map(longSeasonWeight)).toEqual([0.5, 0.5, 0.625, 0.75, 0.75]);
  });
});

describe("strength", () => {
  test("noise alone has little, with two years as with ten; a clear wave has most", () => {
    for (const years of [2, 10]) {
      const strengths = [1, 2, 3, 4, 5, 6].map(
        (seed) => takeOutLongSeason(weeks(52 * years, 200 + seed, 0), 52).strength,
      );
      expect(strengths.reduce((sum, value) => sum + value, 0) / 6).toBeLessThan(0.2);
    }
    expect(takeOutLongSeason(weeks(312, 9, 200), 52).strength).toBeGreaterThan(0.9);
  });
  test("a constant has none, and is forecast as it is", () => {
    const constant = new Array<number>(120).fill(7);
    expect(takeOutLongSeason(constant, 52).strength).toBe(0);
    for (const method of [stlEts, stlTheta, longSeasonMean]) {
      const fitted = method.fit({ series: constant, season: 52 });
      for (const value of [...fitted.forecast(3), ...fitted.interval(3, 0.9).low])
        expect(value).toBeCloseTo(7, 9);
    }
  });
});

describe("days with a week and a year", () => {
  const days = (count: number, seed: number) => {
    const draw = normalDraws(seed);
    return Array.from(
      { length: count },
      (_, t) =>
        500 +
        80 * Math.sin((2 * Math.PI * t) / 365) +
        (t % 7 === 5 ? 120 : t % 7 === 6 ? -150 : 0) +
        15 * draw(),
    );
  };
  test("both go on: a third of the error of the method that knows the week alone, half a year ahead", () => {
    const series = days(3 * 365 + 180, 4);
    const task = { series: series.slice(0, 3 * 365), season: 7 };
    const error = (forecast: readonly number[]) =>
      forecast.reduce((sum, value, i) => sum + Math.abs(value - series[3 * 365 + i]), 0);
    const fitted = mstlEts.fit(task);
    expect(fitted.form).toMatch(/^MSTL\(7, 365\) \+ ETS\(.*N\)$/);
    expect(error(fitted.forecast(180))).toBeLessThan(error(ets.fit(task).forecast(180)) / 3);
    const { low, high } = fitted.interval(180, 0.95);
    const inside = low.filter((limit, i) => limit <= series[3 * 365 + i] && series[3 * 365 + i] <= high[i]);
    expect(inside.length / 180).toBeGreaterThan(0.88);
  });
  test.each([
    [days(729, 1), 7, "demand must hold two years (730 days) to tell a year of days, got 729"],
    [days(800, 1), 12, "season must be 7, the week of daily demand, for MSTL, got 12"],
  ])("refusal %#, in fit as well", (series, season, message) => {
    expect(mstlEts.refusal({ series, season })).toBe(message);
    expect(() => mstlEts.fit({ series, season })).toThrow(message);
  });
});

describe("a year of days, smoothed", () => {
  const year = (of: (day: number) => number) => Array.from({ length: 365 }, (_, day) => of(day));
  test("a wave stays, but for what 15 days on either side take off its crest", () => {
    const wave = (day: number) => 10 * Math.sin((2 * Math.PI * day) / 365);
    smoothedYear(year(wave)).forEach((value, day) => expect(Math.abs(value - wave(day))).toBeLessThan(0.15));
  });
  test("noise of single days is drawn to nothing: under a tenth of its deviation", () => {
    const draw = normalDraws(8);
    const noise = smoothedYear(year(() => 10 * draw()));
    expect(Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / 365)).toBeLessThan(1);
  });
  test("no pattern, no change; the units are the series'", () => {
    expect(smoothedYear(year(() => 0))).toEqual(year(() => 0));
    const draw = normalDraws(9);
    const days = year((day) => Math.sin(day / 50) + draw());
    const twice = smoothedYear(days.map((value) => 1e12 * value));
    smoothedYear(days).forEach((value, day) => expect(twice[day] / 1e12).toBeCloseTo(value, 9));
  });
  test("AUTO puts half of it back, for two years with blanks in them, and says so", () => {
    const draw = normalDraws(12);
    const days = Array.from({ length: 735 + 60 }, (_, t) =>
      t % 50 === 20
        ? NaN
        : 100 + 30 * Math.sin((2 * Math.PI * t) / 365) + (t % 7 === 6 ? -40 : 0) + 5 * draw(),
    );
    const [known, came] = [days.slice(0, 735), days.slice(735)];
    const error = (forecast: readonly number[]) =>
      came.reduce((sum, value, i) => sum + (Number.isNaN(value) ? 0 : Math.abs(value - forecast[i])), 0);
    const found = autoForecast({ series: known, season: 7 }, { horizon: 60 });
    expect(found.form).toContain("half the year put back");
    expect(found.why.join(" ")).toContain("half of the year's pattern put back");
    expect(error(found.forecast)).toBeLessThan(
      0.8 * error(ets.fit({ series: known, season: 7 }).forecast(60)),
    );
  });
});

test("wild weekly demand: finite numbers in order, or a message that names an argument", () => {
  const value = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.constant(0),
    fc.constant(NaN),
    fc.integer({ min: 0, max: 20 }),
  );
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 40, maxLength: 140 }),
      fc.constantFrom(25, 30, 52),
      (series, season) => {
        const task = { series, season };
        for (const method of [stlTheta, longSeasonMean]) {
          if (method.refusal(task) !== null) {
            expect(() => method.fit(task)).toThrow(PlanningError);
            continue;
          }
          const fitted = method.fit(task);
          const { low, high } = fitted.interval(30, 0.9);
          fitted.forecast(30).forEach((each, i) => {
            expect(Number.isFinite(each)).toBe(true);
            expect(low[i]).toBeLessThanOrEqual(high[i]);
          });
        }
      },
    ),
    { numRuns: 40 },
  );
});
