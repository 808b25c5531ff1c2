import { BooleanNumber, HorizontalAlign, WrapStrategy, type IStyleData, type Nullable } from "@univerjs/core";
import type { HostFormat } from "../host";

const alignments = [
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
] as const;

/** What Office.js asks for as the grid stores it; undefined where nothing of it is a cell's style. */
export function styleOf(format: HostFormat): IStyleData | undefined {
  const { numberFormat, fill, fontColor, bold, italic, horizontalAlignment, wrapText } = format;
  const style: IStyleData = {
    ...(numberFormat === undefined
      ? {}
      : { n: numberFormat === "General" ? null : { pattern: numberFormat } }),
    ...(fill === undefined ? {} : { bg: fill === null ? null : { rgb: fill } }),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(bold === undefined ? {} : { bl: flag(bold) }),
    ...(italic === undefined ? {} : { it: flag(italic) }),
    ...(horizontalAlignment === undefined
      ? {}
      : { ht: alignments.find(([name]) => name === horizontalAlignment)?.[1] ?? null }),
    ...(wrapText === undefined ? {} : { tb: wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

/** Styles for many cells, most of which ask for a number format alone and for the same as others. */
export function sharedStyles(): typeof styleOf {
  const known = new Map<string, IStyleData | undefined>();
  return (format) => {
    const { numberFormat, ...others } = format;
    for (const name in others) if (others[name as keyof typeof others] !== undefined) return styleOf(format);
    if (numberFormat === undefined) return undefined;
    let style = known.get(numberFormat);
    if (style === undefined) known.set(numberFormat, (style = styleOf({ numberFormat })));
    return style;
  };
}

export function formatOf(style: Nullable<IStyleData>): HostFormat {
  if (!style) return {};
  const { n, bg, cl, bl, it, ht, tb } = style;
  const alignment = alignments.find(([, value]) => value === ht)?.[0];
  return {
    ...(n?.pattern === undefined ? {} : { numberFormat: n.pattern }),
    ...(bg?.rgb ? { fill: bg.rgb } : {}),
    ...(cl?.rgb ? { fontColor: cl.rgb } : {}),
    ...(bl === undefined ? {} : { bold: bl === BooleanNumber.TRUE }),
    ...(it === undefined ? {} : { italic: it === BooleanNumber.TRUE }),
    ...(alignment === undefined ? {} : { horizontalAlignment: alignment }),
    ...(tb === undefined ? {} : { wrapText: tb === WrapStrategy.WRAP }),
  };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
