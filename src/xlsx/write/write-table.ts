import { cellName, rangeName, type CellRange } from "../a1";
import type { CellContent, CellValue, TableContent, WorkbookContent } from "../content";
import { FormulaCodec } from "../formula/formula-codec";
import { readWorkbookPart } from "../package/workbook-parts";
import { openPackage, type XlsxPackage } from "../package/xlsx-package";
import { readWorkbook } from "../read/read-workbook";
import { XlsxError } from "../xlsx-error";
import { applyEdits, type TextEdit } from "../xml/text-edits";
import { escapeCellText, type XmlText } from "../xml/xml-text";
import { childNamed, childrenNamed, parseXml, type XmlNode } from "../xml/xml-tree";
import { appended } from "./add-styles";
import { addTable } from "./add-table";
import type { CellEdit } from "./cell-edit";
import type { TableEdit } from "./table-edit";
import { writeCells } from "./write-cells";

/**
 * The file with whole columns of a table written: the table is made where it is missing, and grows or shrinks to the rows wanted.
 * Refused where growing would run into other cells. All else in the file stays as it is.
 */
export function writeTable(
  pkg: XlsxPackage,
  edit: TableEdit,
  names: FormulaCodec | readonly string[] = [],
): Uint8Array {
  const codec = FormulaCodec.of(names);
  const content = readWorkbook(pkg, codec);
  const table = content.tables.find(({ displayName }) => same(displayName, edit.name));
  return table === undefined ? addTable(pkg, edit, codec) : fillTable(pkg, content, table, edit, codec);
}

function fillTable(
  pkg: XlsxPackage,
  content: WorkbookContent,
  table: TableContent,
  edit: TableEdit,
  codec: FormulaCodec,
): Uint8Array {
  const before = table.ref.rows - (table.headerRow ? 1 : 0) - (table.totalsRow ? 1 : 0);
  const rows = Math.max(1, edit.rowCount);
  if (!table.headerRow) throw refused(table, "has no header row, so its columns cannot be told apart");
  if (table.totalsRow && rows !== before)
    throw refused(table, `has a totals row; take it out, so that the table can have ${rows} rows`);
  const added = edit.columns.filter(({ name }) => placeOf(table, name) < 0).map(({ name }) => name);
  const after: CellRange = {
    ...table.ref,
    rows: rows + 1 + (table.totalsRow ? 1 : 0),
    columns: table.ref.columns + added.length,
  };
  const sheet = content.sheets.find(({ name }) => name === table.sheet)!;
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  refuseTaken(table, after, cells);
  const styleOf = (column: number) => cells.get(`${table.ref.row + before},${column}`)?.style;
  const written: CellEdit[] = [
    ...cellEdits(table, edit, added, rows),
    ...calculatedCells(table, edit, before, rows),
  ].map((cell) => ({ ...cell, newStyle: styleOf(cell.column) }));
  const edits = [...written, ...clearedRows(table, before, rows, cells)];
  const filled = openPackage(writeCells(pkg, [{ sheet: table.sheet, cells: edits }], codec), pkg.limits);
  const changed = rows !== before || added.length > 0;
  return filled.withParts(changed ? resized(filled, table, after, added) : new Map());
}

function cellEdits(table: TableContent, edit: TableEdit, added: readonly string[], rows: number): CellEdit[] {
  return edit.columns.flatMap(({ name, values }) => {
    const known = placeOf(table, name);
    const column = table.ref.column + (known < 0 ? table.ref.columns + added.indexOf(name) : known);
    const cells: CellEdit[] = Array.from({ length: rows }, (_, r) => ({
      row: table.ref.row + 1 + r,
      column,
      value: values[r] ?? null,
      formula: null,
    }));
    if (known < 0) cells.push({ row: table.ref.row, column, value: name });
    return cells;
  });
}

