import { useCallback } from "react";
import { movesTable } from "../../../workbook/tables";
import { normalised } from "../../../workbook/tables/read-table";
import { readyTable } from "../../analysis/write-results";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

/** Writes a decision on moves to Moves, by body row counted from 0. */
export function useDecideMoves() {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const decide = useCallback(
    (rows: readonly number[], status: "accepted" | "rejected") =>
      attempt("The decision was not written", async () => {
        const table = await readyTable(workbook, movesTable, ["Status"]);
        const column = table.columns.findIndex((name) => normalised(name) === "status");
        const chosen = new Set(rows);
        const values = table.rows.map((row, r) => (chosen.has(r) ? status : row[column]));
        await workbook.writeColumns(table.name, { Status: values });
        show({
          intent: "success",
          title: `${rows.length === 1 ? "1 move" : `${formatWhole(rows.length)} moves`} ${status}`,
          text: "Moves holds the decision; the next proposal keeps to it.",
        });
      }),
    [attempt, show, workbook],
  );
  return { decide, running };
}
