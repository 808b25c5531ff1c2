import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { RunProgress } from "../../components/RunProgress";
import { useNetworkSession } from "./network-session";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly label: string;
  /** What it writes, in a sentence. */
  readonly note: string;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

/** Starts a run; while one is on its way, how far it is stands here instead. */
export function RunButton({ label, note, primary = true, onClick }: Props) {
  const styles = useStyles();
  const { run } = useNetworkSession();
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
