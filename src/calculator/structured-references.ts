import { cellName, columnName } from "../xlsx/a1";

/** An Excel table as formulas see it. Rows and columns count from 0; the rectangle has its header and totals rows. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
}

/** Where the formula stands. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const noSuchReference = "#REF!";

/**
 * Items[Cost], [@Cost], Items[[#Headers],[A]:[C]] as A1. The formula engine reads them wrongly inside LET and LAMBDA
 * and from other sheets; A1 it always reads rightly. Columns are absolute and a row "of this row" is relative, so that
 * a shared formula can be moved.
 */
export function resolveStructured(table: TableShape, bracket: string, place: FormulaPlace): string {
  const parts = readBracket(bracket);
  const columns = columnSpan(table, parts.columns);
  if (columns === undefined) return noSuchReference;
  const sheet = table.sheet === place.sheet ? "" : `${quoteSheet(table.sheet)}!`;
  const first = table.row + (table.headerRow ? 1 : 0);
  const last = table.row + table.rows - 1 - (table.totalsRow ? 1 : 0);
  if (parts.sections.has("#this row")) {
    if (place.row < first || place.row > last) return "#VALUE!";
    const [from, to] = columns.map((column) => `$${columnName(column)}${place.row + 1}`);
    return from === to ? `${sheet}${from}` : `${sheet}${from}:${to}`;
  }
  const rows = rowSpan(table, parts.sections, first, last);
  if (rows === undefined || rows[0] > rows[1]) return noSuchReference;
  const from = absolute(rows[0], columns[0]);
  const to = absolute(rows[1], columns[1]);
  return from === to ? `${sheet}${from}` : `${sheet}${from}:${to}`;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

function absolute(row: number, column: number): string {
  return cellName(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}

interface BracketParts {
  readonly sections: ReadonlySet<string>;
  /** None for all columns, one, or the ends of a span. */
  readonly columns: readonly string[];
}

function readBracket(bracket: string): BracketParts {
  let inner = bracket.slice(1, -1).trim();
  const sections = new Set<string>();
  if (inner.startsWith("@")) {
    sections.add("#this row");
    inner = inner.slice(1).trim();
  }
  if (inner === "") return { sections, columns: [] };
  if (inner.startsWith("#")) return { sections: sections.add(inner.toLowerCase()), columns: [] };
  if (!inner.startsWith("[")) return { sections, columns: [unescapeName(inner)] };
  const columns: string[] = [];
  for (const [, item] of inner.matchAll(/\[((?:[^'\]]|'[\s\S])*)\]/g)) {
    const text = item.trim();
    if (text.startsWith("#")) sections.add(text.toLowerCase());
    else if (text.startsWith("@")) columns.push(unescapeName(text.slice(1)));
    else columns.push(unescapeName(item));
  }
  return { sections, columns };
}

function unescapeName(name: string): string {
  return name.replace(/'([\s\S])/g, "$1");
}

function columnSpan(table: TableShape, names: readonly string[]): readonly [number, number] | undefined {
  if (names.length === 0) return [table.column, table.column + table.columns.length - 1];
  const indexes = names.map((name) => columnNamed(table, name));
  if (indexes.some((index) => index < 0)) return undefined;
  return [table.column + Math.min(...indexes), table.column + Math.max(...indexes)];
}

function columnNamed(table: TableShape, name: string): number {
  const wanted = name.toLowerCase();
  const exact = table.columns.findIndex((column) => column.toLowerCase() === wanted);
  return exact >= 0
    ? exact
    : table.columns.findIndex((column) => column.trim().toLowerCase() === wanted.trim());
}

function rowSpan(
  table: TableShape,
  sections: ReadonlySet<string>,
  first: number,
  last: number,
): readonly [number, number] | undefined {
  if (sections.has("#all")) return [table.row, table.row + table.rows - 1];
  const rows: [number, number][] = [];
  if (sections.size === 0 || sections.has("#data")) rows.push([first, last]);
  if (sections.has("#headers") && table.headerRow) rows.push([table.row, table.row]);
  if (sections.has("#totals") && table.totalsRow) rows.push([last + 1, last + 1]);
  if (rows.length === 0) return undefined;
  return [Math.min(...rows.map(([from]) => from)), Math.max(...rows.map(([, to]) => to))];
}
