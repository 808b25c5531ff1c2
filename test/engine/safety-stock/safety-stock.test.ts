import fc from "fast-check";
import { normalLoss } from "../../../src/engine/math/normal";
import {
  cycleServiceLevel,
  fillRate,
  orderUpToLevel,
  reorderPoint,
  safetyStock,
  safetyStockDrivers,
  safetyStockForFillRate,
} from "../../../src/engine/safety-stock";

const item = { mean: 50, sd: 5, leadTime: 6, leadTimeSd: 2, review: 0 };
const positive = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const target = fc.double({ min: 0.51, max: 0.9999, noNaN: true });
const anyItem = fc.record({
  mean: positive(1000),
  sd: positive(300),
  leadTime: positive(30),
  leadTimeSd: fc.double({ min: 0, max: 5, noNaN: true }),
  review: fc.double({ min: 0, max: 10, noNaN: true }),
});

test("the worked example: 129.11, 429.11, with a review of 7: 130.22 and 780.22", () => {
  expect(safetyStock(item, 0.9, "NORMAL")).toBeCloseTo(129.1127, 4);
  expect(reorderPoint(item, 0.9, "NORMAL")).toBeCloseTo(429.1127, 4);
  expect(safetyStock({ ...item, review: 7 }, 0.9, "NORMAL")).toBeCloseTo(130.221, 4);
  expect(orderUpToLevel({ ...item, review: 7 }, 0.9)).toBeCloseTo(780.221, 4);
  expect(safetyStockDrivers(item, 0.9).leadTimeShare).toBeCloseTo(0.985, 3);
});

test("service level is the inverse of safety stock", () => {
  fc.assert(
    fc.property(anyItem, target, (any, csl) => {
      expect(cycleServiceLevel(safetyStock(any, csl, "NORMAL"), any)).toBeCloseTo(csl, 10);
    }),
  );
});

test("more service, more spread, longer lead times never need less stock", () => {
  fc.assert(
    fc.property(anyItem, target, fc.double({ min: 1, max: 2, noNaN: true }), (any, csl, factor) => {
      const base = safetyStock(any, csl, "NORMAL");
      const more = [
        safetyStock(any, 1 - (1 - csl) / factor, "NORMAL"),
        safetyStock({ ...any, sd: any.sd * factor }, csl, "NORMAL"),
        safetyStock({ ...any, leadTime: any.leadTime * factor }, csl, "NORMAL"),
        safetyStock({ ...any, leadTimeSd: any.leadTimeSd * factor }, csl, "NORMAL"),
      ];
      for (const stock of more) expect(stock).toBeGreaterThanOrEqual(base * (1 - 1e-12));
    }),
  );
});

test("a gamma with little spread is nearly normal, with much spread needs more at high service", () => {
  const steady = { ...item, leadTimeSd: 0 };
  expect(safetyStock(steady, 0.95, "GAMMA") / safetyStock(steady, 0.95, "NORMAL")).toBeCloseTo(1, 1);
  const wild = { ...item, sd: 60 };
  expect(safetyStock(wild, 0.99, "GAMMA")).toBeGreaterThan(safetyStock(wild, 0.99, "NORMAL"));
});

test("no spread, no stock; no demand, no stock", () => {
  const certain = { mean: 50, sd: 0, leadTime: 6, leadTimeSd: 0, review: 0 };
  for (const distribution of ["NORMAL", "GAMMA", "NBINOM"] as const)
    expect(safetyStock(certain, 0.99, distribution)).toBe(0);
  expect(safetyStock({ ...certain, mean: 0, sd: 5 }, 0.9, "POISSON")).toBe(0);
  expect(cycleServiceLevel(0, certain)).toBe(1);
});

describe("fill rate", () => {
  test("sigma 100, lot 500, 98 %: 90.23 by both forms, 205.37 for a 98 % cycle service level", () => {
    expect(safetyStockForFillRate(0.98, 500, 100)).toBeCloseTo(90.23, 2);
    expect(safetyStockForFillRate(0.98, 500, 100, { oneSided: true })).toBeCloseTo(90.23, 2);
    expect(safetyStock({ ...item, sd: 100, leadTime: 1, leadTimeSd: 0 }, 0.98, "NORMAL")).toBeCloseTo(
      205.37,
      2,
    );
  });
  test("the stock found gives the fill rate asked for, or is 0", () => {
    fc.assert(
      fc.property(
        positive(1000),
        positive(5000),
        fc.double({ min: 0.5, max: 0.999999, noNaN: true }),
        (sd, lot, wanted) => {
          const stock = safetyStockForFillRate(wanted, lot, sd);
          const reached = fillRate(stock, lot, sd);
          if (stock === 0) expect(reached).toBeGreaterThanOrEqual(wanted - 1e-12);
          else expect(Math.abs(1 - reached - (1 - wanted)) / (1 - wanted)).toBeLessThan(1e-8);
        },
      ),
    );
  });
  test("small lots: the one-sided form asks for more", () => {
    expect(safetyStockForFillRate(0.95, 20, 100, { oneSided: true })).toBeGreaterThan(
      safetyStockForFillRate(0.95, 20, 100) * 1.05,
    );
  });
  test("by the definition: shortage per cycle over lot", () => {
    expect(fillRate(90, 500, 100, { oneSided: true })).toBeCloseTo(1 - (100 * normalLoss(0.9)) / 500, 14);
    expect(fillRate(-50, 500, 0)).toBeCloseTo(0.9, 12);
  });
});
