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
  test("is asked of Excel over the cells of its table, with labels, title and a place beside it", async () => {
    const { workbook } = excel.fresh();
    await workbook.createTable(table);
    excel.requests.length = 0;
    await expect(workbook.insertChart(chart)).rejects.toMatchObject({
      kind: "unsupported",
      message: "The application that shows this workbook draws no charts.",
    });
    // What Office.js sent: the workbench draws no charts, and its list of what is missing names the call.
    const sent = excel.requests.join("\n");
    for (const part of ["Charts", "Waterfall", "SetXAxisValues", "Why stock value moved", "SetPosition"])
      expect(sent).toContain(part);
    expect(excel.host.unimplemented().join(" ")).toMatch(/Charts/i);
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
