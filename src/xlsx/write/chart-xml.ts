import { cellName, type CellPosition, type CellRange } from "../a1";
import { escapeCellText, escapeXml } from "../xml/xml-text";

export interface ChartSeriesRef {
  readonly name: string;
  readonly values: CellRange;
}

/** A chart over cells of one sheet, on that sheet. */
export interface SheetChart {
  readonly sheet: string;
  readonly name: string;
  readonly title: string;
  readonly kind: "columns" | "stacked" | "line";
  readonly labels: CellRange | undefined;
  /** Number format of labels that are numbers or dates; undefined for texts. */
  readonly labelFormat: string | undefined;
  readonly series: readonly ChartSeriesRef[];
  /** Corners of the chart: its first cell and the first one beyond it. */
  readonly from: CellPosition;
  readonly to: CellPosition;
}

const chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const main = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const spreadsheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
export const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part of a chart (ECMA-376 part 1, 21.2): order of elements matters. Values are read from the cells when it is opened. */
export function chartXml(wanted: SheetChart): string {
  const { kind, title, series } = wanted;
  const each = series.map((_, i) => seriesXml(wanted, i)).join("");
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  const plot =
    kind === "line"
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${each}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="col"/><c:grouping val="${kind === "stacked" ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
        `${each}<c:gapWidth val="60"/>${kind === "stacked" ? '<c:overlap val="100"/>' : ""}${axes}</c:barChart>`;
  const legend = series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "";
  return (
    `${declaration}<c:chartSpace xmlns:c="${chart}" xmlns:a="${main}" xmlns:r="${officeRelationships}"><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en" sz="1200"/><a:t>${escapeCellText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axesXml(wanted.labelFormat)}</c:plotArea>${legend}` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function seriesXml({ sheet, kind, labels, labelFormat, series }: SheetChart, i: number): string {
  const { name, values } = series[i];
  const reference = (range: CellRange) => `<c:f>${escapeXml(absolute(sheet, range))}</c:f>`;
  const kindOfLabels = labelFormat === undefined ? "strRef" : "numRef";
  return (
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:v>${escapeCellText(name)}</c:v></c:tx>` +
    shapeXml(kind, i) +
    (kind === "line" ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>') +
    (labels === undefined
      ? ""
      : `<c:cat><c:${kindOfLabels}>${reference(labels)}</c:${kindOfLabels}></c:cat>`) +
    `<c:val><c:numRef>${reference(values)}</c:numRef></c:val>${kind === "line" ? '<c:smooth val="0"/>' : ""}</c:ser>`
  );
}

/** Told apart by everybody, colour-blind readers too (Okabe and Ito 2008). Said outright: a file may have no theme to take colours from. */
const palette = ["0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00"];
const grey = "D9D9D9";
const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

function shapeXml(kind: SheetChart["kind"], i: number): string {
  const colour = fill(palette[i % palette.length]);
  return `<c:spPr>${kind === "line" ? `<a:ln w="28575">${colour}</a:ln>` : colour}</c:spPr>`;
}

function axesXml(labelFormat: string | undefined): string {
  const axis = (id: number, other: number, place: string, lines: string, format: string | undefined) =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${lines}` +
    `<c:numFmt formatCode="${escapeXml(format ?? "General")}" sourceLinked="${format === undefined ? 1 : 0}"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="9525">${fill(grey)}</a:ln></c:spPr><c:crossAx val="${other}"/><c:crosses val="autoZero"/>`;
  const [labels, values] = [111111111, 222222222];
  const lines = `<c:majorGridlines><c:spPr><a:ln w="9525">${fill(grey)}</a:ln></c:spPr></c:majorGridlines>`;
  return (
    `<c:catAx>${axis(labels, values, "b", "", labelFormat)}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx>${axis(values, labels, "l", lines, "#,##0")}<c:crossBetween val="between"/></c:valAx>`
  );
}

/** Where the chart stands on its sheet; `id` is that of the relationship to its part. */
export function anchorXml({ from, to, name, title }: SheetChart, number: number, id: string): string {
  const corner = (which: string, { row, column }: CellPosition) =>
    `<xdr:${which}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${which}>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${main}">${corner("from", from)}${corner("to", to)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${escapeXml(name)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chart}">` +
    `<c:chart xmlns:c="${chart}" xmlns:r="${officeRelationships}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function absolute(sheet: string, { row, column, rows, columns }: CellRange): string {
  const fixed = (r: number, c: number) => cellName(r, c).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const last = rows * columns > 1 ? `:${fixed(row + rows - 1, column + columns - 1)}` : "";
  return `'${sheet.replace(/'/g, "''")}'!${fixed(row, column)}${last}`;
}
