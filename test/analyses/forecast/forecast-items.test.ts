import { finish, forecastItems, type ForecastOutcome } from "../../../src/analyses/forecast-items";
import type { ForecastLevel, ForecastOptions } from "../../../src/analyses/forecast/forecast-options";
import { planForecast } from "../../../src/analyses/forecast/plan-forecast";
import { driftList } from "../../../src/analyses/forecast/drift-list";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const options: ForecastOptions = { horizon: 4, bucket: "M", level: "item", asOf: Infinity };
/** First days of 24 months from January 2023, as Excel serials. */
const months = Array.from({ length: 24 }, (_, m) => Date.UTC(2023, m, 1) / 86_400_000 + 25_569);

const demandOf = (histories: Readonly<Record<string, readonly number[]>>) =>
  tableContent(
    "Demand",
    ["Item", "Location", "Date", "Qty"],
    Object.entries(histories).flatMap(([key, series]) => {
      const [item, location = ""] = key.split("@");
      return series.map((quantity, m): CellValue[] => [item, location, months[m], quantity]);
    }),
  );
const items = tableContent(
  "Items",
  ["Item", "Family", "LeadTime"],
  [
    ["a", "f", 40],
    ["b", "f", 300],
    ["c", "", ""],
  ],
);
const steady = (level: number) => months.map((_, t) => level + ((t * 7) % 5));
const run = (histories: Parameters<typeof demandOf>[0], level: ForecastLevel = "item"): ForecastOutcome =>
  finish(forecastItems(planForecast(demandOf(histories), items, { ...options, level })));

test("each item at each place gets its history, fit, forecast inside its interval, and what there is to know", () => {
  const { items: found, overall, issues } = run({ a: steady(50), c: steady(8) });
  expect(found.map(({ item }) => item)).toEqual(["a", "c"]);
  for (const one of found) {
    expect(one.dates).toHaveLength(28);
    expect(one.history).toHaveLength(24);
    expect(one.fitted).toHaveLength(24);
    one.forecast.forEach((value, h) => {
      expect(one.low[h]).toBeLessThanOrEqual(value);
      expect(one.high[h]).toBeGreaterThanOrEqual(value);
    });
    expect(one.pattern).toBe("Smooth");
    expect(one.stage).toBe("Mature");
    expect(one.model).not.toBe("");
    expect(one.why.length).toBeGreaterThan(0);
    expect(one.accuracy.map(({ ahead, count }) => [ahead, count])).toEqual([
      [1, 6],
      [2, 5],
      [3, 4],
      [4, 3],
    ]);
  }
  expect(found[0].dates[24]).toBe(45_658);
  expect(overall.wape).toBeLessThan(0.1);
  expect(issues).toEqual([]);
});

test("the lead time says how far ahead the forecast is judged; one beyond the tests is said to be so", () => {
  const { items: found, atLeadTime } = run({ a: steady(50), b: steady(20), c: steady(8) });
  expect(found.map(({ lag }) => lag)).toEqual([2, 10, null]);
  expect(found[0].atLeadTime).toMatchObject({ ahead: 2, count: 5 });
  expect(found[1].atLeadTime).toMatchObject({ ahead: 10, count: 3 });
  expect(atLeadTime.map(({ ahead, items: count }) => [ahead, count])).toEqual([
    [2, 1],
    [10, 1],
  ]);
});

describe.each(["location", "item", "family"] as const)("level %s", (level) => {
  const histories = { "a@N": steady(50), "a@S": steady(10), "b@N": steady(20) };
  const { items: found, advice } = run(histories, level);

  test("every leaf has its own rows, whatever the level", () => {
    expect(found.map(({ id }) => id).sort()).toEqual(["a\tN", "a\tS", "b\tN"]);
    for (const one of found) {
      one.low.forEach((value, h) => expect(value).toBeLessThanOrEqual(one.forecast[h]));
      one.high.forEach((value, h) => expect(value).toBeGreaterThan(one.forecast[h]));
    }
  });

  test("advice compares all levels", () => {
    expect(advice).toHaveLength(1);
    expect(advice[0].levels.map((one) => one.level)).toEqual(["location", "item", "family"]);
  });
});

test("children sum to the forecast of their family", () => {
  const parts = { a: steady(50), b: steady(20) };
  const whole = { c: steady(50).map((value, t) => value + steady(20)[t]) };
  const split = run(parts, "family").items;
  const [total] = run(whole).items;
  total.forecast.forEach((value, h) => {
    expect(split[0].forecast[h] + split[1].forecast[h]).toBeCloseTo(value, 6);
  });
  // Of the last twelve months 12 x 50 + 25 = 625 units of 890.
  expect(split[0].why.at(-1)).toBe(
    "Forecast as family f (2 together); this part had 70.2% of the last season's demand",
  );
});

test("drift: demand that left its level is listed, the largest error first, and steady demand is not", () => {
  const jump = (level: number) =>
    months.map((_, t) => (t < 18 ? level + ((t * 7) % 5) : level * 3 + t * level));
  const { items: found } = run({ a: jump(10), b: jump(40), c: steady(30) });
  const listed = driftList({ items: found } as ForecastOutcome);
  expect(listed.map(({ item }) => item.item)).toEqual(["b", "a"]);
  expect(listed.every(({ drift }) => drift.trackingSignal < -4)).toBe(true);
});

test("progress goes up to the whole, and the job can be left at any step", () => {
  const job = forecastItems(planForecast(demandOf({ a: steady(50), b: steady(20) }), items, options));
  const first = job.next().value;
  expect(first).toMatchObject({ done: 0 });
  job.return(undefined as never);
  expect(job.next()).toMatchObject({ done: true });
});

test("some leaves only", () => {
  const plan = planForecast(demandOf({ a: steady(50), b: steady(20), c: steady(9) }), items, options);
  const { items: found } = finish(forecastItems(plan, ({ item }) => item === "b"));
  expect(found.map(({ item }) => item)).toEqual(["b"]);
});
