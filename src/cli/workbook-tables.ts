import type { Analysis, AnalysisOutcome, TableResult } from "../analyses/define-analysis";
import { runsTable, writeRows, type Issue, type Row, type TableSchema } from "../workbook/tables";
import type { CellValue, TableContent } from "../workbook/workbook";
import type * as xlsx from "../xlsx";
import { CommandError } from "./command";
import { rangeName } from "../xlsx";

/** The tables of a workbook file as analyses read them: stored values, formulas aside. */
export function tableContents({ sheets, tables, dateSystem }: xlsx.WorkbookContent): TableContent[] {
  if (dateSystem === 1904) {
    throw new CommandError(
      "the workbook counts days from 1904; switch that off in Excel's options and save it again",
    );
  }
  const cellsOf = new Map(sheets.map(({ name, cells }) => [name, cells]));
  return tables.flatMap(({ displayName, sheet, ref, headerRow, totalsRow, columns }) => {
    if (!headerRow) return [];
    const rowCount = ref.rows - 1 - (totalsRow ? 1 : 0);
    const rows = Array.from({ length: rowCount }, () => columns.map((): CellValue => ""));
    for (const { row, column, value } of cellsOf.get(sheet) ?? []) {
      const [r, c] = [row - ref.row - 1, column - ref.column];
      if (r >= 0 && r < rowCount && c >= 0 && c < columns.length) rows[r][c] = cellValue(value);
    }
    const address = `${sheet}!${rangeName(ref)}`;
    return [{ name: displayName, sheet, columns: columns.map(({ name }) => name), rowCount, address, rows }];
  });
}

/** As the pane and its jobs see a cell: a blank is "", an error its text. */
export function cellValue(value: xlsx.CellValue): CellValue {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** What an outcome makes of the tables of a file, in the order to write it. */
export function tableEdits(
  analysis: Analysis,
  { results }: AnalysisOutcome,
  file: xlsx.WorkbookContent,
): xlsx.TableEdit[] {
  const written = new Set(results.map(({ table }) => table.toLowerCase()));
  const contents = tableContents({
    ...file,
    tables: file.tables.filter(({ displayName }) => written.has(displayName.toLowerCase())),
  });
  return results.map((result) => {
    const schema = analysis.writes.find(({ name }) => name === result.table);
    const before = contents.find(({ name }) => name.toLowerCase() === result.table.toLowerCase());
    if (result.kind === "columns") return columnsEdit(result, schema, before);
    return rowsEdit(result, schema, before, before === undefined ? new Set() : calculated(file, before.name));
  });
}

/** Columns of a table that hold formulas: they follow the rows of themselves. */
function calculated({ tables, sheets }: xlsx.WorkbookContent, table: string): ReadonlySet<string> {
  const { ref, columns, sheet } = tables.find(({ displayName }) => displayName === table)!;
  const formulas = new Set(
    sheets
      .find(({ name }) => name === sheet)!
      .cells.filter(({ row, formula }) => formula !== undefined && row > ref.row && row < ref.row + ref.rows)
      .map(({ column }) => column - ref.column),
  );
  return new Set(
    columns.filter(({ formula }, i) => formula !== undefined || formulas.has(i)).map(({ name }) => name),
  );
}

type Rows = Extract<TableResult, { readonly kind: "rows" }>;
type WholeColumns = Extract<TableResult, { readonly kind: "columns" }>;

function columnsEdit(
  { table, columns }: WholeColumns,
  schema: TableSchema | undefined,
  before: TableContent | undefined,
): xlsx.TableEdit {
  const rowCount = before?.rowCount ?? Math.max(0, ...Object.values(columns).map(({ length }) => length));
  return {
    name: table,
    rowCount,
    columns: Object.entries(columns).map(([name, values]) => ({
      name,
      format: formatOf(schema, name),
      values: values.map(fileValue),
    })),
  };
}

function rowsEdit(
  result: Rows,
  schema: TableSchema | undefined,
  before: TableContent | undefined,
  leftAlone: ReadonlySet<string>,
): xlsx.TableEdit {
  const columns = result.columns.map((name, c) => ({
    name,
    format: formatOf(schema, name),
    values: result.rows.map((row) => fileValue(row[c])),
  }));
  const kept = before === undefined ? [] : keptColumns(result, schema, before, leftAlone);
  return { name: result.table, rowCount: result.rows.length, columns: [...columns, ...kept] };
}

/** Columns that the planner added beside ours stay with their rows, told apart by the key of the table. */
function keptColumns(
  result: Rows,
  schema: TableSchema | undefined,
  before: TableContent,
  leftAlone: ReadonlySet<string>,
): xlsx.TableColumnEdit[] {
  const ours = new Set(result.columns.map((name) => name.toLowerCase()));
  const others = before.columns
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => !ours.has(name.toLowerCase()) && !leftAlone.has(name));
  const keys = Object.entries(schema?.columns ?? {}).flatMap(([name, { key }]) =>
    key ? [name.toLowerCase()] : [],
  );
  if (others.length === 0 || keys.length === 0) return [];
  const keyOf = (columns: readonly string[], row: readonly CellValue[]) =>
    JSON.stringify(keys.map((key) => row[columns.findIndex((name) => name.toLowerCase() === key)] ?? ""));
  const rows = new Map(before.rows.map((row) => [keyOf(before.columns, row), row]));
  return others.map(({ name, at }) => ({
    name,
    format: "General",
    values: result.rows.map((row) => fileValue(rows.get(keyOf(result.columns, row))?.[at] ?? "")),
  }));
}

/** A run's row, below those of the runs before it. */
export function runEdit(
  run: Row<typeof runsTable.columns>,
  contents: readonly TableContent[],
): xlsx.TableEdit {
  const before = contents.find(({ name }) => name.toLowerCase() === runsTable.name.toLowerCase());
  const kept = (before?.rows ?? []).filter((row) => row.some((cell) => cell !== ""));
  const rows = [...kept, ...writeRows(runsTable, [run], before?.columns)];
  const columns = before?.columns ?? Object.keys(runsTable.columns);
  return {
    name: before?.name ?? runsTable.name,
    rowCount: rows.length,
    columns: columns.map((name, c) => ({
      name,
      format: formatOf(runsTable, name),
      values: rows.map((row) => fileValue(row[c])),
    })),
  };
}

/** The table of issues that `--issues` asks for. */
export function issuesEdit(issues: readonly Issue[]): xlsx.TableEdit {
  const column = (name: string, values: readonly CellValue[]) => ({ name, format: "General", values });
  return {
    name: "Issues",
    rowCount: issues.length,
    columns: [
      column(
        "Table",
        issues.map(({ table }) => table),
      ),
      column(
        "Row",
        issues.map(({ row }) => row),
      ),
      column(
        "Column",
        issues.map(({ column }) => column),
      ),
      column(
        "Message",
        issues.map(({ message }) => message),
      ),
    ],
  };
}

function formatOf(schema: TableSchema | undefined, column: string): string {
  return schema?.columns[column]?.format ?? "General";
}

/** Blanks and errors are texts in a table's content, and something of their own in a file. */
export function fileValue(value: CellValue): xlsx.CellValue {
  if (value === "") return null;
  return typeof value === "string" && /^#[A-Z/0]+[!?]?$/.test(value) ? { error: value } : value;
}
