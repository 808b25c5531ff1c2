import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { reperformClasses, type Reperformed } from "../../../analyses/reperform-classes";
import { segmentReview } from "../../../analyses/run-classify-items";
import { storedRun, type StoredRun } from "../../../analyses/segments/reperform";
import { storedOptions } from "../../../analyses/stored-options";
import type { TableContent } from "../../../workbook/workbook";
import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";
import { FigureTable } from "../../components/FigureTable";
import { Facts } from "../../components/Facts";
import { Section } from "../../components/Section";
import { formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { isoDay } from "./iso-day";
import { segmentOr } from "./names";
import { viewId, type PanelProps } from "./panel";

const useStyles = makeStyles({
  hash: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly source: PanelProps["source"];
  readonly runs: TableContent;
  readonly history: TableContent;
}

/** The last committed review with all that it rests on, and the proof that it can be performed again. */
export function MethodCard({ runs, history }: Props) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { session } = useRunSession(viewId);
  const start = useAnalysisRun(viewId);
  const stored = useMemo(() => lastRun(runs, history), [runs, history]);
  if (stored === undefined) return null;
  const { run, runRow, written } = stored;
  const details = session.outcomes[reperformClasses.id]?.details as Reperformed | undefined;
  const proof = details?.runId === run.RunId ? details : undefined;
  return (
    <Section title="Method card">
      <Facts
        facts={[
          [
            "Run",
            <Link
              key="run"
              as="button"
              inline
              onClick={() =>
                void attempt("Cannot show the run", () =>
                  workbook.selectTableCell("Runs", runRow - 1, "RunId"),
                )
              }
            >
              {run.RunId}
            </Link>,
          ],
          ["Version", run.Version ?? ""],
          ["By", run.By ?? ""],
          ["On", run.At === null ? "" : isoDay(run.At)],
          ["Items", formatWhole(written.length)],
          ...parameters(run.Params ?? ""),
          [
            "Input hash",
            <span key="hash" className={styles.hash}>
              {run.InputHash}
            </span>,
          ],
        ]}
      />
      {proof !== undefined && <Proof proof={proof} />}
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={session.run.kind === "running"}
          onClick={() =>
            void start({
              analysis: reperformClasses,
              options: { run: run.RunId },
              done: "Performed again",
              failed: "The run could not be performed again",
            })
          }
        >
          Re-perform
        </Button>
        <Text size={200}>Classes every item again from the stored run and adds a row to Runs.</Text>
      </div>
    </Section>
  );
}

function Proof({ proof: { items, different, sameInput, differentNow } }: { readonly proof: Reperformed }) {
  const same = items - different.length;
  const listed = different.length > 0 ? different : differentNow;
  return (
    <>
      <MessageBar intent={different.length === 0 ? "success" : "error"} layout="multiline">
        <MessageBarBody>
          {formatWhole(same)} of {formatWhole(items)} classes come out as they were written.{" "}
          {sameInput
            ? "The tables are as they were: the input hash is the same."
            : `Items or Demand have changed since: ${formatWhole(differentNow.length)} would be classed otherwise now.`}
        </MessageBarBody>
      </MessageBar>
      {listed.length > 0 && (
        <FigureTable
          caption={
            different.length > 0 ? "Classes that come out differently" : "Classes the tables would give now"
          }
          columns={["Item", "Written", "Again"]}
          rows={listed.slice(0, 20).map(({ item, written, now }) => ({
            key: item,
            cells: [item, segmentOr(written), segmentOr(now)],
          }))}
        />
      )}
    </>
  );
}

function lastRun(runs: TableContent, history: TableContent): StoredRun | undefined {
  try {
    return storedRun(runs, history, segmentReview.id, "");
  } catch {
    return undefined;
  }
}

/** Options of the run, each on a line; those that are blank left out. */
function parameters(params: string): (readonly [string, string])[] {
  try {
    return Object.entries(storedOptions(segmentReview, params)).flatMap(([name, value]) => {
      const text = String(value);
      return text === "" ? [] : [[name, text.length > 60 ? `${text.slice(0, 57)}...` : text] as const];
    });
  } catch {
    return [["Parameters", params]];
  }
}
