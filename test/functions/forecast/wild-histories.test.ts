import { uniformDraws } from "../../../src/engine/math/random";
import { CellError } from "../../../src/functions/cell-error";
import { call } from "../call";

/** Histories that break forecasting programs; each is 1 to 26 periods of some scale, from a fixed seed. */
const draw = uniformDraws(5);
const periods = (count: number, of: (t: number) => number | null) =>
  Array.from({ length: count }, (_, t) => of(t));
const histories = [1, 2, 3, 5, 13, 26].flatMap((n) => {
  const noise = () => 100 + 20 * draw();
  return [
    periods(n, () => 7.5),
    periods(n, () => 0),
    periods(n, () => -4),
    periods(n, () => 1e12 * noise()),
    periods(n, () => 1e-6 * noise()),
    periods(n, (t) => (t < n / 2 ? null : noise())),
    periods(n, (t) => (t < n / 2 ? 0 : noise())),
    periods(n, (t) => (t < n / 2 ? noise() : 0)),
    periods(n, () => (draw() < 0.3 ? null : noise())),
    periods(n, () => (draw() < 0.7 ? 0 : Math.ceil(9 * draw()))),
    periods(n, () => 20 * draw() - 10),
    periods(n, (t) => 1.5 ** t),
    periods(n, (t) => (t === n >> 1 ? 1e9 : noise())),
    periods(n, (t) => (t % 2) * 1e6),
    periods(n, (t) => (t === n >> 1 ? 3 : null)),
    periods(n, () => 10 ** Math.round(20 * draw() - 8)),
  ];
});

/** A complaint in the function's words, or numbers and text that are what they look like. */
function expectSound(cells: readonly (readonly unknown[])[], within: (value: number) => void): void {
  for (const cell of cells.flat()) {
    if (cell instanceof CellError) expect(cell.message).not.toMatch(/internal|NaN|Infinity/);
    else if (typeof cell === "string") expect(cell).not.toMatch(/NaN|Infinity|undefined/);
    else {
      expect(Number.isFinite(cell)).toBe(true);
      within(cell as number);
    }
  }
}

describe.each([1, 12])("season of %i", (season) => {
  test("forecasts and limits stay between 0 and three times the largest demand, or its negative", () => {
    for (const history of histories) {
      const known = history.filter((value) => value !== null);
      const [least, reach] = [Math.min(...known), 3 * Math.max(...known.map(Math.abs))];
      const within = (value: number) => {
        expect(Math.abs(value)).toBeLessThanOrEqual(reach * (1 + 1e-9));
        if (least >= 0) expect(value).toBeGreaterThanOrEqual(0);
      };
      expectSound(call("FORECAST.AUTO", [history], 6, season), within);
      expectSound(call("FORECAST.PI", [history], 6, 0.95, "AUTO", season), within);
    }
  });
});

test("quantiles of demand rise with the chance and are not below 0", () => {
  for (const history of histories) {
    const quantiles = [0.1, 0.5, 0.9, 0.999].map(
      (chance) => call("FORECAST.QUANTILE", [history], 2.5, chance, 0, 100, 1, "AUTO", 12)[0][0],
    );
    expectSound([quantiles], (value) => expect(value).toBeGreaterThanOrEqual(0));
    const numbers = quantiles.filter((value) => typeof value === "number");
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  }
});

test("reasons, ranking, backtest and table have numbers and words", () => {
  const any = () => undefined;
  for (const history of histories) {
    expectSound(call("FORECAST.AUTO", [history], 3, 12, "WAPE", "WHY"), any);
    expectSound(call("FORECAST.AUTO", [history], 3, 12, "WAPE", "RANK"), any);
    expectSound(call("FORECAST.BACKTEST", [history], "AUTO", 3, 2, 12), any);
    const dates = history.map((_, t) => [45292 + 31 * t]);
    const [items, quantities] = [history.map(() => ["A"]), history.map((value) => [value])];
    expectSound(call("FORECAST.TABLE", items, dates, quantities, 3), any);
  }
});
