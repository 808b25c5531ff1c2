import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { catalogue } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { cellName, openPackage, readWorkbook, type WorkbookContent } from "../../src/xlsx";
import { allSheets, inLibreOffice, judge } from "../libreoffice";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(180_000);

const root = join(__dirname, "../..");
const functionNames = catalogue.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "stockbook-files-"));
const read = (bytes: Uint8Array) => readWorkbook(openPackage(bytes), functionNames);
let workbench: WorkbenchPage;

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A workbook with all that a planner's file holds beside cells: a chart, a picture, customXml, names, formats, validation, a comment. */
async function plannersFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const plan = book.addWorksheet("Plan", { views: [{ state: "frozen", ySplit: 1, xSplit: 0 }] });
  plan.columns = [{ width: 30 }, { width: 12 }, { width: 8 }];
  plan.addRows([
    ["Item", "Qty", "Share"],
    ["00123", 1234.5, 0.25],
    ["00124", 50, 0.75],
  ]);
  plan.getCell("B2").numFmt = "#,##0.00";
  plan.getCell("C2").numFmt = "0.0%";
  plan.getCell("D2").value = { formula: "B2*2", result: 2469 };
  plan.getCell("D3").value = { formula: "SUM(Quantities)", result: 1284.5 };
  plan.getCell("A3").note = "ordered by phone";
  plan.getCell("B3").dataValidation = { type: "whole", operator: "greaterThan", formulae: [0] };
  plan.addConditionalFormatting({
    ref: "B2:B3",
    rules: [
      {
        type: "cellIs",
        operator: "greaterThan",
        formulae: [100],
        priority: 1,
        style: { font: { bold: true } },
      },
    ],
  });
  book.addWorksheet("Hidden", { state: "hidden" }).getCell("A1").value = 7;
  book.definedNames.add("Plan!$B$2:$B$3", "Quantities");
  const parts = unzipSync(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer));
  parts["xl/charts/chart1.xml"] = strToU8(
    "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'/>",
  );
  parts["xl/drawings/drawing9.xml"] = strToU8(
    "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'/>",
  );
  parts["customXml/item1.xml"] = strToU8("<plan  kept='as it is'/>");
  parts["xl/media/image1.png"] = Uint8Array.from({ length: 500 }, (_, i) => (i * 31) % 256);
  parts["[Content_Types].xml"] = strToU8(
    strFromU8(parts["[Content_Types].xml"]).replace(
      "</Types>",
      '<Default Extension="png" ContentType="image/png"/></Types>',
    ),
  );
  return zipSync(parts);
}

test("a file from disk is saved back with the edited sheet changed and every other part the same bytes", async () => {
  const before = await plannersFile();
  await workbench.open("planner.xlsx", before);
  expect(await workbench.cells(["Plan!A2", "Plan!B2", "Plan!D2", "Plan!D3"])).toEqual([
    "00123",
    1234.5,
    2469,
    1284.5,
  ]);
  await workbench.type("Plan!B3", "51");
  await workbench.type("Plan!F2", "=SAFETYSTOCK(50,5,6,0.9,2)");
  const after = await workbench.save();
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const changed = Object.keys(now).filter(
    (name) => Buffer.compare(now[name], old[name] ?? Buffer.alloc(0)) !== 0,
  );
  expect(Object.keys(old).filter((name) => !(name in now))).toEqual([]);
  // A dynamic array needs its entry in metadata.xml, and that its two lists of parts.
  expect(changed.sort()).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/metadata.xml",
    "xl/worksheets/sheet1.xml",
  ]);
  const plan = read(after).sheets[0];
  const at = (name: string) => plan.cells.find(({ row, column }) => cellName(row, column) === name);
  expect([at("B3")?.value, at("D3")?.value, at("F2")?.formula]).toEqual([
    51,
    1285.5,
    "=SAFETYSTOCK(50,5,6,0.9,2)",
  ]);
  expect(at("F2")?.value).toBeCloseTo(129.11, 2);
});

test("a file that is saved without an edit is the same file", async () => {
  const before = await plannersFile();
  await workbench.open("same.xlsx", before);
  expect(Buffer.compare(await workbench.save(), before)).toBe(0);
});

test("tabs, widths, number formats and frozen rows are those of the file; hidden sheets stay hidden", async () => {
  await workbench.open("look.xlsx", await plannersFile());
  const look = await workbench.page.evaluate(() => {
    const { workbook } = (globalThis as unknown as InPage).workbench.session;
    const plan = workbook.getSheetBySheetName("Plan");
    return {
      frozen: plan.getFreeze().ySplit,
      widths: [0, 1, 2].map((column) => plan.getColumnWidth(column)),
      hidden: workbook.getSheetBySheetName("Hidden").isSheetHidden(),
      formats: [1, 2].map((column) => plan.getCell(1, column)?.v),
    };
  });
  expect(look.frozen).toBe(1);
  expect(look.widths[0]).toBeGreaterThan(2 * look.widths[1]);
  expect(look.widths[1]).toBeGreaterThan(look.widths[2]);
  expect(look.hidden).toBe(1);
  const tabs = workbench.page.locator("[data-u-comp=slide-tab-bar], .univer-slide-tab-bar").first();
  expect(await tabs.innerText()).toContain("Plan");
});

