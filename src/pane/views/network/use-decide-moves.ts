import { useCallback } from "react";
import { changedRows, movesTable, type Row } from "../../../workbook/tables";
import { readyTable } from "../../analysis/write-results";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { serialNow } from "../../serial-now";
import { useAttempt } from "../../use-attempt";

export type MoveStatus = NonNullable<Row<typeof movesTable.columns>["Status"]>;

const told: Readonly<Record<MoveStatus, readonly [verb: string, text: string]>> = {
  accepted: ["accepted", "The next proposal counts it as on its way, until it is done."],
  rejected: ["rejected", "It is not proposed again."],
  proposed: ["to be decided again", "The next proposal weighs it anew."],
  done: ["done", "Stock is taken to show it from now on."],
};

/** Writes a decision on moves to Moves, with who and when; rows are body rows counted from 0. */
export function useDecideMoves(by: string) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt, running } = useAttempt();
  const decide = useCallback(
    (rows: readonly number[], status: MoveStatus) =>
      attempt("The decision was not written", async () => {
        const table = await readyTable(workbook, movesTable, ["Status", "By", "At"]);
        const decision = { Status: status, By: by.trim(), At: serialNow() };
        await workbook.writeColumns(
          table.name,
          changedRows(table, new Map(rows.map((row) => [row, decision]))),
        );
        const [verb, text] = told[status];
        show({
          intent: "success",
          title: `${rows.length === 1 ? "1 move" : `${formatWhole(rows.length)} moves`} ${verb}`,
          text,
        });
      }),
    [attempt, by, show, workbook],
  );
  return { decide, running };
}
