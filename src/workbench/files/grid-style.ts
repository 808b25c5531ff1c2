import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
} from "@univerjs/core";
import type { BorderLine, CellStyle } from "../../xlsx";

const horizontal = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  fill: HorizontalAlign.LEFT,
} as const;

const vertical = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

const lines: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

/**
 * A cell style of the file as the grid draws it. The workbook's default font is left to the grid: it is rarely
 * installed outside Office, and all cells should look alike.
 */
export function gridStyle(style: CellStyle, defaultStyle: CellStyle | undefined): IStyleData {
  const { font } = style;
  const usual = defaultStyle?.font;
  return {
    ...(font.name === undefined || font.name === usual?.name
      ? {}
      : { ff: `${font.name}, Arial, sans-serif` }),
    ...(font.size === undefined || font.size === usual?.size ? {} : { fs: font.size }),
    ...(font.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(font.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(font.strike ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(isOwnColour(font.colour) ? { cl: { rgb: font.colour } } : {}),
    ...(style.fill === undefined ? {} : { bg: { rgb: style.fill } }),
    ...gridBorders(style.borders),
    ...(style.horizontal === undefined ? {} : { ht: horizontal[style.horizontal] }),
    ...(style.vertical === undefined ? {} : { vt: vertical[style.vertical] }),
    ...(style.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.numberFormat === "General" ? {} : { n: { pattern: style.numberFormat } }),
  };
}

/** Black is what the grid writes anyway, and it turns white in the dark theme only while it is not set. */
function isOwnColour(colour: string | undefined): colour is string {
  return colour !== undefined && colour.toUpperCase() !== "#000000";
}

function gridBorders({ top, right, bottom, left }: CellStyle["borders"]): Pick<IStyleData, "bd"> {
  const sides = { t: gridLine(top), r: gridLine(right), b: gridLine(bottom), l: gridLine(left) };
  const drawn = Object.entries(sides).filter(([, line]) => line !== undefined);
  return drawn.length === 0 ? {} : { bd: Object.fromEntries(drawn) };
}

function gridLine(line: BorderLine | undefined): IBorderStyleData | undefined {
  if (line === undefined) return undefined;
  return { s: lines[line.style] ?? BorderStyleTypes.THIN, cl: { rgb: line.colour ?? "#000000" } };
}
