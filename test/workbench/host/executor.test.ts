import { MemoryHostWorkbook } from "../../../src/workbench/host/memory-host-workbook";
import type { HostContext } from "../../../src/workbench/host/objects/host-context";
import { RangeAreasObject } from "../../../src/workbench/host/objects/range-areas-object";
import { WorkbookObject } from "../../../src/workbench/host/objects/workbook-object";
import { WorksheetObject } from "../../../src/workbench/host/objects/worksheet-object";
import { Executor } from "../../../src/workbench/host/rich-api/executor";
import {
  actionType,
  objectPathType,
  type RichApiRequest,
} from "../../../src/workbench/host/rich-api/protocol";

/** What one step may write: so much is done before others have their turn. */
const mostCells = 1500;

/** A workbook that counts the cells written. */
function countingExecutor() {
  const workbook = new MemoryHostWorkbook();
  const counted = { cells: 0 };
  const write = workbook.setCells.bind(workbook);
  workbook.setCells = (range, input) => {
    counted.cells += range.rows * range.columns;
    write(range, input);
  };
  const context: HostContext = {
    workbook,
    worksheet: (id) => new WorksheetObject(context, id),
    rangeAreas: (areas) => new RangeAreasObject(context, areas),
  };
  const root = new WorkbookObject(context, () => undefined);
  return { workbook, counted, executor: new Executor({ root, newObject: () => undefined }) };
}

/** Cells that each step of the request wrote, and its answer. */
function stepsOf(request: RichApiRequest, { counted, executor }: ReturnType<typeof countingExecutor>) {
  const steps: number[] = [];
  const work = executor.execute(request);
  for (;;) {
    const before = counted.cells;
    const step = work.next();
    if (step.done === true) return { steps, answer: step.value };
    steps.push(counted.cells - before);
  }
}

const sheetPath = {
  "1": { Id: 1, ObjectPathType: objectPathType.global, Name: "" },
  "2": { Id: 2, ObjectPathType: objectPathType.property, Name: "Worksheets", ParentObjectPathId: 1 },
  "3": {
    Id: 3,
    ObjectPathType: objectPathType.method,
    Name: "GetItem",
    ParentObjectPathId: 2,
    ArgumentInfo: { Arguments: ["Sheet1"] },
  },
};
const rangePath = (id: number, address: string) => ({
  Id: id,
  ObjectPathType: objectPathType.method,
  Name: "GetRange",
  ParentObjectPathId: 3,
  ArgumentInfo: { Arguments: [address] },
});

test("each action is a step of its own, in order", () => {
  const stage = countingExecutor();
  const set = (id: number, path: number, value: unknown) => ({
    Id: id,
    ActionType: actionType.setProperty,
    Name: "Values",
    ObjectPathId: path,
    ArgumentInfo: { Arguments: [value] },
  });
  const { steps, answer } = stepsOf(
    {
      ObjectPaths: { ...sheetPath, "4": rangePath(4, "A1:B2"), "5": rangePath(5, "A3:B3") },
      Actions: [set(1, 4, 1), set(2, 5, 2), set(3, 4, 3)],
    },
    stage,
  );
  expect(steps).toEqual([4, 2, 4]);
  expect(answer.Error).toBeUndefined();
  expect(stage.workbook.cell(stage.workbook.activeSheetId(), 0, 0).value).toBe(3);
});

test("clearing a large range takes several steps, none of them large", () => {
  const stage = countingExecutor();
  const sheetId = stage.workbook.activeSheetId();
  const rows = 2000;
  stage.workbook.setCells({ sheetId, row: 0, column: 0, rows, columns: 3 }, (row) => ({ value: row + 1 }));
  const { steps } = stepsOf(
    {
      ObjectPaths: { ...sheetPath, "4": rangePath(4, "A1:C5000") },
      Actions: [{ Id: 1, ActionType: actionType.method, Name: "Clear", ObjectPathId: 4, ArgumentInfo: {} }],
    },
    stage,
  );
  expect(Math.max(...steps)).toBeLessThanOrEqual(mostCells);
  expect(steps.reduce((sum, cells) => sum + cells, 0)).toBe(rows * 3);
  expect(stage.workbook.usedRange(sheetId)).toBeUndefined();
});
