import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import {
  createXlsx,
  FormulaCodec,
  openPackage,
  readWorkbook,
  writeCells,
  type NewWorkbook,
} from "../../src/xlsx";
import { allSheets, inLibreOffice, judge } from "../libreoffice";
import { runCommand } from "./run-command";

jest.setTimeout(200_000);

const names = catalogue.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "stockbook-freeze-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const contentOf = (path: string) => readWorkbook(openPackage(bytesOf(path)), names);
const cellsOf = (path: string, sheet = 0) =>
  new Map(contentOf(path).sheets[sheet].cells.map((cell) => [`${cell.row},${cell.column}`, cell]));

const book: NewWorkbook = {
  styles: { money: { numberFormat: "#,##0.00", fill: "#FFFF99" } },
  names: [{ name: "Buffer", refersTo: "Plan!$D$1" }],
  sheets: [
    {
      name: "Plan",
      rows: [
        [50, 5, 6, { formula: "=SAFETYSTOCK(A1,B1,C1,0.9,2)", style: "money" }, { formula: "=D1*2" }],
        [120, { formula: "=ABCCLASS(A1:A4)" }, { formula: '=COUNTIF(B2#,"A")' }, { formula: "=Buffer+1" }],
        [30],
        [1, undefined, undefined, { formula: "=LET(s,SAFETYSTOCK(1,1,1,0.9),s*2)" }],
        [undefined, undefined, undefined, { formula: "=SAFETYSTOCK(-1,1,1,0.9)" }],
      ],
    },
    { name: "Text", rows: [["SAFETYSTOCK(", { formula: '="SAFETYSTOCK("&A1' }]] },
  ],
};

/** The workbook, calculated; frozen; unfrozen again. */
async function roundTrip(input: string, name: string) {
  const [calculated, frozen, restored] = ["calculated", "frozen", "restored"].map((what) =>
    at(`${name}-${what}.xlsx`),
  );
  await runCommand(["calc", input, calculated]);
  const freeze = await runCommand(["freeze", calculated, frozen]);
  const unfreeze = await runCommand(["unfreeze", frozen, restored]);
  return { calculated, frozen, restored, freeze, unfreeze };
}

/** Parts of a package that differ from another's, and those that are new. */
function changedParts(before: string, after: string): string[] {
  const [old, now] = [before, after].map((path) => openPackage(bytesOf(path)));
  const lost = old.partNames.filter((part) => !now.has(part)).map((part) => `-${part}`);
  const changed = now.partNames.filter(
    (part) => !old.has(part) || !Buffer.from(old.read(part)).equals(Buffer.from(now.read(part))),
  );
  return [...lost, ...changed].sort();
}

const bookKeeping = [
  "[Content_Types].xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/tables/table.xml",
  "xl/workbook.xml",
  "xl/worksheets/_rels/sheet.xml.rels",
  "xl/worksheets/sheet.xml",
];

test("values stand in place of our formulas; number formats and Excel's own formulas stay", async () => {
  writeFileSync(at("book.xlsx"), createXlsx(book, names));
  const { calculated, frozen, freeze } = await roundTrip(at("book.xlsx"), "book");
  expect(freeze).toEqual({ code: 0, out: "5 formulas frozen, 8 cells\n", err: "" });
  const [before, after] = [cellsOf(calculated), cellsOf(frozen)];
  for (const [place, { value, style }] of before) expect(after.get(place)).toMatchObject({ value, style });
  const formulas = [...after.values()].flatMap(({ formula }) => formula ?? []);
  expect(formulas).toEqual(["=D1*2", "=Buffer+1"]);
  expect(changedParts(calculated, frozen)).toEqual([...bookKeeping, "xl/worksheets/sheet1.xml"].sort());
  const inventory = contentOf(frozen)
    .sheets.at(-1)
    ?.cells.map(({ value }) => value);
  expect(inventory).toEqual(
    expect.arrayContaining(["=SAFETYSTOCK(A1,B1,C1,0.9,2)", "B2:B5", '=COUNTIF(B2#,"A")']),
  );
});

test("unfreezing and calculating gives the same to the last bit; no other part is touched", async () => {
  writeFileSync(at("back.xlsx"), createXlsx(book, names));
  const { calculated, restored, unfreeze } = await roundTrip(at("back.xlsx"), "back");
  expect(unfreeze).toEqual({ code: 0, out: "5 formulas restored, 8 cells\n", err: "" });
  await runCommand(["calc", restored, at("back-again.xlsx")]);
  const cells = (path: string) =>
    [...cellsOf(path)].map(([place, { formula, value, style }]) => ({ place, formula, value, style }));
  expect(cells(restored)).toEqual(cells(calculated));
  expect(cells(at("back-again.xlsx"))).toEqual(cells(calculated));
  expect(changedParts(calculated, restored)).toEqual([...bookKeeping, "xl/worksheets/sheet1.xml"].sort());
});

