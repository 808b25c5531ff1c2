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
