import { ets, etsForecast, fitEts } from "../../../src/engine/forecast";
import { etsForms, formCode } from "../../../src/engine/forecast/ets/form";
import known from "../../reference/ets-fits.json";

const { y: months } = known.series.USAccDeaths;
const wave = (n: number, m: number) =>
  Array.from(
    { length: n },
    (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / m) + 5 * Math.cos(13 * t * t),
  );

describe("the method", () => {
  const fitted = ets.fit({ series: Object.freeze([...months]), season: 12 });
  test("names its form, has a one-step forecast for every month, and finite details", () => {
    expect(fitted.form).toMatch(/^ETS\([AM],(N|A|Ad),[AM]\)$/);
    expect(fitted.fitted).toHaveLength(months.length);
    for (const value of Object.values(fitted.details))
      if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  });
  test("the forecast lies inside its interval, whatever the horizon", () => {
    const forecast = fitted.forecast(30);
    const { low, high } = fitted.interval(30, 0.9);
    forecast.forEach((value, i) => {
      expect(low[i]).toBeLessThan(value);
      expect(high[i]).toBeGreaterThan(value);
    });
    expect(fitted.forecast(5)).toEqual(forecast.slice(0, 5));
  });
  test("too little history is refused with a reason, and fit throws the same", () => {
    const task = { series: [4, NaN, 6, 5, 7], season: 1 };
    expect(ets.refusal(task)).toBe("demand must hold at least 5 observations, got 4");
    expect(() => ets.fit(task)).toThrow("demand must hold at least 5 observations, got 4");
    expect(ets.refusal({ series: [4, 5, 6, 5, 7], season: 12 })).toBeNull();
  });
  test("zeros, missing months, long seasons and short histories give finite forecasts", () => {
    const series: [number[], number][] = [
      [[0, 0, 3, 0, 0, 1, 0, 2, 0, 0, 0, 5, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0], 12],
      [months.map((value, t) => (t % 5 === 3 ? NaN : value)), 12],
      [wave(120, 52), 52],
      [[4, 5, 6, 5, 7], 12],
      [new Array<number>(30).fill(0), 12],
      [[1e-7, 3e-7, 2e-7, 1e-7, 2e-7, 3e-7, 1e-7], 1],
      [[-5, 8, -3, 9, -1, 11, 2, 14, 3], 2],
      [[...new Array<number>(20).fill(3), 1e9], 4],
    ];
    for (const [history, season] of series) {
      const model = ets.fit({ series: history, season });
      for (const value of [
        ...model.forecast(15),
        ...model.interval(15, 0.95).low,
        ...model.interval(15, 0.95).high,
      ])
        expect(Number.isFinite(value)).toBe(true);
    }
  });
  test("a season of 52 is not fitted as season states", () => {
    expect(ets.fit({ series: wave(120, 52), season: 52 }).form).toMatch(/,N\)$/);
  });
});

describe("what a planner gives", () => {
  test.each(etsForms.map(formCode))("%s by name: positive seasonal data are fitted and forecast", (form) => {
    const model = fitEts(months.slice(0, 48), 12, { form });
    expect(formCode(model.form)).toBe(form);
    for (const value of etsForecast(model, 24)) expect(value).toBeGreaterThan(1000);
  });
  test("weights alone: the states are the best for them", () => {
    const free = fitEts(months, 12, { form: "ANA", weights: [0.4, null, 0.1] });
    expect(free.weights).toEqual({ alpha: 0.4, beta: 0, gamma: 0.1, phi: 1 });
    const { level, seasonal } = free.start;
    for (const nudge of [-5, 5]) {
      const states = [level + nudge, ...seasonal];
      const near = fitEts(months, 12, { form: "ANA", weights: [0.4, null, 0.1], states });
      expect(near.logLikelihood).toBeLessThan(free.logLikelihood);
    }
    const best = fitEts(months, 12, { form: "ANA" });
    expect(best.logLikelihood).toBeGreaterThanOrEqual(free.logLikelihood);
  });
  test.each([
    [{ form: "AAN", weights: [0.3] }, "params must hold beta for AAN, got a blank"],
    [{ form: "ANN", weights: [1.7], states: [5000] }, undefined],
    [{ form: "ANN", weights: [2.5], states: [5000] }, "params must lie in the usual region"],
    [
      { form: "ANA", weights: [0.3, null, 0.1], states: [1, 2] },
      "states must be l0, s0 (12 of them): 13 numbers, got 2",
    ],
    [{ form: "AUTO", weights: [0.3] }, "form must be named where params or states are given, got AUTO"],
    [{ form: "ANN", states: [3] }, "states must come with params, got a blank for params"],
    [
      { form: "MMN", weights: [0.3, 0.1], states: [5000, -1] },
      "states must have a trend factor b0 above 0, got -1",
    ],
  ])("%j", (choice, message) => {
    const call = () => fitEts(months, 12, choice);
    if (message === undefined) expect(call()).toBeDefined();
    else expect(call).toThrow(message);
  });
  test("seasons longer than 24 are refused by name, factors need positive demand", () => {
    expect(() => fitEts(wave(200, 52), 52, { form: "AAA" })).toThrow(
      "season must be from 2 to 24 for AAA, got 52",
    );
    expect(() => fitEts([1, 0, 2, 3, 4, 5, 6, 7, 8, 9], 2, { form: "ANM" })).toThrow(
      "demand must be above 0 for ANM",
    );
  });
});
