import { damaged } from "../xlsx-error";

/** A part as text, with what is needed to write it back in the same encoding. */
export interface XmlText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
}

export function decodeXml(bytes: Uint8Array, part: string): XmlText {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    // The byte order mark stays in the text, so that writing it back is exact.
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw damaged(`the part ${part} holds bytes that are not text`);
  }
}

export function encodeXml({ text, encoding }: XmlText): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === "utf-16le");
  return bytes;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/**
 * Text of a cell (ST_Xstring, ECMA-376 part 1, 22.9.2.19): characters XML cannot hold are written _xHHHH_,
 * and text that looks like such an escape has its underscore escaped.
 */
export function escapeCellText(text: string): string {
  const visible = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
  return escapeXml(visible);
}

export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
