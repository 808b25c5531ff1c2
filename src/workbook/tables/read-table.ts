import { firstSerial, lastSerial, serialOfIsoText } from "../../engine/calendar";
import type { CellValue } from "../workbook";
import type { Column, Columns, Row, TableSchema } from "./define-table";

/** Something in a table that a job could not use. `row` is the body row counted from 1; 0 stands for the table itself. */
export interface Issue {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

export interface ReadResult<C extends Columns> {
  readonly rows: readonly Row<C>[];
  /** Body row of each entry of `rows`, counted from 1. */
  readonly rowNumbers: readonly number[];
  readonly issues: readonly Issue[];
  /** Columns of the schema that the table does not have. */
  readonly missing: readonly string[];
}

/**
 * Reads raw cells by a schema. Columns may stand in any order, their names in any case; unknown columns are left alone.
 * A row with a cell that cannot be used becomes an issue and is left out; wholly blank rows are skipped without a word.
 */
export function readRows<C extends Columns>(
  schema: TableSchema<C>,
  header: readonly string[],
  body: readonly (readonly CellValue[])[],
): ReadResult<C> {
  const places = new Map(header.map((name, i) => [normalised(name), i] as const));
  const names = Object.keys(schema.columns);
  const missing = names.filter((name) => !places.has(normalised(name)));
  const issues: Issue[] = missing
    .filter((name) => schema.columns[name].required)
    .map((name) => ({ table: schema.name, row: 0, column: name, message: `the column ${name} is missing` }));
  const rows: Row<C>[] = [];
  const rowNumbers: number[] = [];
  const at = names.map((name) => places.get(normalised(name)) ?? -1);
  body.forEach((cells, i) => {
    if (cells.every(isBlank)) return;
    const row: Record<string, unknown> = {};
    let usable = true;
    names.forEach((name, n) => {
      const outcome = at[n] < 0 ? { value: null } : readCell(schema.columns[name], cells[at[n]] ?? "");
      if ("problem" in outcome) {
        issues.push({ table: schema.name, row: i + 1, column: name, message: `${name} ${outcome.problem}` });
        usable = false;
      } else row[name] = outcome.value;
    });
    if (!usable) return;
    rows.push(row as Row<C>);
    rowNumbers.push(i + 1);
  });
  return { rows, rowNumbers, issues, missing };
}

export function normalised(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}

function isBlank(cell: CellValue | null | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

type Outcome = { readonly value: string | number | boolean | null } | { readonly problem: string };

function readCell(column: Column, cell: CellValue): Outcome {
  if (isBlank(cell)) return column.required ? { problem: "must not be blank" } : { value: null };
  if (typeof cell === "string" && /^#[A-Z/0!?]+$/.test(cell)) return { problem: `holds the error ${cell}` };
  switch (column.kind) {
    case "code":
    case "text":
      return { value: String(cell).trim() };
    case "number":
      return readNumber(column, cell);
    case "date":
      return readDate(cell);
    case "flag":
      return readFlag(cell);
    case "choice":
      return readChoice(column, cell);
  }
}

/** No quantity or sum of money comes near it; beyond it doubles no longer count in units. */
const largestNumber = 1e15;

function readNumber(column: Column, cell: CellValue): Outcome {
  if (typeof cell !== "number" || !Number.isFinite(cell))
    return { problem: `must be a number, got ${told(cell)}` };
  if (Math.abs(cell) > largestNumber)
    return { problem: `must not exceed ${largestNumber} in size, got ${cell}` };
  if (column.min !== undefined && cell < column.min)
    return { problem: `must be at least ${column.min}, got ${cell}` };
  if (column.max !== undefined && cell > column.max) {
    const hint = column.unit === "fraction" ? " (write 0.95 or 95%)" : "";
    return { problem: `must be at most ${column.max}${hint}, got ${cell}` };
  }
  return { value: cell };
}

function readDate(cell: CellValue): Outcome {
  if (typeof cell === "number") {
    return cell >= firstSerial && cell <= lastSerial
      ? { value: cell }
      : { problem: `must be a date, got ${cell}` };
  }
  const serial = typeof cell === "string" ? serialOfIsoText(cell) : undefined;
  return serial === undefined ? { problem: `must be a date, got ${told(cell)}` } : { value: serial };
}

function readFlag(cell: CellValue): Outcome {
  if (typeof cell === "boolean") return { value: cell };
  const text = String(cell).trim().toLowerCase();
  if (["true", "yes", "y", "x", "1"].includes(text)) return { value: true };
  if (["false", "no", "n", "0"].includes(text)) return { value: false };
  return { problem: `must be TRUE or FALSE, got ${told(cell)}` };
}

function readChoice(column: Column, cell: CellValue): Outcome {
  const text = String(cell).trim().toUpperCase();
  const found = column.choices?.find((choice) => choice.toUpperCase() === text);
  return found === undefined
    ? { problem: `must be one of ${column.choices?.join(", ")}, got ${told(cell)}` }
    : { value: found };
}

function told(cell: CellValue): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "string"
    ? `the text "${cell.length > 40 ? `${cell.slice(0, 37)}...` : cell}"`
    : String(cell);
}
