import { useCallback } from "react";
import { knownOptions } from "../../../analysis/known-options";
import type { GivenOptions } from "../../../components/OptionFields";
import { formatWhole } from "../../../format";
import { useNotices } from "../../../notices";
import { usePane } from "../../../pane-context";
import { useAttempt } from "../../../use-attempt";
import type { Closing } from "./use-closing";
import type { ClosingStepDefinition } from "./closing-steps";
import { freezePack } from "./freeze-pack";
import { useMonthEndRun, useMonthEndSession } from "./month-end-session";

/** Does what the button of a step says; answers when it is done. */
export function useStepActions({ progress }: Closing, options: GivenOptions) {
  const { workbook } = usePane();
  const { show } = useNotices();
  const { attempt } = useAttempt();
  const start = useMonthEndRun();
  const { change } = useMonthEndSession();
  return useCallback(
    async ({ action, step }: ClosingStepDefinition): Promise<void> => {
      if (action.kind === "run") {
        const { analysis, done, failed } = action;
        await start({ analysis, options: knownOptions(analysis, options), done, failed });
        return;
      }
      if (action.kind === "show") {
        const lines = progress.steps.find((one) => one.step === step)?.lines ?? [];
        const open = lines.filter(({ line }) => line.State !== "ties");
        await attempt(`Cannot show ${action.table}`, async () => {
          if (action.table === "TieOut")
            await workbook.selectTableRows(
              "TieOut",
              (open.length > 0 ? open : lines).map(({ row }) => row),
            );
          else await workbook.select((await workbook.readTable(action.table))?.address ?? action.table);
        });
        return;
      }
      const { asOf } = progress;
      if (asOf === undefined) return;
      await attempt("The pack was not frozen", async () => {
        const tell = (share: number, text: string) =>
          change({ run: { kind: "running", what: "Writing", share, text } });
        try {
          const { tables, hash } = await freezePack(workbook, asOf, tell);
          show({
            intent: "success",
            title: "The pack is frozen",
            text: `${formatWhole(tables.length)} tables stand as values, beginning with ${tables[0].name}. Their SHA-256 is ${hash.slice(0, 12)}….`,
          });
        } finally {
          change({ run: { kind: "idle" } });
        }
      });
    },
    [workbook, progress, options, start, attempt, show, change],
  );
}
