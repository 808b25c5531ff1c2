import { arrivalOfOpen, journeyTime } from "../../../src/engine/supply";
import reference from "../../reference/allocation.json";

describe("journeyTime", () => {
  test("quantiles as quadrature has them", () => {
    for (const { legs, quantiles } of reference.journeys) {
      const journey = journeyTime(legs.map(([mean, sd]) => ({ mean, sd })));
      // Quadrature and root of the reference leave about 1e-8.
      for (const [probability, days] of quantiles)
        expect(Math.abs(journey.within(probability) - days)).toBeLessThan(1e-6);
    }
  });

  test("two exponential legs: 1 - 1.5 exp(-x / 3) + 0.5 exp(-x)", () => {
    const journey = journeyTime([
      { mean: 3, sd: 3 },
      { mean: 1, sd: 1 },
    ]);
    for (const x of [0.5, 2, 4, 15]) {
      expect(journey.arrivedBy(x)).toBeCloseTo(1 - 1.5 * Math.exp(-x / 3) + 0.5 * Math.exp(-x), 11);
    }
  });

  test("equal scales add their shapes: the two ways of computing meet one gamma", () => {
    for (const shape of [1.3, 9]) {
      const leg = (a: number) => ({ mean: 2 * a, sd: 2 * Math.sqrt(a) });
      const parts = journeyTime([leg(shape), leg(shape / 2)]);
      const whole = journeyTime([leg(1.5 * shape)]);
      for (const p of [0.05, 0.5, 0.99]) expect(parts.within(p)).toBeCloseTo(whole.within(p), 7);
    }
  });

  test("what is still under way arrives later than it was expected to", () => {
    const journey = journeyTime([{ mean: 30, sd: 5 }]);
    expect(arrivalOfOpen(journey, 0, 0.8)).toBeCloseTo(journey.within(0.8), 9);
    expect(arrivalOfOpen(journey, 33, 0.8)).toBeGreaterThan(journey.within(0.8));
    expect(arrivalOfOpen(journey, 33, 0.5)).toBeGreaterThan(33);
    expect(arrivalOfOpen(journey, 400, 0.5)).toBe(402.5);
  });
});
