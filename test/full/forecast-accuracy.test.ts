import { readFileSync } from "node:fs";
import { join } from "node:path";
import { autoForecast, naiveForecast } from "../../src/engine/forecast";
import { madeUpSeries } from "../bench/accuracy/planner-series";
import { scoreSet } from "../bench/accuracy/scores";
import { call } from "../functions/call";

jest.setTimeout(900_000);

const parts = readFileSync(join(__dirname, "../../assets/samples/source/spare_parts_auto.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").slice(2).map(Number));

describe("1,000 spare parts of 24 months", () => {
  const withheld = 12;
  const results = parts.map((demand) => {
    const known = demand.slice(0, -withheld);
    const actual = demand.slice(-withheld);
    const error = (forecast: readonly number[]) =>
      actual.reduce((sum, value, i) => sum + Math.abs(value - forecast[i]), 0);
    const found = autoForecast({ series: known, season: 12 }, { horizon: withheld });
    return { known, found, auto: error(found.forecast), naive: error(naiveForecast(known, withheld, 12)) };
  });

  test("no forecast below 0 or above three times the largest demand", () => {
    const outside = results.filter(({ known, found }) =>
      found.forecast.some((value) => value < 0 || value > 3 * Math.max(...known)),
    );
    expect(outside).toEqual([]);
  });
  test("errors a sixth smaller than those of the seasonal naive forecast, and no more than 5 % larger for nine parts in ten", () => {
    const total = (of: "auto" | "naive") => results.reduce((sum, result) => sum + result[of], 0);
    expect(total("auto") / total("naive")).toBeLessThan(0.84);
    const good = results.filter(({ auto, naive }) => auto <= 1.05 * naive).length;
    // The mean of the first year alone has 89 %, even the mean of the second year itself no more than 91 %.
    expect(good / parts.length).toBeGreaterThanOrEqual(0.9);
  });
  test("each part is told why it has its model, in one call for all", () => {
    const why = call("FORECAST.AUTO", parts, 12, 12, "WAPE", "WHY");
    expect(why).toHaveLength(parts.length);
    for (const row of why) {
      expect(row).toHaveLength(4);
      for (const cell of row) expect(String(cell).length).toBeGreaterThan(2);
    }
  });
});

test.each([...new Set(madeUpSeries(1).map(({ set }) => set))])("%s: coverage of 95 %% intervals", (set) => {
  const members = madeUpSeries(100).filter((one) => one.set === set);
  const answers = members.map(({ train, m, h }) => {
    const found = autoForecast({ series: train, season: m }, { horizon: h });
    return { point: found.forecast, ...found.interval(0.95), seconds: 0 };
  });
  const { coverage, owa } = scoreSet(members, answers);
  expect(coverage).toBeGreaterThan(0.92);
  expect(coverage).toBeLessThan(0.985);
  expect(owa).toBeLessThan(0.88);
});

test("what comes later changes nothing that was forecast before", () => {
  for (const { train, m } of madeUpSeries(4)) {
    const changed = train.map((value, t) => (t >= train.length - 3 ? 10 * value + 7 : value));
    const before = call("FORECAST.BACKTEST", [train], "AUTO", 3, 1, m);
    const after = call("FORECAST.BACKTEST", [changed], "AUTO", 3, 1, m);
    expect(after[0].slice(0, 4)).toEqual(before[0].slice(0, 4));
    expect(after[0].slice(4)).not.toEqual(before[0].slice(4));
  }
});
