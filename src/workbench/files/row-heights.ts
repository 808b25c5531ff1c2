import type { CellContent, CellStyle, SheetContent, WorkbookContent } from "../../xlsx";

const usualSize = 11;
const pixelsPerPoint = 4 / 3;
const lineSpacing = 1.25;

/**
 * Heights in pixels of rows to which the file gives none and whose text needs more than a usual row: Excel fits such
 * rows when it opens a file. `columnWidth` is in pixels.
 */
export function fittedHeights(
  sheet: SheetContent,
  content: WorkbookContent,
  columnWidth: (column: number) => number,
): Map<number, number> {
  const heights = new Map<number, number>();
  const given = new Set(sheet.rows.filter(({ height }) => height !== undefined).map(({ row }) => row));
  const size = (style: CellStyle | undefined) => style?.font.size ?? usualSize;
  for (const cell of sheet.cells) {
    const style = content.styles[cell.style];
    const needsMore = size(style) > usualSize || style?.wrap === true;
    if (!needsMore || given.has(cell.row)) continue;
    const lines = style?.wrap === true ? lineCount(cell, size(style), columnWidth(cell.column)) : 1;
    const height = Math.ceil(lines * size(style) * pixelsPerPoint * lineSpacing) + 2;
    heights.set(cell.row, Math.max(height, heights.get(cell.row) ?? 0));
  }
  return heights;
}

/** Letters are about half as wide as they are high. */
function lineCount({ value }: CellContent, size: number, width: number): number {
  if (typeof value !== "string") return 1;
  const perLine = Math.max(1, Math.floor((width - 4) / (size * pixelsPerPoint * 0.52)));
  return value.split("\n").reduce((lines, paragraph) => lines + wrappedLines(paragraph, perLine), 0);
}

function wrappedLines(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(" ")) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}
