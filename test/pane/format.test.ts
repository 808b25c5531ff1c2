import { CellError } from "../../src/functions/cell-error";
import { formatCell, formatCells, formatCompact, formatPercent } from "../../src/pane/format";

test.each([
  [null, "blank"],
  ["", "blank"],
  [0, "0"],
  [129.112_123, "129.112"],
  [0.000_123_456_7, "0.000123457"],
  [1_234_567.8, "1,234,568"],
  [-2, "-2"],
  [true, "TRUE"],
  ["007", "007"],
  [new CellError("#N/A"), "#N/A"],
])("%s is shown as %s", (cell, text) => expect(formatCell(cell)).toBe(text));

test("few cells are all shown, of many the number, the first and the last", () => {
  expect(formatCells([[1, 2, null]])).toBe("1, 2, blank");
  expect(formatCells([[1, 2, 3, 4, 5, 6, 7]])).toBe("7 values: 1, 2, 3, … 7");
  expect(
    formatCells([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]),
  ).toBe("2 rows x 4 columns: 1, 2, 3, … 8");
});

test("what rounds to nothing has no minus sign", () => {
  expect([formatCompact(-0.01), formatCompact(-0), formatPercent(-1e-9)]).toEqual(["0", "0", "0.0%"]);
  expect(formatCompact(-1500)).toBe("-1.5K");
});

test("money is short and shares have one decimal", () => {
  expect(formatCompact(41_500_000)).toBe("41.5M");
  expect(formatPercent(0.3284)).toBe("32.8%");
});
