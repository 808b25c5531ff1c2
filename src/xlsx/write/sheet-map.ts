import { parseRange, type CellRange } from "../a1";
import { SharedFormulas } from "../read/shared-formulas";
import { walkSheet, type RawCell, type RawRow } from "../read/sheet-walk";
import type { XmlTag } from "../xml/walk-xml";
import { damaged } from "../xlsx-error";
import type { CellEdit } from "./cell-edit";

export interface MappedRow extends RawRow {
  readonly cells: MappedCell[];
}

export interface MappedCell extends RawCell {
  /** The stored formula, shared ones moved to this cell. */
  readonly stored?: string;
}

/** Where things are in the text of a worksheet, as far as some edits need it. */
export interface SheetMap {
  readonly text: string;
  readonly data: XmlTag;
  readonly dimension?: XmlTag;
  readonly columns: readonly XmlTag[];
  /** The rows the edits touch, with all their cells. */
  readonly rows: ReadonlyMap<number, MappedRow>;
  /** Where a row of the edits that is not there yet belongs. */
  readonly rowPlaces: ReadonlyMap<number, number>;
  /** Rows that do not say their number; they would move when a row is put in above them. */
  readonly unnumberedRows: readonly RawRow[];
  /** Legacy arrays with more than one cell: their members change together or not at all. */
  readonly legacyArrays: readonly CellRange[];
  /** Cells that share the formula of an edited cell. */
  readonly followers: readonly MappedCell[];
  cellAt(row: number, column: number): MappedCell | undefined;
}

export function addressKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** Remembers no more of a sheet than the edits need: a million rows may stand around them. */
export function mapSheet(
  text: string,
  part: string,
  edits: readonly CellEdit[],
  dynamicMarks: ReadonlySet<number>,
): SheetMap {
  const wanted = new WantedRows(edits);
  const edited = new Set(edits.map(({ row, column }) => addressKey(row, column)));
  const rows = new Map<number, MappedRow>();
  const byAddress = new Map<number, MappedCell>();
  const columns: XmlTag[] = [];
  const legacyArrays: CellRange[] = [];
  const unnumberedRows: RawRow[] = [];
  const followers: MappedCell[] = [];
  const editedMasters = new Set<string>();
  const shared = new SharedFormulas();
  let data: XmlTag | undefined;
  let dimension: XmlTag | undefined;
  let current: MappedRow | undefined;
  let last = { row: -1, column: -1 };

  walkSheet(text, part, {
    tag(tag) {
      if (tag.name === "sheetData") data = tag;
      else if (tag.name === "dimension") dimension = tag;
      else if (tag.name === "col") columns.push(tag);
    },
    sheetDataEnd(end) {
      wanted.placeAll(text.lastIndexOf("<", end - 1));
    },
    row(row) {
      if (row.row <= last.row) throw damaged(`the rows of the part ${part} are not in order`);
      last = { row: row.row, column: -1 };
      wanted.place(row);
      if (row.tag.attributes.r === undefined) unnumberedRows.push(row);
      current = wanted.has(row.row) ? Object.assign(row, { cells: [] }) : undefined;
      if (current) rows.set(row.row, current);
    },
    cell(raw) {
      if (raw.column <= last.column) throw damaged(`the cells of the part ${part} are not in order`);
      last = raw;
      const stored = shared.formulaOf(raw);
      const { t: kind, si, ref } = raw.formula?.attributes ?? {};
      const isEdited = edited.has(addressKey(raw.row, raw.column));
      if (kind === "array") {
        const range = parseRange(ref ?? "");
        const dynamic = dynamicMarks.has(Number(raw.tag.attributes.cm));
        if (range && !dynamic && range.rows * range.columns > 1) legacyArrays.push(range);
        if (range && isEdited) wanted.addRange(range);
      } else if (kind === "shared" && raw.formula!.text !== "") {
        if (isEdited) editedMasters.add(si ?? "");
        else editedMasters.delete(si ?? "");
      }
      const follows = kind === "shared" && raw.formula!.text === "" && editedMasters.has(si ?? "");
      if (!current && !follows) return;
      const cell: MappedCell = Object.assign(raw, { stored: stored?.() });
      if (follows) followers.push(cell);
      if (!current) return;
      current.cells.push(cell);
      byAddress.set(addressKey(cell.row, cell.column), cell);
    },
  });
  if (!data) throw damaged(`the part ${part} holds no cells element`);
  return {
    text,
    data,
    dimension,
    columns,
    rows,
    rowPlaces: wanted.places,
    unnumberedRows,
    legacyArrays,
    followers,
    cellAt: (row, column) => byAddress.get(addressKey(row, column)),
  };
}

/** The rows edits name or spill into, and those that an edited array covers so far. */
class WantedRows {
  readonly places = new Map<number, number>();
  readonly #named: readonly number[];
  readonly #all: Set<number>;
  #until = 0;
  #next = 0;

  constructor(edits: readonly CellEdit[]) {
    this.#all = new Set<number>();
    for (const { row, spill } of edits)
      for (let r = 0; r < Math.max(1, spill?.length ?? 1); r++) this.#all.add(row + r);
    this.#named = [...this.#all].sort((a, b) => a - b);
  }

  /** An array's cells come in and below the row of its first one, so they are known in time. */
  addRange({ row, rows }: CellRange): void {
    this.#until = Math.max(this.#until, row + rows);
  }

  has(row: number): boolean {
    return row < this.#until || this.#all.has(row);
  }

  /** Rows come in order: those named before this one that did not come belong in front of it. */
  place({ row, tag }: RawRow): void {
    while (this.#next < this.#named.length && this.#named[this.#next]! <= row) {
      const named = this.#named[this.#next++]!;
      if (named < row) this.places.set(named, tag.start);
    }
  }

  placeAll(end: number): void {
    for (; this.#next < this.#named.length; this.#next++) this.places.set(this.#named[this.#next]!, end);
  }
}
