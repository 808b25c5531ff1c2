import { findFunction } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { explainCell } from "../../src/functions/explain-cell";
import type { FunctionDefinition } from "../../src/functions/define";

const safetyStock = findFunction("SAFETYSTOCK") as FunctionDefinition;
const means = [["Mean"], [50], [20], [-1]];
const args = [means, 5, 6, 0.9, 2];

test("a clicked row of a spill is explained with its own argument and gives that row's answer", () => {
  const answers = evaluate(safetyStock, args);
  const explained = explainCell(safetyStock, args, { row: 1, column: 0 });
  expect(explained?.arguments[0]).toEqual({ name: "mean", cells: [[20]], ofMany: true });
  expect(explained?.arguments[1]).toEqual({ name: "sd", cells: [[5]], ofMany: false });
  expect(explained?.item).toBe(2);
  expect(explained?.steps[explained.steps.length - 1].result).toBe(answers[1][0]);
});

test("items across a row", () => {
  const explained = explainCell(safetyStock, [[[50, 20]], 5, 6, 0.9, 2], { row: 0, column: 1 });
  expect(explained?.arguments[0].cells).toEqual([[20]]);
});

test("a row in error keeps its arguments and says the same as the cell", () => {
  const explained = explainCell(safetyStock, args, { row: 2, column: 0 });
  expect(explained?.arguments[0].cells).toEqual([[-1]]);
  expect(explained?.steps).toEqual([]);
  expect(explained?.error).toEqual(evaluate(safetyStock, args)[2][0]);
});

test("a call that cannot be read says why", () => {
  const explained = explainCell(
    safetyStock,
    [
      [
        [1, 2],
        [3, 4],
      ],
      5,
      6,
      0.9,
    ],
    { row: 0, column: 0 },
  );
  expect(explained?.error?.message).toBe("mean must be a single column or row, got 2 rows x 2 columns");
});
