import { Button, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import { HiddenText } from "./HiddenText";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  running: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, width: "100%" },
  progress: { flexGrow: 1 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Run {
  /** What is being done, such as Writing. */
  readonly what: string;
  /** Of the whole, 0-1. */
  readonly share: number;
  readonly text: string;
  /** Absent where it can no longer be stopped. */
  readonly cancel?: () => void;
}

/** How far a run is, and how to stop it; stands where its button stood. */
export function RunProgress({ run }: { readonly run: Run }) {
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
