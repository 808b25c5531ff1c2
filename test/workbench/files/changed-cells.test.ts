import { ICommandService, UniverInstanceType, type IWorkbookData, type Workbook } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { createHeadlessUniver } from "../../../src/calculator/headless-univer";
import { changedCells } from "../../../src/workbench/files/changed-cells";
import { gridData } from "../../../src/workbench/files/grid-data";
import { createXlsx, openPackage, readWorkbook, type NewSheet } from "../../../src/xlsx";

const plan: NewSheet = {
  name: "Plan",
  rows: [
    ["Part", "Stock", "Due"],
    ["00123", 4.5, true],
    [{ value: "x", style: "input" }, { formula: "=B2*2", value: 9 }, { value: { error: "#N/A" } }],
    [
      {
        formula: "=SEQUENCE(2,2)",
        dynamic: true,
        spill: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
  ],
};

function open(sheet: NewSheet) {
  const bytes = createXlsx({ sheets: [sheet], styles: { input: { bold: true } } });
  const content = readWorkbook(openPackage(bytes));
  const univer = createHeadlessUniver();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    gridData(content, "book", "Book"),
  );
  const injector = univer.__getInjector();
  const set = (row: number, column: number, value: object) =>
    injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, {
      unitId: "book",
      subUnitId: workbook.getSheetByIndex(0)!.getSheetId(),
      cellValue: { [row]: { [column]: value } },
    });
  /** An answer over cells, as the calculator keeps it beside them. */
  const spill = (row: number, column: number, values: readonly number[]) => {
    const sheetId = workbook.getSheetByIndex(0)!.getSheetId();
    const model = injector.get(FormulaDataModel);
    const range = { startRow: row, endRow: row + values.length - 1, startColumn: column, endColumn: column };
    model.setArrayFormulaRange({ book: { [sheetId]: { [row]: { [column]: range } } } });
    const cells = values.map((v, i) => [row + i, { [column]: { v, t: 2 } }]);
    model.setArrayFormulaCellData({ book: { [sheetId]: Object.fromEntries(cells) } });
  };
  return { set, spill, changes: () => changedCells(injector, workbook, content) };
}

test("a workbook that was only opened has nothing to save, but for spills that are not calculated yet", () => {
  const { changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  expect(changes()).toEqual([]);
});

test("an edited constant, a new one and a removed one are written, and no other cell", () => {
  const { set, changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  set(1, 1, { v: 7, t: 2 });
  set(9, 3, { v: "new", t: 1 });
  set(1, 0, { v: null, t: null });
  expect(changes()).toEqual([
    {
      sheet: "Plan",
      cells: [
        { row: 1, column: 0, value: null, formula: null },
        { row: 1, column: 1, value: 7, formula: null },
        { row: 9, column: 3, value: "new", formula: null },
      ],
    },
  ]);
});

test("a formula typed over a constant is written with its result", () => {
  const { set, changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  set(1, 1, { f: "=1+1", v: 2, t: 2 });
  expect(changes()[0].cells).toEqual([{ row: 1, column: 1, formula: "=1+1", value: 2 }]);
});

test("a new result of the same formula is written without the formula", () => {
  const { set, changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  set(2, 1, { f: "=B2*2", v: 14, t: 2 });
  expect(changes()[0].cells).toEqual([{ row: 2, column: 1, value: 14 }]);
});

test("a constant typed over a formula removes the formula", () => {
  const { set, changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  set(2, 1, { v: 3, t: 2, f: null });
  expect(changes()[0].cells).toEqual([{ row: 2, column: 1, value: 3, formula: null }]);
});

test("a formula whose answer now covers what stood in the file takes its place", () => {
  const { set, spill, changes } = open({ ...plan, rows: plan.rows.slice(0, 3) });
  set(1, 1, { f: "=SEQUENCE(2)", v: 1, t: 2 });
  set(2, 1, { f: null, v: null, t: null });
  spill(1, 1, [1, 2]);
  expect(changes()[0].cells).toEqual([
    { row: 1, column: 1, formula: "=SEQUENCE(2)", spill: [[1], [2]] },
    { row: 2, column: 1, value: null, formula: null },
  ]);
});
