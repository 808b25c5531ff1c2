import { builtInFormatId } from "../read/number-formats";
import { XlsxError } from "../xlsx-error";
import { escapeXml } from "../xml/xml-text";
import type { NewStyle } from "./new-workbook";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const FIRST_CUSTOM_FORMAT = 164;

/** The styles part, and the index by which cells name a style. Index 0 is the plain cell. */
export class StyleSheet {
  readonly #indexes = new Map<string, number>();
  readonly #styles: NewStyle[] = [{}];

  constructor(styles: Readonly<Record<string, NewStyle>>) {
    for (const [name, style] of Object.entries(styles)) {
      this.#indexes.set(name, this.#styles.length);
      this.#styles.push(style);
    }
  }

  indexOf(name: string | undefined): number {
    if (name === undefined) return 0;
    const index = this.#indexes.get(name);
    if (index === undefined) throw new XlsxError("conflict", `There is no style named ${name}.`);
    return index;
  }

  xml(): string {
    const formats = new Distinct<string>();
    const fonts = new Distinct<string>([fontXml({})]);
    // Excel reserves the first two fills.
    const fills = new Distinct<string>([patternXml("none"), patternXml("gray125")]);
    const records = this.#styles.map((style) => {
      const code = style.numberFormat ?? "General";
      const format = builtInFormatId(code) ?? FIRST_CUSTOM_FORMAT + formats.indexOf(code);
      const font = fonts.indexOf(fontXml(style));
      const fill = style.fill === undefined ? 0 : fills.indexOf(patternXml("solid", style.fill));
      return recordXml(style, format, font, fill);
    });
    const formatXml = formats.items.map(
      (code, i) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + i}" formatCode="${escapeXml(code)}"/>`,
    );
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">` +
      (formatXml.length > 0 ? listXml("numFmts", formatXml) : "") +
      listXml("fonts", fonts.items) +
      listXml("fills", fills.items) +
      listXml("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]) +
      listXml("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      listXml("cellXfs", records) +
      listXml("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      `<dxfs count="0"/></styleSheet>`
    );
  }
}

class Distinct<T> {
  readonly items: T[];

  constructor(items: readonly T[] = []) {
    this.items = [...items];
  }

  indexOf(item: T): number {
    const index = this.items.indexOf(item);
    return index >= 0 ? index : this.items.push(item) - 1;
  }
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function fontXml({ bold, italic, size = 11, colour }: NewStyle): string {
  const look = (bold ? "<b/>" : "") + (italic ? "<i/>" : "");
  return `<font>${look}<sz val="${size}"/>${colour ? colourXml("color", colour) : ""}<name val="Calibri"/><family val="2"/></font>`;
}

function patternXml(pattern: string, colour?: string): string {
  const inner = colour ? `>${colourXml("fgColor", colour)}<bgColor indexed="64"/></patternFill>` : "/>";
  return `<fill><patternFill patternType="${pattern}"${inner}</fill>`;
}

function colourXml(element: string, colour: string): string {
  return `<${element} rgb="FF${colour.replace("#", "").toUpperCase()}"/>`;
}

function recordXml(style: NewStyle, format: number, font: number, fill: number): string {
  const { horizontal, vertical, wrap } = style;
  const applied =
    (format > 0 ? ' applyNumberFormat="1"' : "") +
    (font > 0 ? ' applyFont="1"' : "") +
    (fill > 0 ? ' applyFill="1"' : "");
  const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${applied}`;
  if (horizontal === undefined && vertical === undefined && !wrap) return `${xf}/>`;
  const alignment =
    (horizontal ? ` horizontal="${horizontal}"` : "") +
    (vertical ? ` vertical="${vertical}"` : "") +
    (wrap ? ' wrapText="1"' : "");
  return `${xf} applyAlignment="1"><alignment${alignment}/></xf>`;
}
