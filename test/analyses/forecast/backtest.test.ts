import { backtest, originsOf, sharesOf } from "../../../src/analyses/forecast/backtest";
import { packed, unpacked } from "../../../src/analyses/forecast/packed-backtest";
import { finish } from "../../../src/analyses/forecast-items";
import { groupsAt, type Group, type Leaf } from "../../../src/analyses/forecast/plan-forecast";

const leafOf = (item: string, series: readonly number[], start = 0): Leaf => ({
  id: `${item}\t`,
  item,
  location: "",
  family: "f",
  stage: "",
  leadTime: null,
  itemRow: null,
  demandRow: 1,
  start,
  series,
});
const groupOf = (...leaves: Leaf[]): Group => groupsAt("family", leaves)[0];
const wave = Array.from({ length: 24 }, (_, t) => 20 + (t % 5) * 3 + t);

test.each([
  [24, 1, 6],
  [24, 6, 8],
  [24, 40, 12],
  [9, 1, 4],
  [6, 1, 1],
  [5, 1, 0],
])("a history of %i with a lead time of %i gives %i origins", (history, lag, origins) => {
  expect(originsOf(history, lag)).toBe(origins);
});

test("nothing after an origin is looked at before it", () => {
  const ahead = (series: readonly number[]) => finish(backtest(groupOf(leafOf("a", series)), 12, 3, 1)).own;
  const before = ahead(wave);
  const after = ahead([...wave.slice(0, -1), 900]);
  // Six origins, 3 + 3 + 3 + 3 + 2 + 1 pairs; only what is compared with the last bucket may differ.
  expect(before).toHaveLength(15);
  expect(after.map(({ forecast }) => forecast)).toEqual(before.map(({ forecast }) => forecast));
  expect(after.filter(({ actual }, i) => actual !== before[i].actual)).toHaveLength(3);
});

test("pairs of leaves add up to those of their group", () => {
  const group = groupOf(
    leafOf("a", wave),
    leafOf(
      "b",
      wave.map((v) => 50 - v),
    ),
  );
  const { own, leaves } = finish(backtest(group, 12, 2, 1));
  own.forEach(({ actual, forecast }, i) => {
    expect(leaves[0][i].actual + leaves[1][i].actual).toBeCloseTo(actual, 9);
    expect(leaves[0][i].forecast + leaves[1][i].forecast).toBeCloseTo(forecast, 9);
  });
});

test("shares are those of the last season, equal where it had no demand, and none before a launch", () => {
  const [old, young] = [leafOf("a", [90, 1, 1, 0, 0]), leafOf("b", [3, 5, 0], 2)];
  const group = groupOf(old, young);
  expect(sharesOf(group, 4, 3)).toEqual([0.2, 0.8]);
  expect(sharesOf(group, 2, 12)).toEqual([1, 0]);
  expect(sharesOf(groupOf(leafOf("a", [0, 0]), leafOf("b", [0, 0])), 2, 12)).toEqual([0.5, 0.5]);
});

test("a backtest comes out of its packing as it went in", () => {
  const one = finish(backtest(groupOf(leafOf("a", wave)), 12, 3, 1));
  const two = finish(backtest(groupOf(leafOf("a", wave), leafOf("b", wave)), 12, 3, 1));
  for (const tested of [one, two, { own: [], leaves: [[]] }]) {
    expect(unpacked(structuredClone(packed(tested)))).toEqual(tested);
  }
});

test("a history that is too short has no pairs", () => {
  expect(finish(backtest(groupOf(leafOf("a", [1, 2, 3])), 12, 3, 1)).own).toEqual([]);
});
