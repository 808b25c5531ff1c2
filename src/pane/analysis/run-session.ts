import { useCallback, useSyncExternalStore } from "react";
import type { AnalysisOutcome } from "../../analyses/define-analysis";
import type { Workbook } from "../../workbook/workbook";
import { usePane } from "../pane-context";

export type RunState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly what: "Reading" | "Calculating" | "Writing";
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

class Store {
  private session: RunSession = { run: { kind: "idle" }, outcomes: {} };
  private readonly listeners = new Set<() => void>();
  readonly read = (): RunSession => this.session;
  readonly change = (change: Partial<RunSession>): void => {
    this.session = { ...this.session, ...change };
    for (const listener of this.listeners) listener();
  };
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const stores = new WeakMap<Workbook, Map<string, Store>>();

function storeOf(workbook: Workbook, view: string): Store {
  const ofWorkbook = stores.get(workbook) ?? new Map<string, Store>();
  stores.set(workbook, ofWorkbook);
  const store = ofWorkbook.get(view) ?? new Store();
  ofWorkbook.set(view, store);
  return store;
}

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
