import { unzipSync } from "fflate";
import { freezeValues, openPackage, readWorkbook, writeCells, type CellEdit } from "../../src/xlsx";
import { dynamicArrayMetadata, handMade, link, MAIN, rels, SHEET, type HandMade } from "./hand-made";

const names = ["SAFETYSTOCK", "FORECAST.SES"];

function write(parts: HandMade, cells: readonly CellEdit[]): Uint8Array {
  return writeCells(openPackage(handMade(parts)), [{ sheet: "Plan", cells }], names);
}

const A1 = { row: 0, column: 0 };
const B1 = { row: 0, column: 1 };

describe("the list of formula cells (calcChain)", () => {
  const book = { rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', calcChain: '<c r="A1" i="1"/>' };

  test("stays while only results change", () => {
    const bytes = write(book, [{ ...A1, value: 3 }]);
    expect(unzipSync(bytes)["xl/calcChain.xml"]).toEqual(unzipSync(handMade(book))["xl/calcChain.xml"]);
  });

  test.each([
    ["a formula is added", { ...B1, formula: "=2", value: 2 }],
    ["a formula is removed", { ...A1, formula: null, value: 2 }],
    ["a formula becomes an array", { ...A1, formula: "=SAFETYSTOCK(1)", value: 2 }],
  ])("goes when %s, and nothing refers to it", (_, edit) => {
    const pkg = openPackage(write(book, [edit]));
    expect(pkg.has("xl/calcChain.xml")).toBe(false);
    expect(pkg.readText("[Content_Types].xml").text).not.toContain("calcChain");
    expect(pkg.relationships("xl/workbook.xml").map(({ type }) => type)).not.toContain("calcChain");
  });
});

describe("the package", () => {
  const extra = {
    "xl/vbaProject.bin": Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256),
    "customXml/item1.xml": "<anything/>",
    "../../outside.txt": "a name that is not a path",
  };
  const book = { rows: '<row r="1"><c r="A1"><v>1</v></c></row>', strings: "<si><t>x</t></si>", extra };

  test("all other parts keep their bytes and their place", () => {
    const before = unzipSync(handMade(book));
    const after = unzipSync(write(book, [{ ...A1, value: 2 }]));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before))
      if (name !== SHEET) expect([name, after[name]]).toEqual([name, before[name]]);
    expect(after[SHEET]).not.toEqual(before[SHEET]);
  });

  test("the compressed bytes of other parts are the very same", () => {
    const before = Buffer.from(handMade(book));
    const after = Buffer.from(write(book, [{ ...A1, value: 2 }]));
    const at = before.indexOf("xl/vbaProject.bin") + "xl/vbaProject.bin".length;
    const compressed = before.subarray(
      at,
      at + before.readUInt32LE(before.indexOf("xl/vbaProject.bin") - 12),
    );
    expect(after.includes(compressed)).toBe(true);
  });

  test("no edits, no change of any part", () => {
    const before = handMade(book);
    expect(unzipSync(writeCells(openPackage(before), []))).toEqual(unzipSync(before));
  });

  test("references like [@Cost] get the name of the table they stand in", () => {
    const table = `<table xmlns="${MAIN}" id="1" name="Items" displayName="Items" ref="A1:B4"><tableColumns count="2"><tableColumn id="1" name="Cost"/><tableColumn id="2" name="ACV"/></tableColumns></table>`;
    const withTable = {
      rows: "",
      extra: {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": rels(link("table", "../tables/table1.xml", 1)),
      },
    };
    const pkg = openPackage(write(withTable, [{ row: 1, column: 1, formula: "=[@Cost]*2", value: 2 }]));
    expect(pkg.readText(SHEET).text).toContain("<f>Items[[#This Row],[Cost]]*2</f>");
  });

  test("the sheet must exist, and be named once", () => {
    const pkg = openPackage(handMade(book));
    expect(() => writeCells(pkg, [{ sheet: "Nowhere", cells: [] }])).toThrow("holds no sheet named Nowhere");
    const twice = { sheet: "Plan", cells: [{ ...A1, value: 2 }] };
    expect(() => writeCells(pkg, [twice, twice])).toThrow("name the sheet Plan twice");
  });
});

test("a frozen copy holds the values and no formula", () => {
  const rows =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_FORECAST_SES(D1:E9)</f><v>1</v></c><c r="B1" s="2" t="str"><f>C1</f><v>t</v></c><c r="C1"><f t="array" ref="C1:C2">{5;6}</f><v>5</v></c></row>' +
    '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A1</f><v>1</v></c><c r="C2"><v>6</v></c></row><row r="3"><c r="B3" t="e"><f t="shared" si="0"/><v>#N/A</v></c></row>';
  const book = handMade({ rows, metadata: dynamicArrayMetadata });
  const frozen = openPackage(freezeValues(openPackage(book), names));
  expect(frozen.readText(SHEET).text).not.toMatch(/<f[ >]/);
  const values = (pkg: typeof frozen) =>
    readWorkbook(pkg, names).sheets[0]!.cells.map(({ row, column, value, style }) => [
      row,
      column,
      value,
      style,
    ]);
  expect(values(frozen)).toEqual(values(openPackage(book)));
});
