import { unzipSync } from "fflate";
import { openPackage, readWorkbook, writeCells, type CellEdit } from "../../src/xlsx";
import { dynamicArrayMetadata, handMade, MAIN, SHEET, worksheet, type HandMade } from "./hand-made";

const names = ["SAFETYSTOCK.FILLRATE", "SAFETYSTOCK", "FORECAST.SES"];

function write(parts: HandMade, cells: readonly CellEdit[]): Uint8Array {
  return writeCells(openPackage(handMade(parts)), [{ sheet: "Plan", cells }], names);
}

/** The rows of the sheet after the edits. */
function rowsAfter(parts: HandMade, cells: readonly CellEdit[]): string {
  const text = openPackage(write(parts, cells)).readText(SHEET).text;
  return /<sheetData>(.*)<\/sheetData>/s.exec(text)![1]!;
}

const A1 = { row: 0, column: 0 };
const B1 = { row: 0, column: 1 };

describe("one cell changes, nothing else", () => {
  const rows =
    '<row r="1" spans="1:3" x="kept"><c r="A1" s="3" t="s"><v>0</v></c> <c r="B1" s="4"><f ca="1">SUM(C1)</f><v>1</v><extLst><ext uri="u"/></extLst></c><c r="C1"><v>2</v></c></row>';

  test("a constant", () => {
    expect(rowsAfter({ rows }, [{ ...A1, value: 7.5 }])).toBe(
      rows.replace('<c r="A1" s="3" t="s"><v>0</v></c>', '<c r="A1" s="3"><v>7.5</v></c>'),
    );
  });

  test("the result of a formula keeps formula, style and extensions", () => {
    expect(rowsAfter({ rows }, [{ ...B1, value: "new" }])).toBe(
      rows
        .replace('<c r="B1" s="4">', '<c r="B1" s="4" t="str">')
        .replace("<v>1</v><extLst>", "<v>new</v><extLst>"),
    );
  });

  test.each([
    ["text", "a<b & c", '<c r="A1" s="3" t="inlineStr"><is><t>a&lt;b &amp; c</t></is></c>'],
    ["text with spaces", " x ", '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>'],
    [
      "control characters",
      "a\u0001_x0041_",
      '<c r="A1" s="3" t="inlineStr"><is><t>a_x0001__x005F_x0041_</t></is></c>',
    ],
    ["TRUE", true, '<c r="A1" s="3" t="b"><v>1</v></c>'],
    ["an error", { error: "#N/A" }, '<c r="A1" s="3" t="e"><v>#N/A</v></c>'],
    ["an error the file format lacks", { error: "#SPILL!" }, '<c r="A1" s="3" t="e"><v>#VALUE!</v></c>'],
    ["a blank", null, '<c r="A1" s="3"/>'],
  ])("%s", (_, value, xml) => {
    expect(rowsAfter({ rows }, [{ ...A1, value }])).toContain(xml);
  });

  test("a formula is typed, replaced, removed", () => {
    expect(rowsAfter({ rows }, [{ ...A1, formula: "=STDEV.S(C1:C9)", value: 3 }])).toContain(
      '<c r="A1" s="3"><f>_xlfn.STDEV.S(C1:C9)</f><v>3</v></c>',
    );
    expect(rowsAfter({ rows }, [{ ...B1, formula: "=C1*2", value: 4 }])).toContain(
      '<c r="B1" s="4"><f>C1*2</f><v>4</v><extLst>',
    );
    expect(rowsAfter({ rows }, [{ ...B1, formula: null, value: 4 }])).toContain(
      '<c r="B1" s="4"><v>4</v><extLst>',
    );
  });

  test("elements keep their namespace prefix", () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const after = openPackage(
      write({ sheet }, [
        { ...A1, value: 2 },
        { ...B1, value: "t" },
        { row: 2, column: 0, value: 3 },
      ]),
    );
    expect(after.readText(SHEET).text).toContain(
      '<x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row>',
    );
  });
});

