import { Button, Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { dynamicReview } from "../../../analyses/dynamic-review";
import { findTable } from "../../../analyses/needs";
import { triggerList, type ListedTrigger } from "../../../analyses/triggers/trigger-list";
import { DeciderField } from "../../components/DeciderField";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { formatBucket, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { sentence } from "../../sentence";
import { useAttempt } from "../../use-attempt";
import { useDecider } from "../../use-decider";
import { useTable } from "../../use-table";
import { noFigure, percentOr, placeName, signedMoney, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useDecideTriggers } from "./use-decide-triggers";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const optionNames = [
  "deadBand",
  "cap",
  "receiptWindow",
  "receiptLimit",
  "forecastWindow",
  "forecastLimit",
  "bucket",
];

/** Reasons to move a safety stock in force: drift of forecasts and lead times, and proposals beyond the dead-band. */
export function TriggersPanel(panel: PanelProps) {
  const { tables, onPanel, isWriting, run, outcomes } = panel;
  const styles = useStyles();
  const table = useTable("Triggers", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const { rows, issues } = useMemo(() => triggerList(content), [content]);
  const [openKey, setOpenKey] = useState<string>();
  const [by, setBy] = useDecider();
  const { decide, running } = useDecideTriggers(by);
  if (findTable(tables, "Policies") === undefined)
    return (
      <Text>
        Triggers are about safety stocks in force, which stand in Policies.{" "}
        <Button size="small" onClick={() => onPanel("proposals")}>
          Go to proposals
        </Button>
      </Text>
    );
  const waiting = rows.filter(({ cells }) => (cells.Status ?? "open") === "open");
  const count = (kind: string) => waiting.filter(({ cells }) => cells.Kind === kind).length;
  // Two findings about one item move its stock once.
  const cash = [...new Map(waiting.map(({ id, cells }) => [id, cells.Cash ?? 0])).values()];
  const canDecide = by.trim() !== "" && !running && run.kind === "idle";
  const open = rows.find(({ key }) => key === openKey);
  const close = () => setOpenKey(undefined);
  const decideOne = async (trigger: ListedTrigger, status: "approved" | "ignored") => {
    await decide([trigger], status);
    close();
  };
  return (
    <WithDetail
      className={styles.panel}
      detail={
        open && (
          <TriggerDetail
            trigger={open}
            by={by}
            onBy={setBy}
            canDecide={canDecide}
            onDecide={(status) => void decideOne(open, status)}
            onClose={close}
          />
        )
      }
    >
      <KpiStrip
        kpis={[
          { name: "Open", value: formatWhole(waiting.length), note: "triggers" },
          { name: "Cash", value: signedMoney(cash.reduce((sum, one) => sum + one, 0)), note: "if approved" },
          { name: "Lead time", value: formatWhole(count("leadtime")), note: "drifted" },
          { name: "Forecast", value: formatWhole(count("forecast")), note: "drifted" },
        ]}
      />
      <AnalysisRun
        panel={panel}
        analysis={dynamicReview}
        label="Review safety stocks"
        primary={waiting.length === 0}
        note="Looks at every safety stock in force and writes reasons to Triggers; nothing moves before it is approved."
        done="Safety stocks reviewed"
        failed="The review was not made"
        names={optionNames}
        settings="Dead-band, cap and limits"
      />
      {waiting.length > 0 && (
        <>
          <DeciderField name={by} onChange={setBy} />
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabledFocusable={!canDecide}
              onClick={() => void decide(waiting, "approved")}
            >
              Approve {formatWhole(waiting.length)}
            </Button>
            <Button disabledFocusable={!canDecide} onClick={() => void decide(waiting, "ignored")}>
              Ignore {formatWhole(waiting.length)}
            </Button>
          </div>
        </>
      )}
      <RankedList
        label="Triggers"
        count={waiting.length}
        rowAt={(i) => triggerRow(waiting[i])}
        onOpen={setOpenKey}
      />
      {waiting.length === 0 && rows.length > 0 && (
        <Text>No trigger is open; {formatWhole(rows.length)} are decided.</Text>
      )}
      <IssueList issues={outcomes[dynamicReview.id]?.issues ?? issues} />
    </WithDetail>
  );
}

const kindNames = { forecast: "forecast", leadtime: "lead time", proposal: "proposal" } as const;

function triggerRow({ key, cells }: ListedTrigger) {
  return {
    id: key,
    title: placeName(cells.Item ?? "", cells.Location ?? ""),
    value: cells.Cash === null ? noFigure : signedMoney(cells.Cash),
    text: cells.Reason ?? "",
    mark: { text: kindNames[cells.Kind ?? "proposal"], color: "warning" } as const,
  };
}

interface DetailProps {
  readonly trigger: ListedTrigger;
  readonly by: string;
  readonly onBy: (name: string) => void;
  readonly canDecide: boolean;
  readonly onDecide: (status: "approved" | "ignored") => void;
  readonly onClose: () => void;
}

function TriggerDetail({ trigger, by, onBy, canDecide, onDecide, onClose }: DetailProps) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { cells, row } = trigger;
  return (
    <DetailDrawer
      title={placeName(cells.Item ?? "", cells.Location ?? "")}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={!canDecide} onClick={() => onDecide("approved")}>
            Approve
          </Button>
          <Button disabledFocusable={!canDecide} onClick={() => onDecide("ignored")}>
            Ignore
          </Button>
        </>
      }
    >
      <Text>{sentence(cells.Reason ?? "")}</Text>
      <Facts
        facts={[
          ["Day", cells.Date === null ? noFigure : formatBucket(cells.Date, "D")],
          ["What moved", `${kindNames[cells.Kind ?? "proposal"]}, ${cells.Finding ?? ""}`],
          ["Safety stock", `${unitsOr(cells.Old)} → ${unitsOr(cells.New)}`],
          ["Reorder point", unitsOr(cells.NewROP)],
          ["Fill rate", percentOr(cells.FILL)],
          ["Cycle service level", percentOr(cells.CSL)],
          ["Cash", cells.Cash === null ? noFigure : signedMoney(cells.Cash)],
        ]}
      />
      <div>
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the row", () => workbook.selectTableCell("Triggers", row, "New"))
          }
        >
          Show in Triggers
        </Link>
      </div>
      <DeciderField name={by} onChange={onBy} />
    </DetailDrawer>
  );
}
