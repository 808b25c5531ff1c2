import fc from "fast-check";
import { fitEts, leadTimeDemand, leadTimeDemandMethods } from "../../../src/engine/forecast";
import type { LeadTimeDemandMethod, LeadTimeDemandTask } from "../../../src/engine/forecast";
import { compoundDistribution } from "../../../src/engine/forecast/lead-time-demand/compound";
import { describe as descriptionOf } from "../../../src/engine/forecast/lead-time-demand/automatic";
import { latticeUnit } from "../../../src/engine/forecast/lead-time-demand/lattice";
import known from "../../reference/lead-time-demand.json";

const usual = { method: "AUTO", season: 12, paths: 500, seed: 1 } as const;
const demandOver = (series: readonly number[], periods: number, task: Partial<LeadTimeDemandTask> = {}) =>
  leadTimeDemand({ ...usual, series, periods, ...task });
const probabilities = [0.05, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

describe("against scipy and numpy", () => {
  test.each(["SPORADIC", "TSB", "NBINOM", "SUMS"] as const)("%s: mean to 1e-9, quantiles exact", (method) => {
    for (const { demand, periods, ...answers } of known.cases) {
      const { mean, quantile } = demandOver(demand, periods, { method });
      expect(mean / answers[method].mean).toBeCloseTo(1, 9);
      expect(known.probabilities.map(quantile)).toEqual(answers[method].quantiles);
    }
  });
});

describe("simulation against what is known exactly", () => {
  const demand = [0, 2, 0, 0, 3, 0, 1, 0, 0, 2];
  const paths = 40_000;
  test("bootstrap: chances of sums within 4 Monte-Carlo standard errors of the convolution", () => {
    const period = Float64Array.from([0.6, 0.1, 0.2, 0.1]);
    const exact = compoundDistribution([0, 0, 0, 1], period);
    const { quantile } = demandOver(demand, 3, { method: "BOOTSTRAP", paths });
    let sum = 0;
    exact.forEach((probability, k) => {
      sum += probability;
      if (sum > 0.9999) return;
      const error = 4 * Math.sqrt((sum * (1 - sum)) / paths);
      expect(quantile(Math.max(1e-6, sum - error))).toBeLessThanOrEqual(k);
      expect(quantile(Math.min(1, sum + error))).toBeGreaterThanOrEqual(k);
    });
  });
  test("Willemain: runs of demand show in the sums, which the plain bootstrap misses", () => {
    const runs = Array.from({ length: 60 }, (_, t) => (t % 20 < 6 ? 3 : 0));
    // After a period without demand: 2 of 41 were followed by demand, so none in 4 periods has the chance (39/41)^4 = 0.82; if periods
    // were independent, 0.7^4 = 0.24.
    const of = (method: LeadTimeDemandMethod) => demandOver(runs, 4, { method, paths }).quantile(0.81);
    expect(of("WILLEMAIN")).toBe(0);
    expect(of("BOOTSTRAP")).toBeGreaterThan(0);
  });
  test("ETS: the deviation of the sum follows the errors, L [1 + a(L-1) + a^2 (L-1)(2L-1)/6] for a level", () => {
    const level = Array.from(
      { length: 60 },
      (_, t) => 500 + 30 * Math.sin(t * t) + 40 * Math.sin(t / 9) + 15 * Math.cos(7 * t),
    );
    const model = fitEts(level, 1, { form: "AUTO" });
    expect(model.form).toMatchObject({ error: "A", trend: "N", season: "N" });
    const [a, L] = [model.weights.alpha, 4];
    const sd = Math.sqrt(model.variance * L * (1 + a * (L - 1) + (a * a * (L - 1) * (2 * L - 1)) / 6));
    const { quantile, mean } = demandOver(level, L, { method: "ETS", season: 1, paths });
    expect(mean / (L * model.end.level)).toBeCloseTo(1, 2);
    const spread = (quantile(0.975) - quantile(0.025)) / (2 * 1.96);
    expect(Math.abs(spread / sd - 1)).toBeLessThan(0.05);
  });
});

describe("AUTO reads the history", () => {
  const trend = Array.from({ length: 36 }, (_, t) => 40 + 3 * t + ((t * 7919) % 5));
  const season = Array.from(
    { length: 48 },
    (_, t) => 100 + 60 * Math.sin((Math.PI * t) / 6) + ((t * 7919) % 9),
  );
  const slow = Array.from({ length: 36 }, (_, t) => (t % 5 === 3 ? 1 + (t % 4) : 0));
  const noise = Array.from({ length: 24 }, (_, t) => 5 + ((t * t * 7919) % 11));
  test.each([
    ["trend", trend, "regular"],
    ["season", season, "regular"],
    ["slow mover", slow, "sporadic"],
    ["noise", noise, "both"],
    ["three periods", [3, 4, 5], "sporadic"],
  ] as const)("%s", (_, series, kind) => {
    expect(descriptionOf(series, 12).kind).toBe(kind);
  });
  test("trend and season are in the answer", () => {
    // Next four of the line: 40 + 3 x 37.5 + 2 on average
    expect(demandOver(trend, 4).quantile(0.5) / (4 * (40 + 3 * 37.5 + 2))).toBeCloseTo(1, 1);
    const summer = 3 * 100 + 60 * [0, 1, 2].reduce((sum, t) => sum + Math.sin((Math.PI * t) / 6), 0) + 12;
    expect(demandOver(season, 3).quantile(0.5) / summer).toBeCloseTo(1, 1);
  });
});

describe("what a planner's data brings", () => {
  const methods = leadTimeDemandMethods.filter((method) => method !== "ETS");
  test.each(methods)("%s: nothing, one demand, one period, no time, huge and odd sizes", (method) => {
    const of = (series: readonly number[], periods: number, probability: number) =>
      demandOver(series, periods, { method }).quantile(probability);
    expect(of([0, 0, 0, 0], 3, 0.99)).toBe(0);
    expect(of([0, 0, 7, 0, 0], 0, 0.99)).toBe(0);
    expect(of([7], 1, 0.5)).toBeGreaterThanOrEqual(0);
    expect(of([0, 0, 0, 0, 0, 0, 7, 0], 2, 0.999)).toBeGreaterThanOrEqual(7);
    expect(Number.isFinite(of([1e12, 0, 3e12, 0, 0, 2e12], 3, 0.99))).toBe(true);
    expect(of([0.37, 0, 1.91, 0, 0, 2.2345678], 3, 0.9)).toBeGreaterThan(0);
    expect(of([1, NaN, 0, 2, NaN, 0], 2, 0.9)).toBe(of([1, 0, 2, 0], 2, 0.9));
    expect(() => of([1, -2, 3], 1, 0.9)).toThrow("demand must be at least 0");
  });
  test("a constant needs no safety", () => {
    for (const method of leadTimeDemandMethods) {
      if (method === "NBINOM" || method === "WILLEMAIN") continue;
      expect(demandOver(new Array<number>(12).fill(5), 3, { method }).quantile(0.999)).toBeCloseTo(15, 9);
    }
  });
  test("a dead item needs ever less", () => {
    const alive = [2, 0, 3, 0, 2, 0, 2, 3, 0, 2, 1, 0];
    const after = (zeros: number) =>
      demandOver([...alive, ...new Array<number>(zeros).fill(0)], 3).mean / demandOver(alive, 3).mean;
    expect(after(12)).toBeLessThan(0.6);
    expect(after(60)).toBeLessThan(0.05);
  });
  test("too short for ETS by name is said", () => {
    expect(() => demandOver([1, 2], 1, { method: "ETS" })).toThrow(
      "demand must hold at least 5 observations, got 2",
    );
  });
  test("a lead time beyond 400 periods is refused before it takes for ever", () => {
    expect(() => demandOver([1, 0, 2], 1e12)).toThrow(
      "leadTime must with review be at most 400 periods (take a longer time bucket), got 1000000000000",
    );
  });
  test("the unit in which demand comes", () => {
    expect(latticeUnit([12, 36, 60])).toBe(12);
    expect(latticeUnit([0.5, 1.5, 4])).toBe(0.5);
    expect(latticeUnit([0.1, 0.3, 0.7])).toBeCloseTo(0.1, 12);
    expect(latticeUnit([2e12, 3e12])).toBe(1e12);
    expect(latticeUnit([Math.PI, 1000])).toBe(1000 / 256);
  });
});

describe("laws", () => {
  const demand = fc.array(
    fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0.01, max: 500, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const method = fc.constantFrom(...leadTimeDemandMethods.filter((id) => id !== "ETS"));
  const span = fc.double({ min: 0, max: 9, noNaN: true });
  test("more certainty or more time is never less stock; finite, none negative; same seed, same answer", () => {
    fc.assert(
      fc.property(demand, method, span, span, fc.nat({ max: 1000 }), (series, id, a, b, seed) => {
        const task = { method: id, seed, paths: 200, season: 4 };
        const short = probabilities.map(demandOver(series, Math.min(a, b), task).quantile);
        const long = probabilities.map(demandOver(series, Math.max(a, b), task).quantile);
        short.forEach((value, i) => {
          expect(Number.isFinite(long[i])).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(long[i]).toBeGreaterThanOrEqual(value);
          if (i > 0) expect(value).toBeGreaterThanOrEqual(short[i - 1]);
        });
        expect(probabilities.map(demandOver(series, Math.max(a, b), task).quantile)).toEqual(long);
      }),
      { numRuns: 150 },
    );
  });
  test("whole units scale exactly, whatever the unit", () => {
    const whole = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom(0.25, 12, 1e9),
        fc.constantFrom("SPORADIC", "TSB", "NBINOM", "SUMS", "WILLEMAIN"),
        (series, unit, id) => {
          const plain = demandOver(series, 2.5, { method: id });
          const scaled = demandOver(
            series.map((value) => value * unit),
            2.5,
            { method: id },
          );
          for (const p of probabilities) expect(scaled.quantile(p) / unit).toBeCloseTo(plain.quantile(p), 6);
        },
      ),
      { numRuns: 100 },
    );
  });
});
