import { zipSync, strToU8, type Zippable } from "fflate";
import { openPackage, type XlsxPackage } from "../../src/xlsx";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const SHEET = "xl/worksheets/sheet1.xml";

export interface HandMade {
  /** Inside <sheetData>. */
  readonly rows?: string;
  /** The whole sheet part, instead of `rows`. */
  readonly sheet?: string;
  readonly workbook?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly metadata?: string;
  readonly calcChain?: string;
  /** Parts that stand in no list, or replace the ones above. */
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook written by hand, part by part, with one sheet "Plan". */
export function handMade(parts: HandMade): Uint8Array {
  const links: string[] = [link("worksheet", "worksheets/sheet1.xml", 1)];
  const types: string[] = [override("/xl/workbook.xml", "sheet.main"), override(`/${SHEET}`, "worksheet")];
  const files: Record<string, string | Uint8Array> = {};
  const add = (name: string, kind: string, content: string | undefined) => {
    if (content === undefined) return;
    links.push(link(kind, name, links.length + 1));
    types.push(override(`/xl/${name}`, kind));
    files[`xl/${name}`] = content;
  };
  add("sharedStrings.xml", "sharedStrings", parts.strings && `<sst xmlns="${MAIN}">${parts.strings}</sst>`);
  add("styles.xml", "styles", parts.styles && `<styleSheet xmlns="${MAIN}">${parts.styles}</styleSheet>`);
  add(
    "metadata.xml",
    "sheetMetadata",
    parts.metadata && `<metadata xmlns="${MAIN}">${parts.metadata}</metadata>`,
  );
  add(
    "calcChain.xml",
    "calcChain",
    parts.calcChain && `<calcChain xmlns="${MAIN}">${parts.calcChain}</calcChain>`,
  );
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": rels(link("officeDocument", "xl/workbook.xml", 1)),
    "xl/workbook.xml": parts.workbook ?? workbook('<sheet name="Plan" sheetId="1" r:id="rId1"/>'),
    "xl/_rels/workbook.xml.rels": rels(links.join("")),
    [SHEET]: parts.sheet ?? worksheet(`<sheetData>${parts.rows ?? ""}</sheetData>`),
    ...files,
    ...parts.extra,
  };
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(all))
    zippable[name] = [typeof content === "string" ? strToU8(content) : content, { mtime: "2024-01-01" }];
  return zipSync(zippable);
}

export function openHandMade(parts: HandMade): XlsxPackage {
  return openPackage(handMade(parts));
}

export function workbook(sheets: string, before = "", after = ""): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets>${after}</workbook>`;
}

export function worksheet(content: string): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
}

export function rels(links: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
}

export function link(kind: string, target: string, id: number): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="${SPREADSHEET}.${kind}+xml"/>`;
}

/** What Excel writes when a workbook holds dynamic arrays. */
export const dynamicArrayMetadata =
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"/></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>';
