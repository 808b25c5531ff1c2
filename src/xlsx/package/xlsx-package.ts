import { defaultLimits, type XlsxLimits } from "../limits";
import { parseRelationships, relationshipsPart, type Relationship } from "./relationships";
import { XlsxError, damaged } from "../xlsx-error";
import { parseXml } from "../xml/xml-tree";
import { decodeXml, encodeXml, type XmlText } from "../xml/xml-text";
import { readDirectory, type ZipEntry } from "../zip/zip-directory";
import { inflateEntry } from "../zip/zip-inflate";
import { packEntry, writeZip } from "../zip/zip-write";

export const CONTENT_TYPES = "[Content_Types].xml";

/** Opens the bytes of an .xlsx or .xlsm file. Throws XlsxError, with a sentence for the user, for anything else. */
export function openPackage(bytes: Uint8Array, limits: Partial<XlsxLimits> = {}): XlsxPackage {
  return new XlsxPackage(bytes, { ...defaultLimits, ...limits });
}

/**
 * A workbook file: named parts, inflated when asked for. Names are keys, never paths on a disk, and are compared
 * without regard to case as the standard asks (ECMA-376 part 2, 6.2.2).
 */
export class XlsxPackage {
  readonly limits: XlsxLimits;
  /** Name of the part that lists the sheets, almost always xl/workbook.xml. */
  readonly workbookPart: string;
  /** The file carries VBA macros; they are kept and never run. */
  readonly hasMacros: boolean;
  readonly #entries: readonly ZipEntry[];
  readonly #byName = new Map<string, ZipEntry>();

  constructor(bytes: Uint8Array, limits: XlsxLimits) {
    this.limits = limits;
    this.#entries = readDirectory(bytes, limits);
    for (const entry of this.#entries) {
      const key = keyOf(entry.name);
      if (this.#byName.has(key)) throw damaged(`it holds the part ${entry.name} twice`);
      this.#byName.set(key, entry);
    }
    this.workbookPart = this.#findWorkbook();
    const types = this.readText(CONTENT_TYPES).text;
    this.hasMacros = /macroEnabled\.main\+xml/.test(types);
    parseXml(types, CONTENT_TYPES);
  }

  /** The file as it stands. */
  toBytes(): Uint8Array {
    return writeZip(this.#entries);
  }

  get partNames(): string[] {
    return this.#entries.map((entry) => entry.name);
  }

  has(part: string): boolean {
    return this.#byName.has(keyOf(part));
  }

  /** The inflated bytes of a part. */
  read(part: string): Uint8Array {
    const entry = this.#byName.get(keyOf(part));
    if (!entry) throw damaged(`the part ${part} is missing`);
    return inflateEntry(entry);
  }

  readText(part: string): XmlText {
    return decodeXml(this.read(part), part);
  }

  /** The relationships of a part, in file order; none if it has no .rels part. */
  relationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    return this.has(rels) ? parseRelationships(this.readText(rels).text, rels) : [];
  }

  /** The part a relationship of this type leads to. */
  related(part: string, type: string): string | undefined {
    return this.relationships(part).find((relationship) => relationship.type === type)?.target;
  }

  /**
   * The file with some parts replaced, removed (null) or added at the end. All others keep their order and their
   * very compressed bytes.
   */
  withParts(changes: ReadonlyMap<string, XmlText | null>): Uint8Array {
    const pending = new Map([...changes].map(([name, content]) => [keyOf(name), { name, content }]));
    const entries: ZipEntry[] = [];
    for (const entry of this.#entries) {
      const change = pending.get(keyOf(entry.name));
      pending.delete(keyOf(entry.name));
      if (!change) entries.push(entry);
      else if (change.content) entries.push(packEntry(entry.name, encodeXml(change.content), entry));
    }
    for (const { name, content } of pending.values())
      if (content) entries.push(packEntry(name, encodeXml(content)));
    return writeZip(entries);
  }

  #findWorkbook(): string {
    const notWorkbook = (what: string) =>
      new XlsxError("not-xlsx", `This is not an Excel workbook: ${what}.`);
    if (!this.has(CONTENT_TYPES)) {
      if (this.has("mimetype"))
        throw notWorkbook("it looks like an OpenDocument file (.ods). Save it as .xlsx and try again");
      throw notWorkbook("it is a zip archive of something else");
    }
    const workbook = this.related("", "officeDocument");
    if (!workbook || !this.has(workbook)) throw notWorkbook("its workbook part is missing");
    if (/\.bin$/i.test(workbook))
      throw notWorkbook("it is a binary workbook (.xlsb). Save it as .xlsx in Excel and try again");
    if (parseXml(this.readText(workbook).text, workbook).name !== "workbook")
      throw notWorkbook("it is another kind of Office document");
    return workbook;
  }
}

/** Some writers use backslashes or a leading slash. */
function keyOf(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
}
