import fc from "fast-check";
import known from "../../reference/valuation.json";
import { bridge, forwardCover } from "../../../src/engine/kpi";
import { bestDisposal, disposalValue, planSellOff } from "../../../src/engine/lifecycle";
import {
  ageStock,
  defaultRiskWeights,
  excessStock,
  lowerOfCostAndNrv,
  obsolescenceRisk,
  reserveTier,
} from "../../../src/engine/valuation";

const bounds = [90, 180, 270, 365];
const tight = 1e-9;

describe("against decimals and fractions", () => {
  test.each(known.ageing.map((each, i) => [i, each] as const))("ageing %i", (_, each) => {
    const receipts = {
      dates: each.receipts.map(([day]) => day),
      quantities: each.receipts.map(([, quantity]) => quantity),
      costs: each.receipts.map(([, , cost]) => cost),
    };
    const aged = ageStock(receipts, each.onHand, { bounds, asOf: each.asof });
    expect(aged.quantities).toEqual(each.quantities);
    expect(aged.unmatched).toBe(0);
    aged.values?.forEach((value, i) => expect(Math.abs(value - Number(each.values[i]))).toBeLessThan(tight));
  });

  test.each(known.cover.map((each, i) => [i, each] as const))("forward cover %i", (_, each) => {
    expect(forwardCover(each.onHand, each.forecast, each.days)).toBeCloseTo(each.cover, 9);
  });

  test.each(known.writeDowns.map((each, i) => [i, each] as const))("write-down %i", (_, each) => {
    for (const [standard, expected] of [
      ["IAS2", each.ias2],
      ["ASC330", each.asc330],
    ] as const) {
      const { writeDown, reversal, carrying } = lowerOfCostAndNrv(
        each.cost,
        each.nrv,
        each.quantity,
        each.prior,
        standard,
      );
      [writeDown, reversal, carrying].forEach((money, i) =>
        expect(Math.abs(money - Number(expected[i]))).toBeLessThan(1e-8),
      );
    }
  });

  test.each(known.shapley.map((each, i) => [i, each] as const))("bridge over all orders %i", (_, each) => {
    const { effects } = bridge(driversOf(each.prior, each.current), "SHAPLEY");
    effects.forEach((effect, i) =>
      expect(Math.abs(effect - each.effects[i])).toBeLessThan(1e-9 * (1 + Math.abs(each.effects[i]))),
    );
  });
});

function driversOf(prior: readonly number[], current: readonly number[], divides: readonly boolean[] = []) {
  return prior.map((value, i) => ({
    name: `driver ${i}`,
    prior: value,
    current: current[i],
    divides: divides[i] ?? false,
  }));
}

describe("ageing", () => {
  const receipt = fc.record({
    date: fc.integer({ min: 45_000, max: 46_100 }),
    quantity: fc.integer({ min: -50, max: 500 }).map((steps) => steps / 10),
    cost: fc.integer({ min: 0, max: 9999 }).map((cents) => cents / 100),
  });

  test("buckets add up to stock on hand, in quantity and at one cost in value; more stock makes no bucket smaller", () => {
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 15 }), fc.nat(5000), (rows, steps) => {
        const dates = rows.map(({ date }) => date);
        const quantities = rows.map(({ quantity }) => quantity);
        const onHand = steps / 10;
        const aged = ageStock({ dates, quantities, costs: [3] }, onHand, { bounds, asOf: 46_000 });
        const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
        expect(sum(aged.quantities)).toBeCloseTo(onHand, 9);
        expect(sum(aged.values ?? [])).toBeCloseTo(3 * onHand, 8);
        const more = ageStock({ dates, quantities }, onHand + 1, { bounds, asOf: 46_000 });
        more.quantities.forEach((units, i) =>
          expect(units).toBeGreaterThanOrEqual(aged.quantities[i] - tight),
        );
      }),
    );
  });

  test("an age equal to a bound belongs to it, a day more does not", () => {
    const receipts = { dates: [46_000 - 90, 46_000 - 91], quantities: [1, 2] };
    expect(ageStock(receipts, 3, { bounds, asOf: 46_000 }).quantities).toEqual([1, 2, 0, 0, 0]);
  });

  test("a time of day does not make stock older", () => {
    const receipts = { dates: [45_910.9], quantities: [1] };
    expect(ageStock(receipts, 1, { bounds, asOf: 46_000.1 }).quantities).toEqual([1, 0, 0, 0, 0]);
  });
});

describe("bridge", () => {
  const value = fc.integer({ min: 1, max: 5000 }).map((steps) => steps / 10);
  const drivers = fc.array(fc.tuple(value, value, fc.boolean()), { minLength: 1, maxLength: 7 });

  test.each(["SEQ", "SHAPLEY", "SUM"] as const)("%s closes, far within a hundredth", (method) => {
    fc.assert(
      fc.property(drivers, (rows) => {
        const all = driversOf(
          rows.map(([prior]) => prior),
          rows.map(([, current]) => current),
          rows.map(([, , divides]) => divides),
        );
        const { start, effects, end } = bridge(all, method);
        const closing = effects.reduce((sum, effect) => sum + effect, start);
        const size = Math.max(Math.abs(start), Math.abs(end), ...effects.map(Math.abs));
        expect(Math.abs(closing - end)).toBeLessThanOrEqual(1e-12 * size * 20);
      }),
    );
  });

  test("a driver that did not move explains nothing, in any method", () => {
    const all = driversOf([4, 5, 6], [8, 5, 7]);
    for (const method of ["SEQ", "SHAPLEY", "SUM"] as const) expect(bridge(all, method).effects[1]).toBe(0);
  });

  test("SHAPLEY does not hang on the order of drivers, SEQ does", () => {
    const [forth, back] = [driversOf([4, 5], [8, 7]), driversOf([5, 4], [7, 8])];
    expect(bridge(back, "SHAPLEY").effects).toEqual([...bridge(forth, "SHAPLEY").effects].reverse());
    expect(bridge(back, "SEQ").effects).not.toEqual([...bridge(forth, "SEQ").effects].reverse());
  });
});

