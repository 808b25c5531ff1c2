import { childrenNamed, parseXml } from "../xml/xml-tree";

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: "worksheet", "table", ... the same in both dialects of the standard. */
  readonly type: string;
  /** Name of the part it points to. */
  readonly target: string;
  /** Offsets of the element in the text of the .rels part. */
  readonly start: number;
  readonly end: number;
}

/** Reads a .rels part. Links to the outside (web pages, other workbooks) are left out: they are never followed. */
export function parseRelationships(text: string, relsPart: string): Relationship[] {
  const folder = relsPart.replace(/_rels\/[^/]*$/, "");
  return childrenNamed(parseXml(text, relsPart), "Relationship")
    .filter((node) => node.attributes.TargetMode !== "External")
    .map((node) => ({
      id: node.attributes.Id ?? "",
      type: (node.attributes.Type ?? "").replace(/^.*\//, ""),
      target: resolvePart(folder, node.attributes.Target ?? ""),
      start: node.start,
      end: node.outerEnd,
    }));
}

/** Where the relationships of a part are kept: xl/workbook.xml -> xl/_rels/workbook.xml.rels. */
export function relationshipsPart(part: string): string {
  return part.replace(/([^/]*)$/, "_rels/$1.rels");
}

/** A part name has no drive, no root and no "..": the result is only ever compared with names in the zip. */
function resolvePart(folder: string, target: string): string {
  const path: string[] = [];
  const full = target.startsWith("/") ? target : folder + target;
  for (const step of full.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
