import { useCallback } from "react";
import manifest from "../../../package.json";
import type { Analysis, AnalysisOutcome } from "../../analyses/define-analysis";
import { newRunId, runRecord } from "../../analyses/run-record";
import { runsTable } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { WorkCancelled } from "../../worker/pool";
import { useNotices } from "../notices";
import { usePane } from "../pane-context";
import { sentence } from "../sentence";
import { failureText } from "../use-attempt";
import { useRunSession } from "./run-session";
import { writeResults } from "./write-results";

const { version } = manifest;

export interface RunRequest {
  readonly analysis: Analysis;
  /** Those that differ from the defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Title of the message when all is written. */
  readonly done: string;
  /** Title of the message when it is not. */
  readonly failed: string;
}

/** Runs an analysis over the tables of the workbook in the pool and writes what comes out; how far it is stands in the session of the view. */
export function useAnalysisRun(view: string): (request: RunRequest) => Promise<AnalysisOutcome | undefined> {
  const { workbook, pool } = usePane();
  const { show, dismiss } = useNotices();
  const { change, keep } = useRunSession(view);
  return useCallback(
    async ({ analysis, options: given, done, failed }) => {
      const controller = new AbortController();
      const { signal } = controller;
      const startedAt = new Date();
      const runId = newRunId(analysis, startedAt);
      // The planner's date, not Greenwich's.
      const options = "asOf" in analysis.options ? { asOf: localDay(startedAt), ...given } : given;
      dismiss();
      const tell = (what: "Reading" | "Calculating", share: number, text: string) =>
        change({ run: { kind: "running", what, share, text, cancel: () => controller.abort() } });
      try {
        tell("Reading", 0, "");
        const names = Object.values(analysis.reads).map(({ schema }) => schema.name);
        const tables = await unlessAborted(
          signal,
          Promise.all(names.map((name) => workbook.readTable(name))),
        );
        const outcome = await pool.analyse(
          analysis,
          tables.filter((table): table is TableContent => table !== undefined),
          { options, runId, signal, onProgress: ({ share, text }) => tell("Calculating", share, text) },
        );
        const record = analysis.writes.includes(runsTable)
          ? runRecord(analysis, outcome, { runId, options, version, by: "task pane", startedAt })
          : undefined;
        change({ run: { kind: "running", what: "Writing", share: 0, text: "" } });
        await writeResults(workbook, analysis, outcome, record, (share, text) =>
          change({ run: { kind: "running", what: "Writing", share, text } }),
        );
        keep(analysis.id, outcome);
        show({ intent: "success", title: done, text: sentence(outcome.summary) });
        return outcome;
      } catch (thrown) {
        show(
          signal.aborted
            ? { intent: "info", title: "Stopped", text: "Nothing was written." }
            : { intent: "error", title: failed, text: failureText(thrown) },
        );
        return undefined;
      } finally {
        change({ run: { kind: "idle" } });
      }
    },
    [workbook, pool, show, dismiss, change, keep],
  );
}

/** Rejects as soon as it is aborted; what is on its way comes to its end unheard. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new WorkCancelled()), { once: true });
    work.then(resolve, reject);
  });
}

function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
