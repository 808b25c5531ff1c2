import { minimiseOnInterval } from "../../../src/engine/math/minimise-on-interval";

const grid = (low: number, high: number, steps: number) =>
  Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);

test("a smooth valley, to the tolerance", () => {
  expect(minimiseOnInterval((x) => Math.cosh(x - 0.3), grid(0, 1, 4), 1e-8)).toBeCloseTo(0.3, 7);
});
test("the deeper of two valleys, though the grid sees the other one first", () => {
  const f = (x: number) => (x < 2 ? (x - 1) ** 2 : (x - 3.1) ** 2 - 0.2);
  expect(minimiseOnInterval(f, grid(0, 4, 8), 1e-8)).toBeCloseTo(3.1, 7);
});
test("a slope ends at the bound", () => {
  expect(minimiseOnInterval((x) => x, grid(2, 3, 4), 1e-8)).toBe(2);
  expect(minimiseOnInterval((x) => -x, grid(2, 3, 4), 1e-8)).toBe(3);
});
test("a plain stays inside", () => {
  const x = minimiseOnInterval(() => 1, grid(0, 1, 4), 1e-8);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x).toBeLessThanOrEqual(1);
});