/** New rows get the formulas of columns that are calculated in every row, as Excel gives them. */
function calculatedCells(table: TableContent, edit: TableEdit, before: number, rows: number): CellEdit[] {
  return table.columns.flatMap(({ name, formula }, i) => {
    if (formula === undefined || edit.columns.some((column) => same(column.name, name))) return [];
    const typed = formula.startsWith("=") ? formula : `=${formula}`;
    return Array.from({ length: Math.max(0, rows - before) }, (_, r) => ({
      row: table.ref.row + 1 + before + r,
      column: table.ref.column + i,
      formula: typed,
      value: null,
    }));
  });
}

function clearedRows(
  { ref }: TableContent,
  before: number,
  rows: number,
  cells: ReadonlyMap<string, CellContent>,
): CellEdit[] {
  const cleared: CellEdit[] = [];
  for (let row = ref.row + 1 + rows; row < ref.row + 1 + before; row++)
    for (let column = ref.column; column < ref.column + ref.columns; column++)
      if (cells.has(`${row},${column}`)) cleared.push({ row, column, value: null, formula: null });
  return cleared;
}

function refuseTaken(
  table: TableContent,
  after: CellRange,
  cells: ReadonlyMap<string, { readonly value: CellValue; readonly formula?: string }>,
): void {
  const { ref } = table;
  for (let row = after.row; row < after.row + after.rows; row++)
    for (let column = after.column; column < after.column + after.columns; column++) {
      if (row < ref.row + ref.rows && column < ref.column + ref.columns) continue;
      const cell = cells.get(`${row},${column}`);
      if (cell !== undefined && (cell.value !== null || cell.formula !== undefined))
        throw refused(table, `cannot grow over ${table.sheet}!${cellName(row, column)}, which is not empty`);
    }
}

/** The table part with its new range and columns. */
function resized(
  pkg: XlsxPackage,
  table: TableContent,
  after: CellRange,
  added: readonly string[],
): Map<string, XmlText> {
  const part = partOf(pkg, table);
  const { text, encoding } = pkg.readText(part);
  const root = parseXml(text, part);
  const filter = childNamed(root, "autoFilter");
  const edits: TextEdit[] = [withRef(text, root, rangeName(after))];
  const filtered = { ...after, rows: after.rows - (table.totalsRow ? 1 : 0) };
  if (filter !== undefined) edits.push(withRef(text, filter, rangeName(filtered)));
  // How it was sorted names cells that may be gone.
  const sorted = childNamed(root, "sortState");
  if (sorted !== undefined) edits.push({ start: sorted.start, end: sorted.outerEnd, text: "" });
  const columns = childNamed(root, "tableColumns");
  if (columns !== undefined && added.length > 0) {
    const known = childrenNamed(columns, "tableColumn");
    const next = Math.max(0, ...known.map(({ attributes }) => Number(attributes.id) || 0)) + 1;
    const xml = added.map(
      (name, i) =>
        `<${columns.prefix}tableColumn id="${next + i}" name="${escapeCellText(name).replace(/\n/g, "_x000a_")}"/>`,
    );
    edits.push(...appended(text, columns, xml, known.length));
  }
  return new Map([[part, { text: applyEdits(text, edits), encoding }]]);
}

function withRef(text: string, { start, end }: XmlNode, ref: string): TextEdit {
  return {
    start,
    end,
    text: text.slice(start, end).replace(/(\sref\s*=\s*)(["'])[^"']*\2/, `$1$2${ref}$2`),
  };
}

function partOf(pkg: XlsxPackage, table: TableContent): string {
  const sheet = readWorkbookPart(pkg).sheets.find(({ name }) => name === table.sheet)!;
  const part = pkg
    .relationships(sheet.part)
    .filter(({ type, target }) => type === "table" && pkg.has(target))
    .map(({ target }) => target)
    .find(
      (target) => parseXml(pkg.readText(target).text, target).attributes.displayName === table.displayName,
    );
  if (part === undefined) throw refused(table, "has no part of its own in the file");
  return part;
}

function placeOf({ columns }: TableContent, name: string): number {
  return columns.findIndex((column) => same(column.name, name));
}

/** Names of columns and tables differ by more than capitals and blanks at their ends. */
function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function refused({ displayName }: TableContent, why: string): XlsxError {
  return new XlsxError("conflict", `The table ${displayName} ${why}.`);
}
