import { readRows, tables, type Issue, type TableSchema } from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";

export interface TableStatus {
  readonly schema: TableSchema;
  readonly address: string;
  /** Rows without an issue. */
  readonly usable: number;
  readonly issues: readonly Issue[];
}

/** The tables among `contents` that Stockbook knows, each read by its schema, in the order of the schemas. */
export function tableStatuses(contents: readonly TableContent[]): TableStatus[] {
  return tables.flatMap((schema) => {
    const content = contents.find(({ name }) => name.toLowerCase() === schema.name.toLowerCase());
    if (content === undefined) return [];
    const { rows, issues } = readRows(schema, content.columns, content.rows);
    return [{ schema, address: content.address, usable: rows.length, issues }];
  });
}

/** Schemas without a table in the workbook. */
export function missingTables(statuses: readonly TableStatus[]): TableSchema[] {
  return tables.filter((schema) => !statuses.some((status) => status.schema === schema));
}
