import type { BacktestPair } from "../../../src/analyses/forecast/backtest";
import { levelAdvice, type TestedGroup } from "../../../src/analyses/forecast/level-advice";
import type { ForecastLevel } from "../../../src/analyses/forecast/forecast-options";

const pairs = (...forecasts: number[]): BacktestPair[] =>
  forecasts.map((forecast) => ({ ahead: 1, actual: 10, forecast }));

/** A group of a family with a forecast for each of its leaves, whose demand is 10. */
const tested = (level: ForecastLevel, family: string, own: number, ...leaves: number[]): TestedGroup => ({
  group: {
    level,
    start: 0,
    series: [],
    leaves: leaves.map((_, i) => ({
      id: `${i}\t`,
      item: String(i),
      location: "",
      family,
      stage: "",
      leadTime: null,
      itemRow: null,
      demandRow: 1,
      start: 0,
      series: [],
    })),
  },
  backtest: {
    own: [{ ahead: 1, actual: 10 * leaves.length, forecast: own }],
    leaves: leaves.map((forecast) => pairs(forecast)),
  },
});

test("levels are compared by the errors of the items, not by those of their own totals", () => {
  // Items: 4 and 4 of 20 wrong = 40 %, totals 40 %. Family: its total is right, split it is 30 % wrong.
  const [advice] = levelAdvice(
    [tested("item", "f", 14, 14), tested("item", "f", 6, 6), tested("family", "f", 20, 13, 7)],
    ["item", "family"],
  );
  expect(advice).toMatchObject({ family: "f", recommended: "family" });
  expect(advice.levels).toEqual([
    { level: "item", own: 0.4, split: 0.4 },
    { level: "family", own: 0, split: 0.3 },
  ]);
});

test("a gain under 2 % is noise: items stay by themselves", () => {
  const [advice] = levelAdvice(
    [tested("item", "f", 14, 14), tested("family", "f", 10, 13.95)],
    ["item", "family"],
  );
  expect(advice.recommended).toBe("item");
});

test("each family gets its own advice; items of no family have no family level", () => {
  const advice = levelAdvice(
    [
      tested("item", "", 15, 15),
      tested("family", "", 15, 15),
      tested("item", "g", 10, 10),
      tested("family", "g", 10, 12),
    ],
    ["item", "family"],
  );
  expect(advice.map(({ family, recommended, levels }) => [family, recommended, levels.length])).toEqual([
    ["", "item", 1],
    ["g", "item", 2],
  ]);
});

test("errors further ahead than three buckets do not count, and without any there is no advice", () => {
  const far = tested("item", "f", 15, 15);
  const late = { ...far, backtest: { own: [], leaves: [[{ ahead: 4, actual: 10, forecast: 0 }]] } };
  expect(levelAdvice([late], ["item"])[0].recommended).toBeNull();
});
