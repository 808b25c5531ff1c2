import fc from "fast-check";
import { wagnerWhitin } from "../../../src/engine/replenishment/dynamic-lot-size";
import { lotPlanCost } from "../../../src/engine/replenishment/lot-sizing-problem";

/** Every subset of periods as order periods: the definition, for short horizons. */
function bruteForce(demand: readonly number[], orderCost: number, holdingCost: number): number {
  let best = Infinity;
  for (let orders = 0; orders < 1 << demand.length; orders++) {
    const lots = demand.map(() => 0);
    let current = -1;
    let served = true;
    for (let t = 0; t < demand.length; t++) {
      if (orders & (1 << t)) current = t;
      if (demand[t] > 0 && current < 0) served = false;
      if (current >= 0) lots[current] += demand[t];
    }
    if (served) best = Math.min(best, lotPlanCost({ demand, orderCost, holdingCost }, lots));
  }
  return best;
}

test("four periods by hand", () => {
  // 500 per order, 2 per unit and period: 210 now (carry 120 once), 150 in period 3 (carry 70 once).
  const plan = wagnerWhitin({ demand: [90, 120, 80, 70], orderCost: 500, holdingCost: 2 });
  expect(plan.lots).toEqual([210, 0, 150, 0]);
  expect(plan.cost).toBe(1000 + 240 + 140);
});

test("Wagner and Whitin's costs are those of every possible plan's best", () => {
  const demand = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(
      demand,
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 5 }),
      (units, order, hold) => {
        const plan = wagnerWhitin({ demand: units, orderCost: order, holdingCost: hold });
        const best = units.every((unit) => unit === 0) ? 0 : bruteForce(units, order, hold);
        expect(plan.cost).toBeCloseTo(best, 9);
        expect(plan.lots.reduce((sum, lot) => sum + lot, 0)).toBe(units.reduce((sum, unit) => sum + unit, 0));
      },
    ),
    { numRuns: 400 },
  );
});

test("cheap orders: lot for lot; free holding: one order", () => {
  const demand = [5, 0, 7, 3];
  expect(wagnerWhitin({ demand, orderCost: 0, holdingCost: 1 }).lots).toEqual(demand);
  expect(wagnerWhitin({ demand, orderCost: 1, holdingCost: 0 }).lots).toEqual([15, 0, 0, 0]);
});
