import ExcelJS from "exceljs";
import { createXlsx, freezeValues, openPackage, writeCells } from "../../src/xlsx";
import { inLibreOffice, judge } from "../libreoffice";

const names = ["FORECAST.SES", "ABCCLASS"];

// It calculates array formulas anew when it opens a file, ours as #NAME?: hence the copies without formulas.

/** The first sheet as LibreOffice shows it, full precision, rows of cells. */
function shown(bytes: Uint8Array): string[][] {
  // Comma, double quote, UTF-8; "save cell content as shown" off.
  const text = inLibreOffice(bytes, "44,34,76,1,,0,false,false").get("book.csv") as string;
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

judge(
  "a patched file shows the new results in a copy without formulas",
  async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Plan");
    sheet.addRows([
      ["Item", "Qty"],
      ["A", 5],
      ["B", 7],
    ]);
    sheet.getCell("D1").value = { formula: "FORECAST.SES(B2:B3,2)", date1904: false };
    sheet.getCell("E1").value = { formula: "SUM(B2:B3)", date1904: false };
    const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    const cells = [
      { row: 0, column: 3, spill: [[5.123456789012345], ["text"], [{ error: "#N/A" }], [true]] },
      { row: 0, column: 4, value: 12 },
      { row: 4, column: 0, value: "new" },
    ];
    const written = writeCells(openPackage(bytes), [{ sheet: "Plan", cells }], names);
    expect(shown(freezeValues(openPackage(written), names))).toEqual([
      ["Item", "Qty", "", "5.12345678901235", "12"],
      ["A", "5", "", "text", ""],
      ["B", "7", "", "#N/A", ""],
      ["", "", "", "TRUE", ""],
      ["new", "", "", "", ""],
    ]);
  },
  60_000,
);

judge(
  "a created file opens, and formulas without a result are calculated",
  () => {
    const bytes = createXlsx(
      {
        sheets: [
          {
            name: "Items",
            rows: [
              ["Item", "Cost", "ACV"],
              ["007", 1.5, { formula: "=[@Cost]*12" }],
              ["008", 2, { formula: "=[@Cost]*12" }],
              [
                undefined,
                { formula: "=SUM(Items[ACV])" },
                { formula: "=ABCCLASS(C2:C3)", spill: [["A"], ["B"]] },
              ],
            ],
            tables: [{ name: "Items", ref: "A1:C3" }],
          },
        ],
      },
      names,
    );
    expect(shown(bytes)).toEqual([
      ["Item", "Cost", "ACV"],
      ["007", "1.5", "18"],
      ["008", "2", "24"],
      ["", "42", "#NAME?"],
      ["", "", "#NAME?"],
    ]);
  },
  60_000,
);
