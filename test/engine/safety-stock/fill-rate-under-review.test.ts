import fc from "fast-check";
import { normalDraws } from "../../../src/engine/math/random";
import { normalLoss } from "../../../src/engine/math/normal";
import {
  fillRate,
  fillRateUnderReview,
  reorderPointUnderReview,
  type ReviewedLots,
} from "../../../src/engine/safety-stock";

const lots: ReviewedLots = { lot: 60, before: { mean: 40, sd: 12 }, after: { mean: 44, sd: 14 } };

test("what is owed is the loss averaged over positions from r to r + Q", () => {
  const owed = (r: number, { mean, sd }: ReviewedLots["after"]) => {
    const steps = 20_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += sd * normalLoss((r + ((i + 0.5) / steps) * lots.lot - mean) / sd);
    return sum / steps;
  };
  for (const r of [30, 44, 61]) {
    const short = owed(r, lots.after) - owed(r, lots.before);
    expect(fillRateUnderReview(r, lots)).toBeCloseTo(1 - short / 4, 8);
  }
});

test("where each customer takes next to nothing it is the formula of one lot", () => {
  const tiny = 1e-4;
  const steady = { ...lots, after: { mean: 40 + tiny, sd: 12 } };
  expect(fillRateUnderReview(52, steady)).toBeCloseTo(fillRate(12, 60, 12), 5);
});

test("simulated days agree within four standard errors", () => {
  // Demand of a day normal(20, 8), lead time 4 days, looked at every day, lots of 60.
  const draw = normalDraws(11);
  const model = { lot: 60, before: { mean: 80, sd: 16 }, after: { mean: 100, sd: 8 * Math.sqrt(5) } };
  const reorderPoint = 105;
  const batches = Array.from({ length: 40 }, () => {
    let [net, onOrder, short, asked] = [150, 0, 0, 0];
    const due: number[] = new Array<number>(5).fill(0);
    for (let day = 0; day < 5_000; day++) {
      const arrived = due[day % 5];
      due[day % 5] = 0;
      net += arrived;
      onOrder -= arrived;
      const order = 60 * Math.max(0, Math.floor((reorderPoint - net - onOrder) / 60) + 1);
      if (net + onOrder <= reorderPoint) {
        due[(day + 4) % 5] += order;
        onOrder += order;
      }
      const demand = 20 + 8 * draw();
      const owedBefore = Math.max(0, -net);
      net -= demand;
      short += Math.max(0, -net) - owedBefore;
      asked += demand;
    }
    return 1 - short / asked;
  });
  const mean = batches.reduce((sum, rate) => sum + rate, 0) / batches.length;
  const variance = batches.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (batches.length - 1);
  const error = Math.sqrt(variance / batches.length);
  expect(Math.abs(mean - fillRateUnderReview(reorderPoint, model))).toBeLessThan(4 * error);
});

test("the reorder point meets its target, and no smaller one does", () => {
  const sizes = fc.record({
    target: fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
    lot: fc.double({ min: 1, max: 500, noNaN: true }),
    sd: fc.double({ min: 0.5, max: 60, noNaN: true }),
    day: fc.double({ min: 0.5, max: 20, noNaN: true }),
  });
  fc.assert(
    fc.property(sizes, ({ target, lot, sd, day }) => {
      const model = { lot, before: { mean: 40, sd }, after: { mean: 40 + day, sd: Math.hypot(sd, day) } };
      const found = reorderPointUnderReview(target, model, 40);
      const reached = fillRateUnderReview(found, model);
      if (found === 40) expect(reached).toBeGreaterThanOrEqual(target);
      else expect(reached).toBeCloseTo(target, 9);
    }),
  );
});
