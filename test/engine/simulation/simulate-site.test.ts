import fc from "fast-check";
import {
  simulateReplications,
  simulateService,
  simulateSite,
  withOutages,
  type ControlRule,
  type Estimate,
  type PeriodEnd,
} from "../../../src/engine/simulation";
import { achievedService, orderUpToLevel } from "../../../src/engine/safety-stock";
import { lossFunctionsOf, normalLossFunctions } from "../../../src/engine/math/loss";
import { demandDraws } from "../../../src/engine/math/random-demand";
import { normalDraws, uniformDraws } from "../../../src/engine/math/random";
import { optimalOrderUpToPolicy, poissonDemand } from "../../../src/engine/policy";

const rules: fc.Arbitrary<ControlRule> = fc.oneof(
  fc.record({
    kind: fc.constant("lots" as const),
    reorderPoint: fc.integer({ min: -5, max: 40 }),
    lot: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant("order-up-to" as const),
    reorderPoint: fc.integer({ min: -5, max: 30 }),
    target: fc.integer({ min: 31, max: 60 }),
  }),
);

describe("nothing gets lost", () => {
  test("stock and pipeline add up in every period, orders overtaking one another or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 80 }),
        rules,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (demand, rule, times, review, lostSales) => {
          const path: PeriodEnd[] = [];
          const draw = uniformDraws(3);
          const leadTime = () => times[Math.floor(draw() * times.length)];
          const result = simulateSite({
            demand,
            leadTime,
            rule,
            review,
            lostSales,
            onHand: 20,
            watch: (end) => path.push(end),
          });
          let net = 20;
          for (const { received, demand: wanted, short, onHand, backorders } of path) {
            net += received - wanted + (lostSales ? short : 0);
            expect(onHand - backorders).toBeCloseTo(net, 9);
            expect(onHand === 0 || backorders === 0).toBe(true);
          }
          const lost = path.reduce((sum, { short }) => sum + short, 0);
          expect(result.lost).toBe(lostSales ? lost : 0);
          expect(result.fillRate).toBeCloseTo(
            1 -
              lost /
                Math.max(
                  1,
                  demand.reduce((a, b) => a + b, 0),
                ),
            9,
          );
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
  test("what the future holds changes nothing before it", () => {
    const demand = [5, 9, 0, 12, 3, 8, 7, 1, 0, 4];
    const run = (numbers: number[]) => {
      const path: PeriodEnd[] = [];
      simulateSite({
        demand: numbers,
        leadTime: () => 2,
        rule: { kind: "lots", reorderPoint: 10, lot: 15 },
        review: 1,
        watch: (end) => path.push(end),
      });
      return path;
    };
    expect(run([...demand.slice(0, 6), 100, 0, 50, 2]).slice(0, 6)).toEqual(run(demand).slice(0, 6));
  });
});

describe("against the formulas, within the confidence interval", () => {
  const periods = 20_000;
  const noisy = (seed: number, mean: number, sd: number) => {
    const draw = normalDraws(seed);
    return Float64Array.from({ length: periods }, () => Math.max(0, mean + sd * draw()));
  };
  const twenty = [0.8, 0.9, 0.95, 0.98].flatMap((csl) =>
    [
      [1, 1],
      [3, 1],
      [1, 4],
      [6, 2],
      [10, 5],
    ].map(([leadTime, review]) => [csl, leadTime, review]),
  );
  test.each(twenty)(
    "order-up-to keeps a cycle service level of %d within a point, lead time %d, review %d",
    (csl, leadTime, review) => {
      // Orders arrive at a period's start, so that demand over lead time + review periods is to be met.
      const target = orderUpToLevel({ mean: 50, sd: 8, leadTime, leadTimeSd: 0, review }, csl);
      const estimate = simulateReplications(20, (i) => ({
        demand: noisy(100 + i, 50, 8),
        leadTime: () => leadTime,
        rule: { kind: "order-up-to", reorderPoint: Infinity, target },
        review,
      })).cycleServiceLevel;
      expect(estimate.halfWidth).toBeLessThan(0.005);
      expect(Math.abs(estimate.mean - csl)).toBeLessThan(0.01);
    },
  );
  test("fill rate of lots, small against demand of a period", () => {
    // Many short periods come close to continuous review: demand 2 a period, lead time 50.
    const service = achievedService(normalLossFunctions(100, 0.5 * Math.sqrt(50)), 102, 40);
    const estimate = simulateReplications(20, (i) => ({
      demand: noisy(500 + i, 2, 0.5),
      leadTime: () => 50,
      // On average the position is one unit, half a period's demand, below the reorder point when the order goes out.
      rule: { kind: "lots", reorderPoint: 103, lot: 40 },
      review: 1,
    })).fillRate;
    expect(Math.abs(estimate.mean - service.fillRate)).toBeLessThan(0.01);
  });
  test("cost of the exact (s, S)", () => {
    const [orderCost, holding, shortage] = [30, 1, 9];
    const demand = poissonDemand(4);
    const { policy, cost } = optimalOrderUpToPolicy({ demand, leadTime: 2, orderCost, holding, shortage });
    const counts = (seed: number) => {
      const draw = uniformDraws(seed);
      return Float64Array.from({ length: periods }, () => {
        let u = draw();
        let k = 0;
        while (u > demand.probabilities[k] && k < demand.probabilities.length - 1)
          u -= demand.probabilities[k++];
        return k;
      });
    };
    const { averageStock, averageBackorders, orders } = simulateReplications(20, (i) => ({
      demand: counts(i + 1),
      leadTime: () => 2,
      rule: { kind: "order-up-to", ...policy },
      review: 1,
    }));
    const simulated =
      holding * averageStock.mean + shortage * averageBackorders.mean + (orderCost * orders.mean) / periods;
    expect(simulated / cost).toBeCloseTo(1, 2);
  });
});

test("orders under way arrive when they are due, and a rule may change: by hand", () => {
  const onHand: number[] = [];
  const askedIn: number[] = [];
  simulateSite({
    demand: [1, 1, 1, 1, 1],
    onHand: 2,
    review: 1,
    leadTime: (period) => {
      askedIn.push(period);
      return 1;
    },
    underway: [{ period: 1, units: 3 }],
    // Nothing until period 3, then one lot of 4 as the position is 2: 2 + 3 - 3 demands.
    rule: { kind: "lots", reorderPoint: -1, lot: 4 },
    ruleAt: (period) => ({ kind: "lots", reorderPoint: period < 3 ? -1 : 2, lot: 4 }),
    watch: (period) => onHand.push(period.onHand),
  });
  expect(askedIn).toEqual([3]);
  expect(onHand).toEqual([1, 3, 2, 1, 4]);
});

describe("service in the long run against exact formulas, within four standard errors", () => {
  const near = ({ mean, standardError }: Estimate, exact: number) =>
    expect(Math.abs(mean - exact)).toBeLessThanOrEqual(4 * standardError + 1e-12);
  const noLimits = { minimum: 0, multiple: 0, maximum: Infinity };
  const simulated = (
    kind: "POISSON" | "NBINOM" | "GAMMA",
    [mean, sd]: number[],
    leadTime: number,
    rule: ControlRule,
  ) =>
    simulateService({
      demandFrom: (seed) => demandDraws(kind, mean, sd, seed),
      leadTimeFrom: () => () => leadTime,
      longestLeadTime: leadTime,
      rule,
      review: 1,
      limits: noLimits,
      lostSales: false,
      periods: 200_000,
      seed: 1,
    });

  // An order of period t is there in t + L, so that stock at the end of a period met the demand of L + 1 periods; of its shortage, what was
  // owed before, the loss over L, is not new. Source: Silver, Pyke and Thomas (2017), section 6.8.
  test.each([
    ["POISSON", [4, 2], 3, 18],
    ["NBINOM", [6, 5], 1, 20],
    ["GAMMA", [10, 9], 2, 45],
  ] as const)("base stock, %s %j, lead time %d, level %d", (kind, moments, leadTime, level) => {
    const [mean, sd] = moments;
    const over = (span: number) => lossFunctionsOf(kind, mean * span, sd * Math.sqrt(span));
    const [longer, shorter] = [over(leadTime + 1), over(leadTime)];
    const rule = { kind: "order-up-to", reorderPoint: Infinity, target: level } as const;
    const service = simulated(kind, [...moments], leadTime, rule);
    near(service.fillRate, 1 - (longer.short(level) - shorter.short(level)) / mean);
    near(service.averageStock, longer.left(level));
    near(service.averageBackorders, longer.short(level));
    near(service.readyRate, kind === "GAMMA" ? longer.cdf(level) : longer.cdf(level - 1));
  });
  test("the cost of the exact (s, S)", () => {
    const [orderCost, holding, shortage] = [30, 1, 9];
    const { policy, cost } = optimalOrderUpToPolicy({
      demand: poissonDemand(4),
      leadTime: 2,
      orderCost,
      holding,
      shortage,
    });
    const { averageStock, averageBackorders, ordersPerPeriod } = simulated("POISSON", [4, 2], 2, {
      kind: "order-up-to",
      ...policy,
    });
    const error =
      holding * averageStock.standardError +
      shortage * averageBackorders.standardError +
      orderCost * ordersPerPeriod.standardError;
    const mean =
      holding * averageStock.mean + shortage * averageBackorders.mean + orderCost * ordersPerPeriod.mean;
    expect(Math.abs(mean - cost)).toBeLessThanOrEqual(4 * error);
  });
});

test("an order placed in an outage is on its way from its end, one under way is not touched", () => {
  const leadTime = withOutages(
    () => 2,
    [
      { from: 6, until: 7 },
      { from: 3, until: 5 },
    ],
  );
  // Adjoining outages are one: up again in period 8.
  expect([2, 3, 5, 6, 7, 8].map((period) => period + leadTime(period))).toEqual([4, 10, 10, 10, 10, 10]);
});

test("sums of decimals: the last of three tenths is there", () => {
  const { stockouts, averageBackorders } = simulateSite({
    demand: [0.1, 0.1, 0.1],
    leadTime: () => 9,
    rule: { kind: "lots", reorderPoint: -1, lot: 1 },
    review: 1,
    onHand: 0.1 + 0.1 + 0.1 - 1e-16,
  });
  expect([stockouts, averageBackorders]).toEqual([0, 0]);
});
