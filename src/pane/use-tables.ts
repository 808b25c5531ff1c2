import type { TableInfo, Workbook } from "../workbook/workbook";
import { useLive } from "./use-live";

const readTables = (workbook: Workbook) => workbook.tables();
const none: readonly TableInfo[] = [];

/** The tables of the workbook as they are now; none while they are being read. */
export function useTables(): readonly TableInfo[] {
  const tables = useLive(readTables, "changes");
  return tables.state === "ready" ? tables.value : none;
}
