import ExcelJS from "exceljs";
import {
  createXlsx,
  openPackage,
  readWorkbook,
  writeTable,
  type CellValue,
  type TableEdit,
  type WorkbookContent,
} from "../../src/xlsx";
import { inLibreOffice, judge } from "../libreoffice";

const names = ["SAFETYSTOCK"];
const base = createXlsx(
  {
    sheets: [
      {
        name: "Items",
        rows: [
          ["Item", "Cost", "Twice"],
          ["007", { value: 1.5, style: "money" }, { formula: "=[@Cost]*2", value: 3 }],
          ["008", { value: 2, style: "money" }, { formula: "=[@Cost]*2", value: 4 }],
        ],
        tables: [{ name: "Items", ref: "A1:C3", columnFormulas: { Twice: "=[@Cost]*2" } }],
      },
      {
        name: "Plan",
        rows: [["Keep me", 5], [], [{ formula: "=SAFETYSTOCK(50,5,6,0.9,2)", value: 129.1 }]],
      },
    ],
    styles: { money: { numberFormat: "#,##0.00" } },
  },
  names,
);

const column = (name: string, values: CellValue[], format = "General") => ({ name, format, values });
const write = (bytes: Uint8Array, edit: TableEdit) => writeTable(openPackage(bytes), edit, names);
const read = (bytes: Uint8Array) => readWorkbook(openPackage(bytes), names);
const table = (content: WorkbookContent, name: string) =>
  content.tables.find(({ displayName }) => displayName === name);

/** Body and header of a sheet as rows of values. */
function grid(content: WorkbookContent, sheet: string): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const { row, column: at, value } of content.sheets.find(({ name }) => name === sheet)!.cells)
    (rows[row] ??= [])[at] = value;
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
}

function otherPartsAreEqual(before: Uint8Array, after: Uint8Array, changed: readonly string[]): void {
  const [one, other] = [openPackage(before), openPackage(after)];
  for (const part of one.partNames) {
    if (changed.includes(part)) continue;
    expect({ part, bytes: [...other.read(part)] }).toEqual({ part, bytes: [...one.read(part)] });
  }
}

const forecast: TableEdit = {
  name: "Forecast",
  rowCount: 3,
  columns: [
    column("Item", ["007", "007", "008"], "@"),
    column("Date", [46_000, 46_031, 46_000], "yyyy-mm-dd"),
    column("Stat", [1.25, { error: "#N/A" }, 7], "#,##0.##"),
    column("Model", ["a & b", "", null]),
  ],
};

test("a new table stands on a sheet of its own, with formats; every other part keeps its bytes", () => {
  const bytes = write(base, forecast);
  const content = read(bytes);
  expect(table(content, "Forecast")).toMatchObject({
    sheet: "Forecast",
    ref: { row: 0, column: 0, rows: 4, columns: 4 },
    columns: [{ name: "Item" }, { name: "Date" }, { name: "Stat" }, { name: "Model" }],
  });
  expect(grid(content, "Forecast")).toEqual([
    ["Item", "Date", "Stat", "Model"],
    ["007", 46_000, 1.25, "a & b"],
    ["007", 46_031, { error: "#N/A" }, ""],
    ["008", 46_000, 7],
  ]);
  const date = content.sheets.at(-1)!.cells.find(({ row, column: at }) => row === 1 && at === 1)!;
  expect(content.styles[date.style].numberFormat).toBe("yyyy-mm-dd");
  otherPartsAreEqual(base, bytes, [
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/workbook.xml",
    "xl/styles.xml",
  ]);
});

test("two new tables do not get in each other's way, and a taken sheet name is avoided", () => {
  const once = write(base, { ...forecast, name: "Plan_" });
  const bytes = write(write(once, { ...forecast, name: "Plan" }), { ...forecast, name: "Issues" });
  const content = read(bytes);
  expect(content.tables.map(({ displayName, sheet }) => [displayName, sheet])).toEqual([
    ["Items", "Items"],
    ["Plan_", "Plan_"],
    ["Plan", "Plan 2"],
    ["Issues", "Issues"],
  ]);
  const ids = openPackage(bytes)
    .partNames.filter((part) => part.includes("tables/"))
    .map((part) => /\sid="(\d+)"/.exec(openPackage(bytes).readText(part).text)![1]);
  expect(new Set(ids).size).toBe(4);
});

