import { parseForm } from "../../../src/engine/forecast/ets/form";
import { predictionInterval } from "../../../src/engine/forecast/ets/interval";
import { type EtsModel, runModel } from "../../../src/engine/forecast/ets/model";
import { normalDraws } from "../../../src/engine/math/random";
import { pointForecasts } from "../../../src/engine/forecast/ets/point-forecast";
import { simulatedQuantiles } from "../../../src/engine/forecast/ets/simulate";
import { hasMoments, moments } from "../../../src/engine/forecast/ets/variance";
import known from "../../reference/ets-intervals.json";

const y = Float64Array.from(known.y);

function modelOf({ form, weights, start, variance }: (typeof known.cases)[number]): EtsModel {
  return { ...runModel(y, parseForm(form), 12, weights, start), variance };
}

describe("80 % limits for 30 months against R's forecast", () => {
  const closed = known.cases.filter(({ form }) => hasMoments(parseForm(form)));
  const simulated = known.cases.filter(({ form }) => !hasMoments(parseForm(form)));
  test.each(closed.map((answer) => [answer.form, answer] as const))("%s: to 1e-9 relative", (_, answer) => {
    const { low, high } = predictionInterval(modelOf(answer), 30, 0.8, 1);
    answer.low.forEach((value, i) => expect(Math.abs(low[i] / value - 1)).toBeLessThan(1e-9));
    answer.high.forEach((value, i) => expect(Math.abs(high[i] / value - 1)).toBeLessThan(1e-9));
  });
  test.each(simulated.map((answer) => [answer.form, answer] as const))(
    "%s: simulated, within 5 % of the width",
    (_, answer) => {
      const { low, high } = predictionInterval(modelOf(answer), 30, 0.8, 1);
      answer.low.forEach((value, i) => {
        const width = answer.high[i] - value;
        expect(Math.abs(low[i] - value)).toBeLessThan(0.05 * width);
        expect(Math.abs(high[i] - answer.high[i])).toBeLessThan(0.05 * width);
      });
    },
  );
  test("both kinds are there", () => {
    expect(closed).toHaveLength(12);
    expect(simulated.map(({ form }) => form)).toEqual(["MMN", "MMM"]);
  });
});

describe("the closed forms agree with simulation, damped season factors included", () => {
  const [answer] = known.cases.filter(({ form }) => form === "MAM");
  const damped: EtsModel = {
    ...runModel(y, parseForm("MAdM"), 12, { ...answer.weights, phi: 0.85 }, answer.start),
    variance: 0.004,
  };
  test("mean and standard deviation of 5,000 paths: quartiles within 4 % of the standard deviation", () => {
    const path = pointForecasts(damped.form, 0.85, damped.end, 26);
    const { mean, variance } = moments(damped, path);
    simulatedQuantiles(damped, 26, [0.25, 0.75], 7).forEach(([low, high], i) => {
      const sd = Math.sqrt(variance[i]);
      // The middle of the quartiles sits a little below the mean of a skew distribution.
      expect(Math.abs((low + high) / 2 - mean[i])).toBeLessThan(0.08 * sd);
      expect(Math.abs((high - low) / 1.349 - sd)).toBeLessThan(0.06 * sd);
    });
  });
});

describe("without a trend, where R has the season one period early", () => {
  test.each(["ANA", "AAA"])(
    "%s: the variance is that of the forecast's answers to one unit of surprise, to 1e-9",
    (code) => {
      const form = parseForm(code);
      const [answer] = known.cases.filter((each) => each.form === "AAA");
      const weights = { ...answer.weights, beta: code === "ANA" ? 0 : answer.weights.beta };
      const start = { ...answer.start, trend: code === "ANA" ? 0 : answer.start.trend };
      const model = runModel(y, form, 12, weights, start);
      const path = pointForecasts(form, 1, model.end, 31);
      const after = (surprise: number) =>
        pointForecasts(
          form,
          1,
          runModel(Float64Array.from([...y, path[0] + surprise]), form, 12, weights, start).end,
          30,
        );
      const [calm, moved] = [after(0), after(1)];
      let sum = 1;
      moments(model, path).variance.forEach((variance, i) => {
        expect(variance / (model.variance * sum)).toBeCloseTo(1, 9);
        if (i < 30) sum += (moved[i] - calm[i]) ** 2;
      });
    },
  );
});

describe("laws", () => {
  const [model] = known.cases.map(modelOf);
  test("a wider level has wider limits; a longer wait is never surer", () => {
    const narrow = predictionInterval(model, 20, 0.5, 1);
    const wide = predictionInterval(model, 20, 0.95, 1);
    wide.low.forEach((value, i) => {
      expect(value).toBeLessThan(narrow.low[i]);
      expect(wide.high[i]).toBeGreaterThan(narrow.high[i]);
      if (i > 0) expect(wide.high[i]).toBeGreaterThan(wide.high[i - 1]);
    });
  });
  test("the same seed, the same limits", () => {
    const simulated = modelOf(known.cases[12]);
    expect(predictionInterval(simulated, 3, 0.9, 5)).toEqual(predictionInterval(simulated, 3, 0.9, 5));
    expect(predictionInterval(simulated, 3, 0.9, 5)).not.toEqual(predictionInterval(simulated, 3, 0.9, 6));
  });
  test("draws are standard normal: mean, variance, skewness and kurtosis of 200,000 within 4 standard errors", () => {
    const draw = normalDraws(1);
    const n = 200_000;
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = draw();
      for (let k = 0; k < 4; k++) sums[k] += x ** (k + 1) / n;
    }
    // standard errors of the raw moments: sqrt((E x^2k - (E x^k)^2) / n)
    [0, 1, 0, 3].forEach((wanted, k) => {
      const error = Math.sqrt([1, 2, 15, 96][k] / n);
      expect(Math.abs(sums[k] - wanted)).toBeLessThan(4 * error);
    });
  });
});
