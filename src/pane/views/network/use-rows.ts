import { useMemo } from "react";
import { readRows, type Columns, type Issue, type Row, type TableSchema } from "../../../workbook/tables";
import { useTable } from "../../use-table";

export interface TableRows<C extends Columns> {
  readonly state: "loading" | "ready" | "failed";
  readonly rows: readonly Row<C>[];
  /** Body row of each in its table, counted from 1. */
  readonly rowNumbers: readonly number[];
  readonly issues: readonly Issue[];
}

/** The rows of a table as they stand, none where it is not there. */
export function useRows<C extends Columns>(schema: TableSchema<C>, paused: boolean): TableRows<C> {
  const table = useTable(schema.name, paused);
  const content = table.state === "ready" ? table.value : undefined;
  const read = useMemo(
    () =>
      content === undefined
        ? { rows: [], rowNumbers: [], issues: [] }
        : readRows(schema, content.columns, content.rows),
    [schema, content],
  );
  return { state: table.state, ...read };
}
