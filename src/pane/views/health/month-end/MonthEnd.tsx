import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { monthEnd } from "../../../../analyses/month-end";
import { tieOutFigure, type StepProgress } from "../../../../analyses/valuation/closing-progress";
import { monthEndNeeds } from "../../../../analyses/valuation/month-end-needs";
import type { Issue } from "../../../../workbook/tables";
import { Advice } from "../../../components/Advice";
import { Disclosure } from "../../../components/Disclosure";
import { KpiStrip } from "../../../components/KpiStrip";
import { NeedList } from "../../../components/NeedList";
import { OptionFields, type GivenOptions } from "../../../components/OptionFields";
import { formatBucket, formatWhole } from "../../../format";
import { failureText } from "../../../use-attempt";
import { useSavedOptions } from "../../../use-saved-options";
import { ruleNames, steps } from "./closing-steps";
import { useMonthEndSession } from "./month-end-session";
import { StepPanel } from "./StepPanel";
import { useClosing, type Closing } from "./use-closing";
import { useStepActions } from "./use-step-actions";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  header: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexGrow: 1 },
  name: { flexGrow: 1 },
  panel: { marginInline: 0, paddingBottom: tokens.spacingVerticalM },
});

const marks = {
  "to do": { text: "to do", color: "informative" },
  done: { text: "done", color: "success" },
  differs: { text: "differs", color: "danger" },
} as const;

/** The month end as a guided sequence: each step with its tie-out, its issues and one button. */
export function MonthEnd() {
  const styles = useStyles();
  const { run } = useMonthEndSession().session;
  const closing = useClosing(run.kind === "running");
  const [options, setOptions] = useSavedOptions("month-end.options");
  if (closing.state === "failed")
    return <Advice title="The tables cannot be read" text={failureText(closing.error)} />;
  if (closing.state === "loading" || options === undefined)
    return <Spinner size="small" label="Reading the tables" />;
  const needs = monthEndNeeds(closing.value.tables);
  return (
    <div className={styles.view}>
      <NeedList needs={needs} />
      {!needs.some(({ blocking }) => blocking) && (
        <Sequence closing={closing.value} options={options} onOptions={setOptions} />
      )}
    </div>
  );
}

interface Props {
  readonly closing: Closing;
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
}

function Sequence({ closing, options, onOptions }: Props) {
  const styles = useStyles();
  const { run, outcomes } = useMonthEndSession().session;
  const act = useStepActions(closing, options);
  const { progress } = closing;
  const [opened, setOpened] = useState<string>();
  const open = opened ?? progress.next ?? "";
  const value = tieOutFigure(progress, "layers", "Value of the layers against Valuation");
  const reserved = tieOutFigure(
    progress,
    "reserve",
    "Before, currency, used, released and new against closing",
  );
  const differing = progress.steps.reduce((sum, one) => sum + one.differing, 0);
  return (
    <>
      {progress.asOf !== undefined && value !== undefined && (
        <KpiStrip
          kpis={[
            { name: "Stock at cost", value: formatWhole(value), note: formatBucket(progress.asOf, "D") },
            { name: "Reserve", value: reserved === undefined ? "–" : formatWhole(reserved) },
            { name: "Differ", value: String(differing), note: "lines of TieOut" },
          ]}
        />
      )}
      <Accordion
        collapsible
        openItems={open === "" ? [] : [open]}
        onToggle={(_, { value: item }) => setOpened(item === open ? "" : String(item))}
      >
        {steps.map((definition, i) => {
          const own = progress.steps[i];
          const analysis = definition.action.kind === "run" ? definition.action.analysis : undefined;
          const outcome = analysis === undefined ? undefined : outcomes[analysis.id];
          return (
            <AccordionItem key={definition.step} value={definition.step}>
              <AccordionHeader size="small" className={styles.header}>
                <span className={styles.title}>
                  <span className={styles.name}>
                    {i + 1}. {definition.title}
                  </span>
                  <StateMark progress={own} />
                </span>
              </AccordionHeader>
              <AccordionPanel className={styles.panel}>
                <StepPanel
                  definition={definition}
                  progress={own}
                  waiting={waitingFor(progress.steps, i)}
                  options={options}
                  onOptions={onOptions}
                  onAct={() =>
                    void act(definition).then(() => {
                      if (definition.action.kind !== "show") setOpened(definition.step);
                    })
                  }
                  findings={findingsOf(outcomes, definition.step, own)}
                  issues={outcome?.issues ?? []}
                />
              </AccordionPanel>
            </AccordionItem>
          );
        })}
      </Accordion>
      {progress.next === undefined && (
        <Text>
          All steps are done{differing > 0 ? "; what differs is told in TieOut and in the frozen copy" : ""}.
        </Text>
      )}
      <Disclosure title="Rules">
        <OptionFields
          analysis={monthEnd}
          names={ruleNames}
          given={options}
          disabled={run.kind === "running"}
          onChange={onOptions}
        />
      </Disclosure>
    </>
  );
}

function StateMark({ progress: { state, explained } }: { readonly progress: StepProgress }) {
  const { text, color } = marks[state];
  const shown = state === "done" && explained > 0 ? `done, ${explained} explained` : text;
  return (
    <Badge size="small" appearance="tint" color={state === "done" && explained > 0 ? "warning" : color}>
      {shown}
    </Badge>
  );
}

/** A step can begin when those before it have run; the last one waits for the journal. */
function waitingFor(progress: readonly StepProgress[], at: number): string[] {
  return progress
    .slice(0, at)
    .flatMap(({ state }, i) => (state === "to do" ? [steps[i].title] : []))
    .slice(0, 1);
}

/** What a step's run found, of its own lines: the run of the first step finds for the first three. */
function findingsOf(
  outcomes: Readonly<Record<string, { readonly details?: unknown }>>,
  step: string,
  { lines }: StepProgress,
): readonly Issue[] {
  const job = steps.find(
    (one) => one.step === (step === "ledger" || step === "layers" ? "cut-off" : step),
  )?.action;
  if (job?.kind !== "run") return [];
  const details = outcomes[job.analysis.id]?.details as { readonly findings?: readonly Issue[] } | undefined;
  const notes = new Set(lines.map(({ line }) => `${line.Class ?? line.Line}: ${line.Note ?? line.Line}`));
  return (details?.findings ?? []).filter(({ message }) => notes.has(message));
}
