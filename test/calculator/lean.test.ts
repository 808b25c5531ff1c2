/** Short cuts through the formula engine give what the long way gives, whatever happens to the sheets. */
import {
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  UniverInstanceType,
  type IWorkbookData,
  type Workbook,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import { attachCalculator } from "../../src/calculator/attach-calculator";
import { directTransport } from "../../src/calculator/call-transport";
import { readResult } from "../../src/calculator/cell-results";
import { createHeadlessUniver } from "../../src/calculator/headless-univer";

type Cells = Record<number, Record<number, { v?: number | null; f?: string; t?: number }>>;

const opened: { dispose(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.dispose();
});

function open(sheets: Record<string, Cells>) {
  const univer = createHeadlessUniver();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: "book",
    sheetOrder: Object.keys(sheets),
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, cellData]) => [
        name,
        { id: name, name, rowCount: 20, columnCount: 10, cellData },
      ]),
    ),
  });
  const injector = univer.__getInjector();
  const calculator = attachCalculator(injector, { transport: directTransport() });
  opened.push(calculator, univer);
  const commands = injector.get(ICommandService);
  return {
    calculator,
    run: async (id: string, params: object) => {
      commands.syncExecuteCommand(id, { unitId: "book", ...params });
      await calculator.idle();
    },
    set: async (subUnitId: string, cellValue: Cells) => {
      commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: "book", subUnitId, cellValue });
      await calculator.idle();
    },
    at: (sheetId: string, row: number, column: number) => {
      const { value, spill } = readResult(injector, workbook, { unitId: "book", sheetId, row, column });
      return spill ?? value;
    },
  };
}

const number = (v: number) => ({ v, t: 2 });

test("the same formula on two sheets reads the cells of its own", async () => {
  const cells = (v: number): Cells => ({ 0: { 0: number(v), 1: { f: "=A1*2" } } });
  const { calculator, set, at } = open({ One: cells(1), Two: cells(10) });
  await calculator.calculateAll();
  await set("One", { 0: { 0: number(2) } });
  await set("Two", { 0: { 0: number(20) } });
  expect([at("One", 0, 1), at("Two", 0, 1)]).toEqual([4, 40]);
});

test("a whole column follows the sheet that grows", async () => {
  const { calculator, run, set, at } = open({ One: { 0: { 0: number(1), 1: { f: "=SUM(A:A)" } } } });
  await calculator.calculateAll();
  await run(SetWorksheetRowCountMutation.id, { subUnitId: "One", rowCount: 100 });
  await set("One", { 80: { 0: number(5) } });
  expect(at("One", 0, 1)).toBe(6);
});

test("a formula follows a sheet that takes the name of another", async () => {
  const { calculator, run, at, set } = open({
    Plan: { 0: { 0: { f: "=Data!A1*2" } } },
    Data: { 0: { 0: number(1) } },
    Other: { 0: { 0: number(50) } },
  });
  await calculator.calculateAll();
  expect(at("Plan", 0, 0)).toBe(2);
  await run(RemoveSheetMutation.id, { subUnitId: "Data", subUnitName: "Data" });
  await run(SetWorksheetNameMutation.id, { subUnitId: "Other", name: "Data" });
  await set("Other", { 0: { 0: number(60) } });
  expect(at("Plan", 0, 0)).toBe(120);
});

test("a formula follows a sheet that comes later", async () => {
  const { calculator, run, at, set } = open({ Plan: { 0: { 0: { f: "=Data!A1*2" } } } });
  await calculator.calculateAll();
  const sheet = mergeWorksheetSnapshotWithDefault({
    id: "new",
    name: "Data",
    cellData: { 0: { 0: number(4) } },
  });
  await run(InsertSheetMutation.id, { index: 1, sheet });
  expect(at("Plan", 0, 0)).toBe(8);
  await set("new", { 0: { 0: number(5) } });
  expect(at("Plan", 0, 0)).toBe(10);
});

test("a cell under a spill that shrinks and grows is read as it is now", async () => {
  const { calculator, set, at } = open({
    One: { 0: { 0: number(3), 1: { f: "=SEQUENCE(A1)" }, 2: { f: "=SUM(B1:B10)" }, 3: { f: "=B3+1" } } },
  });
  await calculator.calculateAll();
  const shown: unknown[] = [[at("One", 0, 2), at("One", 0, 3)]];
  for (const rows of [2, 4]) {
    await set("One", { 0: { 0: number(rows) } });
    shown.push([at("One", 0, 2), at("One", 0, 3)]);
  }
  expect(shown).toEqual([
    [6, 4],
    [3, 1],
    [10, 4],
  ]);
});
