import fc from "fast-check";
import {
  lotPlan,
  lotPlanCost,
  lotSizingMethods,
  noLotLimits,
  type LotLimits,
} from "../../../src/engine/replenishment";
import known from "../../reference/lot-sizing.json";

type Case = readonly [
  demand: number[],
  orderCost: number[],
  holdingCost: number[],
  minimum: number,
  multiple: number,
  maximum: number | null,
  safetyStock: number,
  shortageCost: number | null,
  best: number | null,
];
const cases = known.cases as unknown as readonly Case[];

function limitsOf([, , , minimum, multiple, maximum, safetyStock, shortageCost]: Case): LotLimits {
  return {
    minimum,
    multiple,
    maximum: maximum ?? Infinity,
    safetyStock,
    shortageCost: shortageCost ?? undefined,
  };
}

/** Whether the lots keep to the limits and no period ends with less than it may. */
function keepsTo(demand: readonly number[], lots: readonly number[], limits: LotLimits): boolean {
  let stock = 0;
  return lots.every((lot, t) => {
    stock += lot - demand[t];
    const packs = limits.multiple === 0 ? 0 : lot / limits.multiple;
    const whole = Math.abs(packs - Math.round(packs)) < 1e-9;
    const inside = lot === 0 || (lot >= limits.minimum - 1e-9 && lot <= limits.maximum + 1e-9);
    const mayOwe = limits.shortageCost !== undefined && t < demand.length - 1;
    return whole && inside && (mayOwe || stock >= limits.safetyStock - 1e-9);
  });
}

describe("cheapest lots within limits", () => {
  test.each(cases.map((known, i) => [i, known] as const))("case %d of the enumeration", (_, given) => {
    const [demand, orderCost, holdingCost] = given;
    const best = given[8];
    const limits = limitsOf(given);
    const plan = () => lotPlan({ demand, orderCost, holdingCost }, limits, "WW");
    if (best === null) {
      expect(plan).toThrow(/^max must/);
      return;
    }
    const { lots, cost } = plan();
    expect(cost).toBeCloseTo(best, 8);
    expect(cost).toBe(lotPlanCost({ demand, orderCost, holdingCost }, lots, limits.shortageCost));
    expect(keepsTo(demand, lots, limits)).toBe(true);
  });

  test("rules of thumb keep to the limits and cost no less", () => {
    for (const given of cases) {
      const [demand, orderCost, holdingCost] = given;
      const limits = limitsOf(given);
      for (const method of lotSizingMethods) {
        let plan;
        try {
          plan = lotPlan({ demand, orderCost, holdingCost }, limits, method);
        } catch (thrown) {
          expect((thrown as Error).message).toMatch(/^max must/);
          continue;
        }
        // A maximum may leave a rule of thumb owing at the end; the cheapest plan may not.
        const owes = plan.lots.reduce((sum, lot, t) => sum + lot - demand[t], 0) < -1e-9;
        if (owes) continue;
        expect(keepsTo(demand, plan.lots, limits)).toBe(true);
        expect(plan.cost).toBeGreaterThanOrEqual((given[8] as number) - 1e-8);
      }
    }
  });

  test("lots and costs scale with the unit", () => {
    const demand = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        demand,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 40, max: 90 }),
        (units, minimum, maximum) => {
          const costOf = (unit: number) =>
            lotPlan(
              { demand: units.map((u) => u * unit), orderCost: 30, holdingCost: 1 / unit },
              { ...noLotLimits, minimum: minimum * unit, maximum: maximum * unit },
              "WW",
            ).cost;
          expect(costOf(0.137)).toBeCloseTo(costOf(1), 8);
        },
      ),
      { numRuns: 100 },
    );
  });
});
