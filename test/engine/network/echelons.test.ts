import {
  optimiseSerial,
  optimiseWarehouse,
  poolingSaving,
  type OneWarehouse,
} from "../../../src/engine/network";
import reference from "../../reference/echelons.json";

type Serial = [number[], number[], number, number, number, number[], number];
type PoissonSerial = [number[], number[], number, number, number[], number];
type Warehouse = [
  number[],
  number,
  number[],
  number,
  number[],
  number[],
  boolean,
  [number, number[], number],
];

describe("serial systems", () => {
  test("normal demand, as a fine grid has it", () => {
    for (const [
      echelonHolding,
      leadTimes,
      mean,
      sd,
      shortage,
      stocks,
      cost,
    ] of reference.serialNormal as Serial[]) {
      const plan = optimiseSerial({ echelonHolding, leadTimes, mean, sd, shortage });
      // The grid's own error: kinks fall between its points.
      expect(Math.abs(plan.cost / cost - 1)).toBeLessThan(2e-6);
      plan.echelonBaseStock.forEach((stock, j) =>
        expect(Math.abs(stock - stocks[j])).toBeLessThan(1e-3 * sd),
      );
    }
  });

  test("Poisson demand, as enumeration has it", () => {
    for (const [
      echelonHolding,
      leadTimes,
      mean,
      shortage,
      stocks,
      cost,
    ] of reference.serialPoisson as PoissonSerial[]) {
      const plan = optimiseSerial({ echelonHolding, leadTimes, mean, sd: undefined, shortage });
      expect(plan.echelonBaseStock).toEqual(stocks);
      expect(Math.abs(plan.cost / cost - 1)).toBeLessThan(1e-10);
    }
  });

  test("normal demand, one stage: the newsvendor's closed form, however dear waiting is", () => {
    // scipy: z = norm.isf(h / (p + h)); cost (p + h) norm.pdf(z) x 600, base stock 4,000 + 600 z
    for (const [shortage, stock, cost] of [
      [100, 6231.425047804141, 23.751021675927227],
      [10_000, 6852.054706546638, 29.689997468821957],
    ]) {
      const plan = optimiseSerial({ echelonHolding: [0.01], leadTimes: [4], mean: 1000, sd: 300, shortage });
      expect(plan.cost).toBeCloseTo(cost, 6);
      expect(plan.echelonBaseStock[0]).toBeCloseTo(stock, 2);
    }
  });

  test("Poisson demand of thousands, as convolution has it, in no time", () => {
    const system = { echelonHolding: [3, 1], leadTimes: [0.5, 2], mean: 10_000, sd: undefined, shortage: 37 };
    const plan = optimiseSerial(system);
    // scipy.stats.poisson and numpy.convolve
    expect(plan.echelonBaseStock).toEqual([5103, 25287]);
    expect(plan.cost).toBeCloseTo(5748.4935719, 5);
    expect(() => optimiseSerial({ ...system, mean: 1e6 })).toThrow(
      "mean must leave at most 1000000 units on order over a lead time for POISSON, got 2000000",
    );
  });

  test("a stage next door, without lead time, changes nothing but what units under way cost", () => {
    const apart = optimiseSerial({ echelonHolding: [3, 2], leadTimes: [2, 0], mean: 5, sd: 1, shortage: 30 });
    const together = optimiseSerial({ echelonHolding: [5], leadTimes: [2], mean: 5, sd: 1, shortage: 30 });
    // 5 a period for 2 periods on the way, at the 2 that the second stage has put into them.
    expect(apart.cost).toBeCloseTo(together.cost + 5 * 2 * 2, 8);
    expect(apart.echelonBaseStock[1]).toBeCloseTo(together.echelonBaseStock[0], 5);
  });

  test("without uncertainty only what is under way costs", () => {
    const plan = optimiseSerial({
      echelonHolding: [3, 2, 2],
      leadTimes: [1, 1, 2],
      mean: 5,
      sd: 0,
      shortage: 30,
    });
    // 5 units on each of one period's way to stage 1 at 2 + 2, one to stage 2 at 2; those to stage 3 are not ours yet.
    expect(plan).toEqual({ echelonBaseStock: [5, 10, 20], cost: 30 });
  });

  test("scale: twice the money, twice the cost; dearer waiting, more stock", () => {
    const system = { echelonHolding: [1, 0.5], leadTimes: [2, 3], mean: 20, sd: 6, shortage: 9 };
    const plan = optimiseSerial(system);
    const twice = optimiseSerial({ ...system, echelonHolding: [2, 1], shortage: 18 });
    expect(twice.cost).toBeCloseTo(2 * plan.cost, 8);
    const dearer = optimiseSerial({ ...system, shortage: 20 });
    dearer.echelonBaseStock.forEach((stock, j) => expect(stock).toBeGreaterThan(plan.echelonBaseStock[j]));
    expect(dearer.cost).toBeGreaterThan(plan.cost);
  });
});

describe("one warehouse and its retailers", () => {
  test("as explicit binomial sums have it", () => {
    for (const [
      rates,
      lead,
      leads,
      h0,
      h,
      p,
      exact,
      [stock, stocks, cost],
    ] of reference.oneWarehouse as Warehouse[]) {
      const system: OneWarehouse = {
        warehouse: { leadTime: lead, holding: h0 },
        retailers: rates.map((rate, i) => ({ rate, leadTime: leads[i], holding: h[i], shortage: p[i] })),
      };
      const plan = optimiseWarehouse(system, exact ? "EXACT" : "METRIC");
      expect([plan.warehouse, ...plan.retailers]).toEqual([stock, ...stocks]);
      expect(Math.abs(plan.cost / cost - 1)).toBeLessThan(1e-10);
    }
  });

  test("one retailer: a warehouse at once is a single stage, by either method", () => {
    const retailer = { rate: 3, leadTime: 2, holding: 1, shortage: 9 };
    const single = optimiseSerial({
      echelonHolding: [1],
      leadTimes: [2],
      mean: 3,
      sd: undefined,
      shortage: 9,
    });
    for (const method of ["EXACT", "METRIC"] as const) {
      const plan = optimiseWarehouse(
        { warehouse: { leadTime: 0, holding: 0.5 }, retailers: [retailer] },
        method,
      );
      expect([plan.warehouse, ...plan.retailers]).toEqual([0, ...single.echelonBaseStock]);
      expect(plan.cost).toBeCloseTo(single.cost, 10);
    }
  });
});

test("pooling saves the less the more demand moves together", () => {
  expect(poolingSaving([10, 10, 10, 10], 0)).toBeCloseTo(0.5, 12);
  const savings = [0, 0.25, 0.5, 1].map((correlation) => poolingSaving([4, 9, 16], correlation));
  savings.slice(1).forEach((saving, k) => expect(saving).toBeLessThan(savings[k]));
  expect(savings[3]).toBeCloseTo(0, 12);
});
