import { SaxesParser } from "saxes";
import { damaged, XlsxError } from "../xlsx-error";

/** An element as it stands in the text. Names lose their namespace prefix: some writers say <x:c>, most say <c>. */
export interface XmlTag {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosing: boolean;
  /** Offsets in the text: of "<", and just after ">". */
  readonly start: number;
  readonly end: number;
}

export interface XmlVisitor {
  open?(tag: XmlTag): void;
  /** `end` is just after ">" of the closing tag, or of the tag itself when it closes itself. */
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** Far beyond any workbook; without a bound a small zip could fill the memory with tags. */
const DEEPEST = 256;
const MOST_ATTRIBUTES = 1000;

/**
 * Walks a part's XML. Malformed XML and any DOCTYPE are refused: spreadsheets never need one, and it is the door
 * for entity bombs and references to other files.
 */
export function walkXml(text: string, part: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => {
    throw new XlsxError(
      "unsafe",
      `The part ${part} declares a DOCTYPE or entities, which workbooks must not do.`,
    );
  });
  parser.on("error", () => {
    throw damaged(`the part ${part} is not well-formed XML`);
  });
  const { open, close, text: onText } = visitor;
  let depth = 0;
  let attributes = 0;
  parser.on("opentagstart", () => {
    attributes = 0;
    if (++depth > DEEPEST) throw damaged(`the part ${part} is nested too deeply`);
  });
  parser.on("attribute", () => {
    if (++attributes > MOST_ATTRIBUTES)
      throw damaged(`the part ${part} has an element with too many attributes`);
  });
  parser.on("opentag", (tag) => {
    if (!open) return;
    const end = parser.position;
    const colon = tag.name.indexOf(":");
    open({
      name: colon < 0 ? tag.name : tag.name.slice(colon + 1),
      prefix: colon < 0 ? "" : tag.name.slice(0, colon + 1),
      attributes: tag.attributes,
      selfClosing: tag.isSelfClosing,
      // "<" cannot stand inside a well-formed tag, so the last one before its end is its start.
      start: text.lastIndexOf("<", end - 1),
      end,
    });
  });
  parser.on("closetag", (tag) => {
    depth--;
    close?.(tag.name.slice(tag.name.indexOf(":") + 1), parser.position);
  });
  if (onText) {
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  parser.write(text).close();
}
