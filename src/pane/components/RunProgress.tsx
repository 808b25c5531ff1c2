import { Button, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { RunState } from "../analysis/run-session";
import { HiddenText } from "./HiddenText";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  running: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, width: "100%" },
  progress: { flexGrow: 1 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** How far a run is, and how to stop it; stands where its button stood. */
export function RunProgress({ run }: { readonly run: RunState & { readonly kind: "running" } }) {
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
