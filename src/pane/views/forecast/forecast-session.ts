import { useSyncExternalStore } from "react";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import type { Workbook } from "../../../workbook/workbook";
import { usePane } from "../../pane-context";
import type { ChosenOptions } from "./saved-options";

export type RunState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly what: "Forecasting" | "Writing";
      /** Of the whole, 0-1. */
      readonly share: number;
      readonly text: string;
      /** Absent once writing has begun: what is written is written whole. */
      readonly cancel?: () => void;
    };

/** What outlives the view, so that a run goes on while the planner looks at another one. */
export interface ForecastSession {
  readonly run: RunState;
  /** As chosen since the pane was opened; the saved ones count until then. */
  readonly options?: ChosenOptions;
  readonly outcome?: ForecastOutcome;
}

type Change = Partial<ForecastSession>;

class Store {
  private session: ForecastSession = { run: { kind: "idle" } };
  private readonly listeners = new Set<() => void>();
  readonly read = (): ForecastSession => this.session;
  readonly change = (change: Change): void => {
    this.session = { ...this.session, ...change };
    for (const listener of this.listeners) listener();
  };
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const stores = new WeakMap<Workbook, Store>();

function storeOf(workbook: Workbook): Store {
  const existing = stores.get(workbook);
  if (existing !== undefined) return existing;
  const store = new Store();
  stores.set(workbook, store);
  return store;
}

export function useForecastSession(): readonly [ForecastSession, (change: Change) => void] {
  const store = storeOf(usePane().workbook);
  return [useSyncExternalStore(store.listen, store.read), store.change];
}
