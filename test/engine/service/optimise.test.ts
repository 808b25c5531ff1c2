import fc from "fast-check";
import {
  bestMixForBudget,
  cheapestMix,
  cheapestMixes,
  serviceCurve,
  serviceFrontier,
  type ServiceItem,
} from "../../../src/engine/service";
import { fillRate } from "../../../src/engine/safety-stock";

const size = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const item: fc.Arbitrary<ServiceItem> = fc.record({
  demand: size(1, 1000),
  sd: size(0.5, 400),
  lot: size(5, 800),
  unitCost: size(0.1, 200),
  floor: fc.constantFrom(0, 0, 0, 0.9),
});
const items = fc.array(item, { minLength: 1, maxLength: 30 });

const overall = (list: readonly ServiceItem[], stocks: readonly number[]) =>
  list.reduce((sum, { demand, lot, sd }, i) => sum + demand * fillRate(stocks[i], lot, sd), 0) /
  list.reduce((sum, { demand }) => sum + demand, 0);

describe("the cheapest mix", () => {
  test("meets the target exactly, or the floors and free stock already do; every floor is met", () => {
    fc.assert(
      fc.property(items, size(0.6, 0.999), (list, target) => {
        const plan = cheapestMix(list, target);
        if (plan.marginalFillRate > 0) expect(plan.fillRate).toBeCloseTo(target, 9);
        else expect(plan.fillRate).toBeGreaterThanOrEqual(target - 1e-9);
        plan.items.forEach((one, i) => expect(one.fillRate).toBeGreaterThanOrEqual(list[i].floor - 1e-9));
      }),
      { numRuns: 100, seed: 1 },
    );
  });
  test("no shift of money between two items buys more", () => {
    fc.assert(
      fc.property(
        items,
        size(0.7, 0.995),
        fc.nat(),
        fc.nat(),
        size(0.001, 0.2),
        (list, target, a, b, part) => {
          const plan = cheapestMix(list, target);
          const [from, to] = [a % list.length, b % list.length];
          const stocks = plan.items.map(({ safetyStock }) => safetyStock);
          const money = part * stocks[from] * list[from].unitCost;
          stocks[from] -= money / list[from].unitCost;
          stocks[to] += money / list[to].unitCost;
          const kept = fillRate(stocks[from], list[from].lot, list[from].sd) >= list[from].floor;
          if (kept && from !== to) expect(overall(list, stocks)).toBeLessThanOrEqual(plan.fillRate + 1e-12);
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });
  test("at least as cheap as the same fill rate for all: by 10 % and more on a mixed assortment", () => {
    const list = Array.from({ length: 60 }, (_, i) => ({
      demand: 20 + ((i * 37) % 500),
      sd: 10 + ((i * 53) % 120),
      lot: 50 + ((i * 29) % 300),
      unitCost: 0.5 + ((i * 17) % 90),
      floor: 0,
    }));
    const plan = cheapestMix(list, 0.97);
    const flat = list.map(
      ({ unitCost, ...one }) => (unitCost * cheapestMix([{ ...one, unitCost }], 0.97).value) / unitCost,
    );
    expect(plan.value).toBeLessThan(0.9 * flat.reduce((sum, value) => sum + value, 0));
  });
  test("budget and target are two sides of one frontier", () => {
    fc.assert(
      fc.property(items, size(0.8, 0.99), (list, target) => {
        const plan = cheapestMix(list, target);
        const back = bestMixForBudget(list, plan.value);
        expect(back.fillRate).toBeCloseTo(plan.fillRate, 7);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
  test("a budget below the floors is answered with what they cost", () => {
    const one = { demand: 100, sd: 100, lot: 500, unitCost: 1, floor: 0.98 };
    expect(() => bestMixForBudget([one], 50)).toThrow(
      "target must be at least 90.24, what the floors cost, got 50",
    );
    const three = ["P-1", "P-2", "P-3"].map((name, i) => ({ ...one, unitCost: i + 1, name }));
    expect(() => bestMixForBudget(three, 50)).toThrow(
      "target must be at least 541.41, what the floors cost (most at P-3: 270.71, P-2: 180.47, P-1: 90.24), got 50",
    );
  });
});

test("the service curve rises in both measures, and money with stock", () => {
  const curve = serviceCurve(100, 500, 3, 20);
  curve.slice(1).forEach((point, i) => {
    expect(point.cycleServiceLevel).toBeGreaterThan(curve[i].cycleServiceLevel);
    expect(point.fillRate).toBeGreaterThan(curve[i].fillRate);
    expect(point.value).toBeCloseTo(3 * point.safetyStock, 12);
  });
  expect(curve.at(-1)?.cycleServiceLevel).toBeCloseTo(0.999, 9);
});

describe("the frontier", () => {
  const list = Array.from({ length: 60 }, (_, i) => ({
    demand: 20 + ((i * 37) % 500),
    sd: 10 + ((i * 53) % 120),
    lot: 50 + ((i * 29) % 300),
    unitCost: 0.5 + ((i * 17) % 90),
    floor: i % 7 === 0 ? 0.9 : 0,
  }));
  test("each of its points is the cheapest mix for its fill rate; it rises, and ever steeper", () => {
    const points = serviceFrontier(list, 40, (plan) => plan);
    expect(points).toHaveLength(40);
    for (const { fillRate: reached, value, marginalFillRate } of points.slice(1)) {
      const cheapest = cheapestMix(list, reached);
      expect(value / cheapest.value).toBeCloseTo(1, 8);
      if (cheapest.marginalFillRate > 0)
        expect(marginalFillRate / cheapest.marginalFillRate).toBeCloseTo(1, 5);
    }
    const slopes = points.slice(1).map(({ value, fillRate: reached }, i) => {
      expect(value).toBeGreaterThanOrEqual(points[i].value);
      return (value - points[i].value) / (reached - points[i].fillRate);
    });
    const rising = slopes.filter(Number.isFinite);
    rising.slice(1).forEach((slope, i) => expect(slope).toBeGreaterThan(rising[i] * (1 - 1e-9)));
    expect(points.at(-1)?.fillRate).toBeGreaterThan(0.999);
  });
  test("several targets at once are those of one after the other, unreachable and met ones too", () => {
    fc.assert(
      fc.property(items, (some) => {
        const targets = [0.5, 0.9, 0.95, 0.99, 0.9999];
        const plans = cheapestMixes(some, targets, (plan) => plan);
        plans.forEach(({ fillRate: reached, value }, i) => {
          const one = cheapestMix(some, targets[i]);
          expect(reached).toBeCloseTo(one.fillRate, 9);
          // Money follows the fill rate steeply near 1: a millionth of it.
          expect(Math.abs(value - one.value)).toBeLessThanOrEqual(1e-6 * (1 + one.value));
        });
      }),
      { numRuns: 60, seed: 4, endOnFailure: true },
    );
  });
  test("nothing to decide: no curve", () => {
    expect(
      serviceFrontier([{ demand: 5, sd: 0, lot: 5, unitCost: 1, floor: 0 }], 10, (plan) => plan),
    ).toEqual([]);
    expect(serviceFrontier([], 10, (plan) => plan)).toEqual([]);
  });
});
