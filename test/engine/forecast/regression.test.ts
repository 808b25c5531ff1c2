import fc from "fast-check";
import { fitRegression, type RegressionTask } from "../../../src/engine/forecast/regression/fit-regression";
import { regression } from "../../../src/engine/forecast";
import { normalDraws } from "../../../src/engine/math/random";
import { studentQuantile } from "../../../src/engine/math/student-t";
import known from "../../reference/regression.json";

const { demand, h } = known;
const n = demand.length;
const drivers = [known.promotion, known.price];
const withGaps = known.demandWithGaps.map((value) => value ?? NaN);
const relativeGap = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);
const plain: RegressionTask = { series: demand, trend: true, season: 1, log: false, regressors: [] };

describe("against statsmodels, to 1e-10 relative, limits to 1e-8", () => {
  test.each(
    known.cases.map(
      (answer) => [JSON.stringify({ ...answer, forecast: 0, low: 0, high: 0 }), answer] as const,
    ),
  )("%s", (_, answer) => {
    const used = answer.regressors === 0 ? [] : drivers;
    const future = used.map((values) => values.slice(n, n + h));
    const model = fitRegression({
      series: answer.missing ? withGaps : demand,
      trend: answer.trend,
      season: answer.season,
      log: answer.log,
      regressors: used.map((values) => values.slice(0, n)),
    });
    const { low, high } = model.interval(h, 0.9, future);
    model.forecast(h, future).forEach((value, i) => {
      expect(relativeGap(value, answer.forecast[i])).toBeLessThan(1e-10);
      // scipy's percentile of Student's distribution is good to 1e-9.
      expect(relativeGap(low[i], answer.low[i])).toBeLessThan(1e-8);
      expect(relativeGap(high[i], answer.high[i])).toBeLessThan(1e-8);
    });
    expect(relativeGap(model.residualVariance, answer.residualVariance)).toBeLessThan(1e-10);
  });
  test("a season of 52: waves by the corrected criterion", () => {
    const { count, season, waves, forecast } = known.longSeason;
    const series = Array.from(
      { length: count },
      (_, t) =>
        200 +
        0.3 * t +
        40 * Math.sin((2 * Math.PI * t) / season) +
        25 * Math.cos((6 * Math.PI * t) / season) +
        ((t * t) % 23),
    );
    const model = fitRegression({ ...plain, series, season });
    expect(model.waves).toBe(waves);
    model.forecast(h, []).forEach((value, i) => expect(relativeGap(value, forecast[i])).toBeLessThan(1e-10));
  });
});

test("Student's quantiles, from tables to four digits and to 1e-12 where closed forms are known", () => {
  expect(studentQuantile(0.95, 10)).toBeCloseTo(2.2281, 4);
  // R: sprintf("%.16g", qt(0.95, 35))
  expect(relativeGap(studentQuantile(0.9, 35), 1.689572457780266)).toBeLessThan(1e-12);
  // One degree of freedom: tan(pi level / 2); two: 2 a sqrt(2 / (1 - a^2)) / 2 with a the level
  expect(relativeGap(studentQuantile(0.99, 1), Math.tan(0.495 * Math.PI))).toBeLessThan(1e-12);
  expect(relativeGap(studentQuantile(0.9, 2), 0.9 * Math.sqrt(2 / (1 - 0.81)))).toBeLessThan(1e-12);
});

