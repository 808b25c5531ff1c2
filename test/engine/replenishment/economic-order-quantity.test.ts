import fc from "fast-check";
import { economicOrderQuantity, yearlyCost, type EoqProblem } from "../../../src/engine/replenishment";

const plain: EoqProblem = {
  demand: 1300,
  orderCost: 8,
  unitCost: 1.125,
  carryRate: 0.2,
  minimum: 0,
  multiple: 0,
  breaks: [],
};

test("Snyder and Shen, example 3.1: 304.0468", () => {
  expect(economicOrderQuantity(plain)).toBeCloseTo(304.0468, 4);
});

test("no other quantity within reach is cheaper", () => {
  const problem = fc.record({
    demand: fc.integer({ min: 1, max: 10_000 }),
    orderCost: fc.integer({ min: 1, max: 500 }),
    unitCost: fc.integer({ min: 5, max: 100 }),
    carryRate: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
    minimum: fc.constantFrom(0, 10, 300),
    multiple: fc.constantFrom(0, 1, 12, 50),
    breaks: fc.constantFrom(
      [],
      [{ from: 100, price: 4.9 }],
      [
        { from: 500, price: 4 },
        { from: 200, price: 4.5 },
      ],
    ),
  });
  fc.assert(
    fc.property(problem, fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 30 }), (any, tries) => {
      const best = economicOrderQuantity(any);
      expect(best).toBeGreaterThanOrEqual(any.minimum);
      const cost = yearlyCost(any, best);
      const unit = any.multiple === 0 ? best / 60 : any.multiple;
      if (any.multiple > 0) expect(best / any.multiple).toBeCloseTo(Math.round(best / any.multiple), 9);
      const reach = [...tries.map((count) => count * unit), ...any.breaks.map(({ from }) => from)];
      for (const quantity of reach) {
        const allowed = quantity >= any.minimum && (any.multiple === 0 || quantity % any.multiple === 0);
        if (allowed) expect(cost).toBeLessThanOrEqual(yearlyCost(any, quantity) * (1 + 1e-12));
      }
    }),
  );
});
