import { demandDistribution } from "../../../src/engine/math/demand-distribution";
import { demandDraws, scenarioDraws } from "../../../src/engine/math/random-demand";

const draws = 40_000;

describe("draws follow their distribution, within 4.5 standard errors of the share below a level", () => {
  test.each([
    ["NORMAL", 50, 10],
    ["POISSON", 0.2, 0],
    ["POISSON", 2500, 0],
    ["NBINOM", 3, 4],
    ["NBINOM", 3, 1.74],
    ["GAMMA", 10, 3],
    ["GAMMA", 10, 25],
    ["LOGNORMAL", 10, 12],
  ] as const)("%s with mean %d and sd %d", (kind, mean, sd) => {
    const spread = kind === "POISSON" ? Math.sqrt(mean) : sd;
    const { cdf } = demandDistribution(kind, mean, spread);
    const draw = demandDraws(kind, mean, spread, 4);
    const sample = Float64Array.from({ length: draws }, draw);
    for (const level of [0, 0.2 * mean, mean - spread, mean, mean + 0.5 * spread, mean + 2 * spread]) {
      if (level < 0) continue;
      const share = sample.reduce((count, units) => count + (units <= level ? 1 : 0), 0) / draws;
      const chance = cdf(level);
      const error = Math.sqrt((chance * (1 - chance)) / draws);
      expect(Math.abs(share - chance)).toBeLessThanOrEqual(4.5 * error + 1e-12);
    }
  });
  test("of scenarios each comes as often as the others", () => {
    const draw = scenarioDraws([1, 2, 4], 9);
    const counts = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const units = draw();
      counts.set(units, (counts.get(units) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 4]);
    for (const count of counts.values())
      expect(Math.abs(count / draws - 1 / 3)).toBeLessThan(4.5 * Math.sqrt(2 / 9 / draws));
  });
});

test("a normal demand below 0 counts as none, and what has no spread is always the same", () => {
  const draw = demandDraws("NORMAL", 0, 5, 1);
  expect(Math.min(...Array.from({ length: 1000 }, draw))).toBe(0);
  expect(demandDraws("GAMMA", 7, 0, 1)()).toBe(7);
  expect(demandDraws("POISSON", 0, 0, 1)()).toBe(0);
});

test("the same seed draws the same, another one differently", () => {
  const first = (seed: number) => Array.from({ length: 5 }, demandDraws("GAMMA", 10, 3, seed));
  expect(first(3)).toEqual(first(3));
  expect(first(3)).not.toEqual(first(4));
});
