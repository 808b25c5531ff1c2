/** @jest-environment jsdom */
import { MemoryHostWorkbook } from "../../../src/workbench/host/memory-host-workbook";
import type { OfficeHost } from "../../../src/workbench/host";
import { startOffice } from "./load-office";

let host: OfficeHost;
const book = new MemoryHostWorkbook();

beforeAll(async () => {
  host = await startOffice(book);
}, 30_000);

test("reads and writes cells through the real library", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3");
    range.values = [
      ["a", 1],
      ["007", "=1+1"],
    ];
    range.load("values,formulas,address,rowCount");
    await context.sync();
    expect(range.address).toBe("Sheet1!B2:C3");
    expect(range.rowCount).toBe(2);
    expect(range.values[0]).toEqual(["a", 1]);
    expect(range.values[1][0]).toBe(7);
    expect(range.formulas[1][1]).toBe("=1+1");
  });
  expect(host.unimplemented()).toEqual([]);
});
