import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { RunProgress } from "../../components/RunProgress";
import { formatWhole } from "../../format";
import { useForecastSession } from "./forecast-session";
import { useForecastRun } from "./use-forecast-run";
import type { ForecastWork } from "./use-forecast-source";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The button that forecasts everything; while it does, how far it is and how to stop it. */
export function RunBar({ work: { plan, tables, options, outdated } }: { readonly work: ForecastWork }) {
  const styles = useStyles();
  const [{ run }] = useForecastSession();
  const start = useForecastRun();
  if (run.kind === "running") return <RunProgress run={run} />;
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
