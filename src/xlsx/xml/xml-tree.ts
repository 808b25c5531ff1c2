import { walkXml, type XmlTag } from "./walk-xml";
import { XlsxError } from "../xlsx-error";

/** An element of a small part (workbook, styles, relationships, ...) with its place in the text. */
export interface XmlNode extends XmlTag {
  readonly children: readonly XmlNode[];
  /** All character data inside, in order. */
  readonly text: string;
  /** Offset just after the closing tag. */
  readonly outerEnd: number;
}

/** Sheets and shared strings are walked, not built as trees; what is built has no reason to be this large. */
const MOST_ELEMENTS = 1_000_000;

export function parseXml(text: string, part: string): XmlNode {
  type Building = { -readonly [K in keyof XmlNode]: XmlNode[K] } & { children: XmlNode[] };
  const stack: Building[] = [];
  let root: XmlNode | undefined;
  let elements = 0;
  walkXml(text, part, {
    open(tag) {
      if (++elements > MOST_ELEMENTS)
        throw new XlsxError("too-large", `The part ${part} is unreasonably large.`);
      const node: Building = { ...tag, children: [], text: "", outerEnd: tag.end };
      stack.at(-1)?.children.push(node);
      root ??= node;
      stack.push(node);
    },
    close(_, end) {
      const node = stack.pop()!;
      node.outerEnd = end;
      const parent = stack.at(-1);
      if (parent) parent.text += node.text;
    },
    text(piece) {
      const node = stack.at(-1);
      if (node) node.text += piece;
    },
  });
  return root!;
}

export function childNamed(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((child) => child.name === name) : [];
}
