import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { StepProgress } from "../../../../analyses/valuation/closing-progress";
import type { Issue } from "../../../../workbook/tables";
import { IssueList } from "../../../components/IssueList";
import { OptionFields, type GivenOptions } from "../../../components/OptionFields";
import { RunProgress } from "../../../components/RunProgress";
import { usePane } from "../../../pane-context";
import { FindingList } from "./FindingList";
import { useMonthEndSession } from "./month-end-session";
import type { ClosingStepDefinition } from "./closing-steps";
import { TieOutLines } from "./TieOutLines";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly definition: ClosingStepDefinition;
  readonly progress: StepProgress;
  /** Steps before it that are to do. */
  readonly waiting: readonly string[];
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
  readonly onAct: () => void;
  readonly findings: readonly Issue[];
  readonly issues: readonly Issue[];
}

/** One step: what it asks for, its button, its lines of TieOut, and where to look. */
export function StepPanel({
  definition: { note, action, asks },
  progress,
  waiting,
  options,
  onOptions,
  onAct,
  findings,
  issues,
}: Props) {
  const styles = useStyles();
  const { open } = usePane();
  const { run } = useMonthEndSession().session;
  const isRunning = run.kind === "running";
  return (
    <div className={styles.panel}>
      {asks.length > 0 && action.kind === "run" && (
        <OptionFields
          analysis={action.analysis}
          names={asks}
          given={options}
          disabled={isRunning}
          onChange={onOptions}
        />
      )}
      <div className={styles.action}>
        {isRunning ? (
          <RunProgress run={run} />
        ) : (
          <Button appearance="primary" disabledFocusable={waiting.length > 0} onClick={onAct}>
            {action.label}
          </Button>
        )}
        <Text size={200} className={styles.muted}>
          {waiting.length === 0 ? note : `First: ${waiting.join(", ")}.`}
        </Text>
      </div>
      {action.kind === "freeze" && !isRunning && (
        <div className={styles.action}>
          <Button onClick={() => open({ kind: "sharing" })}>Freeze for sharing</Button>
          <Text size={200} className={styles.muted}>
            For readers without Stockbook: values in place of its formulas in the whole workbook; can be
            undone.
          </Text>
        </div>
      )}
      {progress.lines.length > 0 && <TieOutLines lines={progress.lines} />}
      <FindingList findings={findings} />
      <IssueList issues={issues} />
    </div>
  );
}
