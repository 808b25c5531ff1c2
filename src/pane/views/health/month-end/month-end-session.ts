import { useRunSession } from "../../../analysis/run-session";
import { useAnalysisRun } from "../../../analysis/use-analysis-run";

const sessionId = "month-end";

export const useMonthEndSession = () => useRunSession(sessionId);
export const useMonthEndRun = () => useAnalysisRun(sessionId);
