import { FormulaCodec } from "../formula/formula-codec";
import { newMetadata } from "../write/metadata-xml";
import { XlsxError } from "../xlsx-error";
import { escapeCellText, escapeXml } from "../xml/xml-text";
import { packEntry, writeZip } from "../zip/zip-write";
import type { NewWorkbook } from "./new-workbook";
import { PartList } from "./part-list";
import { sheetXml } from "./sheet-xml";
import { StyleSheet } from "./styles-xml";
import { tableXml } from "./table-xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The bytes of a new workbook, for samples and templates. Formulas are given as typed and stored as Excel stores
 * them; the same input always gives the same bytes.
 */
export function createXlsx(book: NewWorkbook, names: FormulaCodec | readonly string[] = []): Uint8Array {
  const codec = FormulaCodec.of(names);
  for (const { name } of book.sheets) refuseSheetName(name);
  refuseDuplicates(book.sheets.map(({ name }) => name));
  refuseDuplicates(book.sheets.flatMap(({ tables }) => (tables ?? []).map(({ name }) => name)));
  const parts = new PartList();
  const styles = new StyleSheet(book.styles ?? {});
  const strings = new Map<string, number>();
  const active = Math.max(
    0,
    book.sheets.findIndex(({ name }) => name === book.activeSheet),
  );
  let dynamicArrays = false;
  let tableCount = 0;

  book.sheets.forEach((sheet, index) => {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const written = sheetXml(sheet, { codec, styles, strings, active: index === active });
    dynamicArrays ||= written.dynamicArrays;
    parts.add(part, "worksheet", written.xml, "xl/workbook.xml");
    for (const table of sheet.tables ?? []) {
      tableCount++;
      parts.add(`xl/tables/table${tableCount}.xml`, "table", tableXml(table, tableCount, sheet, codec), part);
    }
  });
  parts.add("xl/styles.xml", "styles", styles.xml(), "xl/workbook.xml");
  if (strings.size > 0)
    parts.add("xl/sharedStrings.xml", "sharedStrings", stringsXml(strings), "xl/workbook.xml");
  if (dynamicArrays) parts.add("xl/metadata.xml", "sheetMetadata", newMetadata(false), "xl/workbook.xml");
  parts.add("xl/workbook.xml", "officeDocument", workbookXml(book, active, codec), "");
  return writeZip(parts.files().map(({ name, text }) => packEntry(name, new TextEncoder().encode(text))));
}

/** Relationship ids of the sheets are rId1, rId2, ... because sheets are added first. */
function workbookXml(book: NewWorkbook, active: number, codec: FormulaCodec): string {
  const sheets = book.sheets.map(({ name, state }, index) => {
    const hidden = state && state !== "visible" ? ` state="${state}"` : "";
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const names = (book.names ?? []).map(
    ({ name, refersTo }) =>
      `<definedName name="${escapeXml(name)}">${escapeXml(codec.encode(refersTo).text)}</definedName>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<workbookPr/><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${sheets.join("")}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "") +
    // Excel recalculates what an older engine has saved; 191029 is the engine of Excel 2019 and 365.
    `<calcPr calcId="191029"/></workbook>`
  );
}

function stringsXml(strings: ReadonlyMap<string, number>): string {
  const items = [...strings.keys()].map((text) => {
    const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
    return `<si><t${space}>${escapeCellText(text)}</t></si>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`
  );
}

function refuseSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
    throw new XlsxError("conflict", `A sheet cannot be named "${name}".`);
}

function refuseDuplicates(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new XlsxError("conflict", `The name ${name} is used twice.`);
    seen.add(name.toLowerCase());
  }
}
