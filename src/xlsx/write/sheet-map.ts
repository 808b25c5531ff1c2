import type { CellRange } from "../a1";
import { parseRange } from "../a1";
import { SharedFormulas } from "../read/shared-formulas";
import { walkSheet, type RawCell, type RawRow } from "../read/sheet-walk";
import type { XmlTag } from "../xml/walk-xml";
import { damaged } from "../xlsx-error";

export interface MappedRow extends RawRow {
  readonly cells: MappedCell[];
}

export interface MappedCell extends RawCell {
  /** The stored formula, shared ones moved to this cell. */
  readonly stored?: string;
}

/** Where everything is in the text of a worksheet, for patching it. */
export interface SheetMap {
  readonly text: string;
  readonly rows: ReadonlyMap<number, MappedRow>;
  readonly data: XmlTag;
  readonly dataEnd: number;
  readonly dimension?: XmlTag;
  readonly columns: readonly XmlTag[];
  /** Legacy arrays with more than one cell: their members change together or not at all. */
  readonly legacyArrays: readonly CellRange[];
  cellAt(row: number, column: number): MappedCell | undefined;
}

export function mapSheet(text: string, part: string, dynamicMarks: ReadonlySet<number>): SheetMap {
  const rows = new Map<number, MappedRow>();
  const columns: XmlTag[] = [];
  const legacyArrays: CellRange[] = [];
  const shared = new SharedFormulas();
  const byAddress = new Map<number, MappedCell>();
  let data: XmlTag | undefined;
  let dimension: XmlTag | undefined;
  let dataEnd = 0;
  let current: MappedRow | undefined;
  let lastRow = -1;
  walkSheet(text, part, {
    tag(tag) {
      if (tag.name === "sheetData") data = tag;
      else if (tag.name === "dimension") dimension = tag;
      else if (tag.name === "col") columns.push(tag);
    },
    sheetDataEnd(end) {
      dataEnd = end;
    },
    row(row) {
      if (row.row <= lastRow) throw damaged(`the rows of the part ${part} are not in order`);
      lastRow = row.row;
      current = Object.assign(row, { cells: [] });
      rows.set(row.row, current);
    },
    cell(raw) {
      const previous = current!.cells.at(-1);
      if (previous && previous.column >= raw.column)
        throw damaged(`the cells of the part ${part} are not in order`);
      const cell: MappedCell = Object.assign(raw, { stored: shared.formulaOf(raw) });
      current!.cells.push(cell);
      byAddress.set(addressKey(cell.row, cell.column), cell);
      if (raw.formula?.attributes.t === "array" && !dynamicMarks.has(Number(raw.tag.attributes.cm))) {
        const range = parseRange(raw.formula.attributes.ref ?? "");
        if (range && range.rows * range.columns > 1) legacyArrays.push(range);
      }
    },
  });
  if (!data) throw damaged(`the part ${part} holds no cells element`);
  return {
    text,
    rows,
    data,
    dataEnd,
    dimension,
    columns,
    legacyArrays,
    cellAt: (row, column) => byAddress.get(addressKey(row, column)),
  };
}

export function addressKey(row: number, column: number): number {
  return row * 16_384 + column;
}
