import { calculateWorkbook } from "../../src/calculator/calculate-workbook";
import { directTransport } from "../../src/calculator/call-transport";
import { findFunction, unprefixedCatalogue } from "../../src/functions/catalogue";
import { FunctionCache } from "../../src/functions/memoise";
import type { WorkbookContent } from "../../src/xlsx/content";

test("FORECAST.ETS in a workbook is Excel's own: its stored value stays, while eval finds ours", async () => {
  const content: WorkbookContent = {
    sheets: [
      {
        name: "Plan",
        state: "visible",
        cells: [{ row: 0, column: 3, value: 21.9, style: 0, formula: "=FORECAST.ETS(13,B1:B12,A1:A12)" }],
        rowCount: 12,
        columnCount: 4,
        columns: [],
        rows: [],
        frozen: { rows: 0, columns: 0 },
        merges: [],
        gridLines: true,
        protected: false,
      },
    ],
    activeSheet: 0,
    names: [],
    tables: [],
    dateSystem: 1900,
    styles: [],
    hasMacros: false,
  };
  const { kept, sheets } = await calculateWorkbook(content, {
    transport: directTransport(new FunctionCache()),
  });
  expect(kept.map(({ cell, reason }) => [cell, reason])).toEqual([
    ["D1", "the function FORECAST.ETS is not known"],
  ]);
  expect(sheets[0].cells).toEqual([]);
  expect(findFunction("forecast.ets")?.name).toBe("FORECAST.ETS");
  expect(unprefixedCatalogue.map(({ name }) => name)).not.toContain("FORECAST.ETS");
});
