import { askedDemand } from "../../../src/analyses/backtest/asked-demand";

/** Weeks from Monday 2024-01-01 on, day 19723 since 1970. */
const first = 19_723;
const start = 2818;
const booked = (series: number[], issued: number[], onHand: number[]) =>
  askedDemand({ series, start, bucket: "W", first, issued, onHand });
const week = (...days: number[]) => days;

test("issues that cover the demand of their bucket are the demand", () => {
  const issued = [...week(1, 2, 0, 0, 3, 0, 0), ...week(0, 4, 0, 0, 0, 0, 0)];
  expect(booked([6, 4], issued, Array(14).fill(5) as number[])).toEqual({
    asked: issued,
    unserved: Array(14).fill(0),
  });
});

test("what is missing stands on the first day that ended without stock", () => {
  const issued = week(1, 2, 0, 0, 3, 0, 0);
  const { asked, unserved } = booked([10], issued, [5, 3, 3, 3, 0, 0, 9]);
  expect(unserved).toEqual([0, 0, 0, 0, 4, 0, 0]);
  expect(asked).toEqual([1, 2, 0, 0, 7, 0, 0]);
});

test("without an empty shelf the two tables merely differ, and the issues count", () => {
  const issued = week(1, 2, 0, 0, 3, 0, 0);
  expect(booked([10], issued, Array(7).fill(2) as number[])).toEqual({
    asked: issued,
    unserved: Array(7).fill(0),
  });
});

test("a rest that is served in a later bucket is not asked for twice", () => {
  const issued = [...week(0, 2, 0, 0, 0, 0, 0), ...week(0, 6, 3, 0, 0, 0, 0)];
  const { asked, unserved } = booked([7, 5], issued, [2, 0, 0, 0, 0, 0, 0, 20, 14, 11, 11, 11, 11, 11]);
  expect(unserved).toEqual([0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(asked).toEqual([0, 7, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0]);
  expect(asked.reduce((a, b) => a + b)).toBe(12);
});

test("a bucket without demand in the history, or begun before the movements, is as it was issued", () => {
  const issued = week(4, 0, 0, 0, 0, 0, 0);
  const empty = Array(7).fill(0) as number[];
  expect(booked([], issued, empty).asked).toEqual(issued);
  const late = askedDemand({ series: [9], start, bucket: "W", first: first + 1, issued, onHand: empty });
  expect(late.asked).toEqual(issued);
});
