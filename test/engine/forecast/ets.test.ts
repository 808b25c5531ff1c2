import { etsForms, formCode, parseForm, parameterCount } from "../../../src/engine/forecast/ets/form";
import { pointForecasts } from "../../../src/engine/forecast/ets/point-forecast";
import { EtsPass, packStates } from "../../../src/engine/forecast/ets/recursion";
import known from "../../reference/ets-recursion.json";

const relativeGap = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);

describe("the thirty forms with weights and states given, against R's compiled recursion, to 1e-10 relative", () => {
  test.each(known.cases.map((answer) => [answer.form, answer.series, answer] as const))(
    "%s %s",
    (code, name, { weights, states, logLikelihood, fitted, forecast }) => {
      const { y, m } = known.series[name as "monthly" | "quarterly"];
      const form = parseForm(code);
      const pass = new EtsPass(Float64Array.from(y), form, m);
      const { alpha, beta, gamma, phi } = weights;
      expect(pass.run(alpha, beta, gamma, phi, packStates(form, states), 0)).toBe(true);
      expect(relativeGap(-0.5 * pass.deviance(0), logLikelihood)).toBeLessThan(1e-10);
      fitted.forEach((value, t) => expect(relativeGap(pass.mu[t], value)).toBeLessThan(1e-10));
      const path = pointForecasts(form, phi, pass.endStates(), 15);
      forecast.forEach((value, i) => expect(relativeGap(path[i], value)).toBeLessThan(1e-10));
    },
  );
  test("every form is covered, twice", () => {
    const codes = new Set(known.cases.map(({ form }) => form));
    expect([...codes].sort()).toEqual(etsForms.map(formCode).sort());
    expect(known.cases).toHaveLength(60);
  });
});

describe("forms", () => {
  test("any case, and a rule where it is none", () => {
    expect(parseForm(" madm ")).toEqual({ error: "M", trend: "Ad", season: "M" });
    expect(() => parseForm("AXN")).toThrow("form must be error A or M");
  });
  test("parameters counted as R counts them: AAdA of months has 4 weights, 13 states less 0, and a variance", () => {
    // R: length(ets(USAccDeaths, "AAA", damped = TRUE)$par) is 4 + 2 + 11; one more for the variance
    expect(parameterCount(parseForm("AAdA"), 12)).toBe(18);
    expect(parameterCount(parseForm("MNN"), 12)).toBe(3);
  });
});

test("a missing observation leaves the states to go on as forecast", () => {
  const form = parseForm("AAN");
  const pass = new EtsPass(Float64Array.from([10, NaN, 15]), form, 1);
  expect(pass.run(0.5, 0.25, 0, 1, [8, 1], 0)).toBe(true);
  // level 9 + 0.5 = 9.5, trend 1.25; then 10.75 and 12: error 3; 12 + 1.5, 1.25 + 0.75
  expect([...pass.mu]).toEqual([9, 10.75, 12]);
  expect(pass.endStates()).toEqual({ level: 13.5, trend: 2, seasonal: [] });
  expect(pass.observed).toBe(2);
  expect(pass.sumOfSquares).toBe(10);
});
