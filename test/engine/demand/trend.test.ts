import { seasonalLine, serialInflation, trendTest } from "../../../src/engine/demand/trend";
import known from "../../reference/demand-preparation.json";

test.each(known.trend)(
  "season $season: z, Sen's slope and regression slope equal numpy's",
  ({ series, season, ...expected }) => {
    const { z, slope } = trendTest(series, season);
    expect(z).toBeCloseTo(expected.z, 10);
    expect(slope).toBeCloseTo(expected.slope, 10);
    expect(seasonalLine(series, season).slope).toBeCloseTo(expected.regression, 10);
  },
);

test("a season is no trend once like periods are compared; missing periods are left out", () => {
  const season = Array.from({ length: 24 }, (_, t) => 100 + 10 * (t % 12));
  expect(trendTest(season, 12)).toEqual({ z: 0, slope: 0 });
  expect(trendTest(season, 1).z).toBeGreaterThan(2);
  expect(trendTest([1, NaN, 3, 4], 1)).toEqual({ z: trendTest([1, 3, 4], 1).z, slope: 1 });
  expect(trendTest([], 1)).toEqual({ z: 0, slope: 0 });
});

test("independent residuals inflate nothing, carried-over ones by (1 + r) / (1 - r), a missing one breaks the chain", () => {
  expect(serialInflation([1, -1, 1, -1])).toBe(1);
  // r = 4 / 8.
  expect(serialInflation([2, 2, NaN, 0, 0])).toBeCloseTo(1.5 / 0.5, 12);
  expect(serialInflation([0, 0, 0])).toBe(1);
  expect(Number.isFinite(serialInflation(new Array(500).fill(3)))).toBe(true);
});
