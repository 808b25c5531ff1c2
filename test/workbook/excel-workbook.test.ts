/** @jest-environment jsdom */
import { ExcelUnderTest } from "./excel-under-test";
import { workbookContract } from "./workbook-contract";

const excel = new ExcelUnderTest();

beforeAll(() => excel.start(), 30_000);
afterAll(() => {
  excel.host.dispose();
  // The workbook asked for nothing that the host does not have: the answers above are not for want of questions.
  expect(excel.host.unimplemented()).toEqual([]);
});

describe("the workbook in Excel", () => workbookContract(async () => excel.fresh()));

test("a formula in a cell formatted as text is a formula, its value a number, and the format stays", async () => {
  const { workbook } = excel.fresh();
  await workbook.createTable({ name: "Codes", columns: ["Code"], formats: ["@"], rows: [["007"]] });
  await workbook.replaceAreas([{ address: "Codes!A2", formula: "=1+1" }]);
  expect((await workbook.formulas()).cells).toEqual([{ address: "Codes!A2", formula: "=1+1" }]);
  expect(excel.formatAt("Codes!A2")).toBe("@");
  await workbook.replaceAreas([{ address: "Codes!A2", values: [[2]] }]);
  expect((await workbook.readAreas(["Codes!A2"]))[0]?.values).toEqual([[2]]);
  expect(excel.formatAt("Codes!A2")).toBe("@");
});
