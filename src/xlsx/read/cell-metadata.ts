import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";

/**
 * Which values of a cell's `cm` attribute mark a dynamic array (MS-XLSX 2.2.4.2: metadata type XLDAPR).
 * `cm` counts the records of cellMetadata from 1; a record points to its type, also counted from 1.
 */
export function dynamicArrayMarks(metadata: XmlNode): Set<number> {
  const types = childrenNamed(childNamed(metadata, "metadataTypes"), "metadataType");
  const marks = new Set<number>();
  childrenNamed(childNamed(metadata, "cellMetadata"), "bk").forEach((record, index) => {
    const type = Number(childNamed(record, "rc")?.attributes.t);
    if (types[type - 1]?.attributes.name === "XLDAPR") marks.add(index + 1);
  });
  return marks;
}

export function readDynamicArrayMarks(text: string, part: string): Set<number> {
  return dynamicArrayMarks(parseXml(text, part));
}
