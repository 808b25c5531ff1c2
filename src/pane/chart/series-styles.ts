import { makeStyles, tokens } from "@fluentui/react-components";

const forcedColors = "@media (forced-colors: active)";
const area = (color: string) => ({
  fill: color,
  stroke: tokens.colorNeutralBackground1,
  strokeWidth: "1px",
  [forcedColors]: { fill: "CanvasText", stroke: "Canvas" },
});
const line = (color: string, dash?: string) => ({
  fill: "none",
  stroke: color,
  strokeWidth: "2px",
  ...(dash === undefined ? {} : { strokeDasharray: dash }),
  [forcedColors]: { stroke: "CanvasText" },
});

/** Colours that differ in lightness too, from dark to light, for colour-blind eyes and grey prints. */
const palette = [
  tokens.colorBrandForeground1,
  tokens.colorPaletteDarkOrangeForeground1,
  tokens.colorNeutralForeground1,
  tokens.colorPaletteTealBorderActive,
  tokens.colorNeutralStroke1Hover,
] as const;

export const useSeriesStyles = makeStyles({
  area0: area(palette[0]),
  area1: area(palette[1]),
  area2: area(palette[2]),
  area3: area(palette[3]),
  area4: area(palette[4]),
  line0: line(palette[0]),
  line1: line(palette[1], "5 3"),
  line2: line(palette[2], "2 3"),
  line3: line(palette[3], "7 2 2 2"),
  line4: line(palette[4], "1 3"),
  total: area(tokens.colorNeutralForeground3),
  rise: area(tokens.colorPaletteDarkOrangeForeground1),
  fall: area(tokens.colorPaletteTealBorderActive),
  connector: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: "2 2",
    [forcedColors]: { stroke: "CanvasText" },
  },
  pointed: {
    fill: "none",
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "2px",
    [forcedColors]: { stroke: "Highlight" },
  },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    [forcedColors]: { fill: "CanvasText" },
  },
});

const most = 5;
export type SeriesStyles = ReturnType<typeof useSeriesStyles>;
export const areaStyle = (styles: SeriesStyles, index: number) =>
  styles[`area${index % most}` as keyof SeriesStyles];
export const lineStyle = (styles: SeriesStyles, index: number) =>
  styles[`line${index % most}` as keyof SeriesStyles];
