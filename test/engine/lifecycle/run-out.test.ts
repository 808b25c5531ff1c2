import fc from "fast-check";
import { demandBetween, leftOn, runOutDay, stockToTheEnd } from "../../../src/engine/lifecycle";

const starts = [100, 110, 130, 160];

describe("running out", () => {
  const runOut = { onHand: 60, sales: [10, 40, 30], starts };
  test("half a period takes half of its sales", () => {
    expect(leftOn(105, runOut)).toBe(55);
    expect(leftOn(120, runOut)).toBe(30);
  });
  test("the last unit goes in the period that takes it", () => expect(runOutDay(runOut)).toBe(140));
  test("stock that outlasts the periods has no day", () =>
    expect(runOutDay({ ...runOut, onHand: 81 })).toBeUndefined());
  test("nothing is left on the day of running out, something before it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 100 }),
        (sales, onHand) => {
          const day = runOutDay({ onHand, sales, starts });
          if (day === undefined) return;
          expect(leftOn(day, { onHand, sales, starts })).toBeCloseTo(0, 9);
          expect(leftOn(day - 0.5, { onHand, sales, starts })).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
  test("demand between days adds up", () => {
    const demand = { sales: [10, 40, 30], starts };
    expect(demandBetween(100, 160, demand)).toBe(80);
    expect(demandBetween(105, 120, demand)).toBe(5 + 20);
    expect(demandBetween(150, 120, demand)).toBe(0);
  });
});

describe("stock to the end", () => {
  const terms = { cost: 10, price: 15, salvage: 2, storage: 1 };
  test("without spread what is above demand is left, what is below is missing", () => {
    expect(stockToTheEnd(12, { mean: 10, sd: 0, years: 2 }, terms)).toEqual({
      leftOver: 2,
      short: 0,
      storage: 14,
      scrap: 16,
      lostMargin: 0,
    });
    expect(stockToTheEnd(7, { mean: 10, sd: 0, years: 2 }, terms)).toMatchObject({
      short: 3,
      lostMargin: 15,
    });
  });
  test("at the mean both are 0.398942 sd", () => {
    const { leftOver, short } = stockToTheEnd(10, { mean: 10, sd: 3, years: 1 }, terms);
    expect(leftOver).toBeCloseTo(3 / Math.sqrt(2 * Math.PI), 9);
    expect(short).toBeCloseTo(leftOver, 12);
  });
  test("the stock of the newsvendor's ratio costs least, storage aside", () => {
    const demand = { mean: 100, sd: 20, years: 1 };
    const cost = (units: number) => {
      const { scrap, lostMargin = NaN } = stockToTheEnd(units, demand, terms);
      return scrap + lostMargin;
    };
    // Underage 5, overage 8: z(5/13) = -0.29338.
    const best = 100 - 0.29338 * 20;
    expect(cost(best)).toBeLessThan(cost(best - 1));
    expect(cost(best)).toBeLessThan(cost(best + 1));
  });
});