test("1,000 parts: nothing of ours is left when frozen, and every cell is as it was after unfreezing", async () => {
  const sample = join(__dirname, "../../assets/samples/spare-parts.xlsx");
  const [frozen, restored] = [at("frozen.xlsx"), at("restored.xlsx")];
  expect((await runCommand(["freeze", sample, frozen])).code).toBe(0);
  expect((await runCommand(["unfreeze", frozen, restored])).code).toBe(0);
  const sheets = (path: string) => contentOf(path).sheets.filter(({ name }) => name !== "FrozenFormulas");
  const codec = new FormulaCodec(names);
  const formulas = sheets(frozen).flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  expect(formulas.filter((formula) => codec.encode(formula).custom)).toEqual([]);
  expect(JSON.stringify(sheets(restored)) === JSON.stringify(sheets(sample))).toBe(true);
});

test("cells changed since are named and left, exit code 1", async () => {
  writeFileSync(at("changed.xlsx"), createXlsx(book, names));
  const { frozen } = await roundTrip(at("changed.xlsx"), "changed");
  const edit = { sheet: "Plan", cells: [{ row: 0, column: 3, value: 130 }] };
  writeFileSync(at("edited.xlsx"), writeCells(openPackage(bytesOf(frozen)), [edit], names));
  expect(await runCommand(["unfreeze", at("edited.xlsx"), at("edited-back.xlsx")])).toEqual({
    code: 1,
    out: "4 formulas restored, 7 cells; 1 were changed since and stay as they are\n",
    err: "Plan!D1 the value is not the frozen one\n",
  });
  expect(cellsOf(at("edited-back.xlsx")).get("0,3")).toMatchObject({ value: 130 });
  expect(cellsOf(at("edited-back.xlsx")).get("0,3")?.formula).toBeUndefined();
});

test("a protected sheet is told and no file written", async () => {
  writeFileSync(at("open.xlsx"), createXlsx(book, names));
  await runCommand(["calc", at("open.xlsx"), at("open-calc.xlsx")]);
  const pkg = openPackage(bytesOf(at("open-calc.xlsx")));
  const { text, encoding } = pkg.readText("xl/worksheets/sheet1.xml");
  const locked = text.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1"/>');
  writeFileSync(
    at("locked.xlsx"),
    pkg.withParts(new Map([["xl/worksheets/sheet1.xml", { text: locked, encoding }]])),
  );
  const { code, err } = await runCommand(["freeze", at("locked.xlsx"), at("never.xlsx")]);
  expect([code, err]).toEqual([
    2,
    expect.stringContaining("The sheet Plan is protected, so nothing was changed."),
  ]);
  expect(() => readFileSync(at("never.xlsx"))).toThrow();
});

test("a formula without a stored value stays a formula and is named", async () => {
  writeFileSync(
    at("empty.xlsx"),
    createXlsx(
      {
        sheets: [
          { name: "Plan", rows: [[{ formula: "=SAFETYSTOCK(1,1,1,0.9)", value: { error: "#NAME?" } }]] },
        ],
      },
      names,
    ),
  );
  expect(await runCommand(["freeze", at("empty.xlsx"), at("empty-frozen.xlsx")])).toEqual({
    code: 1,
    out: "0 formulas frozen, 0 cells; 1 stay formulas\n",
    err: "Plan!A1 shows #NAME?, which is no value to keep\n",
  });
});

judge("LibreOffice shows a frozen workbook without a #NAME?, its own formulas calculated", async () => {
  writeFileSync(at("judged.xlsx"), createXlsx(book, names));
  const { calculated, frozen } = await roundTrip(at("judged.xlsx"), "judged");
  const live = inLibreOffice(bytesOf(calculated), allSheets).get("book-Plan.csv") ?? "";
  expect(live).toContain("#NAME?");
  const shown = inLibreOffice(bytesOf(frozen), allSheets);
  for (const [, text] of shown) expect(text).not.toContain("#NAME?");
  const [first] = (shown.get("book-Plan.csv") ?? "").split("\n");
  const [, , , buffer, double] = first.replace(/"/g, "").split(",").map(Number);
  expect(buffer).toBeCloseTo(129.11, 2);
  expect(double).toBeCloseTo(2 * buffer, 10);
});
