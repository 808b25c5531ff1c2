import { dynamicArrayMarks } from "../read/cell-metadata";
import { newMetadata, withDynamicArrayRecord } from "./metadata-xml";
import type { XlsxPackage } from "../package/xlsx-package";
import type { PackageIndex } from "../package/package-index";
import type { XmlText } from "../xml/xml-text";
import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

/**
 * The mark (`cm`) that makes a formula a dynamic array: a record in the workbook's metadata part (MS-XLSX 2.2.4.2).
 * An existing record is used again; otherwise one is added, with the part itself when the file has none.
 */
export class DynamicArrayPart {
  /** Values of `cm` that already mean "dynamic array" in this file. */
  readonly marks: ReadonlySet<number>;
  readonly #found: { readonly part: string; readonly xml: XmlText; readonly root: XmlNode } | undefined;
  #wanted = false;

  constructor(pkg: XlsxPackage) {
    const part = pkg.related(pkg.workbookPart, "sheetMetadata");
    if (part !== undefined && pkg.has(part)) {
      const xml = pkg.readText(part);
      this.#found = { part, xml, root: parseXml(xml.text, part) };
    }
    this.marks = this.#found ? dynamicArrayMarks(this.#found.root) : new Set();
  }

  /** The value for `cm`. Asking for it makes sure that the record will be there. */
  mark(): number {
    this.#wanted = true;
    const [first] = this.marks;
    return first ?? childrenNamed(childNamed(this.#found?.root, "cellMetadata"), "bk").length + 1;
  }

  /** The metadata part, where it has to change; a new part is entered in the index. */
  changes(index: PackageIndex): Map<string, XmlText> {
    if (!this.#wanted || this.marks.size > 0) return new Map();
    if (this.#found) {
      const { part, xml, root } = this.#found;
      return new Map([[part, { ...xml, text: withDynamicArrayRecord(xml.text, root) }]]);
    }
    const { part } = index.addWorkbookPart("metadata.xml", "sheetMetadata", CONTENT_TYPE);
    return new Map([[part, { text: newMetadata(index.strict), encoding: "utf-8" }]]);
  }
}
