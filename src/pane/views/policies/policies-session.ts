import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";

/** The view whose runs these are. */
export const viewId = "policies";

export const usePoliciesSession = () => useRunSession(viewId).session;
export const usePoliciesRun = () => useAnalysisRun(viewId);
