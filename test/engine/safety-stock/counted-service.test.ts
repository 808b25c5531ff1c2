import { uniformDraws } from "../../../src/engine/math/random";
import { countedService } from "../../../src/engine/safety-stock";
import { simulateSite } from "../../../src/engine/simulation";

/** Sum of `periods` independent demands. */
function summed(one: readonly number[], periods: number): Float64Array {
  let sum = [1];
  for (let t = 0; t < periods; t++) {
    const next = new Array<number>(sum.length + one.length - 1).fill(0);
    sum.forEach((a, i) => one.forEach((b, j) => (next[i + j] += a * b)));
    sum = next;
  }
  return Float64Array.from(sum);
}

const lumpy = [0.7, 0.05, 0.05, 0, 0, 0.1, 0, 0, 0, 0, 0.1];
const serviceOf = (leadTime: number, lot: number, one = lumpy) =>
  countedService({
    leadTime: { unit: 1, probabilities: summed(one, leadTime) },
    protection: { unit: 1, probabilities: summed(one, leadTime + 1) },
    lot,
  });

test.each([
  [3, 1, 12],
  [3, 6, 9],
  [0, 4, 5],
  [5, 12, 15],
])("lead time %d, lot %d, reorder point %d: fill rate of the simulator", (leadTime, lot, reorderPoint) => {
  const draw = uniformDraws(7);
  const cumulative = lumpy.map((_, k) => lumpy.slice(0, k + 1).reduce((sum, chance) => sum + chance, 0));
  const demand = Float64Array.from({ length: 400_000 }, () => {
    const u = draw();
    return cumulative.findIndex((sum) => u < sum - 1e-15 || sum > 1 - 1e-12);
  });
  const run = { demand, leadTime: () => leadTime, review: 1 };
  const { fillRate } = simulateSite({ ...run, rule: { kind: "lots", reorderPoint, lot } });
  // Standard error of 400,000 periods with sums that hang together over about ten of them: below 0.001.
  expect(Math.abs(serviceOf(leadTime, lot).fillRate(reorderPoint) - fillRate)).toBeLessThan(0.004);
});

test("by hand: demand 0 or 2 with chance 1/2, no lead time, lot 1", () => {
  const service = serviceOf(0, 1, [0.5, 0, 0.5]);
  // Position r + 1: n(1) = 0.5, n(2) = 0; mean demand 1.
  expect(service.fillRate(0)).toBeCloseTo(0.5, 12);
  expect(service.fillRate(1)).toBe(1);
  expect(service.cycleServiceLevel(1)).toBe(0.5);
  expect(service.cycleServiceLevel(2)).toBe(1);
  expect(service.forFillRate(0.6)).toBe(1);
  expect(service.forCycleService(0.5)).toBe(0);
});

test("the reorder point for a target meets it, one unit less does not; it rises with the target and falls with the lot", () => {
  for (const lot of [1, 5, 20]) {
    const service = serviceOf(4, lot);
    let before = 0;
    for (const target of [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]) {
      const reorderPoint = service.forFillRate(target);
      expect(service.fillRate(reorderPoint)).toBeGreaterThanOrEqual(target - 1e-9);
      if (reorderPoint > 0) expect(service.fillRate(reorderPoint - 1)).toBeLessThan(target);
      expect(reorderPoint).toBeGreaterThanOrEqual(before);
      before = reorderPoint;
      const quantile = service.forCycleService(target);
      expect(service.cycleServiceLevel(quantile)).toBeGreaterThanOrEqual(target - 1e-9);
      if (quantile > 0) expect(service.cycleServiceLevel(quantile - 1)).toBeLessThan(target);
    }
  }
  expect(serviceOf(4, 20).forFillRate(0.95)).toBeLessThan(serviceOf(4, 1).forFillRate(0.95));
});
