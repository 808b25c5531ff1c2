import { type ForecastMethod, intermittentMethods, scoreOverLeadTime } from "../../../src/engine/forecast";

const flat = (id: string, of: (series: readonly number[]) => number): ForecastMethod => ({
  id,
  label: id,
  source: [],
  refusal: () => null,
  fit: ({ series }) => ({
    form: id,
    fitted: series.map(() => NaN),
    forecast: (horizon) => new Array<number>(horizon).fill(of(series)),
    interval: (horizon) => ({
      low: new Array<number>(horizon).fill(0),
      high: new Array<number>(horizon).fill(0),
    }),
    details: {},
  }),
});
const nothing = flat("NOTHING", () => 0);
const half = flat("HALF", () => 0.5);

test("by hand: one origin, sizes of 1, lead time 2", () => {
  // Half: 0, 1, 2 pieces with chances 1/4, 1/2, 1/4: quantiles 1, 2, 2, 2, 2; demand 1.
  const task = { series: [1, 0, 1, 0, 0, 1], season: 1, leadTime: 2, origins: 1 };
  const [best, worst] = scoreOverLeadTime(task, [nothing, half]);
  expect(best.id).toBe("HALF");
  expect(best.pinball).toBeCloseTo((0 + 0.2 + 0.1 + 0.05 + 0.01) / 5, 12);
  expect([best.bias, best.squaredError, best.origins]).toEqual([0, 0, 1]);
  expect(worst.pinball).toBeCloseTo((0.5 + 0.8 + 0.9 + 0.95 + 0.99) / 5, 12);
  expect([worst.bias, worst.squaredError]).toEqual([-1, 1]);
});

const slow = Array.from({ length: 48 }, (_, t) =>
  (t * 31) % 7 === 3 || (t * t) % 11 === 5 ? 1 + (t % 3) : 0,
);

test("a forecast of nothing has the smallest absolute error and does not win", () => {
  const methods = [nothing, ...intermittentMethods];
  const absolute = (rate: number) => slow.reduce((sum, value) => sum + Math.abs(value - rate), 0);
  expect(absolute(0)).toBeLessThan(absolute(0.5));
  const ranked = scoreOverLeadTime({ series: slow, season: 1, leadTime: 3, origins: 12 }, methods);
  expect(ranked).toHaveLength(methods.length);
  expect(ranked[ranked.length - 1].id).toBe("NOTHING");
});

test("no look-ahead: a method sees the history up to its origin and no more", () => {
  const seen: (readonly number[])[] = [];
  const watcher = flat("WATCHER", (series) => {
    seen.push(series);
    return 0.5;
  });
  scoreOverLeadTime({ series: slow, season: 1, leadTime: 3, origins: 4 }, [watcher]);
  expect(seen).toEqual([45, 44, 43, 42].map((cut) => slow.slice(0, cut)));
});

test("a gap within a lead time skips that origin; too short a history is said", () => {
  const series = [0, 2, 0, 1, NaN, 0, 2, 0];
  // Lead times of 2 starting at period 7, 6 and 3 are complete; those over the gap are not.
  expect(scoreOverLeadTime({ series, season: 1, leadTime: 2, origins: 9 })[0].origins).toBe(3);
  expect(() => scoreOverLeadTime({ series: [0, 0, 1], season: 1, leadTime: 3, origins: 2 })).toThrow(
    "demand must hold demand and 3 complete periods after it",
  );
});
