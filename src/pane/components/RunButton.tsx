import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useRunSession } from "../analysis/run-session";
import { RunProgress } from "./RunProgress";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The view whose run it starts. */
  readonly viewId: string;
  readonly label: string;
  /** What it writes, in a sentence. */
  readonly note: string;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

/** Starts a run; while one is on its way, how far it is stands here instead. */
export function RunButton({ viewId, label, note, primary = true, onClick }: Props) {
  const styles = useStyles();
  const { run } = useRunSession(viewId).session;
  if (run.kind === "running") return <RunProgress run={run} />;
  return (
    <div className={styles.bar}>
      <Button appearance={primary ? "primary" : "secondary"} onClick={onClick}>
        {label}
      </Button>
      <Text size={200} className={styles.muted}>
        {note}
      </Text>
    </div>
  );
}
