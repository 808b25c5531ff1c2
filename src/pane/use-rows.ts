import { useMemo } from "react";
import { readRows, type Columns, type Issue, type Row, type TableSchema } from "../workbook/tables";
import { useTable } from "./use-table";

export interface TableRows<C extends Columns> {
  readonly state: "loading" | "ready" | "failed";
  readonly error?: Error;
  /** Absent where there is no such table. */
  readonly rows?: readonly Row<C>[];
  /** Body row of each of them, counted from 0. */
  readonly places: readonly number[];
  readonly issues: readonly Issue[];
}

const none: TableRows<Columns> = { state: "loading", places: [], issues: [] };

/** The rows of one of our tables as they stand, read again after each change unless `paused`. */
export function useRows<C extends Columns>(schema: TableSchema<C>, paused = false): TableRows<C> {
  const table = useTable(schema.name, paused);
  const content = table.state === "ready" ? table.value : undefined;
  const read = useMemo(
    () => (content === undefined ? undefined : readRows(schema, content.columns, content.rows)),
    [schema, content],
  );
  if (table.state === "failed") return { ...(none as TableRows<C>), state: "failed", error: table.error };
  if (table.state === "loading") return none as TableRows<C>;
  if (read === undefined) return { ...(none as TableRows<C>), state: "ready" };
  const places = read.rowNumbers.map((row) => row - 1);
  return { state: "ready", rows: read.rows, places, issues: read.issues };
}