test("a table grows: formulas and formats go down, range and filter follow", () => {
  const edit = {
    name: "items",
    rowCount: 4,
    columns: [column("cost", [1, 2, 3, 4]), column("Item", ["a", "b", "c", "d"])],
  };
  const bytes = write(base, edit);
  const content = read(bytes);
  expect(table(content, "Items")!.ref).toEqual({ row: 0, column: 0, rows: 5, columns: 3 });
  const cells = content.sheets[0].cells;
  expect(cells.filter(({ column: at, row }) => at === 2 && row > 0).map(({ formula }) => formula)).toEqual(
    Array(4).fill("=Items[@Cost]*2"),
  );
  const grown = cells.find(({ row, column: at }) => row === 4 && at === 1)!;
  expect(content.styles[grown.style].numberFormat).toBe("#,##0.00");
  expect(openPackage(bytes).readText("xl/tables/table1.xml").text).toContain('<autoFilter ref="A1:C5"/>');
  otherPartsAreEqual(base, bytes, ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml"]);
});

test("a table shrinks: what is left over is cleared; an empty one keeps a blank row", () => {
  const bytes = write(write(base, forecast), {
    ...forecast,
    rowCount: 0,
    columns: forecast.columns.map(({ name, format }) => column(name, [], format)),
  });
  const content = read(bytes);
  expect(table(content, "Forecast")!.ref.rows).toBe(2);
  expect(
    grid(content, "Forecast")
      .slice(1)
      .flat()
      .filter((value) => value !== null),
  ).toEqual([]);
});

test("a column that is missing is added at the right", () => {
  const bytes = write(base, { name: "Items", rowCount: 2, columns: [column("ABC", ["A", "C"])] });
  const content = read(bytes);
  expect(table(content, "Items")!.columns.map(({ name }) => name)).toEqual(["Item", "Cost", "Twice", "ABC"]);
  expect(grid(content, "Items")[2]).toEqual(["008", 2, 4, "C"]);
  expect(
    read(write(bytes, { name: "Items", rowCount: 2, columns: [column("ABC", ["B", "B"])] })).tables[0]
      .columns,
  ).toHaveLength(4);
});

test("a table does not grow over other cells, and nothing is written then", () => {
  const blocked = createXlsx({
    sheets: [{ name: "S", rows: [["Item"], ["a"], [], ["a note"]], tables: [{ name: "T", ref: "A1:A2" }] }],
  });
  const edit = { name: "T", rowCount: 3, columns: [column("Item", ["a", "b", "c"])] };
  expect(() => writeTable(openPackage(blocked), edit)).toThrow(
    "The table T cannot grow over S!A4, which is not empty.",
  );
});

test("a file of another program with a totals row keeps it, and says so where it must grow", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Data").addTable({
    name: "Stock",
    ref: "B2",
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: "Item", totalsRowLabel: "Sum" },
      { name: "Qty", totalsRowFunction: "sum" },
    ],
    rows: [
      ["a", 1],
      ["b", 2],
    ],
  });
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  const written = write(bytes, { name: "Stock", rowCount: 2, columns: [column("Class", ["A", "B"])] });
  expect(table(read(written), "Stock")).toMatchObject({
    totalsRow: true,
    ref: { row: 1, rows: 4, columns: 3 },
  });
  expect(openPackage(written).readText("xl/tables/table1.xml").text).toContain('autoFilter ref="B2:D4"');
  const grow = { name: "Stock", rowCount: 3, columns: [column("Class", ["A", "B", "C"])] };
  expect(() => write(bytes, grow)).toThrow("The table Stock has a totals row; take it out");
});

judge(
  "LibreOffice opens a file with a new, a grown and a widened table and shows their values",
  () => {
    const bytes = write(
      write(write(base, forecast), {
        name: "Items",
        rowCount: 3,
        columns: [column("Item", ["x", "y", "z"]), column("Cost", [1.5, 2, 3])],
      }),
      { name: "Items", rowCount: 3, columns: [column("ABC", ["A", "B", "C"])] },
    );
    const sheets = inLibreOffice(bytes, "44,34,76,1,,0,false,true,false,false,false,-1");
    const lines = (name: string) => sheets.get(name)?.trimEnd().split("\n");
    expect(lines("book-Items.csv")).toEqual(["Item,Cost,Twice,ABC", "x,1.5,3,A", "y,2,4,B", "z,3,6,C"]);
    expect(lines("book-Forecast.csv")).toEqual([
      "Item,Date,Stat,Model",
      "007,2025-12-09,1.25,a & b",
      "007,2026-01-09,#N/A,",
      "008,2025-12-09,7,",
    ]);
  },
  60_000,
);
