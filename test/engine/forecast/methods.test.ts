import { readdirSync } from "node:fs";
import { join } from "node:path";
import { forecastMethods, type ForecastMethod } from "../../../src/engine/forecast";

const folder = join(__dirname, "../../../src/engine/forecast");
const isMethod = (value: unknown): value is ForecastMethod =>
  typeof value === "object" && value !== null && "id" in value && "refusal" in value && "fit" in value;

describe("the list of forecasting methods", () => {
  test("holds every method that is defined", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.ts$/.test(file),
    );
    const defined = files.flatMap((file) =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- every file of the folder, whatever it will be
      Object.values(require(join(folder, file)) as Record<string, unknown>).filter(isMethod),
    );
    const listed: readonly ForecastMethod[] = forecastMethods;
    expect(defined.length).toBeGreaterThan(0);
    expect(new Set(defined.map(({ id }) => id))).toEqual(new Set(listed.map(({ id }) => id)));
  });
  test("has each id once, as cells can hold it", () => {
    const ids = forecastMethods.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Z][A-Z0-9-]*$/);
  });
});

/** 48 periods with trend, season and a little noise. */
const regular = Array.from(
  { length: 48 },
  (_, t) => 200 + 2 * t + 40 * Math.sin((2 * Math.PI * t) / 12) + ((t * 7919) % 13),
);
/** Three years of weeks, for methods of long seasons. */
const weekly = {
  series: Array.from(
    { length: 156 },
    (_, t) => 300 + t + 60 * Math.sin((2 * Math.PI * t) / 52) + ((t * 7919) % 29),
  ),
  season: 52,
};
const daily = {
  series: Array.from({ length: 740 }, (_, t) => 300 + 50 * Math.sin(t / 58) + 20 * (t % 7) + (t % 5)),
  season: 7,
};
const hard: Readonly<Record<string, readonly number[]>> = {
  "one point": [5],
  "two points": [5, 7],
  "a constant": new Array<number>(30).fill(4),
  zeros: new Array<number>(30).fill(0),
  "a gap": regular.map((value, t) => (t === 20 || t === 40 ? NaN : value)),
  intermittent: Array.from({ length: 36 }, (_, t) => (t % 5 === 3 ? 1 + (t % 4) : 0)),
  "10^12": regular.map((value) => value * 1e12),
};

describe.each(forecastMethods.map((method) => [method.id, method] as const))("%s", (_, listed) => {
  const method: ForecastMethod = listed;
  test.each(Object.entries(hard))("%s: a reason to refuse, or finite numbers", (__, series) => {
    const task = Object.freeze({ series: Object.freeze(series), season: 12 });
    const reason = method.refusal(task);
    if (reason !== null) {
      expect(reason).toMatch(/^(demand|season) .*/);
      return;
    }
    const fitted = method.fit(task);
    const { low, high } = fitted.interval(14, 0.9);
    const point = fitted.forecast(14);
    expect(point).toHaveLength(14);
    expect(fitted.fitted).toHaveLength(series.length);
    expect([...point, ...low, ...high].every(Number.isFinite)).toBe(true);
    expect(low.every((value, i) => value <= high[i])).toBe(true);
  });
  const monthly = { series: regular, season: 12 };
  const task = [monthly, weekly].find((each) => method.refusal(each) === null) ?? daily;
  test("moves with the units of the series", () => {
    expect(method.refusal(task)).toBeNull();
    const plain = method.fit(task).forecast(6);
    const thousands = method.fit({ ...task, series: task.series.map((value) => 1024 * value) }).forecast(6);
    thousands.forEach((value, i) => expect(value / 1024 / plain[i]).toBeCloseTo(1, 4));
  });
  test("a wider level is a wider interval, the forecast inside", () => {
    const fitted = method.fit(task);
    const narrow = fitted.interval(8, 0.5);
    const wide = fitted.interval(8, 0.95);
    fitted.forecast(8).forEach((value, i) => {
      expect(wide.low[i]).toBeLessThanOrEqual(narrow.low[i]);
      expect(wide.high[i]).toBeGreaterThanOrEqual(narrow.high[i]);
      expect(value).toBeGreaterThan(wide.low[i]);
      expect(value).toBeLessThan(wide.high[i]);
    });
  });
});
