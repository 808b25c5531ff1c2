import { strToU8, zipSync } from "fflate";
import { openPackage, readWorkbook, XlsxError, type XlsxErrorReason, type XlsxLimits } from "../../src/xlsx";
import { handMade, link, rels, SHEET, worksheet, workbook } from "./hand-made";

function read(bytes: Uint8Array, limits: Partial<XlsxLimits> = {}) {
  return readWorkbook(openPackage(bytes, limits));
}

function refusal(
  bytes: Uint8Array,
  limits: Partial<XlsxLimits> = {},
): { reason: XlsxErrorReason; message: string } {
  try {
    read(bytes, limits);
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    return { reason: error.reason, message: error.message };
  }
  throw new Error("the file was accepted");
}

const good = handMade({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
const ole = (streams: string) =>
  new Uint8Array([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(600).fill(0),
    ...[...streams].flatMap((character) => [character.charCodeAt(0), 0]),
  ]);
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

describe("another kind of file", () => {
  test.each<[string, Uint8Array, XlsxErrorReason, string]>([
    ["empty", new Uint8Array(), "not-xlsx", "The file is empty."],
    ["text", strToU8("Item,Qty\nA,1"), "not-xlsx", "This is not an Excel workbook (.xlsx or .xlsm)."],
    ["with a password", ole("EncryptedPackage"), "encrypted", "protected with a password"],
    ["old .xls", ole("Workbook"), "not-xlsx", "old .xls format"],
    ["a zip of something else", zip({ "a.txt": "x" }), "not-xlsx", "a zip archive of something else"],
    ["OpenDocument", zip({ mimetype: "application/vnd.oasis" }), "not-xlsx", ".ods"],
    ["Word", handMade({ workbook: "<document/>" }), "not-xlsx", "another kind of Office document"],
    [
      "binary workbook",
      handMade({
        extra: { "_rels/.rels": rels(link("officeDocument", "xl/workbook.bin", 1)), "xl/workbook.bin": "x" },
      }),
      "not-xlsx",
      "(.xlsb)",
    ],
    [
      "no workbook part",
      handMade({ extra: { "_rels/.rels": rels("") } }),
      "not-xlsx",
      "workbook part is missing",
    ],
  ])("%s", (_, bytes, reason, message) => {
    expect(refusal(bytes)).toEqual({ reason, message: expect.stringContaining(message) });
  });
});

describe("damaged", () => {
  const patched = (at: number, ...values: number[]) => {
    const bytes = good.slice();
    bytes.set(values, at);
    return bytes;
  };
  const directory = Buffer.from(good).indexOf("PK\u0001\u0002");

  test("truncated anywhere", () => {
    for (const length of [5, 100, good.length >> 1, good.length - 1])
      expect(refusal(good.subarray(0, length)).reason).toBe("damaged");
    expect(refusal(good.subarray(0, 100)).message).toBe(
      "The file is damaged: it is truncated. Copy or download it again.",
    );
  });

  test("a zip password", () => expect(refusal(patched(directory + 8, 1, 0)).reason).toBe("encrypted"));
  test("an unknown packing method", () =>
    expect(refusal(patched(directory + 10, 99, 0)).message).toContain("method 99"));
  test("a wrong checksum", () =>
    expect(refusal(patched(directory + 16, 1, 2, 3, 4)).message).toContain("wrong checksum"));
  test("a wrong place", () =>
    expect(refusal(patched(directory + 42, 3)).message).toContain("not where the list"));

  test.each([
    ["a missing sheet", { extra: { "xl/_rels/workbook.xml.rels": rels("") } }, "the sheet Plan is missing"],
    ["no sheet at all", { workbook: workbook("") }, "holds no worksheet"],
    ["broken XML", { sheet: "<worksheet><sheetData></worksheet>" }, "not well-formed XML"],
    ["no XML", { sheet: "" }, "not well-formed XML"],
    ["bytes that are not text", { extra: { [SHEET]: new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) } }, "not text"],
    ["a cell beyond the sheet", { rows: '<row r="1"><c r="ZZZ1"/></row>' }, "a cell named ZZZ1"],
    ["a row beyond the sheet", { rows: '<row r="1048577"/>' }, "a row numbered 1048577"],
    ["deep nesting", { sheet: "<a>".repeat(100_000) }, "nested too deeply"],
    [
      "many attributes",
      { sheet: `<a ${Array.from({ length: 2000 }, (_, i) => `a${i}=""`).join(" ")}/>` },
      "too many attributes",
    ],
  ])("%s", (_, parts, message) => {
    expect(refusal(handMade(parts))).toEqual({
      reason: "damaged",
      message: expect.stringContaining(message),
    });
  });
});

describe("unsafe", () => {
  test.each([
    ["DOCTYPE", "<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>"],
    [
      "an entity bomb",
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData/><x>&b;</x></worksheet>',
    ],
    [
      "a file of the reader's machine",
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>',
    ],
  ])("%s", (_, sheet) => {
    expect(refusal(handMade({ sheet }))).toEqual({
      reason: "unsafe",
      message: `The part ${SHEET} declares a DOCTYPE or entities, which workbooks must not do.`,
    });
  });

  test("an undeclared entity is broken XML", () => {
    expect(refusal(handMade({ sheet: worksheet("<sheetData>&boom;</sheetData>") })).reason).toBe("damaged");
  });

  const bomb = handMade({ sheet: worksheet(`<sheetData/><!--${" ".repeat(3_000_000)}-->`) });

  test("a part that declares too much", () => {
    expect(refusal(bomb, { partBytes: 1_000_000 })).toEqual({
      reason: "unsafe",
      message: expect.stringContaining("unpacks to far more than it holds"),
    });
  });
  test("all parts together", () => expect(refusal(bomb, { totalBytes: 1_000_000 }).reason).toBe("unsafe"));
  test("a ratio no workbook has", () =>
    expect(refusal(bomb, { ratioFrom: 1_000_000, ratio: 100 }).reason).toBe("unsafe"));
  test("too many parts", () => expect(refusal(bomb, { entries: 3 }).reason).toBe("unsafe"));

  test("a part that declares little and unpacks to much", () => {
    const bytes = bomb.slice();
    const view = new DataView(bytes.buffer);
    const name = Buffer.from(bytes).lastIndexOf(SHEET);
    view.setUint32(name - 46 + 24, 1000, true);
    expect(refusal(bytes)).toEqual({
      reason: "unsafe",
      message: `The part ${SHEET} unpacks to more than it declares.`,
    });
  });

  test("parts that lie over each other", () => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    const all = Buffer.from(bytes);
    const first = all.indexOf("PK\u0001\u0002");
    const second = all.indexOf("PK\u0001\u0002", first + 4);
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect(refusal(bytes)).toEqual({
      reason: "unsafe",
      message: expect.stringContaining("lie over each other"),
    });
  });
});