describe("new cells and rows", () => {
  test("stand in order; spans and dimension grow", () => {
    const sheet = worksheet(
      '<dimension ref="B2:C4"/><sheetData><row r="2" spans="2:3"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row><row r="4" s="5" customFormat="1"/></sheetData>',
    );
    const after = openPackage(
      write({ sheet }, [
        { row: 1, column: 3, value: 4 },
        { row: 1, column: 0, value: 3 },
        { row: 3, column: 1, value: 6 },
        { row: 2, column: 2, value: 5 },
        { row: 7, column: 0, value: 7 },
        { row: 8, column: 8, value: null },
      ]),
    ).readText(SHEET).text;
    expect(after).toBe(
      worksheet(
        '<dimension ref="A2:D8"/><sheetData><row r="2" spans="1:4"><c r="A2"><v>3</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>4</v></c></row>' +
          '<row r="3"><c r="C3"><v>5</v></c></row><row r="4" s="5" customFormat="1"><c r="B4" s="5"><v>6</v></c></row><row r="8"><c r="A8"><v>7</v></c></row></sheetData>',
      ),
    );
  });

  test("an empty sheet", () => {
    expect(rowsAfter({ sheet: worksheet("<sheetData />") }, [{ ...B1, value: 1 }])).toBe(
      '<row r="1"><c r="B1"><v>1</v></c></row>',
    );
  });

  test("a new cell takes the style of its column", () => {
    const sheet = worksheet('<cols><col min="2" max="3" style="6"/></cols><sheetData></sheetData>');
    expect(rowsAfter({ sheet }, [{ ...B1, value: 1 }])).toContain('<c r="B1" s="6"><v>1</v></c>');
  });

  test("neighbours without an address get one before they would move", () => {
    const rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
    const edits = [
      { row: 0, column: 4, value: 5 },
      { row: 4, column: 0, value: 6 },
    ];
    const cells = readWorkbook(openPackage(write({ rows }, edits))).sheets[0]!.cells;
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [0, 4, 5],
      [1, 0, 3],
      [4, 0, 6],
    ]);
  });
});

describe("spills", () => {
  const spilled =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_FORECAST_SES(D1:E9)</f><v>1</v></c><c r="B1" s="2"><v>2</v></c></row>' +
    '<row r="2"><c r="A2"><v>3</v></c><c r="B2" t="str"><v>x</v></c><c r="C2"><v>9</v></c></row>';
  const book = { rows: spilled, metadata: dynamicArrayMetadata };

  test("grows; text results are calculated text", () => {
    expect(
      rowsAfter(book, [
        {
          ...A1,
          spill: [
            [1, "two"],
            [3, true],
            [5, null],
          ],
        },
      ]),
    ).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B3">_xldudf_FORECAST_SES(D1:E9)</f><v>1</v></c><c r="B1" s="2" t="str"><v>two</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><v>9</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>',
    );
  });

  test("shrinks to one cell; what it leaves keeps its style only", () => {
    expect(rowsAfter(book, [{ ...A1, value: { error: "#N/A" } }])).toBe(
      '<row r="1"><c r="A1" cm="1" t="e"><f t="array" ref="A1">_xldudf_FORECAST_SES(D1:E9)</f><v>#N/A</v></c><c r="B1" s="2"/></row>' +
        '<row r="2"><c r="A2"/><c r="B2"/><c r="C2"><v>9</v></c></row>',
    );
  });

  test("the same size leaves the formula element untouched", () => {
    const loose = { ...book, rows: spilled.replace('t="array" ref', 'ca="1" t="array" ref') };
    expect(
      rowsAfter(loose, [
        {
          ...A1,
          spill: [
            [1, 2],
            [3, 4],
          ],
        },
      ]),
    ).toContain('<f ca="1" t="array" ref="A1:B2">');
  });

  test("never over something else", () => {
    const wide = {
      ...A1,
      spill: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    };
    expect(() => write(book, [wide])).toThrow(
      "The results of Plan!A1 would overwrite C2, which is not empty.",
    );
    expect(rowsAfter(book, [wide, { row: 1, column: 2, value: null }])).toContain('<c r="C2"><v>6</v></c>');
  });

  test("a plain formula that now spills becomes a dynamic array, and the metadata appears", () => {
    const bytes = write({ rows: '<row r="1"><c r="A1"><f>C1:C2*2</f><v>0</v></c></row>' }, [
      { ...A1, spill: [[2], [4]] },
    ]);
    const pkg = openPackage(bytes);
    expect(pkg.readText(SHEET).text).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1:A2">C1:C2*2</f><v>2</v></c>',
    );
    expect(pkg.related("xl/workbook.xml", "sheetMetadata")).toBe("xl/metadata.xml");
    expect(pkg.readText("[Content_Types].xml").text).toContain(
      '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/></Types>',
    );
    expect(readWorkbook(pkg).sheets[0]!.cells[0]!.legacyArray).toBeUndefined();
  });

  test("one result of our function is a dynamic array of one cell", () => {
    const rows = '<row r="1"><c r="A1"><f>1+SAFETYSTOCK(1,2)</f><v>0</v></c></row>';
    expect(rowsAfter({ rows }, [{ ...A1, value: 5 }])).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">1+_xldudf_SAFETYSTOCK(1,2)</f><v>5</v></c></row>',
    );
  });

  test("metadata that serves other things is kept and extended", () => {
    const metadata =
      '<metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes>' +
      '<futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata>';
    const pkg = openPackage(
      write({ rows: "", metadata }, [{ ...A1, formula: "=SAFETYSTOCK(1,2)", value: 5 }]),
    );
    const text = pkg.readText("xl/metadata.xml").text;
    expect(text).toMatch(
      /<metadataTypes count="2"><metadataType name="XLRICHVALUE".*<metadataType name="XLDAPR"/,
    );
    expect(text).toMatch(
      /<futureMetadata name="XLDAPR".*<\/futureMetadata><cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/,
    );
    expect(readWorkbook(pkg, names).sheets[0]!.cells[0]).toMatchObject({
      formula: "=SAFETYSTOCK(1,2)",
      arrayRef: { rows: 1, columns: 1 },
    });
    expect(readWorkbook(pkg, names).sheets[0]!.cells[0]!.legacyArray).toBeUndefined();
  });

  test("an existing record is used again, wherever it stands", () => {
    const metadata = dynamicArrayMetadata
      .replace('<metadataTypes count="1">', '<metadataTypes count="2"><metadataType name="XLMDX"/>')
      .replace(
        '<bk><rc t="1" v="0"/></bk></cellMetadata>',
        '<bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>',
      );
    const book = { rows: "", metadata };
    expect(rowsAfter(book, [{ ...A1, formula: "=SAFETYSTOCK(1,2)", value: 5 }])).toContain(
      '<c r="A1" cm="2">',
    );
    const before = unzipSync(handMade(book))["xl/metadata.xml"];
    expect(
      unzipSync(write(book, [{ ...A1, formula: "=SAFETYSTOCK(1,2)", value: 5 }]))["xl/metadata.xml"],
    ).toEqual(before);
  });

  test("the damaged form is repaired", () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">[2]!_xldudf_SAFETYSTOCK(1)</f><v>0</v></c></row>';
    expect(rowsAfter({ rows, metadata: dynamicArrayMetadata }, [{ ...A1, value: 5 }])).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1">_xldudf_SAFETYSTOCK(1)</f><v>5</v></c>',
    );
  });
});

