import { useCallback } from "react";
import { changedRows, flowPlanTable } from "../../../workbook/tables";
import { readyTable } from "../../analysis/write-results";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

/** Writes to FlowPlan whether the next run keeps a shipment as it is, by body row counted from 0. */
export function useFixShipments() {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const fix = useCallback(
    (row: number, isFixed: boolean) =>
      attempt("Fixed was not written", async () => {
        const table = await readyTable(workbook, flowPlanTable, ["Fixed"]);
        const change = new Map([[row, { Fixed: isFixed || null }]]);
        await workbook.writeColumns(table.name, changedRows(table, change));
        show({
          intent: "success",
          title: isFixed ? "Shipment fixed" : "Shipment free again",
          text: isFixed ? "The next plan keeps exactly this quantity." : "The next plan may change it.",
        });
      }),
    [attempt, show, workbook],
  );
  return { fix, running };
}
