import { useCallback } from "react";
import { closingProgress, type ClosingProgress } from "../../../../analyses/valuation/closing-progress";
import type { TableInfo, Workbook } from "../../../../workbook/workbook";
import { useLive, type Loaded } from "../../../use-live";

export interface Closing {
  readonly tables: readonly TableInfo[];
  readonly progress: ClosingProgress;
}

/** How far the month end is, as TieOut tells; read again when the workbook changes, but not while a run is writing. */
export function useClosing(isWriting: boolean): Loaded<Closing> {
  const load = useCallback(async (workbook: Workbook): Promise<Closing> => {
    const [tables, tieOut] = await Promise.all([workbook.tables(), workbook.readTable("TieOut")]);
    return { tables, progress: closingProgress(tieOut) };
  }, []);
  return useLive(load, ...(isWriting ? [] : (["changes"] as const)));
}
