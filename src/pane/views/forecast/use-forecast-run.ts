import { useCallback } from "react";
import manifest from "../../../../package.json";
import { forecast, forecastDetails } from "../../../analyses/run-forecast";
import { newRunId, runRecord } from "../../../analyses/run-record";
import { formatWhole } from "../../format";
import { useNotices } from "../../notices";
import { usePane } from "../../pane-context";
import { failureText } from "../../use-attempt";
import { useForecastSession } from "./forecast-session";
import type { TableContent } from "../../../workbook/workbook";
import { isoDate, type ForecastTables } from "./forecast-tables";
import { saveOptions, type ChosenOptions } from "./saved-options";
import { writeForecast } from "./write-forecast";

const { version } = manifest;

/** Starts the run over all items and writes it; how far it is stands in the session. */
export function useForecastRun(): (tables: ForecastTables, chosen: ChosenOptions) => Promise<void> {
  const { workbook, pool } = usePane();
  const { show, dismiss } = useNotices();
  const [, change] = useForecastSession();
  return useCallback(
    async ({ demand, items, lifecycle, asOf }, chosen) => {
      const { signal, cancel } = cancelling();
      const startedAt = new Date();
      const runId = newRunId(forecast, startedAt);
      const options = { ...chosen, asOf: isoDate(asOf) };
      dismiss();
      try {
        const tell = (share: number, text: string) =>
          change({ run: { kind: "running", what: "Forecasting", share, text, cancel } });
        tell(0, "");
        const read = [demand, items, lifecycle].filter((table): table is TableContent => table !== undefined);
        const made = await pool.analyse(forecast, read, {
          options,
          runId,
          signal,
          onProgress: ({ share, text }) => tell(share, text),
        });
        const outcome = forecastDetails(made);
        change({ outcome });
        const facts = { runId, options, version, by: "task pane", startedAt };
        const rows = await writeForecast(workbook, outcome, runRecord(forecast, made, facts), (share, text) =>
          change({ run: { kind: "running", what: "Writing", share, text } }),
        );
        await saveOptions(workbook, chosen);
        show({
          intent: "success",
          title: "Forecasts written",
          text: `${formatWhole(rows)} rows of Forecast hold run ${runId}. Final was left alone.`,
        });
      } catch (thrown) {
        show(
          signal.aborted
            ? { intent: "info", title: "Stopped", text: "Nothing was written." }
            : { intent: "error", title: "The forecasts were not written", text: failureText(thrown) },
        );
      } finally {
        change({ run: { kind: "idle" } });
      }
    },
    [workbook, pool, show, dismiss, change],
  );
}

function cancelling() {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: () => controller.abort() };
}
