import { adjustForSeason, fitThetaModel, thetaForecast, thetaTypes } from "../../../src/engine/forecast";
import {
  dynamicOptimisedTheta,
  dynamicStandardTheta,
  optimisedTheta,
  standardTheta,
} from "../../../src/engine/forecast/theta";
import { squaredResponses, thetaInterval } from "../../../src/engine/forecast/theta/interval";
import { thetaModel } from "../../../src/engine/forecast/theta/model";
import type { ThetaType } from "../../../src/engine/forecast/theta/type";
import known from "../../reference/theta.json";
import { expectFiniteForecasts } from "./any-series";

const close = (actual: ArrayLike<number>, wanted: readonly number[], digits: number) => {
  expect(actual).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expect(actual[i] / value).toBeCloseTo(1, digits));
};

describe("the standard model against R's forecast::thetaf", () => {
  test.each(known.standard)("$name: the same alpha and level give the same forecasts to 1e-8", (wanted) => {
    const { y, season, alpha, level, forecast, fittedSes } = wanted;
    const model = thetaModel(adjustForSeason(y, season), "STM", { alpha, level, lineWeight: 0.5 });
    close(thetaForecast(model, forecast.length), forecast, 8);
    // R's fitted values leave the slope out: ours have half of what has come in.
    const line = (t: number) => (model.line.slope / 2 / alpha) * (1 - Math.pow(1 - alpha, t));
    const withoutLine = model.fitted.map((value, t) => value - model.season.restore(1, t) * line(t));
    close(withoutLine, fittedSes, 8);
  });
  test.each(known.standard)(
    "$name: the level is smoothed at least as closely as R's optimiser does",
    (wanted) => {
      const { y, season, sumOfSquares } = wanted;
      const { alpha, level, season: adjustment } = fitThetaModel(y, season, "STM");
      const flat = thetaModel(adjustment, "STM", { alpha, level, lineWeight: 0 });
      expect(flat.sumOfSquares).toBeLessThanOrEqual(sumOfSquares * (1 + 1e-9));
    },
  );
});

const cases = known.models.flatMap(({ name, y, models }) =>
  models.map((model) => ({ ...model, type: model.type as ThetaType, name, y })),
);

describe("the other models against a recursion in R that fits each line afresh", () => {
  test.each(cases)(
    "$type, $name: given parameters, to 1e-8",
    ({ type, y, level, alpha, theta, mu, ...wanted }) => {
      const model = thetaModel(adjustForSeason(y, 1), type, { alpha, level, lineWeight: 1 - 1 / theta });
      const first = type === "OTM" ? 0 : 2;
      expect(model.fitted.slice(0, first).every(Number.isNaN)).toBe(true);
      close(model.fitted.slice(first), mu.slice(first), 8);
      close(thetaForecast(model, wanted.forecast.length), wanted.forecast, 8);
      close(squaredResponses(model, wanted.squaredResponses.length), wanted.squaredResponses, 8);
    },
  );
  test.each(cases)(
    "$type, $name: no larger errors than optim() reaches from 15 starts",
    ({ type, y, least }) => {
      expect(fitThetaModel(y, 1, type).sumOfSquares).toBeLessThanOrEqual(least * (1 + 1e-9));
    },
  );
});

describe("laws", () => {
  const line = Array.from({ length: 40 }, (_, t) => 20 + 3 * t);
  test("a straight line: the optimised models follow it, the standard one takes half of its slope", () => {
    expect(thetaForecast(fitThetaModel(line, 1, "DOTM"), 4)[3]).toBeCloseTo(20 + 3 * 43, 4);
    const [first, second] = thetaForecast(fitThetaModel(line, 1, "STM"), 2);
    expect(second - first).toBeCloseTo(1.5, 6);
  });
  test.each(thetaTypes)("%s: a constant goes on, without width", (type) => {
    const model = fitThetaModel(new Array<number>(30).fill(7), 12, type);
    thetaForecast(model, 5).forEach((value) => expect(value).toBeCloseTo(7, 9));
    const { low, high } = thetaInterval(model, 5, 0.95);
    low.forEach((value, i) => expect(high[i] - value).toBeLessThan(1e-6));
  });
  test.each(thetaTypes)("%s: units and a missing observation on the path", (type) => {
    const y = known.models[3].y;
    const forecast = thetaForecast(fitThetaModel(y, 1, type), 6);
    close(
      thetaForecast(
        fitThetaModel(
          y.map((value) => value * 1e12),
          1,
          type,
        ),
        6,
      ).map((value) => value / 1e12),
      forecast,
      8,
    );
    // A blank whose value is what the model expects of it leaves the forecasts where they are.
    const { alpha, level, lineWeight, fitted } = fitThetaModel(y, 1, type);
    const asExpected = y.map((value, t) => (t === 60 ? fitted[t] : value));
    const blank = y.map((value, t) => (t === 60 ? NaN : value));
    const parameters = { alpha, level, lineWeight };
    const filled = thetaModel(adjustForSeason(asExpected, 1), type, parameters);
    const gap = thetaModel(adjustForSeason(blank, 1), type, parameters);
    // The trend lines differ by one of 144 points.
    close(thetaForecast(gap, 3), thetaForecast(filled, 3), 2);
    expect(gap.fitted[60]).toBeCloseTo(fitted[60], 0);
  });
  test("the fit beats its neighbours", () => {
    const y = known.models[1].y;
    for (const type of thetaTypes.filter((name) => name !== "STM")) {
      const { alpha, level, lineWeight, sumOfSquares } = fitThetaModel(y, 1, type);
      for (const shift of [-0.01, 0.01]) {
        const beside = thetaModel(adjustForSeason(y, 1), type, { alpha: alpha + shift, level, lineWeight });
        const lower = thetaModel(adjustForSeason(y, 1), type, {
          alpha,
          level: level * (1 + shift),
          lineWeight,
        });
        expect(beside.sumOfSquares).toBeGreaterThanOrEqual(sumOfSquares);
        expect(lower.sumOfSquares).toBeGreaterThanOrEqual(sumOfSquares);
      }
    }
  });
});

test("fewer than four observations are refused", () => {
  expect(() => fitThetaModel([3, NaN, 4, 5], 1, "DOTM")).toThrow(
    "demand must hold at least 4 observations, got 3",
  );
});

test.each([standardTheta, optimisedTheta, dynamicStandardTheta, dynamicOptimisedTheta])(
  "$id, any series of four observations or more: finite forecasts inside finite intervals",
  (method) => expectFiniteForecasts(method, 4),
);
