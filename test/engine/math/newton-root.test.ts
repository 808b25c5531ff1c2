import { newtonRoot } from "../../../src/engine/math/newton-root";

test.each([
  ["rising", (x: number) => ({ value: x ** 3 - 2, slope: 3 * x * x }), 0, 2, Math.cbrt(2)],
  ["falling", (x: number) => ({ value: Math.exp(-x) - 0.25, slope: -Math.exp(-x) }), 0, 30, Math.log(4)],
])("%s: the root in double precision from anywhere between", (_, f, low, high, root) => {
  for (const share of [0, 0.01, 0.5, 0.99, 1])
    expect(newtonRoot(f, low, high, low + share * (high - low))).toBeCloseTo(root, 14);
});

test("a step that would leave the enclosing points is halved: arctan far out, where Newton's method alone runs away", () => {
  const arctan = (x: number) => ({ value: Math.atan(x - 1), slope: 1 / (1 + (x - 1) ** 2) });
  expect(newtonRoot(arctan, -50, 80, 79)).toBeCloseTo(1, 12);
});

test("noise near the root ends in halving, within the noise", () => {
  const noisy = (x: number) => ({ value: Math.round((x - 0.3) * 1e6) / 1e6 + 1e-7, slope: 1 });
  expect(Math.abs(newtonRoot(noisy, 0, 1, 0.9) - 0.3)).toBeLessThan(2e-6);
});
