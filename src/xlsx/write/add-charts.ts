import { PackageIndex } from "../package/package-index";
import { relationshipsPart } from "../package/relationships";
import { readWorkbookPart } from "../package/workbook-parts";
import { openPackage, type XlsxPackage } from "../package/xlsx-package";
import { walkSheet } from "../read/sheet-walk";
import { XlsxError } from "../xlsx-error";
import type { XmlText } from "../xml/xml-text";
import { parseXml } from "../xml/xml-tree";
import {
  anchorXml,
  chartXml,
  declaration,
  officeRelationships,
  spreadsheetDrawing,
  type SheetChart,
} from "./chart-xml";

const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.";

/** The file with these charts on their sheets, beside what is drawn there already. */
export function addCharts(pkg: XlsxPackage, charts: readonly SheetChart[]): Uint8Array {
  let current = pkg;
  for (const chart of charts) current = openPackage(addChart(current, chart), pkg.limits);
  return current.toBytes();
}

function addChart(pkg: XlsxPackage, chart: SheetChart): Uint8Array {
  const sheet = readWorkbookPart(pkg).sheets.find(({ name }) => name === chart.sheet);
  if (sheet === undefined)
    throw new XlsxError("conflict", `The workbook holds no sheet named ${chart.sheet}.`);
  const index = new PackageIndex(pkg);
  const changes = new Map<string, XmlText | null>();
  const put = (part: string, text: string) => changes.set(part, { text, encoding: "utf-8" });
  const chartPart = index.addPart("charts/chart.xml", `${types}drawingml.chart+xml`);
  put(chartPart, chartXml(chart));
  const drawn = pkg
    .relationships(sheet.part)
    .find(({ type, target }) => type === "drawing" && pkg.has(target));
  const drawing = drawn?.target ?? index.addPart("drawings/drawing.xml", `${types}drawing+xml`);
  const toChart = related(pkg, drawing, "chart", chartPart);
  put(toChart.part, toChart.text);
  if (drawn === undefined) {
    put(
      drawing,
      `${declaration}<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}">${anchorXml(chart, 2, toChart.id)}</xdr:wsDr>`,
    );
    const toDrawing = related(pkg, sheet.part, "drawing", drawing);
    put(toDrawing.part, toDrawing.text);
    const { text, encoding } = pkg.readText(sheet.part);
    changes.set(sheet.part, { text: withDrawing(text, sheet.part, toDrawing.id), encoding });
  } else {
    const { text, encoding } = pkg.readText(drawing);
    const ids = [...text.matchAll(/cNvPr[^>]*\sid="(\d+)"/g)].map(([, id]) => Number(id));
    const anchor = anchorXml(chart, Math.max(1, ...ids) + 1, toChart.id);
    const end = text.lastIndexOf("</");
    changes.set(drawing, { text: text.slice(0, end) + anchor + text.slice(end), encoding });
  }
  for (const [part, content] of index.changes()) changes.set(part, content);
  return pkg.withParts(changes);
}

/** The relationships of a part with one more, to another part of the package. */
function related(
  pkg: XlsxPackage,
  part: string,
  type: string,
  target: string,
): { readonly part: string; readonly text: string; readonly id: string } {
  const rels = relationshipsPart(part);
  const text = pkg.has(rels)
    ? pkg.readText(rels).text
    : `${declaration}<Relationships xmlns="${packageRelationships}"></Relationships>`;
  let number = 1;
  while (text.includes(`"rId${number}"`)) number++;
  const id = `rId${number}`;
  const one = `<Relationship xmlns="${packageRelationships}" Id="${id}" Type="${officeRelationships}/${type}" Target="/${target}"/>`;
  const open = text.replace(/<((?:\w+:)?Relationships)([^>]*)\/>\s*$/, "<$1$2></$1>");
  const end = open.lastIndexOf("</");
  return { part: rels, text: open.slice(0, end) + one + open.slice(end), id };
}

/** What may stand behind a drawing in a sheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const behind = new Set([
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

function withDrawing(text: string, part: string, id: string): string {
  let root: { readonly start: number; readonly end: number; readonly prefix: string } | undefined;
  let cellsEnd = 0;
  walkSheet(text, part, {
    tag: (tag) => (root ??= tag),
    sheetDataEnd: (end) => (cellsEnd = end),
  });
  // The cells may be many: only what stands behind them becomes a tree.
  const open = text.slice(root!.start, root!.end);
  const tail = parseXml(open + text.slice(cellsEnd), part);
  const next = tail.children.find(({ name }) => behind.has(name));
  const at = cellsEnd - open.length + (next?.start ?? tail.outerEnd - `</${root!.prefix}worksheet>`.length);
  const xml = `<${root!.prefix}drawing xmlns:r="${officeRelationships}" r:id="${id}"/>`;
  return text.slice(0, at) + xml + text.slice(at);
}
