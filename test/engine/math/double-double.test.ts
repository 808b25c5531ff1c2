import fc from "fast-check";
import { exactly, minus, nearest, over, plus, product, times } from "../../../src/engine/math/double-double";

/** Whole numbers far beyond 2^53, in BigInt. */
const whole = (value: { readonly high: number; readonly low: number }) =>
  BigInt(value.high) + BigInt(value.low);
const number = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });

test("products and sums of whole numbers are exact up to 2^106", () => {
  fc.assert(
    fc.property(number, number, number, number, (a, b, c, d) => {
      expect(whole(product(a, b))).toBe(BigInt(a) * BigInt(b));
      // 2^101 at most, so that the sum has its 106 bits.
      expect(whole(plus(product(a, b), product(c, d)))).toBe(BigInt(a) * BigInt(b) + BigInt(c) * BigInt(d));
      expect(whole(minus(product(a, b), product(c, d)))).toBe(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
    }),
  );
});

test("a third, three times, is one again to 30 digits, where plain doubles lose theirs after many turns", () => {
  const third = over(exactly(1), 3);
  let sum = exactly(0);
  let plain = 0;
  for (let i = 0; i < 300_000; i++) {
    sum = plus(sum, third);
    plain += 1 / 3;
  }
  const rest = minus(sum, exactly(100_000));
  expect(Math.abs(nearest(rest))).toBeLessThan(1e-20);
  expect(Math.abs(plain - 100_000)).toBeGreaterThan(1e-9);
});

test("dividing undoes multiplying", () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 1e6 }), (a, b) => {
      expect(nearest(over(times(exactly(a), b), b))).toBe(a === 0 ? 0 : a);
    }),
  );
});
