import { CellError } from "../../src/functions/cell-error";
import { call, column, complaint } from "./call";

/** What goes wrong in a planner's sheet, and the words that answer it. */

test.each<[string, string, readonly unknown[], string]>([
  ["text for a number", "SAFETYSTOCK", [50, "five", 6, 0.9, 2], 'sd must be a number, got the text "five"'],
  ["a number typed as text", "SAFETYSTOCK", [50, "5", 6, 0.9, 2], 'sd must be a number, got the text "5"'],
  ["TRUE for a number", "SAFETYSTOCK", [50, true, 6, 0.9, 2], "sd must be a number, got TRUE"],
  ["a blank for a number", "SAFETYSTOCK", [50, null, 6, 0.9, 2], "sd must be a number, got a blank"],
  [
    "95 for 95 %",
    "SAFETYSTOCK",
    [50, 5, 6, 95, 2],
    "csl must be between 0 and 1 (write 0.95 or 95%), got 95",
  ],
  ["certainty", "SAFETYSTOCK", [50, 5, 6, 1, 2], "csl must be between 0 and 1 (write 0.95 or 95%), got 1"],
  ["a negative lead time", "SAFETYSTOCK", [50, 5, -6, 0.9, 2], "leadTime must be at least 0, got -6"],
  ["a price of zero", "EOQ", [1300, 8, 0], "unitCost must be above 0, got 0"],
  ["an argument left out", "EOQ", [1300, 8], "unitCost must be given (Cost of one unit)"],
  ["an argument too many", "TO.PERIODS", [1, "M", 5, 9], "TO.PERIODS takes at most 3 arguments, got 4"],
  ["a choice that is none", "SAFETYSTOCK", [50, 5, 6, 0.9, 2, 0, "NORMAAL"], ', got the text "NORMAAL"'],
  [
    "a block where a column belongs",
    "SAFETYSTOCK",
    [
      [
        [1, 2],
        [3, 4],
      ],
      5,
      6,
      0.9,
    ],
    "mean must be a single column or row, got 2 rows x 2 columns",
  ],
  [
    "columns of unequal length",
    "SAFETYSTOCK",
    [column([50, 60, 70]), column([5, 6]), 6, 0.9],
    "sd must have as many entries as mean (3), got 2",
  ],
  [
    "text inside a series",
    "FORECAST.SES",
    [column([3, 4, "n/a", 5])],
    "demand at position 3 must be a number",
  ],
  ["only blanks", "FORECAST.SES", [column([null, "", null])], "demand must hold numbers, got only blanks"],
  ["an empty range", "FORECAST.SES", [[]], "demand must hold numbers, got only blanks"],
])("%s", (_what, name, args, message) => {
  expect(complaint(call(name, ...args))).toContain(message);
});

test("an error in a cell goes through as it came", () => {
  const broken = new CellError("#REF!", "");
  expect(call("SAFETYSTOCK", 50, broken, 6, 0.9)).toEqual([[broken]]);
  expect(call("FORECAST.SES", column([3, broken, 5]))).toEqual([[broken]]);
});

test("one cell is a series of one, where a method can do with that", () => {
  expect(call("FORECAST.NAIVE", 7, 2)).toEqual([[7], [7]]);
  expect(complaint(call("FORECAST.HW", 7))).toMatch(/demand|season/);
});

test("ragged rows are filled with blanks", () => {
  const ragged = [[1, 2, 3], [4], []];
  const filled = [
    [1, 2, 3],
    [4, null, null],
    [null, null, null],
  ];
  expect(call("DEMAND.STATS", ragged)).toEqual(call("DEMAND.STATS", filled));
});

test("a million rows of which ten are filled, as where a whole column is named, give ten answers", () => {
  const rows: (number | null)[][] = Array.from({ length: 1_048_576 }, (_, i) => [i < 10 ? i : null]);
  expect(call("TO.PERIODS", rows)).toHaveLength(10);
});

test("a million rows of one series", () => {
  const rows = Array.from({ length: 1_048_576 }, (_, i) => [i % 7]);
  expect(call("FORECAST.MA", rows, 7)).toEqual([[expect.closeTo(3, 12)]]);
});
