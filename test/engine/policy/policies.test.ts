import fc from "fast-check";
import {
  listedDemand,
  lotPolicy,
  lotPolicyMethods,
  optimalOrderUpToPolicy,
  orderUpToPolicyCost,
  poissonDemand,
  powerApproximation,
} from "../../../src/engine/policy";
import type { LotPolicyRequest } from "../../../src/engine/policy";
import { jointReplenishment, jointReplenishmentHeuristic } from "../../../src/engine/replenishment";
import known from "../../reference/policies.json";

const request = (
  [mean, sd, leadTime, orderCost, holding, shortage]: readonly number[],
  distribution: LotPolicyRequest["distribution"],
): LotPolicyRequest => ({
  mean,
  sd,
  leadTime,
  orderCost,
  holding,
  shortage,
  distribution,
  method: "EXACT",
});
const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe("(r, Q), continuous review", () => {
  test.each(known.rqPoisson)("whole units: mean %d, lead time %d", (...numbers) => {
    const [rate, lead, order, hold, short, r, q, best] = numbers;
    const { policy, cost } = lotPolicy(request([rate, 0, lead, order, hold, short], "POISSON"));
    expect(relative(cost, best)).toBeLessThan(1e-10);
    expect(policy).toEqual({ reorderPoint: r, lot: q });
  });
  // The search that made the answers stops within 1e-7 of the quantities; costs are flat there.
  test.each(known.rqNormal)("normal: mean %d, sd %d, lead time %d", (...numbers) => {
    const [r, q, best] = numbers.slice(6);
    const { policy, cost } = lotPolicy(request(numbers, "NORMAL"));
    expect(cost / best - 1).toBeLessThan(1e-12);
    expect(relative(cost, best)).toBeLessThan(1e-9);
    expect(policy.reorderPoint).toBeCloseTo(r, 3);
    expect(policy.lot).toBeCloseTo(q, 3);
  });
  test("the exact policy costs no more than any heuristic, or than its neighbours, whatever the demand", () => {
    const rates = fc.tuple(
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      fc.double({ min: 0.3, max: 0.8, noNaN: true }),
      fc.double({ min: 0.1, max: 8, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      fc.double({ min: 0.05, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 60, noNaN: true }),
    );
    fc.assert(
      fc.property(
        rates,
        fc.constantFrom("NORMAL", "GAMMA", "POISSON", "LOGNORMAL"),
        (drawn, distribution) => {
          const [mean, variation, leadTime, order, hold, times] = drawn;
          const numbers = [mean, mean * variation, leadTime, order, hold, hold * times];
          const exact = lotPolicy(request(numbers, distribution)).cost;
          for (const method of lotPolicyMethods) {
            const { cost } = lotPolicy({ ...request(numbers, distribution), method });
            expect(cost).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
          }
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });
  test("money: costs scale, the policy stays; certain demand gives the backorder lot", () => {
    const base = lotPolicy(request([50, 20, 4, 100, 1, 9], "NORMAL"));
    const inCents = lotPolicy(request([50, 20, 4, 10_000, 100, 900], "NORMAL"));
    expect(inCents.policy.lot).toBeCloseTo(base.policy.lot, 6);
    expect(inCents.cost).toBeCloseTo(100 * base.cost, 6);
    const certain = lotPolicy(request([1000, 0, 0.5, 50, 2, 18], "NORMAL"));
    expect(certain.policy.lot).toBeCloseTo(Math.sqrt((2 * 50 * 1000 * 20) / (2 * 18)), 6);
  });
});

describe("(s, S), periodic review", () => {
  type Case = [demand: unknown[], ...numbers: number[]];
  const demandOf = ([kind, what]: unknown[]) =>
    kind === "POISSON" ? poissonDemand(what as number) : listedDemand(what as [number, number][]);
  test.each(known.ss as unknown as Case[])(
    "%j, lead time %d",
    (demand, leadTime, orderCost, holding, shortage, s, target, best) => {
      const problem = {
        demand: demandOf(demand as never),
        leadTime: leadTime as number,
        orderCost: orderCost as number,
        holding: holding as number,
        shortage: shortage as number,
      };
      const { policy, cost } = optimalOrderUpToPolicy(problem);
      expect(relative(cost, best as number)).toBeLessThan(1e-9);
      expect(policy).toEqual({ reorderPoint: s, target });
      expect(orderUpToPolicyCost(problem, policy)).toBeCloseTo(cost, 12);
    },
  );
  test("beats its neighbours and the power approximation", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 2, max: 80 }),
        (mean, leadTime, orderCost, shortage) => {
          const problem = { demand: poissonDemand(mean), leadTime, orderCost, holding: 1, shortage };
          const { policy, cost } = optimalOrderUpToPolicy(problem);
          for (const [ds, dS] of [
            [0, 1],
            [0, -1],
            [1, 0],
            [-1, 0],
            [1, 1],
            [-1, -1],
            [3, -3],
            [-5, 5],
          ]) {
            const other = { reorderPoint: policy.reorderPoint + ds, target: policy.target + dS };
            if (other.target > other.reorderPoint)
              expect(orderUpToPolicyCost(problem, other)).toBeGreaterThanOrEqual(cost * (1 - 1e-12));
          }
          const power = orderUpToPolicyCost(problem, powerApproximation(problem));
          expect(power).toBeGreaterThanOrEqual(cost * (1 - 1e-12));
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });
  test("lists of demand that are none are refused", () => {
    expect(() => listedDemand([[1, 0.5]])).toThrow("mean must list probabilities that sum to 1, got 0.5");
    expect(() => listedDemand([[1.5, 1]])).toThrow("whole units");
    expect(() => listedDemand([[0, 1]])).toThrow("mean must give some demand a probability, got 0");
  });
});

describe("joint replenishment", () => {
  test.each(known.joint)("%j", (items, major, best) => {
    const list = (items as [number, number, number][]).map(([demand, minorCost, holdingCost]) => ({
      demand,
      minorCost,
      holdingCost,
    }));
    const plan = jointReplenishment(list, major as number);
    expect(relative(plan.cost, best as number)).toBeLessThan(1e-12);
    expect(jointReplenishmentHeuristic(list, major as number).cost).toBeGreaterThanOrEqual(plan.cost - 1e-9);
  });
});
