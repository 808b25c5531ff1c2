import { Button, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ForecastPlan } from "../../../analyses/forecast/plan-forecast";
import { HiddenText } from "../../components/HiddenText";
import { formatWhole } from "../../format";
import { useForecastSession, type RunState } from "./forecast-session";
import type { ChosenOptions } from "./saved-options";
import { useForecastRun } from "./use-forecast-run";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  running: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, width: "100%" },
  progress: { flexGrow: 1 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly plan: ForecastPlan;
  readonly options: ChosenOptions;
  /** There was a run, and its input has changed. */
  readonly outdated: boolean;
}

/** The button that forecasts everything; while it does, how far it is and how to stop it. */
export function RunBar({ plan, options, outdated }: Props) {
  const styles = useStyles();
  const [{ run }] = useForecastSession();
  const start = useForecastRun();
  if (run.kind === "running") return <Running run={run} />;
  const rows = formatWhole(plan.leaves.length * plan.options.horizon);
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        disabledFocusable={plan.leaves.length === 0}
        onClick={() => void start(plan, options)}
      >
        Forecast all items
      </Button>
      <Text size={200} className={styles.muted}>
        {outdated ? "Demand or options have changed since the last run. " : ""}
        Writes {rows} rows to Forecast; what stands in Final stays.
      </Text>
    </div>
  );
}

function Running({ run }: { readonly run: RunState & { readonly kind: "running" } }) {
  const styles = useStyles();
  const { what, done, total, cancel } = run;
  const text =
    what === "forecast"
      ? `Forecasting: ${formatWhole(done)} of ${formatWhole(total)}`
      : `Writing: ${formatWhole(done)} of ${formatWhole(total)} rows`;
  return (
    <div className={styles.bar}>
      <div className={styles.running}>
        <ProgressBar
          className={styles.progress}
          aria-label={what === "forecast" ? "Forecasting" : "Writing"}
          value={done}
          max={Math.max(1, total)}
        />
        <Button size="small" disabledFocusable={cancel === undefined} onClick={cancel}>
          Cancel
        </Button>
      </div>
      <Text size={200} className={styles.muted}>
        {text}
      </Text>
      <HiddenText role="status">{what === "forecast" ? "Forecasting" : "Writing"}</HiddenText>
    </div>
  );
}
