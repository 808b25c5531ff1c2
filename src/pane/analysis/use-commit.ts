import { useCallback } from "react";
import manifest from "../../../package.json";
import { runRecord } from "../../analyses/run-record";
import { runsTable } from "../../workbook/tables";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { sentence } from "../sentence";
import { failureText } from "../use-attempt";
import { useRunSession } from "./run-session";
import type { MadeProposal } from "./use-proposal";
import { writeResults } from "./write-results";

const { version } = manifest;

export interface CommitWords {
  /** Title of the message when all is written. */
  readonly done: string;
  /** Title of the message when it is not. */
  readonly failed: string;
  /** What else to do once it is written. */
  readonly then?: () => Promise<void>;
}

/** Writes a proposal exactly as it was shown, with its record in Runs; answers whether it is written. */
export function useCommit(view: string): (proposal: MadeProposal, words: CommitWords) => Promise<boolean> {
  const { workbook } = usePane();
  const { show, dismiss } = useNotices();
  const { change } = useRunSession(view);
  return useCallback(
    async ({ analysis, outcome, options, runId, startedAt }, { done, failed, then }) => {
      dismiss();
      const tell = (share: number, text: string) =>
        change({ run: { kind: "running", what: "Writing", share, text } });
      try {
        tell(0, "");
        const record = analysis.writes.includes(runsTable)
          ? runRecord(analysis, outcome, { runId, options, version, by: "task pane", startedAt })
          : undefined;
        await writeResults(workbook, analysis, outcome, record, tell);
        await then?.();
        show({ intent: "success", title: done, text: sentence(outcome.summary) });
        return true;
      } catch (thrown) {
        show({ intent: "error", title: failed, text: failureText(thrown) });
        return false;
      } finally {
        change({ run: { kind: "idle" } });
      }
    },
    [workbook, show, dismiss, change],
  );
}
