import { useCallback, useState } from "react";
import { PlanningError } from "../engine/errors";
import { WorkbookError } from "../workbook/workbook";
import { useNotices } from "./notices";
import { sentence } from "./sentence";

/** Runs something that may fail and shows the failure with what to do; tells whether it runs. */
export function useAttempt() {
  const { show, dismiss } = useNotices();
  const [running, setRunning] = useState(false);
  const attempt = useCallback(
    async (failed: string, task: () => Promise<void>): Promise<void> => {
      setRunning(true);
      dismiss();
      try {
        await task();
      } catch (thrown) {
        show({ intent: "error", title: failed, text: failureText(thrown) });
      } finally {
        setRunning(false);
      }
    },
    [show, dismiss],
  );
  return { attempt, running };
}

export function failureText(thrown: unknown): string {
  if (thrown instanceof WorkbookError || thrown instanceof PlanningError) return sentence(thrown.message);
  console.error("Stockbook internal error", thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return `Your workbook is as it was. Try again; if it fails again, report this message: ${message}`;
}
