import { CellError } from "../../src/functions/cell-error";
import { call } from "./call";

const flat = new Array<number>(9).fill(0);
const wave = [1, 1, -1, -1, 1, 1, -1, -1, 1];

test("ERROR.LTSIGMA: one row per item over a block, the flag only for a single item", () => {
  // sqrt(16 / 7) for sums 2, 0, -2, 0, ...; 3 periods give 7 runs, so sqrt(3) x deviation of one period
  expect(call("ERROR.LTSIGMA", [flat, flat], [wave, wave], [[2], [0]])).toEqual([[Math.sqrt(16 / 7)], [0]]);
  expect(call("ERROR.LTSIGMA", [flat], [wave], 3)).toHaveLength(2);
  expect(call("ERROR.LTSIGMA", [flat], [wave], [[2], [3]])).toHaveLength(2);
});

test("ERROR.DRIFT: one answer per item of a block, a bad row keeps to itself", () => {
  const answers = call("ERROR.DRIFT", [flat, flat], [wave, wave.map(() => 1)], [[3], [12]]);
  expect(answers[0]).toEqual(["OK"]);
  expect(answers[1][0]).toBeInstanceOf(CellError);
});

test.each([
  ["ERROR.ALL", 2],
  ["FORECAST.FVA", 4],
])("%s takes one item: a block is refused, not cut", (name, series) => {
  const block = [flat, wave];
  const [[cell]] = call(name, ...new Array<unknown>(series).fill(block));
  expect(cell).toBeInstanceOf(CellError);
  expect((cell as CellError).message).toBe("actual must be a single column or row, got 2 rows x 9 columns");
});

test("ERROR.ALL: blank pairs are left out and headers skipped, down or across", () => {
  const down = (head: string, values: readonly (number | null)[]) => [
    [head],
    ...values.map((cell) => [cell]),
  ];
  const rows = call("ERROR.ALL", down("Actual", [10, null, 20]), down("Forecast", [12, 5, 16]));
  expect(rows[0]).toEqual(["MAE", 3]);
  expect(rows).toHaveLength(9);
  expect(call("ERROR.ALL", [[10, null, 20]], [[12, 5, 16]])).toEqual(rows);
});