describe("laws", () => {
  test("units of demand and of drivers pass through", () => {
    const task = { ...plain, season: 4, regressors: drivers.map((values) => values.slice(0, n)) };
    const future = drivers.map((values) => values.slice(n, n + h));
    const forecast = fitRegression(task).forecast(h, future);
    const inCents = fitRegression({
      ...task,
      series: demand.map((value) => value * 1e12),
      regressors: [task.regressors[0], task.regressors[1].map((value) => value / 1e6)],
    }).forecast(h, [future[0], future[1].map((value) => value / 1e6)]);
    forecast.forEach((value, i) => expect(relativeGap(inCents[i], value * 1e12)).toBeLessThan(1e-10));
  });
  test("a driver that is shifted by a constant changes nothing", () => {
    const [promotion, price] = drivers;
    const forecast = (shift: number) =>
      fitRegression({ ...plain, regressors: [price.slice(0, n).map((value) => value + shift)] }).forecast(h, [
        price.slice(n, n + h).map((value) => value + shift),
      ]);
    expect(promotion).toHaveLength(n + h);
    const moved = forecast(10_000);
    forecast(0).forEach((value, i) => expect(relativeGap(moved[i], value)).toBeLessThan(1e-9));
  });
  test("a mistake in a period that is left out has no effect, and residuals of the rest sum to 0", () => {
    const price = drivers[1].slice(0, n).map((value, t) => (t === 9 ? NaN : value));
    const wrong = demand.map((value, t) => (t === 9 ? 1e6 : value));
    const future = [drivers[1].slice(n)];
    const model = fitRegression({ ...plain, regressors: [price] });
    expect(fitRegression({ ...plain, series: wrong, regressors: [price] }).forecast(h, future)).toEqual(
      model.forecast(h, future),
    );
    const residuals = demand
      .map((value, t) => value - model.fitted[t])
      .filter((value) => !Number.isNaN(value));
    expect(residuals).toHaveLength(n - 1);
    expect(Math.abs(residuals.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-9);
  });
  test("a higher level and a longer way have wider limits", () => {
    const model = fitRegression(plain);
    const width = (level: number) => {
      const { low, high } = model.interval(30, level, []);
      return high.map((value, i) => value - low[i]);
    };
    const [narrow, wide] = [width(0.5), width(0.95)];
    narrow.forEach((value, i) => {
      expect(wide[i]).toBeGreaterThan(value);
      if (i > 0) expect(value).toBeGreaterThan(narrow[i - 1]);
    });
  });
  test("90 % limits hold 90 % of what comes, with only 12 periods for 4 unknowns (2,000 draws, 4 standard errors)", () => {
    const draw = normalDraws(12);
    let inside = 0;
    for (let i = 0; i < 2000; i++) {
      const driver = Array.from({ length: 13 }, draw);
      const all = driver.map((value, t) => 50 + t + 3 * value + 2 * draw());
      const model = fitRegression({
        ...plain,
        series: all.slice(0, 12),
        season: 2,
        regressors: [driver.slice(0, 12)],
      });
      const { low, high } = model.interval(1, 0.9, [[driver[12]]]);
      if (all[12] >= low[0] && all[12] <= high[0]) inside++;
    }
    expect(Math.abs(inside / 2000 - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / 2000));
  });
  test("any series and drivers: an answer of finite numbers, or a message that names an argument", () => {
    const value = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constant(0),
      fc.constant(NaN),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 2, 4, 12, 52),
        fc.boolean(),
        fc.boolean(),
        (pairs, season, trend, log) => {
          try {
            const model = fitRegression({
              series: pairs.map(([each]) => each),
              regressors: [pairs.map(([, each]) => each)],
              season,
              trend,
              log,
            });
            const { low, high } = model.interval(3, 0.9, [[0, 1, 2]]);
            model.forecast(3, [[0, 1, 2]]).forEach((each, i) => {
              expect(Number.isFinite(each)).toBe(true);
              expect(low[i]).toBeLessThanOrEqual(each);
              expect(high[i]).toBeGreaterThanOrEqual(each);
            });
          } catch (thrown) {
            expect((thrown as Error).name).toBe("PlanningError");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each<[Partial<RegressionTask>, string]>([
  [
    { regressors: [drivers[0].slice(0, n), drivers[0].slice(0, n)] },
    "regressors must each say something that level, trend, season and the columns before do not, got column 2",
  ],
  [{ regressors: [new Array<number>(n).fill(7)] }, "regressors must each say something"],
  [{ regressors: [demand.map((_, t) => 3 * t + 1)] }, "regressors must each say something"],
  [{ regressors: [[1, 2, 3]] }, "regressors must have one value for each period of demand (40), got 3"],
  [{ series: [3, 0, 4], log: true }, "demand must be above 0 under log, got 0 at position 2"],
  [
    { series: [3, 4], season: 1 },
    "demand must hold more complete periods than the regression has unknowns (2), got 2",
  ],
  [
    { series: demand.map((value, t) => (t % 4 === 2 ? NaN : value)), season: 4 },
    "demand must hold enough observations at each place of the season, got too few at place 3",
  ],
])("refusal %#", (change, message) => {
  expect(() => fitRegression({ ...plain, ...change })).toThrow(message);
});
test.each([
  [[[1, 2, 3]], "future must have one value for each coming period (6), got 3"],
  [[], "future must have as many drivers as regressors (1), got 0"],
  [
    [[1, NaN, 0, 0, 0, 0]],
    "future must be known in every coming period, got a blank in period 2 of regressor 1",
  ],
])("refusal of a future %#", (future, message) => {
  const model = fitRegression({ ...plain, regressors: [drivers[0].slice(0, n)] });
  expect(() => model.forecast(h, future)).toThrow(message);
});

describe("as a forecasting method", () => {
  test("the same numbers as the regression; the season only where it can be told", () => {
    const fitted = regression.fit({ series: demand, season: 4 });
    expect(fitted.form).toBe("Trend line and season of 4");
    fitted
      .forecast(h)
      .forEach((value, i) => expect(relativeGap(value, known.cases[0].forecast[i])).toBeLessThan(1e-10));
    expect(regression.fit({ series: demand.slice(0, 20), season: 12 }).form).toBe("Trend line");
    const holed = demand.map((value, t) => (t % 4 === 2 && t > 2 ? NaN : value));
    expect(regression.fit({ series: holed, season: 4 }).form).toBe("Trend line");
  });
  test("refusal and exception agree", () => {
    const task = { series: [1, NaN, 2, 3], season: 1 };
    expect(regression.refusal(task)).toBe("demand must hold at least 4 observations, got 3");
    expect(() => regression.fit(task)).toThrow("demand must hold at least 4 observations, got 3");
    expect(regression.refusal({ ...task, series: [1, 2, 3, 4] })).toBeNull();
  });
});
