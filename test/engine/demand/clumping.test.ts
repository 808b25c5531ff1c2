import { betweenBlocks, clumpingSd } from "../../../src/engine/demand";
import { uniformDraws } from "../../../src/engine/math/random";

const everyTenth = Array.from({ length: 200 }, (_, day) => (day % 10 === 0 ? 10 : 0));

test("ten units every tenth day are nine above the pace once and one below it nine times", () => {
  expect(clumpingSd(everyTenth, 1, 20)).toBeCloseTo(Math.sqrt((81 + 9) / 10), 12);
});

test("whole cycles are even, whatever their days do", () => {
  expect(clumpingSd(everyTenth, 10, 20)).toBeCloseTo(0, 9);
  expect(clumpingSd(new Array<number>(90).fill(4), 7, 30)).toBe(0);
});

test("a pace that changes from block to block is no clumping", () => {
  const growing = Array.from({ length: 120 }, (_, day) => 1 + Math.floor(day / 30));
  expect(clumpingSd(growing, 5, 30)).toBe(0);
});

test("eight windows are measured; fewer follow from the single days, where eight of them saw demand in two blocks", () => {
  expect(clumpingSd(everyTenth, 25, 30)).toBeLessThan(6);
  // Ten units on a tenth of the days: S^2 = 9 x 30 / 29; windows of 26 of 30 days.
  const share = betweenBlocks(26, 30);
  expect(clumpingSd(everyTenth, 26, 30)).toBeCloseTo(Math.sqrt(((9 * 30) / 29) * 26 * (1 - share)), 9);
  expect(clumpingSd(everyTenth.slice(0, 71), 26, 30)).toBeCloseTo(clumpingSd(everyTenth, 26, 30), 0);
  // Seven days with demand; less than two blocks; days that are all one block.
  expect(clumpingSd(everyTenth.slice(0, 70), 26, 30)).toBeNaN();
  expect(clumpingSd(new Array<number>(59).fill(1), 26, 30)).toBeNaN();
  expect(clumpingSd(new Array<number>(20).fill(1), 5, 1)).toBeNaN();
});

test("the share between blocks: all of it where blocks are days, a day's share of its block, two thirds of a window as long as a block", () => {
  expect(betweenBlocks(12, 1)).toBe(1);
  expect(betweenBlocks(1, 30)).toBeCloseTo(1 / 30, 12);
  // Mean of (h^2 + (30 - h)^2) / 30^2 over h = 1..30.
  expect(betweenBlocks(30, 30)).toBeCloseTo((2 + 1 / 30 ** 2) / 3, 12);
  expect(betweenBlocks(3000, 30)).toBeGreaterThan(0.99);
});

test("on few days the spread is near that of many days of the same kind", () => {
  const draw = uniformDraws(7);
  const daily = Array.from({ length: 6000 }, () => (draw() < 0.2 ? 5 + Math.floor(20 * draw()) : 0));
  for (const window of [12, 25, 40]) {
    const measured = clumpingSd(daily, window, 30);
    const few = Array.from({ length: 40 }, (_, i) =>
      clumpingSd(daily.slice(90 * i, 90 * i + 90), window, 30),
    );
    const mean = Math.sqrt(few.reduce((sum, sd) => sum + sd ** 2, 0) / few.length);
    expect(mean / measured).toBeGreaterThan(0.9);
    expect(mean / measured).toBeLessThan(1.1);
  }
});

test("pace and days together make the variance of days that know nothing of each other", () => {
  const draw = uniformDraws(11);
  const daily = Array.from({ length: 90_000 }, (): number => (draw() < 0.3 ? 8 : 0));
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const months = Array.from({ length: 3000 }, (_, m): number =>
    daily.slice(30 * m, 30 * m + 30).reduce((a, b) => a + b),
  );
  for (const window of [10, 25, 45]) {
    const pace = ((variance(months) * window) / 30) * betweenBlocks(window, 30);
    const total = pace + clumpingSd(daily, window, 30) ** 2;
    expect(total / (window * variance(daily))).toBeGreaterThan(0.93);
    expect(total / (window * variance(daily))).toBeLessThan(1.07);
  }
});
