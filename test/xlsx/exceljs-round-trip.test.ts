import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
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

/** A workbook as rich as exceljs can make it. */
async function richBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const plan = book.addWorksheet("Plan", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
  plan.columns = [{ width: 30 }, { width: 12, style: { numFmt: "#,##0.00" } }];
  plan.getCell("A1").value = { richText: [{ text: "bold", font: { bold: true } }, { text: " and plain" }] };
  plan.getCell("A1").note = "a comment";
  plan.getCell("B1").value = new Date(Date.UTC(2024, 1, 29));
  plan.getCell("B2").value = { formula: "B1*2", result: 90702, date1904: false };
  plan.getCell("B2").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
  plan.getCell("A3").value = { text: "a link", hyperlink: "https://example.com" };
  plan.mergeCells("C1:D2");
  plan.getCell("A4").dataValidation = { type: "list", formulae: ['"A,B"'] };
  plan.addConditionalFormatting({
    ref: "B1:B9",
    rules: [{ type: "expression", priority: 1, formulae: ["B1>5"], style: { font: { bold: true } } }],
  });
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  plan.addImage(book.addImage({ base64: pixel, extension: "png" }), "F1:G4");
  const items = book.addWorksheet("Items");
  items.addTable({
    name: "Items",
    ref: "A1",
    headerRow: true,
    columns: [{ name: "Item" }, { name: "Cost" }],
    rows: [
      ["A", 1],
      ["B", 2],
    ],
  });
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

test("what exceljs writes is read", async () => {
  const { sheets, tables, styles } = readWorkbook(openPackage(await richBook()));
  const [plan] = sheets;
  expect(plan!.frozen).toEqual({ rows: 2, columns: 1 });
  expect(plan!.merges).toEqual([{ row: 0, column: 2, rows: 2, columns: 2 }]);
  expect(plan!.columns[0]).toMatchObject({ first: 0, last: 0, width: 30 });
  const at = (row: number, column: number) =>
    plan!.cells.find((cell) => cell.row === row && cell.column === column)!;
  expect(at(0, 0).value).toBe("bold and plain");
  expect(at(0, 1).value).toBe(45351);
  expect(at(1, 1)).toMatchObject({ value: 90702, formula: "=B1*2" });
  expect(styles[at(1, 1).style]).toMatchObject({ fill: "#FFFF00", numberFormat: "#,##0.00" });
  expect(at(2, 0).value).toBe("a link");
  expect(tables).toMatchObject([{ name: "Items", columns: [{ name: "Item" }, { name: "Cost" }] }]);
});

test("pictures, comments, rules and tables survive a patch byte by byte, and exceljs reads the result", async () => {
  const before = await richBook();
  const edits = [
    { row: 1, column: 1, value: 5 },
    { row: 8, column: 8, value: "new" },
  ];
  const after = writeCells(openPackage(before), [{ sheet: "Plan", cells: edits }]);
  const [old, now] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  const changed = Object.keys(old).filter((name) => !Buffer.from(old[name]!).equals(Buffer.from(now[name]!)));
  expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(after.buffer as ArrayBuffer);
  const plan = read.getWorksheet("Plan")!;
  expect(plan.getCell("B2").result).toBe(5);
  expect(plan.getCell("I9").value).toBe("new");
  expect(plan.getCell("A1").note).toBe("a comment");
  expect(plan.getImages()).toHaveLength(1);
});