interface InPage {
  readonly workbench: {
    readonly session: {
      readonly workbook: {
        getSheetBySheetName(name: string): {
          getFreeze(): { ySplit: number };
          getColumnWidth(column: number): number;
          isSheetHidden(): number;
          getCell(row: number, column: number): { v?: unknown } | undefined;
        };
      };
    };
  };
}

test("a workbook of the command line, of the workbench and of direct calls: the same numbers to the last bit", async () => {
  const sample = readFileSync(join(root, "assets/samples/spare-parts.xlsx"));
  const calculated = join(folder, "calculated.xlsx");
  const args = ["calc", join(root, "assets/samples/spare-parts.xlsx"), calculated];
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist/cli/stockbook.js"), ...args], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  const fromCommand = valuesOf(read(new Uint8Array(readFileSync(calculated))));
  expect(fromCommand).toEqual(valuesOf(read(new Uint8Array(sample))));
  await workbench.open("spare-parts.xlsx", new Uint8Array(sample));
  const addresses = [...fromCommand.keys()];
  const inGrid = await workbench.cells(addresses);
  expect(addresses.length).toBeGreaterThan(20_000);
  expect(addresses.filter((address, i) => !Object.is(inGrid[i], fromCommand.get(address)))).toEqual([]);

  const block = (sheet: string, from: [string, number], columns: number) =>
    Array.from({ length: 1000 }, (_, row) =>
      Array.from(
        { length: columns },
        (__, column) => fromCommand.get(`${sheet}!${shifted(from[0], column)}${from[1] + row}`) ?? "",
      ),
    );
  const call = (name: string, ...given: unknown[]) =>
    evaluate(
      catalogue.find((definition) => definition.name === name)!,
      given,
    );
  const history = block("History", ["B", 2], 24);
  const statistics = block("Plan", ["D", 14], 9);
  expect(call("DEMAND.STATS", history)).toEqual(statistics);
  expect(call("FORECAST.SES", history, 6)).toEqual(block("Plan", ["O", 14], 6));
  const mean = statistics.map((row) => [row[1]]);
  const sd = statistics.map((row) => [row[2]]);
  expect(call("SAFETYSTOCK", mean, sd, 2, 0.95)).toEqual(block("Plan", ["M", 14], 1));
  expect(call("ROP", mean, sd, 2, 0.95)).toEqual(block("Plan", ["N", 14], 1));
  expect(
    call(
      "XYZCLASS",
      statistics.map((row) => [row[3]]),
    ),
  ).toEqual(block("Plan", ["C", 14], 1));
  const value = block("Items", ["E", 2], 1);
  expect(call("ABCCLASS", value)).toEqual(block("Plan", ["B", 14], 1));
});

function valuesOf({ sheets }: WorkbookContent): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { name, cells } of sheets) {
    for (const { row, column, value } of cells) {
      if (value === null || value === "") continue;
      values.set(`${name}!${cellName(row, column)}`, typeof value === "object" ? value.error : value);
    }
  }
  return values;
}

function shifted(letter: string, by: number): string {
  return cellName(0, letter.charCodeAt(0) - 65 + by).replace(/\d+$/, "");
}

judge("LibreOffice reads from a saved workbook the numbers that the grid shows", async () => {
  await workbench.open(
    "spare-parts.xlsx",
    new Uint8Array(readFileSync(join(root, "assets/samples/spare-parts.xlsx"))),
  );
  await workbench.type("Plan!B8", "3");
  writeFileSync(join(folder, "saved.xlsx"), await workbench.save());
  const cli = [
    join(root, "dist/cli/stockbook.js"),
    "calc",
    join(folder, "saved.xlsx"),
    join(folder, "values.xlsx"),
    "--values",
  ];
  expect(spawnSync(process.execPath, cli).status).toBe(0);
  const sheets = inLibreOffice(new Uint8Array(readFileSync(join(folder, "values.xlsx"))), allSheets);
  const lines = (sheets.get("book-Plan.csv") as string).split("\n");
  const rows = Array.from({ length: 1000 }, (_, i) => 14 + i);
  for (const letter of ["E", "F", "M", "N", "O"]) {
    const grid = await workbench.cells(rows.map((row) => `Plan!${letter}${row}`));
    rows.forEach((row, i) => {
      const seen = Number(lines[row - 1].split(",")[letter.charCodeAt(0) - 65].replaceAll('"', ""));
      // LibreOffice writes 15 digits.
      expect(seen / (grid[i] as number)).toBeCloseTo(1, 12);
    });
  }
});

test.each<[string, () => Uint8Array]>([
  ["a truncated file", () => readFileSync(join(root, "assets/samples/spare-parts.xlsx")).subarray(0, 5000)],
  [
    "an encrypted or old file",
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
  ],
])("%s is refused in words, the open workbook stays", async (_what, bytes) => {
  const before = await workbench.cell("Plan!A14");
  await workbench.page
    .locator('input[type="file"]')
    .setInputFiles({ name: "bad.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes()) });
  const message = workbench.page
    .getByRole("region", { name: "Messages" })
    .getByText("bad.xlsx was not opened.");
  await message.first().waitFor();
  await workbench.page.getByRole("button", { name: "Dismiss" }).first().click();
  expect(await workbench.cell("Plan!A14")).toBe(before);
});

test("nothing went wrong unseen", () => {
  expect(workbench.errors).toEqual([]);
});
