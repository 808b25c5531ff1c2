import fc from "fast-check";
import { unconstrainDemand, unconstrainMethods } from "../../../src/engine/demand";
import known from "../../reference/demand-preparation.json";
import { random } from "../../random";

test.each(known.unconstrain)(
  "BAYES equals rates integrated by scipy, spread $spread",
  ({ demand, instock, estimate }) => {
    unconstrainDemand(demand, instock, "BAYES").forEach((units, t) =>
      expect(Math.abs(units - Math.max(demand[t], estimate[t]))).toBeLessThanOrEqual(
        1e-6 * Math.max(1, estimate[t]),
      ),
    );
  },
);

/** Items whose demand is known, sold from stock that is short in part of the periods. */
function shortItems(count: number, mean: number, shape: number) {
  const { gamma, poisson, uniform } = random(17);
  return Array.from({ length: count }, () => {
    const instock = Array.from({ length: 24 }, () => (uniform() < 0.6 ? 1 : Math.round(10 * uniform()) / 10));
    const periods = instock.map((share, t) => {
      const rate = gamma(shape, (mean * (1 + 0.02 * t)) / shape);
      const sold = poisson(rate * share);
      return { sold, all: sold + poisson(rate * (1 - share)) };
    });
    return { instock, sold: periods.map(({ sold }) => sold), all: periods.map(({ all }) => all) };
  });
}

test.each([
  // Mean demand, shape of its rate, and the most that BAYES may leave of RATE's root mean squared error. Measured: .51, .78, .97.
  [4, 1000, 0.6],
  [20, 10, 0.85],
  [200, 4, 1],
])("mean %d, shape %d: BAYES errs less than RATE, and neither leans far", (mean, shape, most) => {
  const items = shortItems(150, mean, shape);
  const figures = unconstrainMethods.map((method) => {
    let squares = 0;
    let lean = 0;
    let total = 0;
    for (const { instock, sold, all } of items) {
      unconstrainDemand(sold, instock, method).forEach((units, t) => {
        if (instock[t] === 1) return;
        squares += (units - all[t]) ** 2;
        lean += units - all[t];
        total += all[t];
      });
    }
    return { squares, lean: lean / total };
  });
  const [rate, bayes] = figures;
  expect(Math.sqrt(bayes.squares / rate.squares)).toBeLessThan(most);
  for (const { lean } of figures) expect(Math.abs(lean)).toBeLessThan(0.05);
});

test("a blank stays blank, but is estimated where there was no stock", () => {
  for (const method of unconstrainMethods) {
    const [, blank, out] = unconstrainDemand([10, NaN, NaN, 10], [1, 1, 0, 1], method);
    expect(blank).toBeNaN();
    expect(out).toBeCloseTo(10, 9);
  }
  expect(() => unconstrainDemand([1, 2], [1, NaN], "RATE")).toThrow(
    "instock of period 2 must be a share where demand holds a number, got a blank",
  );
  expect(() => unconstrainDemand([1, 2], [1], "RATE")).toThrow(
    "instock must have as many periods as demand (2), got 1",
  );
  expect(() => unconstrainDemand([NaN, 2], [1, 0], "BAYES")).toThrow("instock must be above 0");
});

test("two thousand periods without stock still get the only rate there is", () => {
  const empty = new Array<number>(2000).fill(0);
  for (const method of unconstrainMethods) {
    expect(unconstrainDemand([8, ...empty], [1, ...empty], method)).toEqual(new Array(2001).fill(8));
  }
});

test("laws: with stock all the time nothing changes; never less than was sold; less stock, more demand", () => {
  const period = fc.record({
    sold: fc.integer({ min: 0, max: 200 }),
    share: fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
  });
  fc.assert(
    fc.property(
      fc.array(period, { minLength: 2, maxLength: 30 }),
      fc.constantFrom(...unconstrainMethods),
      (periods, method) => {
        const sold = periods.map((one) => one.sold);
        const shares = periods.map((one, t) => (t === 0 ? 1 : one.share));
        expect(
          unconstrainDemand(
            sold,
            shares.map(() => 1),
            method,
          ),
        ).toEqual(sold);
        const estimates = unconstrainDemand(Object.freeze(sold), Object.freeze(shares), method);
        estimates.forEach((units, t) => {
          expect(Number.isFinite(units)).toBe(true);
          expect(units).toBeGreaterThanOrEqual(sold[t]);
        });
      },
    ),
  );
});
