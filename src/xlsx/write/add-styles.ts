import { builtInFormatId } from "../read/number-formats";
import type { XlsxPackage } from "../package/xlsx-package";
import { applyEdits, type TextEdit } from "../xml/text-edits";
import { escapeXml, type XmlText } from "../xml/xml-text";
import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";

const firstCustomFormat = 164;

export interface AddedStyles {
  /** Style index for each of the formats, in their order. */
  readonly indexes: readonly number[];
  /** The styles part where it had to change. */
  readonly change?: { readonly part: string; readonly content: XmlText };
}

/** Cell styles that are plain but for their number format, added behind those of the file. */
export function addStyles(pkg: XlsxPackage, formats: readonly string[]): AddedStyles {
  const part = pkg.related(pkg.workbookPart, "styles");
  if (part === undefined || !pkg.has(part)) return { indexes: formats.map(() => 0) };
  const { text, encoding } = pkg.readText(part);
  const root = parseXml(text, part);
  const records = childNamed(root, "cellXfs");
  if (records === undefined) return { indexes: formats.map(() => 0) };
  const added: string[] = [];
  const codes = new FormatCodes(root);
  const before = childrenNamed(records, "xf").length;
  const byFormat = new Map<string, number>();
  const indexes = formats.map((format) => {
    if (format === "General") return 0;
    const known = byFormat.get(format);
    if (known !== undefined) return known;
    const index = before + added.length;
    byFormat.set(format, index);
    const attributes = `numFmtId="${codes.idOf(format)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"`;
    added.push(`<${records.prefix}xf ${attributes}/>`);
    return index;
  });
  if (added.length === 0) return { indexes };
  const edits = [...appended(text, records, added, before), ...codes.edits(text)];
  return { indexes, change: { part, content: { text: applyEdits(text, edits), encoding } } };
}

class FormatCodes {
  readonly #list: XmlNode | undefined;
  readonly #ids = new Map<string, number>();
  readonly #added: string[] = [];
  #next = firstCustomFormat;

  constructor(private readonly root: XmlNode) {
    this.#list = childNamed(root, "numFmts");
    for (const { attributes } of childrenNamed(this.#list, "numFmt")) {
      const id = Number(attributes.numFmtId);
      this.#ids.set(attributes.formatCode ?? "", id);
      if (id >= this.#next) this.#next = id + 1;
    }
  }

  idOf(code: string): number {
    const known = builtInFormatId(code) ?? this.#ids.get(code);
    if (known !== undefined) return known;
    const id = this.#next++;
    this.#ids.set(code, id);
    this.#added.push(`<${this.root.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  edits(text: string): TextEdit[] {
    const added = this.#added;
    if (added.length === 0) return [];
    if (this.#list !== undefined)
      return appended(text, this.#list, added, childrenNamed(this.#list, "numFmt").length);
    const { prefix, end } = this.root;
    // Formats come first in the part.
    const list = `<${prefix}numFmts count="${added.length}">${added.join("")}</${prefix}numFmts>`;
    return [{ start: end, end, text: list }];
  }
}

/** Elements put behind the last one of a list that says its count. */
export function appended(
  text: string,
  list: XmlNode,
  elements: readonly string[],
  before: number,
): TextEdit[] {
  const tag = text
    .slice(list.start, list.end)
    .replace(/(\scount\s*=\s*)(["'])[^"']*\2/, `$1$2${before + elements.length}$2`);
  const xml = elements.join("");
  if (list.selfClosing) {
    const opened = tag.replace(/\s*\/>$/, ">");
    return [{ start: list.start, end: list.end, text: `${opened}${xml}</${list.prefix}${list.name}>` }];
  }
  const at = text.lastIndexOf("<", list.outerEnd - 1);
  return [
    { start: list.start, end: list.end, text: tag },
    { start: at, end: at, text: xml },
  ];
}
