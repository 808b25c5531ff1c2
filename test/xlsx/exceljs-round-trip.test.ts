import ExcelJS from "exceljs";
import { openPackage, readWorkbook, writeCells } from "../../src/xlsx";

const names = ["SAFETYSTOCK"];

async function exceljsBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan");
  sheet.addRow(["Item", "Qty"]);
  sheet.addRow(["A", 5]);
  sheet.getCell("C2").value = { formula: "SAFETYSTOCK(B2,5,6,0.9,2)", date1904: false };
  sheet.getCell("D2").value = { formula: "SUM(B2:B2)", result: 5, date1904: false };
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

test("a plain call of our function becomes the dynamic array Excel stores, with its results around it", async () => {
  const written = writeCells(
    openPackage(await exceljsBook()),
    [{ sheet: "Plan", cells: [{ row: 1, column: 2, spill: [[1], [3]] }] }],
    names,
  );
  const pkg = openPackage(written);
  const xml = pkg.readText("xl/worksheets/sheet1.xml").text;
  expect(xml).toContain(
    '<c r="C2" cm="1"><f t="array" ref="C2:C3">_xldudf_SAFETYSTOCK(B2,5,6,0.9,2)</f><v>1</v></c>',
  );
  expect(xml).toContain('<row r="3"><c r="C3"><v>3</v></c></row>');
  expect(xml).toContain('<dimension ref="A1:D3"/>');
  const { cells } = readWorkbook(pkg, names).sheets[0]!;
  expect(cells.find(({ row, column }) => row === 1 && column === 2)).toEqual({
    row: 1,
    column: 2,
    value: 1,
    formula: "=SAFETYSTOCK(B2,5,6,0.9,2)",
    arrayRef: { row: 1, column: 2, rows: 2, columns: 1 },
    style: 0,
  });
  expect(cells.at(-1)).toEqual({ row: 2, column: 2, value: 3, style: 0, spilledFrom: { row: 1, column: 2 } });
});
