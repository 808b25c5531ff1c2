import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";

/** The view whose runs these are. */
export const viewId = "network";

export const useNetworkSession = () => useRunSession(viewId).session;
export const useNetworkRun = () => useAnalysisRun(viewId);
