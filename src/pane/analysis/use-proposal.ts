import { useEffect, useState } from "react";
import type { Analysis, AnalysisOutcome } from "../../analyses/define-analysis";
import { newRunId } from "../../analyses/run-record";
import type { TableContent } from "../../workbook/workbook";
import { usePane } from "../pane-context";
import { failureText } from "../use-attempt";

/** An outcome that nobody has written yet, with all that its record needs. */
export interface MadeProposal {
  readonly analysis: Analysis;
  readonly outcome: AnalysisOutcome;
  readonly options: Readonly<Record<string, unknown>>;
  readonly runId: string;
  readonly startedAt: Date;
}

export interface Proposal {
  /** The last one that was made; of other tables or options while it is not `current`. */
  readonly made?: MadeProposal;
  readonly current: boolean;
  /** Of the one being made, 0-1. */
  readonly share: number;
  /** Why there is none. */
  readonly problem?: string;
}

/** A burst of keys is answered once. */
const QUIET_MILLISECONDS = 200;

interface Request {
  readonly analysis: Analysis;
  readonly tables: readonly TableContent[];
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * What an analysis would write, made in the pool anew whenever tables or options change; an older one on its way is dropped. The last
 * proposal stays in sight until the next is there. Both arguments must keep their identity while nothing changes.
 */
export function useProposal(
  analysis: Analysis,
  tables: readonly TableContent[] | undefined,
  options: Readonly<Record<string, unknown>>,
): Proposal {
  const { pool } = usePane();
  const [state, setState] = useState<{
    readonly request?: Request;
    readonly made?: MadeProposal;
    readonly problem?: string;
  }>({});
  const [share, setShare] = useState(0);
  const [asked, setAsked] = useState<Request>();
  const changed =
    tables !== undefined &&
    (asked?.tables !== tables || asked.options !== options || asked.analysis !== analysis);
  if (changed) setAsked({ analysis, tables, options });
  useEffect(() => {
    if (asked === undefined) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const startedAt = new Date();
      const runId = newRunId(asked.analysis, startedAt);
      setShare(0);
      pool
        .analyse(asked.analysis, asked.tables, {
          options: asked.options,
          runId,
          signal: controller.signal,
          onProgress: (progress) => setShare(progress.share),
        })
        .then(
          (outcome) =>
            setState({
              request: asked,
              made: { analysis: asked.analysis, outcome, options: asked.options, runId, startedAt },
            }),
          (thrown: unknown) => {
            if (!controller.signal.aborted)
              setState((before) => ({ ...before, request: asked, problem: failureText(thrown) }));
          },
        );
    }, QUIET_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked, pool]);
  const settled = asked !== undefined && state.request === asked;
  const problem = settled ? state.problem : undefined;
  return { made: state.made, current: settled && problem === undefined && !changed, share, problem };
}
