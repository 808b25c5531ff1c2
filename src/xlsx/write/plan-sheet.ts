import { cellName, contains, parseRange, type CellRange } from "../a1";
import type { CellEdit } from "./cell-edit";
import { formulaXml, type CellState } from "./cell-xml";
import type { CellValue } from "../content";
import { formulaKind, planFormula, spillRange, type PatchContext } from "./plan-formula";
import { addressKey, type MappedCell, type SheetMap } from "./sheet-map";
import type { TextEdit } from "../xml/text-edits";
import { XlsxError } from "../xlsx-error";

export interface PlannedCell extends CellState {
  readonly row: number;
  readonly column: number;
  readonly newStyle?: number;
}

export interface SheetPlan {
  readonly cells: readonly PlannedCell[];
  /** Formulas of cells that are not edited themselves but shared the formula of one that is. */
  readonly freed: readonly TextEdit[];
  readonly formulasChanged: boolean;
}

const cleared: CellState = { formula: undefined, cellMetadata: undefined, value: null, calculated: false };

/** Decides what every touched cell shall be; nothing is written yet. */
export function planSheet(map: SheetMap, edits: readonly CellEdit[], context: PatchContext): SheetPlan {
  const cells = new Map<number, PlannedCell>();
  const orphaned = new Set<string>();
  let formulasChanged = false;
  const set = (row: number, column: number, state: CellState, newStyle?: number) =>
    cells.set(addressKey(row, column), { row, column, newStyle, ...state });

  // Cells under the old results of an edited array are free: cleared, unless the new results cover them again.
  const left = new Set<number>();
  for (const { row, column } of edits)
    for (const cell of oldResults(map, row, column, context)) {
      left.add(addressKey(cell.row, cell.column));
      if (cell.value !== undefined) set(cell.row, cell.column, cleared);
    }

  for (const edit of edits) {
    const { row, column, newStyle } = edit;
    const existing = map.cellAt(row, column);
    const member = map.legacyArrays.some((range) => contains(range, row, column));
    const kind = formulaKind(existing, context.dynamicMarks);
    // Without the formula in its first cell the array is gone, and its other cells hold plain values.
    const dissolved = edit.formula === null && kind === "legacy";
    if (member && edit.formula !== undefined && !dissolved) throw inLegacyArray(context, row, column);
    const value = edit.value ?? edit.spill?.[0]?.[0] ?? null;
    if (edit.formula === null || (edit.formula === undefined && kind === "none")) {
      set(row, column, { ...cleared, value, calculated: member && !dissolved }, newStyle);
      if (kind === "none") continue;
      formulasChanged = true;
      if (existing) orphan(existing, orphaned);
      continue;
    }
    const { formula, cellMetadata, replaced, listChanged } = planFormula(edit, map, existing, context);
    if (replaced && existing) orphan(existing, orphaned);
    formulasChanged ||= listChanged;
    set(row, column, { formula, cellMetadata, value, calculated: true }, newStyle);
  }

  for (const edit of edits)
    for (const { row, column, value, fixed } of results(map, edit, context)) {
      if (!fixed && isTaken(map, cells, left, row, column)) throw overwrites(context, edit, row, column);
      set(row, column, { ...cleared, value, calculated: true });
    }

  return { freed: freeFollowers(map, orphaned, cells), cells: [...cells.values()], formulasChanged };
}

function oldResults(map: SheetMap, row: number, column: number, context: PatchContext): MappedCell[] {
  const anchor = map.cellAt(row, column);
  if (formulaKind(anchor, context.dynamicMarks) !== "dynamic") return [];
  const range = parseRange(anchor!.formula!.attributes.ref ?? "");
  return range ? cellsIn(map, range).filter((cell) => cell !== anchor && !cell.formula) : [];
}

