import fc from "fast-check";
import { countDemand, optimalOrderUpToPolicy, orderUpToPolicyCost } from "../../../src/engine/policy";
import type { DemandDistribution } from "../../../src/engine/math/demand-distribution";
import known from "../../reference/reviewed-policies.json";

type Case = readonly [
  kind: DemandDistribution,
  mean: number,
  sd: number | null,
  leadTime: number,
  review: number,
  orderCost: number,
  holding: number,
  shortage: number,
  s: number,
  S: number,
  cost: number,
];

const named = (known.cases as unknown as Case[]).map(
  (given) => [`${given[0]} of mean ${given[1]}, lead time ${given[3]}, review ${given[4]}`, given] as const,
);

test.each(named)(
  "the enumeration's best: %s",
  (_, [kind, mean, sd, leadTime, review, orderCost, holding, shortage, s, S, best]) => {
    const demand = countDemand(kind, mean, sd ?? 0);
    const { policy, cost } = optimalOrderUpToPolicy({
      demand,
      leadTime,
      review,
      orderCost,
      holding,
      shortage,
    });
    expect(policy).toEqual({ reorderPoint: s, target: S });
    expect(Math.abs(cost / best - 1)).toBeLessThan(1e-8);
  },
);

test("no neighbour is cheaper, and looking less often never is", () => {
  const problems = fc.record({
    mean: fc.double({ min: 0.3, max: 8, noNaN: true }),
    variation: fc.double({ min: 1.05, max: 4, noNaN: true }),
    leadTime: fc.integer({ min: 0, max: 3 }),
    orderCost: fc.double({ min: 0.5, max: 60, noNaN: true }),
    shortage: fc.double({ min: 1, max: 40, noNaN: true }),
  });
  fc.assert(
    fc.property(problems, ({ mean, variation, ...rest }) => {
      const demand = countDemand("NBINOM", mean, Math.sqrt(variation * mean));
      const costs = [1, 2, 4].map((review) => {
        const problem = { demand, holding: 1, review, ...rest };
        const { policy, cost } = optimalOrderUpToPolicy(problem);
        for (const [ds, dS] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, 1],
          [-1, -1],
        ] as const) {
          const near = { reorderPoint: policy.reorderPoint + ds, target: policy.target + dS };
          if (near.target > near.reorderPoint)
            expect(orderUpToPolicyCost(problem, near)).toBeGreaterThanOrEqual(cost * (1 - 1e-9));
        }
        return cost;
      });
      // Whatever a review of 2 or 4 does could be done looking every period.
      expect(costs[1]).toBeGreaterThanOrEqual(costs[0] * (1 - 1e-9));
      expect(costs[2]).toBeGreaterThanOrEqual(costs[1] * (1 - 1e-9));
    }),
    { numRuns: 60 },
  );
});

test("rounded to whole units the chances sum to 1 and keep the mean within half a unit", () => {
  for (const kind of ["NORMAL", "GAMMA", "LOGNORMAL"] as const) {
    const { probabilities, mean } = countDemand(kind, 12, 4);
    expect(probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(12, 1);
  }
});
