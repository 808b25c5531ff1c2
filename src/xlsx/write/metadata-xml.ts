import { applyEdits, type TextEdit } from "../xml/text-edits";
import { childNamed, type XmlNode } from "../xml/xml-tree";

const DYNAMIC = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

const typeXml = (p: string) =>
  `<${p}metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ` +
  `splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;

const futureXml = (p: string) =>
  `<${p}futureMetadata name="XLDAPR" count="1"><${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
  `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC}" fDynamic="1" fCollapsed="0"/>` +
  `</${p}ext></${p}extLst></${p}bk></${p}futureMetadata>`;

const recordXml = (p: string, type: number) => `<${p}bk><${p}rc t="${type}" v="0"/></${p}bk>`;

/** A metadata part with nothing but the dynamic array record. */
export function newMetadata(strict: boolean): string {
  const main = strict
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${main}">` +
    `<metadataTypes count="1">${typeXml("")}</metadataTypes>${futureXml("")}` +
    `<cellMetadata count="1">${recordXml("", 1)}</cellMetadata></metadata>`
  );
}

/** Metadata that so far serves other things (linked data types, pictures): the new records go behind theirs. */
export function withDynamicArrayRecord(text: string, root: XmlNode): string {
  const { prefix } = root;
  const edits: TextEdit[] = [];
  const types = childNamed(root, "metadataTypes");
  const type = (types?.children.length ?? 0) + 1;
  if (types) edits.push(grown(text, types, typeXml(prefix)));
  else {
    const xml = `<${prefix}metadataTypes count="1">${typeXml(prefix)}</${prefix}metadataTypes>`;
    edits.push({ start: root.end, end: root.end, text: xml });
  }
  const records = childNamed(root, "cellMetadata");
  const record = recordXml(prefix, type);
  // The schema's order: types, strings, mdx, future metadata, cell metadata, value metadata, extensions.
  const next = root.children.find(({ name }) => ["cellMetadata", "valueMetadata", "extLst"].includes(name));
  const place = next ? next.start : text.lastIndexOf("<", root.outerEnd - 1);
  const list = records ? "" : `<${prefix}cellMetadata count="1">${record}</${prefix}cellMetadata>`;
  edits.push({ start: place, end: place, text: futureXml(prefix) + list });
  if (records) edits.push(grown(text, records, record));
  return applyEdits(text, edits);
}

/** A list with one element more and its count corrected. */
function grown(text: string, list: XmlNode, xml: string): TextEdit {
  const inner = list.selfClosing ? "" : text.slice(list.end, text.lastIndexOf("<", list.outerEnd - 1));
  const name = list.prefix + list.name;
  return {
    start: list.start,
    end: list.outerEnd,
    text: `<${name} count="${list.children.length + 1}">${inner}${xml}</${name}>`,
  };
}