describe("too large", () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>1+1+1</f></c></row>`,
  );
  test("cells", () =>
    expect(refusal(handMade({ rows: rows.join("") }), { cells: 29 }).reason).toBe("too-large"));
  test("formulas", () =>
    expect(refusal(handMade({ rows: rows.join("") }), { formulaCharacters: 100 }).reason).toBe("too-large"));
  test("texts", () =>
    expect(refusal(handMade({ strings: "<si><t>a</t></si>".repeat(30) }), { cells: 29 }).reason).toBe(
      "too-large",
    ));
});

describe("accepted", () => {
  test("macros are kept and never looked into", () => {
    const types = Buffer.from(openPackage(good).read("[Content_Types].xml"))
      .toString()
      .replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "application/vnd.ms-excel.sheet.macroEnabled.main",
      );
    const pkg = openPackage(
      handMade({ extra: { "[Content_Types].xml": types, "xl/vbaProject.bin": "macro" } }),
    );
    expect(pkg.hasMacros).toBe(true);
    expect(readWorkbook(pkg).hasMacros).toBe(true);
    expect(openPackage(good).hasMacros).toBe(false);
  });

  test("a part named like a path outside is only a name", () => {
    const pkg = openPackage(handMade({ extra: { "../../../etc/passwd": "x", "/xl/absolute.xml": "<x/>" } }));
    expect(pkg.partNames).toContain("../../../etc/passwd");
    expect(pkg.related("xl/workbook.xml", "worksheet")).toBe(SHEET);
  });

  test("a relationship that climbs out of the package stays inside", () => {
    const extra = {
      "xl/_rels/workbook.xml.rels": rels(link("worksheet", "../../../xl/worksheets/sheet1.xml", 1)),
    };
    expect(read(handMade({ extra })).sheets).toHaveLength(1);
  });

  test("links to the outside are not followed", () => {
    const outside =
      '<Relationship Id="rId7" Type="x/sharedStrings" Target="http://example.com/s.xml" TargetMode="External"/>';
    const extra = {
      "xl/_rels/workbook.xml.rels": rels(link("worksheet", "worksheets/sheet1.xml", 1) + outside),
    };
    expect(read(handMade({ extra })).sheets).toHaveLength(1);
  });
});