function cellsIn(map: SheetMap, range: CellRange): MappedCell[] {
  if (range.rows === 1 && range.columns === 1) return [map.cellAt(range.row, range.column)].filter(isPresent);
  const found: MappedCell[] = [];
  const last = range.row + range.rows;
  // Whichever is shorter: the rows of the range, or those of the sheet.
  const rows =
    range.rows < map.rows.size
      ? Array.from({ length: range.rows }, (_, index) => map.rows.get(range.row + index)).filter(isPresent)
      : [...map.rows.values()].filter(({ row }) => row >= range.row && row < last);
  for (const { row, cells } of rows)
    for (const cell of cells) if (contains(range, row, cell.column)) found.push(cell);
  return found;
}

function isPresent<T>(item: T | undefined): item is T {
  return item !== undefined;
}

interface Result {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The cell belongs to the array for good: one entered with Ctrl+Shift+Enter keeps its range. */
  readonly fixed: boolean;
}

/** The results of an edit beside its own cell. In a legacy array those beyond its range are dropped, missing ones are #N/A. */
function results(map: SheetMap, edit: CellEdit, context: PatchContext): Result[] {
  const { spill, row, column } = edit;
  if (!spill) return [];
  const anchor = map.cellAt(row, column);
  if (edit.formula === undefined && formulaKind(anchor, context.dynamicMarks) === "legacy") {
    const range = parseRange(anchor!.formula!.attributes.ref ?? "");
    return (range ? cellsIn(map, range) : [])
      .filter((cell) => cell !== anchor)
      .map((cell) => {
        const value = spill[cell.row - row]?.[cell.column - column] ?? { error: "#N/A" };
        return { row: cell.row, column: cell.column, value, fixed: true };
      });
  }
  const range = spillRange(edit);
  const found: Result[] = [];
  for (let r = 0; r < range.rows; r++)
    for (let c = 0; c < range.columns; c++)
      if (r > 0 || c > 0)
        found.push({ row: row + r, column: column + c, value: spill[r]?.[c] ?? null, fixed: false });
  return found;
}

function isTaken(
  map: SheetMap,
  planned: ReadonlyMap<number, PlannedCell>,
  left: ReadonlySet<number>,
  row: number,
  column: number,
): boolean {
  const key = addressKey(row, column);
  const plan = planned.get(key);
  if (plan) return plan.formula !== undefined || plan.value !== null;
  const existing = map.cellAt(row, column);
  return (
    existing !== undefined &&
    !left.has(key) &&
    (existing.formula !== undefined || existing.value !== undefined)
  );
}

function orphan({ formula }: MappedCell, orphaned: Set<string>): void {
  if (formula?.attributes.t === "shared" && formula.text !== "") orphaned.add(formula.attributes.si ?? "");
}

/** Cells that shared the formula of a cell that has lost it get their own. */
function freeFollowers(
  map: SheetMap,
  orphaned: ReadonlySet<string>,
  planned: Map<number, PlannedCell>,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { formula, stored, row, column, tag } of map.followers) {
    if (!formula || stored === undefined || !orphaned.has(formula.attributes.si ?? "")) continue;
    const own = formulaXml(tag.prefix, stored);
    const key = addressKey(row, column);
    const plan = planned.get(key);
    if (!plan) edits.push({ start: formula.start, end: formula.end, text: own });
    else if (plan.formula === map.text.slice(formula.start, formula.end))
      planned.set(key, { ...plan, formula: own });
  }
  return edits;
}

function inLegacyArray({ sheet }: PatchContext, row: number, column: number): XlsxError {
  return new XlsxError(
    "conflict",
    `${sheet}!${cellName(row, column)} belongs to an array formula entered with Ctrl+Shift+Enter; part of it cannot be changed.`,
  );
}

function overwrites({ sheet }: PatchContext, anchor: CellEdit, row: number, column: number): XlsxError {
  const from = `${sheet}!${cellName(anchor.row, anchor.column)}`;
  return new XlsxError(
    "conflict",
    `The results of ${from} would overwrite ${cellName(row, column)}, which is not empty.`,
  );
}
