import { normalised } from "../workbook/tables/read-table";
import type { TableInfo } from "../workbook/workbook";
import type { Analysis } from "./define-analysis";

/** A table, or columns of one, that a job misses. */
export interface Need {
  readonly table: string;
  /** None where the whole table is missing. */
  readonly columns: readonly string[];
  /** What it is for, in a sentence. */
  readonly why: string;
  /** Without it there is nothing to show. */
  readonly blocking: boolean;
}

/** The columns among `names` that a table does not have, as a need; nothing where it has them all. */
export function missingColumns(
  table: TableInfo,
  names: readonly string[],
  why: string,
  blocking: boolean,
): Need[] {
  const columns = names.filter((name) => !hasColumn(table, name));
  return columns.length === 0 ? [] : [{ table: table.name, columns, why, blocking }];
}

/** A table with some columns, as a need; nothing where it is there with them all. */
export function tableNeed(
  tables: readonly TableInfo[],
  name: string,
  columns: readonly string[],
  why: string,
  blocking = true,
): Need[] {
  const table = findTable(tables, name);
  return table === undefined
    ? [{ table: name, columns: [], why, blocking }]
    : missingColumns(table, columns, why, blocking);
}

/** The tables that a job cannot do without, each with the columns that must be filled. */
export function analysisNeeds({ reads }: Pick<Analysis, "reads">, tables: readonly TableInfo[]): Need[] {
  return Object.values(reads).flatMap(({ schema: { name, columns, summary }, required }) => {
    const filled = Object.keys(columns).filter((column) => columns[column].required);
    return required ? tableNeed(tables, name, filled, summary) : [];
  });
}

export function findTable<T extends TableInfo>(tables: readonly T[], name: string): T | undefined {
  return tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

export function hasColumn(table: TableInfo, column: string): boolean {
  return table.columns.some((name) => normalised(name) === normalised(column));
}
