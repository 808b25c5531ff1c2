import { childNamed, type XmlNode } from "../xml/xml-tree";

/** Excel's `theme` index counts light before dark, the file has dark before light (ECMA-376 part 1, 18.8.3). */
const ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The Office theme, for files without one. */
const OFFICE = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

/** The fixed palette of old files (ECMA-376 part 1, 18.8.27): 8 colours twice, then 48. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

export function readTheme(theme: XmlNode | undefined): readonly string[] {
  const scheme = childNamed(childNamed(theme, "themeElements"), "clrScheme");
  return ORDER.map((name, index) => {
    const colour = childNamed(scheme, name)?.children[0];
    const hex = colour?.attributes.lastClr ?? colour?.attributes.val ?? "";
    return /^[0-9A-Fa-f]{6}$/.test(hex) ? hex.toUpperCase() : OFFICE[index]!;
  });
}

/** #RRGGBB of a colour element, or undefined for "automatic". */
export function resolveColour(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const { rgb, theme: themeIndex, indexed, tint } = node.attributes;
  let hex: string | undefined;
  if (rgb !== undefined) hex = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/.exec(rgb)?.[1]?.toUpperCase();
  else if (themeIndex !== undefined) hex = theme[Number(themeIndex)];
  else if (indexed !== undefined) hex = INDEXED[Number(indexed)];
  if (hex === undefined) return undefined;
  return `#${tint === undefined ? hex : tinted(hex, Number(tint))}`;
}

/** Lightens (tint > 0) or darkens a colour in HLS space (ECMA-376 part 1, 18.8.19). */
function tinted(hex: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1)) return hex;
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const chroma = max - min;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * light - 1));
  let hue = 0;
  if (chroma > 0)
    hue = max === r ? (g - b) / chroma : max === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  const target = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
  // HSL back to RGB by the f(n) form.
  const a = saturation * Math.min(target, 1 - target);
  return [0, 8, 4]
    .map((n) => {
      const k = (((n + hue * 2) % 12) + 12) % 12;
      const part = target - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
      return Math.round(part * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")
    .toUpperCase();
}
