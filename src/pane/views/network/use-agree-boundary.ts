import { useCallback } from "react";
import { pushPullTable } from "../../../workbook/tables";
import { normalised } from "../../../workbook/tables/read-table";
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
        const column = table.columns.findIndex((name) => normalised(name) === "agreed");
        const own = new Set(rows);
        const values = table.rows.map((row, r) => (r === agreed ? "yes" : own.has(r) ? "" : row[column]));
        await workbook.writeColumns(table.name, { Agreed: values });
      }),
    [attempt, workbook],
  );
  return { agree, running };
}
