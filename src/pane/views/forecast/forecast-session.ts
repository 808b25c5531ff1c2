import { useSyncExternalStore } from "react";
import type { ForecastOutcome } from "../../../analyses/forecast-items";
import type { RunState } from "../../analysis/run-session";
import { usePane } from "../../pane-context";
import { sessionStores } from "../../session-store";
import type { ChosenOptions } from "./saved-options";

/** What outlives the view, so that a run goes on while the planner looks at another one. */
export interface ForecastSession {
  readonly run: RunState<"Forecasting">;
  /** As chosen since the pane was opened; the saved ones count until then. */
  readonly options?: ChosenOptions;
  readonly outcome?: ForecastOutcome;
}

type Change = Partial<ForecastSession>;

const storeOf = sessionStores<ForecastSession>({ run: { kind: "idle" } });

export function useForecastSession(): readonly [ForecastSession, (change: Change) => void] {
  const store = storeOf(usePane().workbook, "forecast");
  return [useSyncExternalStore(store.listen, store.read), store.change];
}
