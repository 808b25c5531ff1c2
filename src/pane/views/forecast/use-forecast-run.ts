import { useCallback } from "react";
import { forecastItems } from "../../../analyses/forecast-items";
import type { ForecastPlan } from "../../../analyses/forecast/plan-forecast";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { runInSlices } from "../../run-in-slices";
import { failureText } from "../../use-attempt";
import { useForecastSession } from "./forecast-session";
import { saveOptions, type ChosenOptions } from "./saved-options";
import { writeForecast } from "./write-forecast";

/** Starts the run over all items and writes it; its state is in the session. */
export function useForecastRun(): (plan: ForecastPlan, options: ChosenOptions) => Promise<void> {
  const { workbook } = usePane();
  const { show, dismiss } = useNotices();
  const [, change] = useForecastSession();
  return useCallback(
    async (plan, options) => {
      const controller = new AbortController();
      const cancel = () => controller.abort();
      const total = plan.leaves.length;
      const startedAt = new Date();
      dismiss();
      change({ run: { kind: "running", what: "forecast", done: 0, total, cancel } });
      try {
        const outcome = await runInSlices(forecastItems(plan), controller.signal, (progress) =>
          change({ run: { kind: "running", what: "forecast", ...progress, cancel } }),
        );
        change({ outcome });
        const written = await writeForecast(workbook, outcome, startedAt, (done, all) =>
          change({ run: { kind: "running", what: "write", done, total: all } }),
        );
        await saveOptions(workbook, options);
        show({
          intent: "success",
          title: "Forecasts written",
          text: `${formatWhole(written.rows)} rows of Forecast hold run ${written.runId}. Final was left alone.`,
        });
      } catch (thrown) {
        show(
          controller.signal.aborted
            ? { intent: "info", title: "Stopped", text: "Nothing was written." }
            : { intent: "error", title: "The forecasts were not written", text: failureText(thrown) },
        );
      } finally {
        change({ run: { kind: "idle" } });
      }
    },
    [workbook, show, dismiss, change],
  );
}
