import type { CellStyle, HorizontalAlignment, VerticalAlignment } from "../content";
import { builtInFormat } from "./number-formats";
import { resolveColour } from "./theme-colours";
import { isOn } from "../xml/attributes";
import { childNamed, childrenNamed, type XmlNode } from "../xml/xml-tree";

export const plainStyle: CellStyle = {
  numberFormat: "General",
  font: { bold: false, italic: false, underline: false, strike: false },
  borders: {},
  wrap: false,
};

/** The look of every style index cells refer to. */
export function readStyles(styleSheet: XmlNode, theme: readonly string[]): CellStyle[] {
  const formats = new Map(
    childrenNamed(childNamed(styleSheet, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "General",
    ]),
  );
  const fonts = childrenNamed(childNamed(styleSheet, "fonts"), "font").map((node) => readFont(node, theme));
  const fills = childrenNamed(childNamed(styleSheet, "fills"), "fill").map((node) => readFill(node, theme));
  const borders = childrenNamed(childNamed(styleSheet, "borders"), "border").map((node) =>
    readBorders(node, theme),
  );
  const styles = childrenNamed(childNamed(styleSheet, "cellXfs"), "xf").map((xf): CellStyle => {
    const format = Number(xf.attributes.numFmtId ?? 0);
    const alignment = childNamed(xf, "alignment")?.attributes;
    return {
      numberFormat: formats.get(format) ?? builtInFormat(format),
      font: fonts[Number(xf.attributes.fontId ?? 0)] ?? plainStyle.font,
      fill: fills[Number(xf.attributes.fillId ?? 0)],
      borders: borders[Number(xf.attributes.borderId ?? 0)] ?? plainStyle.borders,
      horizontal: oneOf<HorizontalAlignment>(alignment?.horizontal, [
        "left",
        "center",
        "right",
        "justify",
        "fill",
      ]),
      vertical: oneOf<VerticalAlignment>(alignment?.vertical, ["top", "center", "bottom"]),
      wrap: isOn(alignment?.wrapText),
    };
  });
  return styles.length > 0 ? styles : [plainStyle];
}

function readFont(node: XmlNode, theme: readonly string[]): CellStyle["font"] {
  const on = (name: string) => {
    const child = childNamed(node, name);
    return child !== undefined && isOn(child.attributes.val ?? "1");
  };
  const underline = childNamed(node, "u");
  const size = childNamed(node, "sz")?.attributes.val;
  return {
    name: childNamed(node, "name")?.attributes.val,
    size: size === undefined ? undefined : Number(size),
    bold: on("b"),
    italic: on("i"),
    underline: underline !== undefined && underline.attributes.val !== "none",
    strike: on("strike"),
    colour: resolveColour(childNamed(node, "color"), theme),
  };
}

/** A solid fill shows its foreground colour; other patterns are shown as their background. */
function readFill(node: XmlNode, theme: readonly string[]): string | undefined {
  const pattern = childNamed(node, "patternFill");
  const kind = pattern?.attributes.patternType ?? "none";
  if (!pattern || kind === "none") return undefined;
  return resolveColour(childNamed(pattern, kind === "solid" ? "fgColor" : "bgColor"), theme);
}

function readBorders(node: XmlNode, theme: readonly string[]): CellStyle["borders"] {
  const borders: { -readonly [K in keyof CellStyle["borders"]]: CellStyle["borders"][K] } = {};
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const line = childNamed(node, side);
    const style = line?.attributes.style;
    if (style === undefined || style === "none") continue;
    borders[side] = { style, colour: resolveColour(childNamed(line, "color"), theme) };
  }
  return borders;
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}
