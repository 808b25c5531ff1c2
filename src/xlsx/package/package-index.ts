import { CONTENT_TYPES, type XlsxPackage } from "./xlsx-package";
import { relationshipsPart } from "./relationships";
import { applyEdits, type TextEdit } from "../xml/text-edits";
import type { XmlText } from "../xml/xml-text";
import { parseXml } from "../xml/xml-tree";

/** The two lists a part must stand in: content types, and the relationships of the workbook. */
export class PackageIndex {
  /** The file is in the "strict" dialect of the standard, with other namespaces. */
  readonly strict: boolean;
  readonly #pkg: XlsxPackage;
  readonly #rels: string;
  readonly #folder: string;
  readonly #typeEdits: TextEdit[] = [];
  readonly #relsEdits: TextEdit[] = [];
  readonly #given = new Set<number>();

  constructor(pkg: XlsxPackage) {
    this.#pkg = pkg;
    this.#rels = relationshipsPart(pkg.workbookPart);
    this.#folder = pkg.workbookPart.replace(/[^/]*$/, "");
    this.strict = pkg.readText(this.#rels).text.includes("http://purl.oclc.org/ooxml/");
  }

  /** Registers a new part beside the workbook, and says its name and the id of the workbook's relationship to it. */
  addWorkbookPart(
    wanted: string,
    relationship: string,
    contentType: string,
  ): { readonly part: string; readonly id: string } {
    const part = this.addPart(wanted, contentType);
    const base = this.strict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const ids = new Set(this.#pkg.relationships(this.#pkg.workbookPart).map(({ id }) => id));
    let number = 1;
    while (ids.has(`rId${number}`) || this.#given.has(number)) number++;
    this.#given.add(number);
    const id = `rId${number}`;
    const target = part.slice(this.#folder.length);
    this.#append(
      this.#rels,
      this.#relsEdits,
      (prefix) => `<${prefix}Relationship Id="${id}" Type="${base}${relationship}" Target="${target}"/>`,
    );
    return { part, id };
  }

  /** Registers the content type of a new part in the folder of the workbook, under the wanted name or the next that is free. */
  addPart(wanted: string, contentType: string): string {
    let file = wanted;
    for (let n = 2; this.#pkg.has(this.#folder + file); n++) file = wanted.replace(".", `${n}.`);
    const part = this.#folder + file;
    this.#append(
      CONTENT_TYPES,
      this.#typeEdits,
      (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${contentType}"/>`,
    );
    return part;
  }

  /** Takes a part of the workbook out of both lists. */
  removeWorkbookPart(part: string): void {
    const types = parseXml(this.#pkg.readText(CONTENT_TYPES).text, CONTENT_TYPES);
    for (const node of types.children)
      if (node.attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase())
        this.#typeEdits.push({ start: node.start, end: node.outerEnd, text: "" });
    for (const { target, start, end } of this.#pkg.relationships(this.#pkg.workbookPart))
      if (target === part) this.#relsEdits.push({ start, end, text: "" });
  }

  changes(): Map<string, XmlText> {
    const changes = new Map<string, XmlText>();
    for (const [part, edits] of [
      [CONTENT_TYPES, this.#typeEdits],
      [this.#rels, this.#relsEdits],
    ] as const) {
      if (edits.length === 0) continue;
      const { text, encoding } = this.#pkg.readText(part);
      changes.set(part, { text: applyEdits(text, edits), encoding });
    }
    return changes;
  }

  #append(part: string, edits: TextEdit[], xml: (prefix: string) => string): void {
    const { text } = this.#pkg.readText(part);
    const root = parseXml(text, part);
    const at = text.lastIndexOf("<", root.outerEnd - 1);
    edits.push({ start: at, end: at, text: xml(root.prefix) });
  }
}
