import { useCallback, useSyncExternalStore } from "react";
import type { AnalysisOutcome } from "../../analyses/define-analysis";
import { usePane } from "../pane-context";
import { sessionStores } from "../session-store";

/** @typeParam What is being done before it writes */
export type RunState<What extends string = "Reading" | "Calculating"> =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly what: What | "Writing";
      /** Of the whole, 0-1. */
      readonly share: number;
      readonly text: string;
      /** Absent once writing has begun: what is written is written whole. */
      readonly cancel?: () => void;
    };

/** What outlives a view, so that a run goes on while the planner looks at another one. */
export interface RunSession {
  readonly run: RunState;
  /** Of the last run of each analysis since the pane was opened, by id. */
  readonly outcomes: Readonly<Record<string, AnalysisOutcome>>;
}

const storeOf = sessionStores<RunSession>({ run: { kind: "idle" }, outcomes: {} });

/** The runs that a view has started, one at a time, by the id of the view. */
export function useRunSession(view: string): {
  readonly session: RunSession;
  readonly change: (change: Partial<RunSession>) => void;
  readonly keep: (id: string, outcome: AnalysisOutcome) => void;
} {
  const store = storeOf(usePane().workbook, view);
  const keep = useCallback(
    (id: string, outcome: AnalysisOutcome) =>
      store.change({ outcomes: { ...store.read().outcomes, [id]: outcome } }),
    [store],
  );
  return { session: useSyncExternalStore(store.listen, store.read), change: store.change, keep };
}
