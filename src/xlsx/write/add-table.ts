import { columnName, rangeName } from "../a1";
import { tableXml } from "../create/table-xml";
import type { FormulaCodec } from "../formula/formula-codec";
import { PackageIndex } from "../package/package-index";
import { relationshipsPart } from "../package/relationships";
import { readWorkbookPart } from "../package/workbook-parts";
import { openPackage, type XlsxPackage } from "../package/xlsx-package";
import { applyEdits } from "../xml/text-edits";
import { escapeXml, type XmlText } from "../xml/xml-text";
import { childNamed, childrenNamed, parseXml } from "../xml/xml-tree";
import { addStyles } from "./add-styles";
import type { TableEdit } from "./table-edit";
import { writeCells } from "./write-cells";

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const dialects = {
  strict: {
    main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  },
  transitional: {
    main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  },
} as const;
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The file with a new sheet behind the others that holds one new table. */
export function addTable(pkg: XlsxPackage, edit: TableEdit, codec: FormulaCodec): Uint8Array {
  const sheet = freeSheetName(pkg, edit.name);
  const withParts = openPackage(addParts(pkg, edit, sheet, codec), pkg.limits);
  const rows = edit.rowCount;
  const cells = edit.columns.flatMap(({ name, values }, column) => [
    { row: 0, column, value: name },
    ...Array.from({ length: rows }, (_, r) => ({ row: r + 1, column, value: values[r] ?? null })),
  ]);
  return writeCells(withParts, [{ sheet, cells }], codec);
}

function addParts(pkg: XlsxPackage, edit: TableEdit, sheet: string, codec: FormulaCodec): Uint8Array {
  const index = new PackageIndex(pkg);
  const { main, office } = dialects[index.strict ? "strict" : "transitional"];
  const changes = new Map<string, XmlText | null>();
  const put = (part: string, text: string) => changes.set(part, { text, encoding: "utf-8" });
  const styles = addStyles(
    pkg,
    edit.columns.map(({ format }) => format),
  );
  if (styles.change !== undefined) changes.set(styles.change.part, styles.change.content);

  const sheetPart = index.addWorkbookPart("worksheets/sheet.xml", "worksheet", `${spreadsheet}worksheet+xml`);
  const tablePart = index.addPart("tables/table.xml", `${spreadsheet}table+xml`);
  put(sheetPart.part, sheetXml(edit, styles.indexes, main, office));
  put(
    relationshipsPart(sheetPart.part),
    `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${office}/table" Target="/${tablePart}"/></Relationships>`,
  );
  const ref = rangeName({
    row: 0,
    column: 0,
    rows: Math.max(1, edit.rowCount) + 1,
    columns: edit.columns.length,
  });
  const header = edit.columns.map(({ name }) => name);
  const table = tableXml({ name: edit.name, ref }, freeTableId(pkg), { name: sheet, rows: [header] }, codec);
  put(tablePart, index.strict ? table.replace(dialects.transitional.main, main) : table);

  const { text, encoding } = pkg.readText(pkg.workbookPart);
  changes.set(pkg.workbookPart, { text: withSheet(text, pkg.workbookPart, sheet, sheetPart.id), encoding });
  for (const [part, content] of index.changes()) changes.set(part, content);
  return pkg.withParts(changes);
}

/** An empty sheet: writeCells fills it and takes the style of a cell from its column. */
function sheetXml(edit: TableEdit, styles: readonly number[], main: string, office: string): string {
  const columns = edit.columns.map(({ name }, i) => {
    const style = styles[i] > 0 ? ` style="${styles[i]}"` : "";
    const width = Math.min(40, Math.max(10, name.length + 4));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  const last = `${columnName(edit.columns.length - 1)}${Math.max(1, edit.rowCount) + 1}`;
  return (
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="A1:${last}"/>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData/>` +
    `<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`
  );
}

function withSheet(text: string, part: string, sheet: string, id: string): string {
  const workbook = parseXml(text, part);
  const list = childNamed(workbook, "sheets");
  const sheets = childrenNamed(list, "sheet");
  const last = sheets[sheets.length - 1];
  const number = Math.max(0, ...sheets.map(({ attributes }) => Number(attributes.sheetId) || 0)) + 1;
  const idName = Object.keys(last.attributes).find((name) => /:id$/.test(name)) ?? "r:id";
  const xml = `<${last.prefix}sheet name="${escapeXml(sheet)}" sheetId="${number}" ${idName}="${id}"/>`;
  return applyEdits(text, [{ start: last.outerEnd, end: last.outerEnd, text: xml }]);
}

/** The wanted name, as far as a sheet can have it, or the nearest that is free. */
function freeSheetName(pkg: XlsxPackage, wanted: string): string {
  const taken = new Set(readWorkbookPart(pkg).allSheets.map((name) => name.toLowerCase()));
  const base = wanted.replace(/[[\]:*?/\\']/g, " ").slice(0, 28);
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${n}`;
  return name;
}

function freeTableId(pkg: XlsxPackage): number {
  const ids = pkg.partNames
    .filter((part) => /(^|\/)tables\/[^/]*\.xml$/i.test(part))
    .map((part) => Number(parseXml(pkg.readText(part).text, part).attributes.id) || 0);
  return Math.max(0, ...ids) + 1;
}
