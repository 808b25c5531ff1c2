import { rollingOrigin } from "../../../src/engine/forecast";

const series = [3, 5, 4, 6, 8, 7, 9, 12];
const last = (history: readonly number[], horizon: number) =>
  new Array<number>(horizon).fill(history[history.length - 1]);

test("the last origins, one period apart, up to the end", () => {
  expect(rollingOrigin(series, { horizon: 2, origins: 3, fewest: 1 }, last)).toEqual([
    { used: 4, forecast: [6, 6], actual: [8, 7] },
    { used: 5, forecast: [8, 8], actual: [7, 9] },
    { used: 6, forecast: [7, 7], actual: [9, 12] },
  ]);
});
test("farther apart, and only where enough came before", () => {
  const found = rollingOrigin(series, { horizon: 2, origins: 5, fewest: 2, step: 2 }, last);
  expect(found.map(({ used }) => used)).toEqual([2, 4, 6]);
  expect(rollingOrigin(series, { horizon: 9, origins: 2, fewest: 1 }, last)).toEqual([]);
});
test("the future is not seen: changing it changes no forecast", () => {
  const seen: (readonly number[])[] = [];
  const choice = { horizon: 3, origins: 4, fewest: 1 };
  const before = rollingOrigin(
    series,
    choice,
    (history, horizon) => (seen.push(history), last(history, horizon)),
  );
  expect(seen.map((history) => history.length)).toEqual([2, 3, 4, 5]);
  const changed = series.map((value, t) => (t >= 5 ? value + 1000 : value));
  const after = rollingOrigin(changed, choice, last);
  expect(after.map(({ forecast }) => forecast)).toEqual(before.map(({ forecast }) => forecast));
});
