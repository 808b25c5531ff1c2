import { parseRange, type CellPosition, type CellRange } from "../a1";
import { cellValue } from "./cell-value";
import type { CellContent, ColumnContent, RowContent, SheetContent, SheetState } from "../content";
import type { FormulaCodec } from "../formula/formula-codec";
import { SharedFormulas } from "./shared-formulas";
import { walkSheet, type RawCell } from "./sheet-walk";
import { isOn, optionalNumber } from "../xml/attributes";
import type { XmlTag } from "../xml/walk-xml";
import { damaged, XlsxError } from "../xlsx-error";

export interface SheetSource {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
  readonly text: string;
}

/** What all sheets of a workbook share. */
export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly codec: FormulaCodec;
  readonly dateSystem: 1900 | 1904;
  readonly dynamicMarks: ReadonlySet<number>;
  /** Counts down over all sheets. */
  readonly budget: { cells: number; formulaCharacters: number };
}

export function readSheet(source: SheetSource, surroundings: SheetSurroundings): SheetContent {
  const cells: { -readonly [K in keyof CellContent]: CellContent[K] }[] = [];
  const columns: ColumnContent[] = [];
  const rows: RowContent[] = [];
  const merges: CellRange[] = [];
  const arrays: { anchor: CellPosition; range: CellRange }[] = [];
  const shared = new SharedFormulas();
  const view = { frozen: { rows: 0, columns: 0 }, gridLines: true, protected: false };
  let defaultColumnWidth: number | undefined;
  let defaultRowHeight: number | undefined;
  let ordered = true;
  let beforeCells = true;

  walkSheet(source.text, source.part, {
    tag(tag) {
      const { attributes } = tag;
      if (tag.name === "sheetView") view.gridLines = attributes.showGridLines !== "0";
      else if (tag.name === "sheetData") beforeCells = false;
      else if (tag.name === "sheetProtection") view.protected = isOn(attributes.sheet);
      // Custom views, behind the cells, have panes of their own.
      else if (tag.name === "pane" && beforeCells) view.frozen = frozenPanes(tag) ?? view.frozen;
      else if (tag.name === "sheetFormatPr") {
        defaultColumnWidth = optionalNumber(attributes.defaultColWidth);
        defaultRowHeight = optionalNumber(attributes.defaultRowHeight);
      } else if (tag.name === "col") columns.push(readColumn(tag));
      else if (tag.name === "mergeCell") {
        const range = parseRange(attributes.ref ?? "");
        if (range) merges.push(range);
      }
    },
    row({ row, tag: { attributes } }) {
      const height = optionalNumber(attributes.ht);
      const hidden = isOn(attributes.hidden);
      if (height !== undefined || hidden) rows.push({ row, height, hidden });
    },
    cell(raw) {
      if (--surroundings.budget.cells < 0)
        throw new XlsxError("too-large", "The workbook holds more cells than can be read at once.");
      const previous = cells.at(-1);
      if (previous && (previous.row > raw.row || (previous.row === raw.row && previous.column >= raw.column)))
        ordered = false;
      const cell = readCell(raw, surroundings, shared);
      if (cell.arrayRef && (cell.arrayRef.rows > 1 || cell.arrayRef.columns > 1))
        arrays.push({ anchor: { row: cell.row, column: cell.column }, range: cell.arrayRef });
      cells.push(cell);
    },
  });
  if (!ordered) cells.sort((a, b) => a.row - b.row || a.column - b.column);
  markSpills(cells, arrays, source.part);
  return {
    name: source.name,
    state: source.state,
    cells,
    rowCount: cells.length === 0 ? 0 : cells.at(-1)!.row + 1,
    columnCount: cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0),
    columns,
    rows,
    defaultColumnWidth,
    defaultRowHeight,
    ...view,
    merges,
  };
}

function readCell(raw: RawCell, surroundings: SheetSurroundings, shared: SharedFormulas): CellContent {
  const { codec, strings, dateSystem, dynamicMarks } = surroundings;
  const cell: { -readonly [K in keyof CellContent]: CellContent[K] } = {
    row: raw.row,
    column: raw.column,
    value: cellValue(raw, strings, dateSystem),
    style: Number(raw.tag.attributes.s ?? 0) || 0,
  };
  const stored = shared.formulaOf(raw)?.();
  if (stored === undefined) return cell;
  if ((surroundings.budget.formulaCharacters -= stored.length) < 0)
    throw new XlsxError("too-large", "The formulas of the workbook are longer than can be read at once.");
  cell.formula = codec.decode(stored);
  if (raw.formula!.attributes.t === "array") {
    cell.arrayRef = parseRange(raw.formula!.attributes.ref ?? "") ?? {
      row: raw.row,
      column: raw.column,
      rows: 1,
      columns: 1,
    };
    if (!dynamicMarks.has(Number(raw.tag.attributes.cm))) cell.legacyArray = true;
  }
  return cell;
}

type Spillable = CellPosition & { readonly formula?: string; spilledFrom?: CellPosition };

/** Overlapping arrays are impossible in Excel; in a hostile file they would cost rows times arrays. */
const MOST_SPILL_ROWS = 20_000_000;

function markSpills(
  cells: readonly Spillable[],
  arrays: readonly { anchor: CellPosition; range: CellRange }[],
  part: string,
): void {
  if (arrays.length === 0) return;
  const rowStarts = new Map<number, number>();
  cells.forEach(({ row }, index) => {
    if (cells[index - 1]?.row !== row) rowStarts.set(row, index);
  });
  const occupied = [...rowStarts.keys()];
  let steps = 0;
  for (const { anchor, range } of arrays)
    for (
      let r = firstAtLeast(occupied, 0, occupied.length, (row) => row - range.row);
      r < occupied.length;
      r++
    ) {
      const row = occupied[r]!;
      if (row >= range.row + range.rows) break;
      if (++steps > MOST_SPILL_ROWS) throw damaged(`the part ${part} holds array formulas that overlap`);
      const from = rowStarts.get(row)!;
      const to = rowStarts.get(occupied[r + 1] ?? -1) ?? cells.length;
      for (let i = firstAtLeast(cells, from, to, ({ column }) => column - range.column); i < to; i++) {
        const cell = cells[i]!;
        if (cell.column >= range.column + range.columns) break;
        if (cell.formula === undefined) cell.spilledFrom ??= anchor;
      }
    }
}

/** Index of the first of the sorted items for which `compare` is not negative. */
function firstAtLeast<T>(
  items: readonly T[],
  from: number,
  to: number,
  compare: (item: T) => number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(items[middle]!) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readColumn({ attributes }: XmlTag): ColumnContent {
  const first = Math.max(1, Number(attributes.min ?? 1) || 1);
  return {
    first: first - 1,
    last: Math.max(first, Number(attributes.max ?? first) || first) - 1,
    width: optionalNumber(attributes.width),
    hidden: isOn(attributes.hidden),
    style: Number(attributes.style ?? 0) || 0,
  };
}

function frozenPanes({ attributes }: XmlTag): { rows: number; columns: number } | undefined {
  if (attributes.state !== "frozen" && attributes.state !== "frozenSplit") return undefined;
  return { rows: Number(attributes.ySplit ?? 0) || 0, columns: Number(attributes.xSplit ?? 0) || 0 };
}
