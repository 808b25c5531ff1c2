import { call, column, complaint } from "./call";

test("FORECAST.NPI: a row runs across, a column down, columns of a block are analogues", () => {
  const launch = [10, 20, 30, 40];
  expect(call("FORECAST.NPI", [launch], 2, 3)).toEqual([[20, 40, 60]]);
  expect(call("FORECAST.NPI", column(launch), 2, 3)).toEqual(column([20, 40, 60]));
  const block = [
    ["A-1", "A-2"],
    [10, 30],
    [20, null],
  ];
  expect(call("FORECAST.NPI", block, 1, 2)).toEqual(column([20, 20]));
  expect(complaint(call("FORECAST.NPI", [launch], 1, 4, [[0.5, 80]]))).toBe(
    "ramp at position 2 must be from 0 to 1 (write 0.2 or 20%), got 80",
  );
  expect(complaint(call("FORECAST.NPI", [[null, null]], 1, 2))).toContain("got only blanks");
});

test("FORECAST.SENSE: one row an item over blocks, caps and weights in columns, value added as a row", () => {
  const forecast = [
    [100, 100],
    [40, 40],
  ];
  const signal = [
    [60, 60],
    [15, 15],
  ];
  const expected = [
    [50, 50],
    [20, 20],
  ];
  expect(call("FORECAST.SENSE", forecast, signal, expected, column([1, 0.4]), 0.3, 1)).toEqual([
    [120, 100],
    [36, 40],
  ]);
  expect(call("FORECAST.SENSE", forecast, signal, expected, 1, null, null, "FVA")).toEqual([
    [10 / 60, 0, 10 / 60, 1],
    [5 / 15, 0, 5 / 15, 1],
  ]);
  const [first] = call("FORECAST.SENSE", column([100, 100]), column([60, 60]), column([50, 50]), "auto");
  expect(first).toEqual([120]);
  expect(complaint(call("FORECAST.SENSE", [[100]], [[60]], [[50]], 1, null, null, "FVA"))).toBe(
    "signal must hold more periods, not all 0, to show its value, got 1",
  );
  expect(complaint(call("FORECAST.SENSE", [[100]], [[60]], [[50]], 95))).toContain(
    "weight must be from 0 to 1",
  );
  expect(complaint(call("FORECAST.SENSE", [[100]], [[60]], [[0]], 1))).toBe(
    "the sum of expected must not be 0",
  );
});
