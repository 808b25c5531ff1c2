import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";

/** The view whose runs these are. */
export const viewId = "health";

export const useHealthSession = () => useRunSession(viewId).session;
export const useHealthRun = () => useAnalysisRun(viewId);