describe("laws of the rest", () => {
  test("a reversal never exceeds the earlier write-down, and nothing is carried above cost", () => {
    const money = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(money, money, fc.nat(1000), money, (cost, nrv, quantity, prior) => {
        const ias = lowerOfCostAndNrv(cost, nrv, quantity, prior);
        expect(ias.reversal).toBeLessThanOrEqual(prior);
        expect(ias.carrying).toBeLessThanOrEqual(cost * quantity);
        expect(Math.min(ias.reversal, ias.writeDown)).toBe(0);
        const written = lowerOfCostAndNrv(cost, nrv, quantity, Math.min(prior, cost * quantity), "ASC330");
        expect(written.reversal).toBe(0);
        expect(written.carrying).toBeGreaterThanOrEqual(-tight);
      }),
    );
  });

  test("forward cover grows with stock, and the cover of all the forecast is its length", () => {
    const forecast = [30, 0, 50];
    const covers = [0, 10, 30, 40, 80].map((onHand) => forwardCover(onHand, forecast, 30));
    expect(covers).toEqual([0, 10, 30, 66, 90]);
  });

  test("excess and what the horizon needs are all of stock, where there is any", () => {
    const rule = { horizon: 3, safetyStock: 10 };
    expect(excessStock(500, [10, 20, 30, 999], rule)).toBe(430);
    expect(excessStock(60, [10, 20, 30, 999], rule)).toBe(0);
    expect(excessStock(500, [20], rule)).toBe(430);
  });

  test("risk lies between 0 and 100, and worse signs never lower it", () => {
    const sign = fc.record({
      age: fc.nat(2000),
      cover: fc.nat(100),
      trend: fc.integer({ min: -100, max: 300 }).map((per) => per / 100),
      stage: fc.constantFrom("Growth", "Mature", "EOL", undefined),
      replaced: fc.constantFrom(true, false, undefined),
    });
    const risk = (signs: Parameters<typeof obsolescenceRisk>[0]) =>
      obsolescenceRisk(signs, defaultRiskWeights).reduce((sum, { points }) => sum + points, 0);
    fc.assert(
      fc.property(sign, (signs) => {
        const now = risk(signs);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(100 + tight);
        expect(risk({ ...signs, age: signs.age + 30 })).toBeGreaterThanOrEqual(now - tight);
        expect(risk({ ...signs, cover: signs.cover + 1 })).toBeGreaterThanOrEqual(now - tight);
        expect(risk({ ...signs, trend: signs.trend - 0.1 })).toBeGreaterThanOrEqual(now - tight);
      }),
    );
  });

  test("the tier of a measure is the largest threshold it reaches, its own type before all", () => {
    const tiers = [
      { type: "", threshold: 6, share: 0.05 },
      { type: "ROH", threshold: 12, share: 0.2 },
      { type: "ROH", threshold: 10, share: 0.15 },
    ];
    expect(reserveTier(tiers, 11, "ROH")?.share).toBe(0.15);
    expect(reserveTier(tiers, 12, "ROH")?.share).toBe(0.2);
    expect(reserveTier(tiers, 9.99, "ROH")).toBeUndefined();
    expect(reserveTier(tiers, 11, "FERT")?.share).toBe(0.05);
  });

  test("the break-even discount makes the best option as good as the runner-up", () => {
    const options = [
      { name: "discount", proceeds: 9, cost: 1, fixed: 20, months: 3 },
      { name: "return", proceeds: 6, cost: 0, fixed: 0, months: 1 },
    ];
    const terms = { holdingCost: 0.1, rate: 0.08 };
    const best = bestDisposal(50, options, terms);
    expect(best.name).toBe("discount");
    const lowered = { ...options[0], proceeds: 9 * (1 - (best.breakEven as number)) };
    expect(disposalValue(50, lowered, terms)).toBeCloseTo(disposalValue(50, options[1], terms), 9);
  });

  test("a price cut sells stock off just in time; units sold and left are all there were", () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 2, max: 40 }).map((tenths) => tenths / 10),
        (onHand, forecast, elasticity) => {
          const by = forecast.length - 1;
          const plan = planSellOff({ onHand, forecast, by, price: 10, elasticity });
          expect(plan[by - 1].residual).toBe(0);
          expect(plan.reduce((sum, { sales }) => sum + sales, 0)).toBeCloseTo(onHand, 9);
          expect(plan[0].price).toBeLessThanOrEqual(10);
        },
      ),
    );
  });
});
