import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Analysis } from "../../../analyses/define-analysis";
import { knownOptions } from "../../analysis/known-options";
import { Disclosure } from "../../components/Disclosure";
import { OptionFields } from "../../components/OptionFields";
import { RunProgress } from "../../components/RunProgress";
import { useHealthRun, useHealthSession } from "./health-session";
import type { PanelProps } from "../../components/PanelView";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props extends Pick<PanelProps, "options" | "onOptions"> {
  readonly analysis: Analysis;
  /** Jobs whose tables it reads, run before it in this order. */
  readonly before?: readonly Analysis[];
  readonly label: string;
  /** What it writes, in a sentence. */
  readonly note: string;
  /** Title of the message when all is written, and when it is not. */
  readonly done: string;
  readonly failed: string;
  /** Options that can be set here. */
  readonly names?: readonly string[];
  readonly primary?: boolean;
}

/** The button of a job, how far it is while it runs, and its settings. */
export function HealthRun({
  analysis,
  label,
  note,
  done,
  failed,
  names = [],
  before = [],
  primary = true,
  options,
  onOptions,
}: Props) {
  const styles = useStyles();
  const start = useHealthRun();
  const { run } = useHealthSession();
  const startAll = async () => {
    for (const one of [...before, analysis]) {
      const outcome = await start({ analysis: one, options: knownOptions(one, options), done, failed });
      if (outcome === undefined) return;
    }
  };
  return (
    <div className={styles.block}>
      {run.kind === "running" ? (
        <RunProgress run={run} />
      ) : (
        <div className={styles.bar}>
          <Button appearance={primary ? "primary" : "secondary"} onClick={() => void startAll()}>
            {label}
          </Button>
          <Text size={200} className={styles.muted}>
            {note}
          </Text>
        </div>
      )}
      {names.length > 0 && (
        <Disclosure title="Settings">
          <OptionFields
            analysis={analysis}
            names={names}
            given={options}
            disabled={run.kind === "running"}
            onChange={onOptions}
          />
        </Disclosure>
      )}
    </div>
  );
}
