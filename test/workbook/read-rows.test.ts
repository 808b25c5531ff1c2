import { readRows, stockTable } from "../../src/workbook/tables";

test("a number that no quantity comes near is refused, and the other rows are read", () => {
  const { rows, issues } = readRows(
    stockTable,
    ["Item", "Location", "Qty"],
    [
      ["A", "D1", 1e300],
      ["B", "D1", 7],
    ],
  );
  expect(rows).toMatchObject([{ Item: "B", Qty: 7 }]);
  expect(issues).toMatchObject([
    { row: 1, column: "Qty", message: "Qty must not exceed 1000000000000000 in size, got 1e+300" },
  ]);
});
