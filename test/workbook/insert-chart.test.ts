/** @jest-environment jsdom */
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { NewChart } from "../../src/workbook/workbook";
import { ExcelUnderTest } from "./excel-under-test";

const excel = new ExcelUnderTest();
beforeAll(() => excel.start(), 30_000);
afterAll(() => excel.host.dispose());

const table = {
  name: "Bridge",
  columns: ["Driver", "Effect", "Running"],
  formats: [],
  rows: [
    ["Start", 300, 300],
    ["lead time", 60, 360],
    ["End", 360, 360],
  ],
};
const chart: NewChart = {
  kind: "waterfall",
  title: "Why stock value moved",
  table: "Bridge",
  rows: [0, 1],
  labels: "Driver",
  series: ["Effect"],
};

describe("a native chart", () => {
  test("is made over the cells of its table, with labels, title and a place beside it", async () => {
    const { workbook } = excel.fresh();
    await workbook.createTable(table);
    const stacked: NewChart = { ...chart, kind: "stacked", rows: [0, 2], series: ["Effect", "Running"] };
    await expect(workbook.insertChart(stacked)).resolves.toBe("Chart 1");
    const { sheetId } = excel.at("Bridge!A1");
    const cells = (column: number) => ({ sheetId, row: 1, column, rows: 3, columns: 1 });
    expect(excel.book.charts).toEqual([
      {
        sheetId,
        name: "Chart 1",
        title: "Why stock value moved",
        kind: "stacked",
        series: [
          { name: "Effect", values: cells(1), labels: cells(0) },
          { name: "Running", values: cells(2), labels: cells(0) },
        ],
        from: { row: 1, column: 4 },
        to: { row: 18, column: 12 },
      },
    ]);
  });
  test("of a kind that the application does not draw is refused in words", async () => {
    const { workbook } = excel.fresh();
    await workbook.createTable(table);
    excel.requests.length = 0;
    await expect(workbook.insertChart(chart)).rejects.toMatchObject({
      kind: "unsupported",
      message: "The application that shows this workbook draws no chart of this kind.",
    });
    // What Office.js sent.
    const sent = excel.requests.join("\n");
    for (const part of ["Charts", "Waterfall", "SetXAxisValues", "Why stock value moved", "SetPosition"])
      expect(sent).toContain(part);
  });
  test("a table, a column or rows that are not there are refused in words before anything is sent", async () => {
    for (const workbook of [excel.fresh().workbook, new MemoryWorkbook()]) {
      await workbook.createTable(table);
      await expect(workbook.insertChart({ ...chart, table: "Nowhere" })).rejects.toMatchObject({
        kind: "not-found",
      });
      await expect(workbook.insertChart({ ...chart, series: ["Luck"] })).rejects.toMatchObject({
        kind: "not-found",
      });
      await expect(workbook.insertChart({ ...chart, rows: [0, 7] })).rejects.toMatchObject({
        kind: "not-found",
      });
    }
  });
  test("the workbook of tests remembers what was asked", async () => {
    const workbook = new MemoryWorkbook();
    await workbook.createTable(table);
    await expect(workbook.insertChart(chart)).resolves.toBe("Chart 1");
    expect(workbook.charts).toEqual([chart]);
  });
});
