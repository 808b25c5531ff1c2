import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData } from "@univerjs/core";
import type { CellStyle } from "../../xlsx";

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
