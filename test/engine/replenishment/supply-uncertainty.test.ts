import fc from "fast-check";
import {
  approximateDisruptedQuantity,
  disruptedBaseStock,
  disruptedCost,
  disruptedOrderQuantity,
  orderQuantityUnderYield,
  stockUnderYield,
  type YieldType,
} from "../../../src/engine/replenishment";
import { lossFunctionsOf, uniformLossFunctions } from "../../../src/engine/math/loss";
import type { DemandDistribution } from "../../../src/engine/math/demand-distribution";
import known from "../../reference/supply-uncertainty.json";

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);
const supplyOf = ([
  demand,
  orderCost,
  holdingCost,
  lostCost,
  failureRate,
  recoveryRate,
]: readonly number[]) => ({
  demand,
  orderCost,
  holdingCost,
  lostCost,
  failureRate,
  recoveryRate,
});

describe("lots when the supplier is down at times", () => {
  test.each(known.lots)("demand %d, order cost %d, holding %d, lost %d, rates %d and %d", (...numbers) => {
    const supply = supplyOf(numbers);
    expect(relative(disruptedCost(supply, disruptedOrderQuantity(supply)), numbers[6])).toBeLessThan(1e-10);
  });
  test("the closed form costs no less, and next to nothing more where lots last long beside outages", () => {
    for (const numbers of known.lots) {
      const supply = supplyOf(numbers);
      const lot = approximateDisruptedQuantity(supply);
      const cost = disruptedCost(supply, lot);
      expect(cost).toBeGreaterThanOrEqual(numbers[6] * (1 - 1e-10));
      const cyclesOfSupply = ((supply.failureRate + supply.recoveryRate) * lot) / supply.demand;
      if (cyclesOfSupply > 8) expect(relative(cost, numbers[6])).toBeLessThan(0.001);
    }
  });
  test("hardly any outages: the economic order quantity", () => {
    const supply = supplyOf([1300, 8, 0.225, 5, 1e-9, 1000]);
    expect(disruptedOrderQuantity(supply)).toBeCloseTo(Math.sqrt((2 * 8 * 1300) / 0.225), 3);
  });
});

describe("base stock when the supplier is down at times", () => {
  test.each(known.certain)("certain demand %d, costs %d and %d, chances %d and %d", (...numbers) => {
    const [mean, shortage, holding, failure, recovery, level, best] = numbers;
    const problem = {
      mean,
      sd: 0,
      distribution: "NORMAL" as const,
      leadTime: 0,
      shortage,
      holding,
      failure,
      recovery,
    };
    const { level: found, cost } = disruptedBaseStock(problem);
    expect(relative(cost, best)).toBeLessThan(1e-10);
    expect(found).toBeCloseTo(level, 9);
  });
  test.each(known.spread as [string, ...number[]][])("%s demand of mean %d", (kind, ...numbers) => {
    const [mean, sd, leadTime, shortage, holding, failure, recovery, level, best] = numbers;
    const distribution = kind as DemandDistribution;
    const found = disruptedBaseStock({
      mean,
      sd,
      distribution,
      leadTime,
      shortage,
      holding,
      failure,
      recovery,
    });
    // Numerical integration and search made the answers.
    expect(relative(found.cost, best)).toBeLessThan(1e-9);
    expect(Math.abs(found.level - level)).toBeLessThan(1e-3 * (1 + level));
  });
});

describe("orders of which not everything arrives", () => {
  test.each(known.stock as [string, string, ...number[]][])("%s, %s", (kind, type, ...numbers) => {
    const [demand, shortage, holding, mean, sd, level, best] = numbers;
    const reach = Math.sqrt(3) * sd;
    const yielded =
      kind === "UNIFORM"
        ? uniformLossFunctions(mean - reach, mean + reach)
        : lossFunctionsOf(kind as DemandDistribution, mean, sd);
    const found = stockUnderYield({ demand, shortage, holding, yielded, type: type as YieldType });
    expect(relative(found.cost, best)).toBeLessThan(1e-9);
    expect(relative(found.level, level)).toBeLessThan(1e-3);
  });
  test("the lot is cheaper than its neighbours, by renewal over what arrives", () => {
    const figures = fc.tuple(
      fc.double({ min: 10, max: 1e5, noNaN: true }),
      fc.double({ min: 1, max: 1e3, noNaN: true }),
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      fc.double({ min: 0.2, max: 1.2, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.constantFrom<YieldType>("ADDITIVE", "MULTIPLICATIVE"),
    );
    fc.assert(
      fc.property(figures, ([demand, orderCost, holdingCost, mean, sd, type]) => {
        const unit = type === "ADDITIVE" ? Math.sqrt((2 * orderCost * demand) / holdingCost) / 4 : 1;
        const [yieldMean, yieldSd] = [type === "ADDITIVE" ? (mean - 1) * unit : mean, sd * unit];
        const { quantity, cost } = orderQuantityUnderYield({
          demand,
          orderCost,
          holdingCost,
          yieldMean,
          yieldSd,
          type,
        });
        const costOf = (lot: number) => {
          const received = type === "ADDITIVE" ? lot + yieldMean : lot * yieldMean;
          const spread = type === "ADDITIVE" ? yieldSd : lot * yieldSd;
          const square = received ** 2 + spread ** 2;
          return ((orderCost + (holdingCost * square) / (2 * demand)) * demand) / received;
        };
        expect(relative(cost, costOf(quantity))).toBeLessThan(1e-12);
        for (const near of [0.9, 0.999, 1.001, 1.1])
          expect(costOf(quantity * near)).toBeGreaterThanOrEqual(cost * (1 - 1e-12));
      }),
      { numRuns: 200 },
    );
  });
});
