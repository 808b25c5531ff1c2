import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { Analysis, AnalysisOutcome } from "../../../src/analyses/define-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

export type Cells = Readonly<Record<string, CellValue>>;

/** A table from rows that name only the cells they have. */
export function tableOf(name: string, rows: readonly Cells[]): TableContent {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return tableContent(
    name,
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? "")),
  );
}

export interface Ran {
  readonly outcome: AnalysisOutcome;
  /** Rows of a result, each by its columns; blanks are left out. */
  readonly rows: (table: string) => Readonly<Record<string, CellValue>>[];
  /** Results as tables, for the next job. */
  readonly contents: readonly TableContent[];
}

export function ran(
  analysis: Analysis,
  tables: readonly TableContent[],
  options: Readonly<Record<string, unknown>> = {},
): Ran {
  const outcome = runAnalysis(analysis, tables, options, "run-1");
  const contents = outcome.results.flatMap((result) =>
    result.kind === "rows" ? [tableContent(result.table, result.columns, result.rows)] : [],
  );
  return {
    outcome,
    contents,
    rows: (table) => {
      const found = contents.find(({ name }) => name === table);
      if (found === undefined) throw new Error(`no result ${table}`);
      return found.rows.map((cells) =>
        Object.fromEntries(
          found.columns.map((column, i) => [column, cells[i]]).filter(([, cell]) => cell !== ""),
        ),
      );
    },
  };
}

/** One row of Valuation as value-stock writes it. */
export const held = (Item: string, Qty: number, Value: number, more: Cells = {}): Cells => ({
  Item,
  Location: "D01",
  AsOf: "2024-12-31",
  Method: "FIFO",
  Qty,
  Value,
  Issued12: 120,
  Issued3: 30,
  LastIssue: "2024-12-20",
  ...more,
});

/** A layer as value-stock writes it. */
export const layer = (Item: string, Date: string, Qty: number, Value: number, Age: number): Cells => ({
  Item,
  Location: "D01",
  Date,
  Qty,
  UnitCost: Value / Qty,
  Value,
  Age,
});

/** A column of money, added up in cents. */
export const total = (rows: readonly Readonly<Record<string, CellValue>>[], column: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column] ?? 0) * 100), 0) / 100;
