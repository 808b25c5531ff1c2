import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Analysis } from "../../analyses/define-analysis";
import { knownOptions } from "../analysis/known-options";
import { useAnalysisRun } from "../analysis/use-analysis-run";
import { Disclosure } from "./Disclosure";
import { OptionFields } from "./OptionFields";
import type { PanelProps } from "./PanelView";
import { RunProgress } from "./RunProgress";

const useStyles = makeStyles({
  place: { outlineStyle: "none" },
  bar: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The panel it stands in: its view, options and what runs there. */
  readonly panel: Pick<PanelProps, "viewId" | "run" | "options" | "onOptions">;
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
  /** Title of the fold they stand in; null leaves them in sight. */
  readonly settings?: string | null;
  readonly primary?: boolean;
}

/** The button of a job, how far it is while it runs, and its settings. */
export function AnalysisRun({
  panel: { viewId, run, options, onOptions },
  analysis,
  before = [],
  label,
  note,
  done,
  failed,
  names = [],
  settings = "Settings",
  primary = true,
}: Props) {
  const styles = useStyles();
  const start = useAnalysisRun(viewId);
  const { place, button, hold } = useHeldFocus(run.kind === "running");
  const startAll = async () => {
    for (const one of [...before, analysis]) {
      hold();
      const outcome = await start({ analysis: one, options: knownOptions(one, options), done, failed });
      if (outcome === undefined) return;
    }
  };
  const fields = (
    <OptionFields
      analysis={analysis}
      names={names}
      given={options}
      disabled={run.kind === "running"}
      onChange={onOptions}
    />
  );
  return (
    <div className={styles.block}>
      <div ref={place} tabIndex={-1} className={styles.place}>
        {run.kind === "running" ? (
          <RunProgress run={run} />
        ) : (
          <div className={styles.bar}>
            <Button
              ref={button}
              appearance={primary ? "primary" : "secondary"}
              onClick={() => void startAll()}
            >
              {label}
            </Button>
            <Text size={200} className={styles.muted}>
              {note}
            </Text>
          </div>
        )}
      </div>
      {names.length > 0 && (settings === null ? fields : <Disclosure title={settings}>{fields}</Disclosure>)}
    </div>
  );
}

/** Where a button gives way to its progress, the focus stays in their place, and is back on the button when all is done. */
function useHeldFocus(isRunning: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const held = useRef(false);
  useEffect(() => {
    if (!held.current) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    const inPlace = place.current?.contains(document.activeElement) === true;
    if (isRunning) {
      if (lost) place.current?.focus();
      return;
    }
    held.current = false;
    if (lost || inPlace) button.current?.focus();
  }, [isRunning]);
  const hold = () => {
    held.current = true;
  };
  return { place, button, hold };
}
