import { useCallback } from "react";
import type { TableContent, Workbook } from "../workbook/workbook";
import { useLive, type Loaded } from "./use-live";

/** A table as it stands, read again after each change unless `paused`, as while we write it ourselves. */
export function useTable(name: string, paused = false): Loaded<TableContent | undefined> {
  const load = useCallback((workbook: Workbook) => workbook.readTable(name), [name]);
  return useLive(load, ...(paused ? [] : (["changes"] as const)));
}
