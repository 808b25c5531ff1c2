import { readWorkbook, type CellContent } from "../../src/xlsx";
import {
  dynamicArrayMetadata,
  link,
  MAIN,
  openHandMade,
  rels,
  workbook,
  worksheet,
  type HandMade,
} from "./hand-made";

const names = ["SAFETYSTOCK.FILLRATE", "SAFETYSTOCK", "FORECAST.SES"];

function cellsOf(parts: HandMade): readonly CellContent[] {
  return readWorkbook(openHandMade(parts), names).sheets[0]!.cells;
}
const valuesOf = (rows: string, strings?: string) => cellsOf({ rows, strings }).map(({ value }) => value);
const formulasOf = (rows: string) => cellsOf({ rows }).map(({ formula }) => formula);

describe("values by type", () => {
  test("numbers, booleans, errors, blanks", () => {
    expect(
      valuesOf(
        '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="n"><v>-2E-3</v></c><c r="C1" t="b"><v>1</v></c>' +
          '<c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" s="0"/><c r="G1"><v></v></c></row>',
      ),
    ).toEqual([1.5, -0.002, true, false, { error: "#N/A" }, null, null]);
  });

  test("shared, rich, inline and calculated text; reading aids are left out; escapes are undone", () => {
    expect(
      valuesOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' +
          '<c r="C1" t="inlineStr"><is><r><t>in</t></r><r><rPr><b/></rPr><t xml:space="preserve">line </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' +
          '<c r="D1" t="str"><f>A1&amp;"x"</f><v>a&lt;b_x000A_c_x005F_x0041_</v></c><c r="E1" t="s"><v>9</v></c></row>',
        '<si><t>plain &amp; simple</t></si><si><r><t>ri</t></r><r><rPr><i/></rPr><t>ch</t></r><rPh sb="0" eb="2"><t>no</t></rPh></si>',
      ),
    ).toEqual(["plain & simple", "rich", "inline ", "a<b\nc_x0041_", null]);
  });

  test("ISO dates become day numbers; Excel's 1900 has a 29 February", () => {
    const rows =
      '<row r="1"><c r="A1" t="d"><v>2024-02-29</v></c><c r="B1" t="d"><v>1900-02-28</v></c><c r="C1" t="d"><v>2024-02-29T12:00:00</v></c></row>';
    // DATE(2024,2,29) = 45351 and DATE(1900,2,28) = 59 in Excel; 1462 days less in the 1904 system.
    expect(valuesOf(rows)).toEqual([45351, 59, 45351.5]);
    const old = readWorkbook(
      openHandMade({
        rows,
        workbook: workbook('<sheet name="Plan" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>'),
      }),
    );
    expect(old.dateSystem).toBe(1904);
    expect(old.sheets[0]!.cells[0]!.value).toBe(45351 - 1462);
  });

  test("cells and rows may leave out their address", () => {
    const cells = cellsOf({
      rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row><row r="9"><c><v>5</v></c></row>',
    });
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 3],
      [1, 3, 4],
      [8, 0, 5],
    ]);
  });

  test("elements may carry a namespace prefix", () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(cellsOf({ sheet })).toEqual([{ row: 0, column: 0, value: 2, formula: "=1+1", style: 0 }]);
  });

  test("a part may be UTF-16", () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${worksheet('<sheetData><row r="1"><c r="A1" t="str"><v>Größe</v></c></row></sheetData>')}`;
    const bytes = new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer);
    expect(cellsOf({ extra: { "xl/worksheets/sheet1.xml": bytes } })[0]!.value).toBe("Größe");
  });
});

describe("formulas as typed", () => {
  test("shared formulas are moved to each cell", () => {
    expect(
      formulasOf(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">A1+$A1+A$1+$A$1+SUM(A:A)+LOG10(A1)&amp;"A1"</f></c><c r="C1"><f t="shared" si="0"/></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/></c></row><row r="3"><c r="C3"><f t="shared" si="0"/></c></row>',
      ),
    ).toEqual([
      '=A1+$A1+A$1+$A$1+SUM(A:A)+LOG10(A1)&"A1"',
      '=B1+$A1+B$1+$A$1+SUM(B:B)+LOG10(B1)&"A1"',
      '=A2+$A2+A$1+$A$1+SUM(A:A)+LOG10(A2)&"A1"',
      '=B3+$A3+B$1+$A$1+SUM(B:B)+LOG10(B3)&"A1"',
    ]);
  });

  test("a later master with the same number takes over, as in Excel", () => {
    expect(
      formulasOf(
        '<row r="1"><c r="A1"><f t="shared" ref="A1" si="0">C1</f></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">D2</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row>',
      ),
    ).toEqual(["=C1", "=D2", "=D3"]);
  });

  test("our functions, also in the damaged form of another workbook", () => {
    expect(
      formulasOf(
        '<row r="1"><c r="A1"><f>_xldudf_SAFETYSTOCK_FILLRATE(1,2)</f></c><c r="B1"><f>[2]!_xldudf_SAFETYSTOCK(1)</f></c><c r="C1"><f>_xldudf_UNKNOWN_ONE(1)</f></c></row>',
      ),
    ).toEqual(["=SAFETYSTOCK.FILLRATE(1,2)", "=SAFETYSTOCK(1)", "=_xldudf_UNKNOWN_ONE(1)"]);
  });

  test("a what-if data table is values", () => {
    expect(
      cellsOf({
        rows: '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" r1="B1"/><v>7</v></c></row>',
      }),
    ).toEqual([{ row: 0, column: 0, value: 7, style: 0 }]);
  });
});

describe("array formulas", () => {
  const rows =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_FORECAST_SES(D1:E9)</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>9</v></c></row>' +
    '<row r="2"><c r="A2"><v>3</v></c><c r="B2" t="str"><v>x</v></c></row>';
  const arrayRef = { row: 0, column: 0, rows: 2, columns: 2 };

  test("a cell marked in the metadata spills", () => {
    const cells = cellsOf({ rows, metadata: dynamicArrayMetadata });
    expect(cells[0]).toEqual({
      row: 0,
      column: 0,
      value: 1,
      style: 0,
      formula: "=FORECAST.SES(D1:E9)",
      arrayRef,
    });
    expect(cells.map(({ spilledFrom }) => spilledFrom)).toEqual([
      undefined,
      { row: 0, column: 0 },
      undefined,
      { row: 0, column: 0 },
      { row: 0, column: 0 },
    ]);
  });

  test("without the metadata it was entered with Ctrl+Shift+Enter", () => {
    expect(cellsOf({ rows })[0]).toMatchObject({ legacyArray: true, arrayRef });
  });

  test("the mark of another kind of metadata is no dynamic array", () => {
    const metadata = dynamicArrayMetadata.replace('name="XLDAPR" min', 'name="XLMDX" min');
    expect(cellsOf({ rows, metadata })[0]!.legacyArray).toBe(true);
  });
});

test("sheets in tab order with what a grid needs; chart sheets are left out", () => {
  const book = workbook(
    '<sheet name="Chart" sheetId="3" r:id="rId9"/><sheet name="Second" sheetId="2" state="hidden" r:id="rId8"/><sheet name="Plan" sheetId="1" r:id="rId1"/>',
    '<bookViews><workbookView activeTab="2"/></bookViews>',
    '<definedNames><definedName name="Cost">Plan!$A$1</definedName><definedName name="Local" localSheetId="2" hidden="1">_xlfn.SORT(Plan!A1)</definedName></definedNames>',
  );
  const content = readWorkbook(
    openHandMade({
      workbook: book,
      sheet: worksheet(
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="3" state="frozen"/></sheetView></sheetViews>' +
          '<sheetFormatPr baseColWidth="10" defaultColWidth="12" defaultRowHeight="16"/><cols><col min="1" max="2" width="20.5"/><col min="4" max="4" hidden="1"/></cols>' +
          '<sheetData><row r="1" ht="30"/><row r="5" hidden="1"><c r="C5"><v>1</v></c></row></sheetData><customSheetViews><customSheetView><pane ySplit="9" state="frozen"/></customSheetView></customSheetViews><mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
      ),
      extra: {
        "xl/worksheets/sheet2.xml": worksheet("<sheetData/>"),
        "xl/chartsheets/sheet1.xml": "<chartsheet/>",
        "xl/_rels/workbook.xml.rels": rels(
          link("worksheet", "worksheets/sheet1.xml", 1) +
            link("worksheet", "/xl/worksheets/sheet2.xml", 8) +
            link("chartsheet", "chartsheets/sheet1.xml", 9),
        ),
      },
    }),
  );
  expect(content.sheets.map(({ name, state }) => [name, state])).toEqual([
    ["Second", "hidden"],
    ["Plan", "visible"],
  ]);
  expect(content.activeSheet).toBe(1);
  expect(content.sheets[1]).toMatchObject({
    rowCount: 5,
    columnCount: 3,
    columns: [
      { first: 0, last: 1, width: 20.5, hidden: false },
      { first: 3, last: 3, hidden: true },
    ],
    rows: [
      { row: 0, height: 30, hidden: false },
      { row: 4, hidden: true },
    ],
    defaultColumnWidth: 12,
    defaultRowHeight: 16,
    frozen: { rows: 3, columns: 1 },
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    gridLines: false,
  });
  expect(content.names).toEqual([
    { name: "Cost", sheet: undefined, refersTo: "=Plan!$A$1", hidden: false },
    { name: "Local", sheet: "Plan", refersTo: "=SORT(Plan!A1)", hidden: true },
  ]);
});

test("tables with columns and their formulas", () => {
  const table = `<table xmlns="${MAIN}" id="1" name="Items" displayName="Items" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Item"/><tableColumn id="2" name="Line_x000a_break"><calculatedColumnFormula>Items[[#This Row],[Item]]&amp;"x"</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>`;
  const { tables } = readWorkbook(
    openHandMade({
      extra: {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels": rels(link("table", "../tables/table1.xml", 1)),
      },
    }),
  );
  expect(tables).toEqual([
    {
      name: "Items",
      displayName: "Items",
      sheet: "Plan",
      ref: { row: 0, column: 0, rows: 4, columns: 2 },
      headerRow: true,
      totalsRow: true,
      columns: [
        { name: "Item", formula: undefined },
        { name: "Line\nbreak", formula: '=Items[@Item]&"x"' },
      ],
      style: "TableStyleMedium2",
    },
  ]);
});

test("styles: number formats, fonts, fills with theme, tint and palette", () => {
  const { styles } = readWorkbook(
    openHandMade({
      styles:
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot; pcs&quot;"/></numFmts>' +
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><i val="0"/><u/><color theme="4"/></font></fonts>' +
        '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
        '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
        '<borders count="2"><border><left/><right/></border><border><left style="none"/><bottom style="thin"><color indexed="10"/></bottom></border></borders>' +
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="10" fontId="0" fillId="3"/></cellXfs>',
    }),
  );
  expect(styles[0]).toMatchObject({
    numberFormat: "General",
    font: { bold: false, name: "Calibri", size: 11 },
  });
  expect(styles[1]).toMatchObject({
    numberFormat: '0.0" pcs"',
    font: { bold: true, italic: false, underline: true, colour: "#4472C4" },
    horizontal: "center",
    wrap: true,
    borders: { bottom: { style: "thin", colour: "#FF0000" } },
  });
  // The tint rule of the standard in floating point; Excel rounds to 240 steps on the way and shows D9E1F2.
  expect(styles[1]!.fill).toBe("#DAE3F3");
  expect(styles[2]).toMatchObject({ numberFormat: "0.00%", fill: "#FFFF00" });
});
