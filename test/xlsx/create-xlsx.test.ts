import {
  createXlsx,
  openPackage,
  readWorkbook,
  writeCells,
  XlsxError,
  type NewWorkbook,
} from "../../src/xlsx";

const names = ["FORECAST.SES"];
const book: NewWorkbook = {
  styles: {
    heading: { bold: true, colour: "#FFFFFF", fill: "#1F4E78", horizontal: "center", wrap: true },
    price: { numberFormat: "#,##0.00" },
    date: { numberFormat: "yyyy-mm-dd" },
  },
  sheets: [
    {
      name: "Items",
      rows: [
        [{ value: "Item", style: "heading" }, { value: "Cost", style: "heading" }, "ACV,\nyear"],
        ["007", { value: 1.5, style: "price" }, { formula: "=[@Cost]*12", value: 18 }],
        ["a<b> & _x0041_\n", true, { error: "#N/A" }],
      ],
      columns: [{ width: 20 }, { width: 12.5, style: "price" }],
      freeze: { rows: 1 },
      tables: [{ name: "Items", ref: "A1:C3", columnFormulas: { "ACV,\nyear": "=[@Cost]*12" } }],
    },
    {
      name: "Plan & more",
      gridLines: false,
      rows: [
        [],
        [
          undefined,
          { formula: "=FORECAST.SES(Items[Cost],2)", spill: [[1], ["x"], [null]] },
          { formula: "=SUM(B2#)" },
        ],
        [undefined, { style: "date" }],
        [{ formula: "=SEQUENCE(3)", dynamic: true }],
      ],
    },
    { name: "Hidden", state: "hidden", rows: [] },
  ],
  names: [{ name: "FirstCost", refersTo: "=Items!$B$2" }],
  activeSheet: "Plan & more",
};

test("what was put in is read back", () => {
  const content = readWorkbook(openPackage(createXlsx(book, names)), names);
  expect(content.sheets.map(({ name, state }) => [name, state])).toEqual([
    ["Items", "visible"],
    ["Plan & more", "visible"],
    ["Hidden", "hidden"],
  ]);
  expect(content.activeSheet).toBe(1);
  const [items, plan] = content.sheets;
  expect(items!.cells.map(({ value }) => value)).toEqual([
    ...["Item", "Cost", "ACV,\nyear"],
    ...["007", 1.5, 18],
    ...["a<b> & _x0041_\n", true, { error: "#N/A" }],
  ]);
  expect(items!.cells[5]!.formula).toBe("=Items[@Cost]*12");
  expect(items).toMatchObject({
    frozen: { rows: 1, columns: 0 },
    columns: [
      { first: 0, last: 0, width: 20 },
      { first: 1, last: 1, width: 12.5 },
    ],
  });
  expect(plan!.cells).toEqual([
    {
      row: 1,
      column: 1,
      value: 1,
      style: 0,
      formula: "=FORECAST.SES(Items[Cost],2)",
      arrayRef: { row: 1, column: 1, rows: 3, columns: 1 },
    },
    { row: 1, column: 2, value: null, style: 0, formula: "=SUM(B2#)" },
    { row: 2, column: 1, value: "x", style: 3, spilledFrom: { row: 1, column: 1 } },
    {
      row: 3,
      column: 0,
      value: null,
      style: 0,
      formula: "=SEQUENCE(3)",
      arrayRef: { row: 3, column: 0, rows: 1, columns: 1 },
    },
    { row: 3, column: 1, value: null, style: 0, spilledFrom: { row: 1, column: 1 } },
  ]);
  expect(content.styles[1]).toMatchObject({
    font: { bold: true, colour: "#FFFFFF" },
    fill: "#1F4E78",
    horizontal: "center",
    wrap: true,
  });
  expect(content.styles[2]!.numberFormat).toBe("#,##0.00");
  expect(content.styles[3]!.numberFormat).toBe("yyyy-mm-dd");
  expect(content.tables).toMatchObject([
    {
      name: "Items",
      sheet: "Items",
      ref: { row: 0, column: 0, rows: 3, columns: 3 },
      headerRow: true,
      totalsRow: false,
      columns: [{ name: "Item" }, { name: "Cost" }, { name: "ACV,\nyear", formula: "=Items[@Cost]*12" }],
      style: "TableStyleMedium2",
    },
  ]);
  expect(content.names).toMatchObject([{ name: "FirstCost", refersTo: "=Items!$B$2" }]);
});

test("our functions are stored as Excel stores them, with the metadata", () => {
  const pkg = openPackage(createXlsx(book, names));
  expect(pkg.readText("xl/worksheets/sheet2.xml").text).toContain(
    '<c r="B2" cm="1"><f t="array" ref="B2:B4">_xldudf_FORECAST_SES(Items[Cost],2)</f><v>1</v></c>',
  );
  expect(pkg.has("xl/metadata.xml")).toBe(true);
  expect(openPackage(createXlsx({ sheets: [{ name: "S", rows: [[1]] }] })).has("xl/metadata.xml")).toBe(
    false,
  );
});

test("the same input gives the same bytes", () => {
  expect(createXlsx(book, names)).toEqual(createXlsx(book, names));
});

test("results can be filled in afterwards", () => {
  const pkg = openPackage(createXlsx(book, names));
  const edits = [{ sheet: "Plan & more", cells: [{ row: 3, column: 0, value: 1 }] }];
  const { sheets } = readWorkbook(openPackage(writeCells(pkg, edits, names)), names);
  expect(sheets[1]!.cells.find(({ row, column }) => row === 3 && column === 0)!.value).toBe(1);
});

test.each<[string, NewWorkbook, string]>([
  [
    "two sheets of one name",
    {
      sheets: [
        { name: "A", rows: [] },
        { name: "a", rows: [] },
      ],
    },
    "The name a is used twice.",
  ],
  ["a name Excel refuses", { sheets: [{ name: "a/b", rows: [] }] }, 'A sheet cannot be named "a/b".'],
  [
    "a style nobody defined",
    { sheets: [{ name: "A", rows: [[{ value: 1, style: "x" }]] }] },
    "There is no style named x.",
  ],
  [
    "a table without headings",
    { sheets: [{ name: "A", rows: [["a", "A"]], tables: [{ name: "T", ref: "A1:B2" }] }] },
    "The table T needs a different text above every column.",
  ],
  [
    "a table without a range",
    { sheets: [{ name: "A", rows: [["a"]], tables: [{ name: "T", ref: "all" }] }] },
    "The table T has no valid range: all.",
  ],
  [
    "a cell under a spill",
    { sheets: [{ name: "A", rows: [[{ formula: "=B1:B2", spill: [[1], [2]] }], [5]] }] },
    "A!A2 lies under the results of A1.",
  ],
])("%s is refused", (_, wrong, message) => {
  expect(() => createXlsx(wrong)).toThrow(XlsxError);
  expect(() => createXlsx(wrong)).toThrow(message);
});
