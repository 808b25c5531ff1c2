import fc from "fast-check";
import {
  accuracySummary,
  forecastDrift,
  forecastPairs,
  forecastValueAdded,
  intervalCoverage,
  leadTimeErrorSigma,
  meanScaledIntervalScore,
  pinballLoss,
} from "../../../src/engine/accuracy";
import { PlanningError } from "../../../src/engine/errors";
import known from "../../reference/accuracy.json";

/** numpy's sums run in another order; nothing else differs. */
const close = (got: number | undefined, expected: number) =>
  expect(Math.abs((got ?? NaN) - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));

const { actual, forecast, history, season, low, high } = known;

test("all measures equal numpy's", () => {
  const summary = accuracySummary(actual, forecast, history, season);
  for (const name of [
    "mae",
    "rmse",
    "mape",
    "smape",
    "wape",
    "bias",
    "trackingSignal",
    "mase",
    "rmsse",
  ] as const) {
    close(summary[name], known[name]);
  }
});

test("quantile and interval measures equal numpy's", () => {
  close(pinballLoss(actual, known.quantile, known.probability), known.pinball);
  close(intervalCoverage({ actual, low, high }), known.coverage);
  close(meanScaledIntervalScore({ actual, low, high }, known.level, history, season), known.msis);
  expect(() => pinballLoss(actual, low, 1)).toThrow("probability must be between 0 and 1, got 1");
  expect(() => intervalCoverage({ actual, low, high: [1] })).toThrow(
    "high must have as many periods as actual",
  );
});

test("the median has the smallest pinball loss at one half", () => {
  const draws = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(draws, fc.integer({ min: 0, max: 50 }), (values, other) => {
      const median = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
      const loss = (q: number) =>
        pinballLoss(
          values,
          values.map(() => q),
          0.5,
        );
      expect(loss(median)).toBeLessThanOrEqual(loss(other) + 1e-12);
    }),
  );
});

test("measures that the data cannot give are missing, the rest is there", () => {
  const nothingSold = accuracySummary([0, 0, 0], [0, 0, 0], [5, 5, 5], 1);
  expect(nothingSold).toEqual({ mae: 0, rmse: 0, smape: 0 });
  const noHistory = accuracySummary([1, 2], [2, 2], undefined, 1);
  expect(noHistory.mase).toBeUndefined();
  expect(noHistory.wape).toBeCloseTo(1 / 3, 12);
  expect(() => accuracySummary([1, 2], [2], undefined, 1)).toThrow(PlanningError);
});

test("missing periods drop out of the history in pairs", () => {
  // Changes that are left: 4 - 1 and 9 - 4; the forecast is 4 wrong.
  expect(accuracySummary([10], [14], [1, 4, 9, NaN, 3], 1).mase).toBeCloseTo(1, 12);
});

describe("error over the lead time", () => {
  test("equals numpy's deviation of the window sums", () => {
    close(leadTimeErrorSigma(actual, forecast, 1).sigma, known.sigma1);
    close(leadTimeErrorSigma(actual, forecast, 3).sigma, known.sigma3);
    const between = leadTimeErrorSigma(actual, forecast, 3.25);
    close(between.sigma, Math.sqrt(0.75 * known.sigma3 ** 2 + 0.25 * known.sigma4 ** 2));
    expect(between).toMatchObject({ windows: 21, squareRootRule: false });
  });

  test("fewer than 8 windows: the square-root rule, and it says so", () => {
    const short = leadTimeErrorSigma(actual, forecast, 18);
    close(short.sigma, Math.sqrt(18) * known.sigma1);
    expect(short).toMatchObject({ windows: 7, squareRootRule: true });
    expect(leadTimeErrorSigma(actual, forecast, 17).squareRootRule).toBe(false);
    expect(leadTimeErrorSigma(actual, forecast, 100)).toMatchObject({ windows: 0, squareRootRule: true });
  });

  test("a gap breaks the windows around it", () => {
    const gap = actual.map((a, t) => (t === 10 ? NaN : a));
    expect(leadTimeErrorSigma(gap, forecast, 3).windows).toBe(22 - 3);
    expect(leadTimeErrorSigma(actual, forecast, 0).sigma).toBe(0);
    expect(() => leadTimeErrorSigma([1], [1], 2)).toThrow("at least two periods");
  });

  test("errors that persist give more than the square-root rule, errors that cancel less", () => {
    const zero = new Array<number>(24).fill(0);
    const waves = (length: number) => zero.map((_, t) => Math.sin((2 * Math.PI * t) / length));
    const rule = (errors: number[]) => Math.sqrt(4) * leadTimeErrorSigma(zero, errors, 1).sigma;
    expect(leadTimeErrorSigma(zero, waves(24), 4).sigma).toBeGreaterThan(rule(waves(24)));
    expect(leadTimeErrorSigma(zero, waves(3), 4).sigma).toBeLessThan(rule(waves(3)));
  });
});

describe("drift", () => {
  const calm = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
  const judge = (errors: number[], window = 6, limit = 4) =>
    forecastDrift(
      forecastPairs(
        errors.map(() => 10),
        errors.map((e) => 10 + e),
      ),
      window,
      limit,
    );

  test("calm, biased, larger, both", () => {
    expect(judge([...calm, 1, -1, 1, -1, 1, -1]).drift).toBe("OK");
    expect(judge([...calm, 1, 1, 1, 1, 1, 1])).toMatchObject({ drift: "BIAS", trackingSignal: 6 });
    expect(judge([...calm, 3, -3, 3, -3, 3, -3]).drift).toBe("ERROR");
    expect(judge([...calm, -3, -3, -3, -3, -3, -3]).drift).toBe("BOTH");
  });

  test("the error limit is four standard errors of the earlier mean", () => {
    // 1 + 4 x sd/mean of |Z| (scipy) x sqrt(1/6 + 1/12)
    const { errorLimit } = judge([...calm, 1, -1, 1, -1, 1, -1]);
    close(errorLimit, 1 + 4 * known.absoluteVariation * 0.5);
  });

  test("with one earlier period only bias is judged; less than a window is too little", () => {
    expect(judge([0, 9, -9, 9, -9, 9, -9])).toMatchObject({ drift: "OK" });
    expect(judge([0, 9, -9, 9, -9, 9, -9]).errorLimit).toBeUndefined();
    expect(() => judge([1, 1, 1])).toThrow("actual must hold at least the 6 periods of window, got 3");
    expect(judge([0, 0, 0, 0, 0, 0]).drift).toBe("OK");
  });
});

test("value added, stage by stage, over shared periods", () => {
  const { naive, final } = known;
  const rows = forecastValueAdded(actual, { naive, statistical: forecast, final });
  rows.forEach((row, i) => {
    close(row.wape, known.stages[i][0]);
    close(row.bias, known.stages[i][1]);
    if (i > 0) close(row.valueAdded, known.stages[i - 1][0] - known.stages[i][0]);
  });
  expect(rows[0].valueAdded).toBeUndefined();
  const withGap = forecastValueAdded([10, 20, 30], {
    naive: [9, 9, 9],
    statistical: [1, NaN, 1],
    final: [1, 1, 1],
  });
  expect(withGap.map(({ n }) => n)).toEqual([2, 2, 2]);
});
