import { useCallback } from "react";
import { changedCells } from "../../../analyses/policies/change-cells";
import type { PolicyCells } from "../../../analyses/policies/policy-columns";
import { changedRows, locationsTable, policiesTable, writeRows } from "../../../workbook/tables";
import { normalised } from "../../../workbook/tables/read-table";
import { readyTable } from "../../analysis/write-results";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";

export type Bounds = Pick<PolicyCells, "LocalMin" | "LocalMax" | "Owner">;

/** Writes bounds of an item to Policies, and the limit of a site to Locations. */
export function useBounds() {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const saveBounds = useCallback(
    (id: string, bounds: Bounds) =>
      attempt("The bounds were not written", async () => {
        const table = await readyTable(workbook, policiesTable, ["LocalMin", "LocalMax", "Owner"]);
        await workbook.writeColumns(table.name, changedCells(table, new Map([[id, bounds]])));
        show({
          intent: "success",
          title: "Bounds written",
          text: "Propose again to see what they cost.",
        });
      }),
    [attempt, show, workbook],
  );
  const saveLimit = useCallback(
    (location: string, limit: number) =>
      attempt("The limit was not written", async () => {
        const table = await readyTable(workbook, locationsTable, ["Location", "Autonomy"]);
        const place = table.columns.findIndex((column) => normalised(column) === normalised("Location"));
        const row = table.rows.findIndex((cells) => String(cells[place]).trim() === location);
        if (row < 0)
          await workbook.appendRows(
            table.name,
            writeRows(locationsTable, [{ Location: location, Autonomy: limit }], table.columns),
          );
        else
          await workbook.writeColumns(table.name, changedRows(table, new Map([[row, { Autonomy: limit }]])));
        show({
          intent: "success",
          title: "Limit written",
          text: `Locations holds what ${location} may add. Propose again to see which rows ask.`,
        });
      }),
    [attempt, show, workbook],
  );
  return { saveBounds, saveLimit, running };
}
