import fc from "fast-check";
import { judge, type Weighed } from "../../../src/analyses/backtest/verdict";

const way = (fillRate: number, stock: number, cost: number): Weighed => ({ fillRate, stock, cost });
const before = way(0.97, 100, 1000);
const verdict = (proposed: Weighed, target: number | null = 0.95) => judge(proposed, before, target).verdict;

test.each([
  ["better in all", way(0.98, 90, 900), "recommended"],
  ["fewer orders pay for more stock, service as before", way(0.97, 120, 800), "recommended"],
  ["less stock at less cost, and the target is kept", way(0.955, 60, 900), "recommended"],
  ["less stock at less cost, but below the target", way(0.94, 60, 900), "trade-off"],
  ["better service, but it costs more", way(0.99, 120, 1100), "trade-off"],
  ["better on both axes, but so many orders that it costs more", way(0.98, 90, 1100), "trade-off"],
  ["worse on both axes, though orders saved pay for it", way(0.96, 120, 800), "trade-off"],
  ["better in nothing", way(0.96, 120, 1000), "worse"],
  ["the same", way(0.97, 100, 1000), "no change"],
] as const)("%s", (_, proposed, expected) => expect(verdict(proposed)).toBe(expected));

test("where the target is no fill rate, that of before must be kept", () => {
  expect(verdict(way(0.955, 60, 900), null)).toBe("trade-off");
  expect(verdict(way(0.97, 60, 900), null)).toBe("recommended");
});

test("what was weighed stands beside the verdict", () =>
  expect(judge(way(0.96, 120, 800), before, 0.95)).toMatchObject({
    against: before,
    target: 0.95,
    gains: { fillRate: -1, stock: -1, cost: 1 },
  }));

test("worse on both axes is never recommended, nor is what costs more", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const amount = fc.double({ min: 0, max: 1000, noNaN: true });
  const ways = fc.tuple(share, amount, amount).map((values) => way(...values));
  fc.assert(
    fc.property(ways, ways, share, (proposed, against, target) => {
      const { verdict: found } = judge(proposed, against, target);
      const [gain, saved] = [proposed.fillRate - against.fillRate, against.stock - proposed.stock];
      if (gain < -1e-6 && saved < -1e-3) expect(found).not.toBe("recommended");
      if (proposed.cost > against.cost + 1e-3) expect(found).not.toBe("recommended");
      if (found === "worse") expect(Math.max(gain, saved, against.cost - proposed.cost)).toBeLessThan(1e-5);
    }),
    { numRuns: 1000 },
  );
});
