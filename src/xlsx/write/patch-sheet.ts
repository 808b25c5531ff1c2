import { cellName, parseRange, rangeName, type CellRange } from "../a1";
import { newCell, rewriteCell } from "./cell-xml";
import type { PlannedCell, SheetPlan } from "./plan-sheet";
import type { MappedRow, SheetMap } from "./sheet-map";
import { applyEdits, type TextEdit } from "../xml/text-edits";

/** The text of the sheet with the planned cells in it; every other character as it was. */
export function patchSheet(map: SheetMap, plan: SheetPlan): string {
  const byRow = new Map<number, PlannedCell[]>();
  for (const cell of plan.cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const edits: TextEdit[] = [...plan.freed];
  const newRows: { row: number; xml: string }[] = [];
  for (const [row, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    cells.sort((a, b) => a.column - b.column);
    const existing = map.rows.get(row);
    if (existing) edits.push(...patchRow(map, existing, cells));
    else {
      const xml = cells
        .filter(isWorthACell)
        .map((cell) => createCell(map, undefined, cell))
        .join("");
      const { prefix } = map.data;
      if (xml !== "") newRows.push({ row, xml: `<${prefix}row r="${row + 1}">${xml}</${prefix}row>` });
    }
  }
  return applyEdits(map.text, [...edits, ...insertRows(map, newRows), ...growDimension(map, plan.cells)]);
}

function isWorthACell(cell: PlannedCell): boolean {
  return cell.formula !== undefined || cell.value !== null;
}

function patchRow(map: SheetMap, row: MappedRow, planned: readonly PlannedCell[]): TextEdit[] {
  const edits: TextEdit[] = [];
  const inserted: { column: number; xml: string }[] = [];
  const existing = new Map(row.cells.map((cell) => [cell.column, cell]));
  for (const plan of planned) {
    const cell = existing.get(plan.column);
    if (cell) edits.push({ start: cell.tag.start, end: cell.end, text: rewriteCell(map.text, cell, plan) });
    else if (isWorthACell(plan)) inserted.push({ column: plan.column, xml: createCell(map, row, plan) });
  }
  if (inserted.length === 0) return edits;

  const touched = new Set(planned.map(({ column }) => column));
  for (const cell of row.cells)
    // A cell without an address follows its neighbour, and would move when one is put in between.
    if (cell.tag.attributes.r === undefined && !touched.has(cell.column))
      edits.push(addAddress(cell.tag, cellName(cell.row, cell.column)));

  const tagEdit = widenSpans(map, row, inserted);
  if (row.tag.selfClosing) {
    const tag = (tagEdit?.text ?? map.text.slice(row.tag.start, row.tag.end)).replace(/\s*\/>$/, ">");
    const xml = inserted.map((cell) => cell.xml).join("");
    edits.push({ start: row.tag.start, end: row.tag.end, text: `${tag}${xml}</${row.tag.prefix}row>` });
    return edits;
  }
  if (tagEdit) edits.push(tagEdit);
  const close = map.text.lastIndexOf("<", row.end - 1);
  let next = 0;
  for (const { column, xml } of inserted) {
    while (next < row.cells.length && row.cells[next]!.column < column) next++;
    const at = row.cells[next]?.tag.start ?? close;
    edits.push({ start: at, end: at, text: xml });
  }
  return edits;
}

/** A new cell looks like its row, or else its column, as it would in Excel. */
function createCell(map: SheetMap, row: MappedRow | undefined, plan: PlannedCell): string {
  const column = map.columns.find(
    ({ attributes }) =>
      Number(attributes.min) <= plan.column + 1 && Number(attributes.max) >= plan.column + 1,
  );
  const inherited =
    row?.tag.attributes.customFormat === "1" ? row.tag.attributes.s : column?.attributes.style;
  const style = plan.newStyle?.toString() ?? inherited;
  return newCell(map.data.prefix, plan.row, plan.column, style, plan);
}

function addAddress(tag: { start: number; prefix: string; name: string }, address: string): TextEdit {
  const at = tag.start + 1 + tag.prefix.length + tag.name.length;
  return { start: at, end: at, text: ` r="${address}"` };
}

/** `spans` tells Excel which columns a row uses; new cells must lie within. */
function widenSpans(
  map: SheetMap,
  row: MappedRow,
  inserted: readonly { column: number }[],
): TextEdit | undefined {
  const spans = /^(\d+):(\d+)$/.exec(row.tag.attributes.spans ?? "");
  if (!spans) return undefined;
  const first = Math.min(Number(spans[1]), inserted[0]!.column + 1);
  const last = Math.max(Number(spans[2]), inserted.at(-1)!.column + 1);
  if (first === Number(spans[1]) && last === Number(spans[2])) return undefined;
  const tag = map.text.slice(row.tag.start, row.tag.end);
  return {
    start: row.tag.start,
    end: row.tag.end,
    text: tag.replace(/(\sspans\s*=\s*)(["'])[^"']*\2/, `$1$2${first}:${last}$2`),
  };
}

function insertRows(map: SheetMap, newRows: readonly { row: number; xml: string }[]): TextEdit[] {
  if (newRows.length === 0) return [];
  const { data } = map;
  if (data.selfClosing) {
    const tag = map.text.slice(data.start, data.end).replace(/\s*\/>$/, ">");
    const xml = newRows.map((row) => row.xml).join("");
    return [{ start: data.start, end: data.end, text: `${tag}${xml}</${data.prefix}sheetData>` }];
  }
  const numbered = map.unnumberedRows.map(({ row, tag }) => addAddress(tag, String(row + 1)));
  const inserted = newRows.map(({ row, xml }) => {
    const at = map.rowPlaces.get(row)!;
    return { start: at, end: at, text: xml };
  });
  return [...numbered, ...inserted];
}

function growDimension({ text, dimension }: SheetMap, cells: readonly PlannedCell[]): TextEdit[] {
  const range = parseRange(dimension?.attributes.ref ?? "");
  if (!dimension || !range) return [];
  const grown = cells.filter(isWorthACell).reduce(including, range);
  if (grown === range) return [];
  const tag = text.slice(dimension.start, dimension.end);
  const changed = tag.replace(/(\sref\s*=\s*)(["'])[^"']*\2/, `$1$2${rangeName(grown)}$2`);
  return [{ start: dimension.start, end: dimension.end, text: changed }];
}

function including(range: CellRange, { row, column }: PlannedCell): CellRange {
  const first = { row: Math.min(range.row, row), column: Math.min(range.column, column) };
  const rows = Math.max(range.row + range.rows, row + 1) - first.row;
  const columns = Math.max(range.column + range.columns, column + 1) - first.column;
  const same =
    first.row === range.row &&
    first.column === range.column &&
    rows === range.rows &&
    columns === range.columns;
  return same ? range : { ...first, rows, columns };
}
