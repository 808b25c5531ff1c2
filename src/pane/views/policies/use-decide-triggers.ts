import { useCallback } from "react";
import {
  approvedProposals,
  decidedTriggers,
  type TriggerDecision,
} from "../../../analyses/triggers/decide-triggers";
import type { ListedTrigger } from "../../../analyses/triggers/trigger-list";
import { policiesTable, triggersTable } from "../../../workbook/tables";
import { readyTable } from "../../analysis/write-results";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { serialNow } from "../../serial-now";

/** Writes a decision on triggers; an approved one becomes an approved proposal of Policies. */
export function useDecideTriggers(by: string) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const decide = useCallback(
    (triggers: readonly ListedTrigger[], status: TriggerDecision["status"]) =>
      attempt("The decision was not written", async () => {
        const decision = { status, by: by.trim(), at: serialNow() };
        if (status === "approved") {
          const policies = await readyTable(workbook, policiesTable, Object.keys(policiesTable.columns));
          await workbook.writeColumns(policies.name, approvedProposals(policies, triggers, decision));
        }
        const table = await readyTable(workbook, triggersTable, ["Status", "By", "At"]);
        await workbook.writeColumns(table.name, decidedTriggers(table, triggers, decision));
        const count = triggers.length === 1 ? "1 trigger" : `${formatWhole(triggers.length)} triggers`;
        show({
          intent: "success",
          title: `${count} ${status}`,
          text:
            status === "approved"
              ? "Their safety stocks stand in Policies as approved proposals, ready to export."
              : "Triggers holds the decision; the stocks stay as they are.",
        });
      }),
    [attempt, by, show, workbook],
  );
  return { decide, running };
}
