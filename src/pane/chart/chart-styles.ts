import { makeStyles, tokens } from "@fluentui/react-components";

const forcedColors = "@media (forced-colors: active)";

/** Colours that differ for colour-blind eyes too (black, orange, blue), each line with a dash or weight of its own. */
export const useChartStyles = makeStyles({
  history: {
    fill: "none",
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "1.5px",
    [forcedColors]: { stroke: "CanvasText" },
  },
  historyPoint: { fill: tokens.colorNeutralForeground1, [forcedColors]: { fill: "CanvasText" } },
  fit: {
    fill: "none",
    stroke: tokens.colorPaletteDarkOrangeForeground1,
    strokeWidth: "1.5px",
    strokeDasharray: "2 3",
    [forcedColors]: { stroke: "CanvasText" },
  },
  forecast: {
    fill: "none",
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "2.5px",
    [forcedColors]: { stroke: "Highlight" },
  },
  forecastPoint: { fill: tokens.colorBrandForeground1, [forcedColors]: { fill: "Highlight" } },
  band: {
    fill: tokens.colorBrandForeground1,
    fillOpacity: 0.16,
    stroke: tokens.colorBrandForeground1,
    strokeOpacity: 0.5,
    strokeDasharray: "1 2",
    [forcedColors]: { fill: "Highlight", stroke: "Highlight" },
  },
  grid: { stroke: tokens.colorNeutralStroke2, [forcedColors]: { stroke: "GrayText" } },
  divider: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: "4 3",
    [forcedColors]: { stroke: "CanvasText" },
  },
  cursor: { stroke: tokens.colorNeutralStroke1, [forcedColors]: { stroke: "GrayText" } },
  cursorPoint: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "2px",
    [forcedColors]: { fill: "Canvas", stroke: "CanvasText" },
  },
  label: {
    fill: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    [forcedColors]: { fill: "CanvasText" },
  },
});
