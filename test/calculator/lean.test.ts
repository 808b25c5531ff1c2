/** Short cuts through the formula engine give what the long way gives, whatever happens to the sheets. */
import { mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import { cellData, openGrid, type TypedCells } from "./grid";

const opened: { dispose(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.dispose();
});

async function open(sheets: Record<string, TypedCells>) {
  const grid = openGrid(sheets);
  opened.push(grid);
  await grid.calculator.calculateAll();
  return grid;
}

test("the same formula on two sheets reads the cells of its own", async () => {
  const { type, at } = await open({ One: { A1: 1, B1: "=A1*2" }, Two: { A1: 10, B1: "=A1*2" } });
  await type("One", { A1: 2 });
  await type("Two", { A1: 20 });
  expect([at("One", "B1"), at("Two", "B1")]).toEqual([4, 40]);
});

test("a whole column follows the sheet that grows", async () => {
  const { run, type, at } = await open({ One: { A1: 1, B1: "=SUM(A:A)" } });
  await run(SetWorksheetRowCountMutation.id, { subUnitId: "One", rowCount: 500 });
  await type("One", { A300: 5 });
  expect(at("One", "B1")).toBe(6);
});

test("a formula follows a sheet that takes the name of another", async () => {
  const { run, at, type } = await open({ Plan: { A1: "=Data!A1*2" }, Data: { A1: 1 }, Other: { A1: 50 } });
  expect(at("Plan", "A1")).toBe(2);
  await run(RemoveSheetMutation.id, { subUnitId: "Data", subUnitName: "Data" });
  await run(SetWorksheetNameMutation.id, { subUnitId: "Other", name: "Data" });
  await type("Other", { A1: 60 });
  expect(at("Plan", "A1")).toBe(120);
});

test("a formula follows a sheet that comes later", async () => {
  const { run, at, type } = await open({ Plan: { A1: "=Data!A1*2" } });
  const sheet = mergeWorksheetSnapshotWithDefault({ id: "new", name: "Data", cellData: cellData({ A1: 4 }) });
  await run(InsertSheetMutation.id, { index: 1, sheet });
  expect(at("Plan", "A1")).toBe(8);
  await type("new", { A1: 5 });
  expect(at("Plan", "A1")).toBe(10);
});

test("a cell under a spill that shrinks and grows is read as it is now", async () => {
  const { type, at } = await open({ One: { A1: 3, B1: "=SEQUENCE(A1)", C1: "=SUM(B1:B10)", D1: "=B3+1" } });
  const shown: unknown[] = [[at("One", "C1"), at("One", "D1")]];
  for (const rows of [2, 4]) {
    await type("One", { A1: rows });
    shown.push([at("One", "C1"), at("One", "D1")]);
  }
  expect(shown).toEqual([
    [6, 4],
    [3, 1],
    [10, 4],
  ]);
});
