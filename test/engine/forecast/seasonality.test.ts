import { seasonalityOf } from "../../../src/engine/forecast";
import { normalDraws } from "../../../src/engine/math/random";

/** A level of 100 with a wave of this season and noise of standard deviation 10. */
function wave(count: number, season: number, swing: number, seed: number): number[] {
  const draw = normalDraws(seed);
  return Array.from(
    { length: count },
    (_, t) => 100 + swing * Math.sin((2 * Math.PI * t) / season) + 10 * draw(),
  );
}

describe("short seasons", () => {
  test("a clear one is used, noise in at most one of five", () => {
    const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
    const used = (swing: number) =>
      seeds.filter((seed) => seasonalityOf(wave(72, 12, swing, seed), 12).used).length;
    expect(used(30)).toBe(100);
    // two-sided at 90 %
    expect(used(0)).toBeLessThan(20);
  });
  test.each([
    [wave(60, 12, 0, 1), 1, "no season: the calendar gives none"],
    [
      wave(24, 12, 30, 1),
      12,
      "season of 12 not used: more than two seasons (24 periods) are needed to tell it, got 24",
    ],
    [new Array<number>(40).fill(3), 4, "season of 4 not used: demand never changes"],
  ])("explanation %#", (series, season, explanation) => {
    const found = seasonalityOf(series, season);
    expect(found).toEqual({ season, used: false, weight: 0, explanation });
  });
  test("the explanation gives the measure and its limit", () => {
    expect(seasonalityOf(wave(72, 12, 30, 3), 12).explanation).toMatch(
      /^season of 12 used: demand resembles that of a season before, by \d+\.\d against 1\.64 standard errors/,
    );
    expect(seasonalityOf(wave(72, 12, 0, 3), 12).explanation).toMatch(
      /^season of 12 not used: .* by [01]\.\d/,
    );
  });
});

describe("long seasons", () => {
  test("used where two are there, at a weight that grows with their strength", () => {
    const [weak, strong] = [0, 60].map((swing) => seasonalityOf(wave(208, 52, swing, 2), 52));
    expect(weak.weight).toBe(0.5);
    expect(strong.weight).toBe(0.75);
    expect(strong.explanation).toMatch(/^season of 52 used at 75 % of the forecast: it makes up 9\d % of/);
    expect(seasonalityOf(wave(103, 52, 60, 2), 52)).toEqual({
      season: 52,
      used: false,
      weight: 0,
      explanation:
        "season of 52 not used: demand must hold two seasons (104 observations) to tell a season of 52, got 103",
    });
  });
});
