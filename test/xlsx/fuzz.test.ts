import fc from "fast-check";
import { openPackage, readWorkbook, writeCells, XlsxError } from "../../src/xlsx";
import { dynamicArrayMetadata, handMade, SHEET } from "./hand-made";

const names = ["FORECAST.SES"];
const valid = handMade({
  rows:
    '<row r="1" spans="1:2"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_FORECAST_SES(B1:B9)</f><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A1*2</f><v>3</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row>',
  strings: "<si><t>x</t></si>",
  styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
  metadata: dynamicArrayMetadata,
  calcChain: '<c r="A1" i="1"/>',
});
const edits = [{ sheet: "Plan", cells: [{ row: 0, column: 0, spill: [[1], [2], [3]] }] }];

/** Reads and writes; the only exception allowed is ours. */
function survives(bytes: Uint8Array): void {
  try {
    const pkg = openPackage(bytes, { totalBytes: 1_000_000 });
    readWorkbook(pkg, names);
    const written = writeCells(pkg, edits, names);
    readWorkbook(openPackage(written), names);
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    expect(error.message).toMatch(/\.$/);
  }
}

test("the file the fuzzing starts from is sound", () => {
  const content = readWorkbook(openPackage(writeCells(openPackage(valid), edits, names)), names);
  expect(content.sheets[0]!.cells[0]!.arrayRef).toEqual({ row: 0, column: 0, rows: 3, columns: 1 });
});

test("random bytes, with and without a zip's signature", () => {
  const signatures = fc.constantFrom<number[]>([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]);
  fc.assert(
    fc.property(signatures, fc.uint8Array({ maxLength: 400 }), (signature, bytes) => {
      expect(() => openPackage(new Uint8Array([...signature, ...bytes]))).toThrow(XlsxError);
    }),
  );
});

test("truncated files", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: valid.length - 1 }), (length) => {
      expect(() => openPackage(valid.subarray(0, length))).toThrow(XlsxError);
    }),
  );
});

test("mutated bytes", () => {
  const mutation = fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
      const bytes = valid.slice();
      for (const [at, value] of mutations) bytes[at] = value;
      survives(bytes);
    }),
    { numRuns: 400 },
  );
});

test("mutated sheet XML inside a sound zip", () => {
  const sheet = new TextDecoder().decode(openPackage(valid).read(SHEET));
  const snippet = fc.constantFrom(
    ...[
      '"',
      "<",
      ">",
      "/>",
      "</c>",
      "</row>",
      '<c r="A1">',
      "<row>",
      "<f>",
      "<v>",
      "<is>",
      "t=",
      "1048577",
      "A1:XFD1048576",
      "&",
      "<!--",
      "]]>",
      " ",
    ],
  );
  const change = fc.tuple(fc.nat(sheet.length), fc.nat(12), snippet);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      let text = sheet;
      for (const [at, length, inserted] of changes)
        text = text.slice(0, at) + inserted + text.slice(at + length);
      survives(handMade({ sheet: text, strings: "<si><t>x</t></si>", metadata: dynamicArrayMetadata }));
    }),
    { numRuns: 400 },
  );
});
