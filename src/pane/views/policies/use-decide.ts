import { useCallback } from "react";
import { decided, type Decision } from "../../../analyses/policies/decide";
import { policiesTable } from "../../../workbook/tables";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { readyTable } from "../../analysis/write-results";
import { serialNow } from "../../serial-now";
import { useAttempt } from "../../use-attempt";

const verbs = { approved: "approved", rejected: "rejected", proposed: "to be decided again" } as const;

/** Writes a decision on proposals to Policies, with who and when. */
export function useDecide(by: string) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const decide = useCallback(
    (ids: readonly string[], status: Decision["status"]) =>
      attempt("The decision was not written", async () => {
        const table = await readyTable(workbook, policiesTable, ["Status", "By", "At"]);
        await workbook.writeColumns(
          table.name,
          decided(table, ids, { status, by: by.trim(), at: serialNow() }),
        );
        const count = ids.length === 1 ? "1 proposal" : `${formatWhole(ids.length)} proposals`;
        show({
          intent: "success",
          title: `${count} ${verbs[status]}`,
          text: "Policies holds the decision, who made it and when.",
        });
      }),
    [attempt, by, show, workbook],
  );
  return { decide, running };
}
