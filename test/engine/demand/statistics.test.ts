import { demandPattern, demandStatistics } from "../../../src/engine/demand";

test("a pure season is all season, noise about none, and short or gappy history has no answer", () => {
  const season = Array.from({ length: 36 }, (_, t) => 100 + 10 * Math.sin((2 * Math.PI * t) / 12));
  expect(demandStatistics(season, 12).seasonalStrength).toBeCloseTo(1, 9);
  // Numbers from a linear congruential generator, seed 7: no season in them.
  let state = 7;
  const noise = Array.from({ length: 240 }, () => (state = (state * 16807) % 2147483647) % 1000);
  expect(demandStatistics(noise, 12).seasonalStrength).toBeLessThan(0.3);
  expect(demandStatistics(season.slice(0, 35), 12).seasonalStrength).toBeNull();
  expect(
    demandStatistics([...season.slice(0, 20), NaN, ...season.slice(21)], 12).seasonalStrength,
  ).toBeNull();
});

test("missing periods are left out, not counted as zero", () => {
  expect(demandStatistics([2, NaN, 4], 12)).toMatchObject({ n: 2, mean: 3, zeroShare: 0, adi: 1 });
});

test("a trend of one unit on a mean of ten is 10 % a period", () => {
  const line = Array.from({ length: 11 }, (_, t) => 5 + t);
  expect(demandStatistics(line, 12).trend).toBeCloseTo(0.1, 12);
});

test("pattern cuts belong to the upper class", () => {
  // 33 periods, 25 with demand: an interval of exactly 1.32.
  const atCut = [...new Array(25).fill(10), ...new Array(8).fill(0)];
  expect(demandPattern(atCut)).toBe("Intermittent");
  expect(demandPattern([...atCut, 10])).toBe("Smooth");
});
