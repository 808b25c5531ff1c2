import { clumpingSd } from "../../../src/engine/demand";

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

test("fewer than eight windows tell nothing", () => {
  expect(clumpingSd(everyTenth, 26, 30)).toBeNaN();
  expect(clumpingSd(everyTenth, 25, 30)).not.toBeNaN();
});
