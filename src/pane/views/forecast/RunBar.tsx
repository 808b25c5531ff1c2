import { Button, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import { HiddenText } from "../../components/HiddenText";
import { formatWhole } from "../../format";
import { useForecastSession, type RunState } from "./forecast-session";
import { useForecastRun } from "./use-forecast-run";
import type { ForecastWork } from "./use-forecast-source";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  running: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, width: "100%" },
  progress: { flexGrow: 1 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The button that forecasts everything; while it does, how far it is and how to stop it. */
export function RunBar({ work: { plan, tables, options, outdated } }: { readonly work: ForecastWork }) {
  const styles = useStyles();
  const [{ run }] = useForecastSession();
  const start = useForecastRun();
  if (run.kind === "running") return <Running run={run} />;
  const rows = formatWhole(plan.leaves.length * plan.options.horizon);
  return (
    <div className={styles.bar}>
      <Button appearance="primary" onClick={() => void start(tables, options)}>
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
  const { what, share, text, cancel } = run;
  return (
    <div className={styles.bar}>
      <div className={styles.running}>
        <ProgressBar className={styles.progress} aria-label={what} value={share} />
        <Button size="small" disabledFocusable={cancel === undefined} onClick={cancel}>
          Cancel
        </Button>
      </div>
      <Text size={200} className={styles.muted}>
        {what}
        {text === "" ? "" : `: ${text}`}
      </Text>
      <HiddenText role="status">{what}</HiddenText>
    </div>
  );
}
