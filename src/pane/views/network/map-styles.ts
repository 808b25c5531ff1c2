import { makeStyles, tokens } from "@fluentui/react-components";

const forcedColors = "@media (forced-colors: active)";

/** A weak place differs by a thick edge and a mark as well as by colour. */
export const useMapStyles = makeStyles({
  map: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  frame: {
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: "none",
    touchAction: "pan-y",
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  tools: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  dragged: { touchAction: "none", cursor: "grab" },
  figures: { flexGrow: 1, minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  drawing: { display: "block" },
  link: {
    fill: "none",
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: "1px",
    strokeOpacity: 0.28,
    [forcedColors]: { stroke: "GrayText" },
  },
  lateral: { strokeDasharray: "3 3" },
  faint: { strokeOpacity: 0.08 },
  strong: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "1.75px",
    strokeOpacity: 0.9,
    [forcedColors]: { stroke: "Highlight" },
  },
  node: { cursor: "pointer" },
  /** Over their box, which has the name and takes the clicks. */
  labels: { pointerEvents: "none" },
  box: {
    fill: tokens.colorNeutralBackground3,
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: "1px",
    [forcedColors]: { fill: "Canvas", stroke: "CanvasText" },
  },
  weak: { stroke: tokens.colorPaletteDarkOrangeForeground1, strokeWidth: "2px" },
  faulty: { stroke: tokens.colorPaletteRedForeground1, strokeWidth: "2px" },
  chosen: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "2.5px",
    [forcedColors]: { stroke: "Highlight" },
  },
  id: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    textAnchor: "middle",
    [forcedColors]: { fill: "CanvasText" },
  },
  figure: {
    fill: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    textAnchor: "middle",
    [forcedColors]: { fill: "CanvasText" },
  },
  echelon: {
    fill: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    // Words stay readable across lines.
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "4px",
    paintOrder: "stroke",
    [forcedColors]: { fill: "CanvasText", stroke: "Canvas" },
  },
  mark: { fill: tokens.colorPaletteDarkOrangeForeground1, [forcedColors]: { fill: "CanvasText" } },
  faultMark: { fill: tokens.colorPaletteRedForeground1, [forcedColors]: { fill: "CanvasText" } },
  markText: {
    fill: tokens.colorNeutralForegroundOnBrand,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightBold,
    textAnchor: "middle",
    [forcedColors]: { fill: "Canvas" },
  },
});
