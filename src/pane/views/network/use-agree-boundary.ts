import { useCallback } from "react";
import { changedRows, pushPullTable } from "../../../workbook/tables";
import { readyTable } from "../../analysis/write-results";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

/** Writes to PushPull in which of an item's rows the boundary was agreed; rows are counted from 0. */
export function useAgreeBoundary() {
  const { workbook } = usePane();
  const { attempt, running } = useAttempt();
  const agree = useCallback(
    (rows: readonly number[], agreed: number | undefined) =>
      attempt("The agreement was not written", async () => {
        const table = await readyTable(workbook, pushPullTable, ["Agreed"]);
        const change = new Map(rows.map((row) => [row, { Agreed: row === agreed ? "yes" : null }]));
        await workbook.writeColumns(table.name, changedRows(table, change));
      }),
    [attempt, workbook],
  );
  return { agree, running };
}
