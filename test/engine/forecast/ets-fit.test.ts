import { eligibleForms, fitBest, fitForm } from "../../../src/engine/forecast/ets/fit";
import { formCode, parseForm } from "../../../src/engine/forecast/ets/form";
import { FormFitter } from "../../../src/engine/forecast/ets/form-fitter";
import { isAdmissible, isUsual } from "../../../src/engine/forecast/ets/region";
import known from "../../reference/ets-fits.json";

const series = new Map(
  Object.entries(known.series).map(([name, { m, y }]) => [name, { m, y: Float64Array.from(y) }]),
);
const read = (name: string) => {
  const found = series.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("against R's optimiser", () => {
  const fits = known.fits.map((answer) => {
    const { y, m } = read(answer.series);
    return { ...answer, model: fitForm(y, parseForm(answer.form), m), m };
  });
  test("log-likelihood at least R's - 0.05 in 97 % of series x forms, and never 1 below", () => {
    const gaps = fits.map(({ model, logLikelihood }) => (model?.logLikelihood ?? -Infinity) - logLikelihood);
    expect(gaps.length).toBeGreaterThan(300);
    expect(gaps.filter((gap) => gap >= -0.05).length / gaps.length).toBeGreaterThanOrEqual(0.97);
    expect(Math.min(...gaps)).toBeGreaterThan(-1);
  });
  test("the criterion counts parameters as R's does: it differs by twice the log-likelihood only, to 1e-6", () => {
    for (const { model, logLikelihood, aicc } of fits) {
      if (model?.aicc === undefined) continue;
      expect(model.aicc - aicc).toBeCloseTo(-2 * (model.logLikelihood - logLikelihood), 6);
    }
  });
  test("weights lie in both regions, start seasons sum to none", () => {
    for (const { model, m } of fits) {
      if (model === null) continue;
      expect(isUsual(model.weights)).toBe(true);
      expect(isAdmissible(model.form, model.weights, m)).toBe(true);
      const { seasonal } = model.start;
      const sum = seasonal.reduce((total, value) => total + value, 0);
      if (model.form.season === "M") expect(sum / m).toBeCloseTo(1, 9);
      if (model.form.season === "A")
        expect(Math.abs(sum)).toBeLessThan(1e-9 * Math.abs(model.start.level) * m);
    }
  });
  test("the best of the forms has a criterion no higher than R's + 0.1", () => {
    for (const { series: name, aicc } of known.choices) {
      const { y, m } = read(name);
      expect(fitBest(y, eligibleForms(y, m), m)?.aicc).toBeLessThan(aicc + 0.1);
    }
  });
});

describe("laws", () => {
  const { y, m } = read("USAccDeaths");
  test("money or units: scale changes states, not weights, to 1e-5", () => {
    for (const code of ["AAA", "MAdM", "MNN"]) {
      const plain = fitForm(y, parseForm(code), m);
      const scaled = fitForm(
        y.map((value) => value * 250),
        parseForm(code),
        m,
      );
      expect(scaled?.weights.alpha).toBeCloseTo(plain?.weights.alpha ?? NaN, 5);
      expect((scaled?.start.level ?? NaN) / (plain?.start.level ?? NaN)).toBeCloseTo(250, 2);
    }
  });
  test("the maximum beats its neighbours", () => {
    const fitter = new FormFitter(
      y.map((value) => value / 8000),
      parseForm("MAM"),
      m,
    );
    fitter.screen([{ alpha: 0.3, betaShare: 0.1, gammaShare: 0.1, phi: 1 }]);
    const top = fitter.follow(1, 1e-10);
    if (top === null) throw new Error("no fit");
    for (let i = 0; i < top.states.length - 1; i++) {
      for (const nudge of [-1e-3, 1e-3]) {
        const states = top.states.slice();
        states[i] += nudge * 0.1;
        // The season's last state follows from the others.
        if (i > 1) states[states.length - 1] -= nudge * 0.1;
        expect(fitter.at({ ...top.shares, states })).toBeGreaterThan(top.aicc);
      }
    }
  });
  test("a perfect line and a constant have finite fits", () => {
    const line = Float64Array.from({ length: 24 }, (_, t) => 10 + 2 * t);
    const model = fitBest(line, eligibleForms(line, 1), 1);
    expect(model?.form.trend).not.toBe("N");
    expect(Number.isFinite(model?.aicc)).toBe(true);
    const flat = new Float64Array(24).fill(7);
    expect(formCode(fitBest(flat, eligibleForms(flat, 12), 12)?.form ?? parseForm("AAA"))).toMatch(/^.NN$/);
  });
  test("missing observations: the fit is close to that of the whole series", () => {
    const gaps = y.map((value, t) => (t % 17 === 5 ? NaN : value));
    const whole = fitForm(y, parseForm("ANA"), m);
    const holed = fitForm(gaps, parseForm("ANA"), m);
    expect(holed?.weights.alpha).toBeGreaterThan(0.2);
    // within a tenth of the level: four of 72 months are missing
    expect((holed?.end.level ?? NaN) / (whole?.end.level ?? NaN)).toBeCloseTo(1, 1);
  });
});