describe("arrays entered with Ctrl+Shift+Enter", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="array" ref="A1:A3">C1:C9*2</f><v>0</v></c></row><row r="2"><c r="A2"><v>0</v></c></row><row r="3"><c r="A3"><v>0</v></c></row>';

  test("keep their range: surplus results are dropped, missing ones are #N/A", () => {
    expect(rowsAfter({ rows }, [{ ...A1, spill: [[1], [2]] }])).toBe(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">C1:C9*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>',
    );
    expect(
      rowsAfter({ rows }, [
        {
          ...A1,
          spill: [
            [1, 9],
            [2, 9],
            [3, 9],
            [4, 9],
          ],
        },
      ]),
    ).toBe(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">C1:C9*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>',
    );
  });

  test("are not changed in part", () => {
    expect(() => write({ rows }, [{ row: 1, column: 0, formula: "=1", value: 1 }])).toThrow(
      "Plan!A2 belongs to an array formula entered with Ctrl+Shift+Enter; part of it cannot be changed.",
    );
  });
});

describe("shared formulas", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">C1*2</f><v>0</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row>';

  test("stay shared while only results change", () => {
    expect(
      rowsAfter({ rows }, [
        { ...A1, value: 4 },
        { row: 1, column: 0, value: 6 },
      ]),
    ).toBe(rows.replace("<v>0</v>", "<v>4</v>").replace('si="0"/><v>0</v>', 'si="0"/><v>6</v>'));
  });

  test("those that shared the formula of a changed cell get their own", () => {
    expect(
      rowsAfter({ rows }, [
        { ...A1, formula: "=7", value: 7 },
        { row: 2, column: 0, value: 8 },
      ]),
    ).toBe(
      '<row r="1"><c r="A1"><f>7</f><v>7</v></c></row><row r="2"><c r="A2"><f>C2*2</f><v>0</v></c></row><row r="3"><c r="A3"><f>C3*2</f><v>8</v></c></row>',
    );
  });

  test("with our function each becomes an array of its own", () => {
    const ours = rows.replace("C1*2", "SAFETYSTOCK(C1)");
    const after = rowsAfter(
      { rows: ours },
      [0, 1, 2].map((row) => ({ row, column: 0, value: row })),
    );
    expect(after.match(/<f t="array" ref="A\d">_xldudf_SAFETYSTOCK\(C\d\)<\/f>/g)).toEqual([
      '<f t="array" ref="A1">_xldudf_SAFETYSTOCK(C1)</f>',
      '<f t="array" ref="A2">_xldudf_SAFETYSTOCK(C2)</f>',
      '<f t="array" ref="A3">_xldudf_SAFETYSTOCK(C3)</f>',
    ]);
  });
});
