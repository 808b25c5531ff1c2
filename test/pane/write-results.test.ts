import { writeResults } from "../../src/pane/analysis/write-results";
import { runsTable, triggersTable } from "../../src/workbook/tables";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { TableResult } from "../../src/analyses/define-analysis";
import type { CellValue } from "../../src/workbook/workbook";

const analysis = { writes: [triggersTable, runsTable] };
const columns = ["Item", "Location", "Date", "Kind", "Reason"];
const rowOf = (item: string, reason: string): CellValue[] => [item, "L", 45_000, "forecast", reason];
const result = (...rows: CellValue[][]): TableResult => ({ kind: "rows", table: "Triggers", columns, rows });
const run = {
  RunId: "r-1",
  Job: "dynamic-review",
  Version: "1",
  Params: "",
  InputHash: "x",
  By: "test",
  At: 1,
};

async function write(workbook: MemoryWorkbook, ...results: TableResult[]) {
  const told: string[] = [];
  await writeResults(workbook, analysis, { results, issues: [], summary: "" }, run, (share, text) => {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    told.push(text);
  });
  const table = await workbook.readTable("Triggers");
  if (table === undefined) throw new Error("Triggers was not written");
  const at = (name: string) => table.columns.indexOf(name);
  return { told, table, column: (name: string) => table.rows.map((row) => row[at(name)]) };
}

test("a table that is not there is made, in chunks, and the run is recorded", async () => {
  const workbook = new MemoryWorkbook();
  const rows = Array.from({ length: 2500 }, (_, i) => rowOf(`i${i}`, "late"));
  const { table, told, column } = await write(workbook, result(...rows));
  expect(table.rowCount).toBe(2500);
  expect(column("Item").at(-1)).toBe("i2499");
  expect(told.slice(-3)).toEqual([
    "Triggers 0 of 2,500 rows",
    "Triggers 1,000 of 2,500 rows",
    "Triggers 2,000 of 2,500 rows",
  ]);
  expect((await workbook.readTable("Runs"))?.rows[0][0]).toBe("r-1");
});

describe("a table that is there", () => {
  const existing = async () => {
    const workbook = new MemoryWorkbook();
    await workbook.createTable({
      name: "Triggers",
      columns: ["Mine", "Kind", "Item", "Location", "Date"],
      formats: [],
      rows: [
        ["note a", "forecast", "a", "L", 45_000],
        ["note b", "forecast", "b", "L", 45_000],
        ["note c", "forecast", "c", "L", 45_000],
      ],
    });
    return workbook;
  };
  test("gets missing columns, keeps the planner's own, and ends with its last row", async () => {
    const workbook = await existing();
    const { table, column } = await write(workbook, result(rowOf("c", "late"), rowOf("a", "early")));
    expect(table.columns).toEqual(["Mine", "Kind", "Item", "Location", "Date", "Reason"]);
    expect(column("Item")).toEqual(["c", "a"]);
    expect(column("Mine")).toEqual(["note c", "note a"]);
    expect(column("Reason")).toEqual(["late", "early"]);
    expect((await workbook.readRange("Triggers!A4:F4")).values.flat().join("")).toBe("");
  });
  test("grows, and new rows have no note", async () => {
    const { column } = await write(
      await existing(),
      result(...["a", "b", "c", "d"].map((i) => rowOf(i, "x"))),
    );
    expect(column("Mine")).toEqual(["note a", "note b", "note c", ""]);
  });
  test("formulas stay: in columns that do not change, and in the planner's", async () => {
    const workbook = await existing();
    workbook.setCell("Triggers!E2", 45_000, "=TODAY()-1");
    workbook.setCell("Triggers!A2", "note a", '="note "&C2');
    await write(workbook, result(...["c", "b", "a"].map((i) => rowOf(i, "x"))));
    expect((await workbook.readRange("Triggers!E2")).formulas).toEqual([["=TODAY()-1"]]);
    expect((await workbook.readRange("Triggers!A2")).formulas).toEqual([['="note "&C2']]);
  });
  test("nothing found leaves one blank row", async () => {
    const { table } = await write(await existing(), result());
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0].join("")).toBe("");
  });
});

test("whole columns are written, those that are missing added", async () => {
  const workbook = new MemoryWorkbook();
  await workbook.createTable({ name: "Triggers", columns: ["Item"], formats: [], rows: [["a"], ["b"]] });
  const { column } = await write(workbook, {
    kind: "columns",
    table: "Triggers",
    columns: { Status: ["open", "ignored"] },
  });
  expect(column("Status")).toEqual(["open", "ignored"]);
});

test("a table the analysis does not declare is a fault of ours", async () => {
  const undeclared: TableResult = { kind: "rows", table: "Items", columns: ["Item"], rows: [] };
  await expect(write(new MemoryWorkbook(), undeclared)).rejects.toThrow(
    "does not declare that it writes Items",
  );
});
