import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { rebalanceStock } from "../../../analyses/rebalance-stock";
import { movesTable, type Row } from "../../../workbook/tables";
import { CellButton } from "../../components/CellButton";
import { DeciderField } from "../../components/DeciderField";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { Facts } from "../../components/Facts";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { formatCompact, formatUnits, formatWhole } from "../../format";
import { daysOr, moneyOr, unitsOr } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { useDecideMoves, type MoveStatus } from "./use-decide-moves";
import { useDecider } from "../../use-decider";
import { useRows } from "../../use-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type MoveRow = Row<typeof movesTable.columns>;
const optionNames = ["horizon", "writedown", "refill", "minvalue", "movecost"];
const none: ReadonlySet<string> = new Set();
const marks = {
  proposed: { text: "proposed", color: "brand" },
  accepted: { text: "accepted", color: "success" },
  rejected: { text: "rejected", color: "danger" },
  done: { text: "done", color: "informative" },
} as const;

const order = ["proposed", "accepted", "rejected", "done"] as const;
const orderOf = ({ Status }: MoveRow) => order.indexOf(Status ?? "proposed");

/** Moves between sites that pay, and what was decided about them. */
export function MovesPanel(panel: PanelProps) {
  const { isWriting, run, outcomes } = panel;
  const styles = useStyles();
  const moves = useRows(movesTable, isWriting);
  const [by, setBy] = useDecider();
  const { decide, running } = useDecideMoves(by);
  const [ticked, setTicked] = useState(none);
  const [openId, setOpenId] = useState<string>();
  const rows = useMemo(
    () =>
      (moves.rows ?? [])
        .map((row, i) => ({ id: String(moves.places[i]), row }))
        .sort((a, b) => orderOf(a.row) - orderOf(b.row) || (b.row.Benefit ?? 0) - (a.row.Benefit ?? 0)),
    [moves.rows, moves.places],
  );
  const waiting = rows.filter(({ row }) => orderOf(row) === 0);
  const chosen = waiting.filter(({ id }) => ticked.has(id));
  const decidable = chosen.length > 0 ? chosen : waiting;
  const canDecide = by.trim() !== "" && !running && run.kind === "idle";
  const benefit = waiting.reduce((sum, { row }) => sum + (row.Benefit ?? 0), 0);
  const open = rows.find(({ id }) => id === openId);
  const decideAll = async (status: MoveStatus, ids: readonly string[]) => {
    await decide(ids.map(Number), status);
    setTicked(none);
    setOpenId(undefined);
  };
  const many = `${formatWhole(decidable.length)}${chosen.length > 0 ? " chosen" : ""}`;
  const detail = open !== undefined && (
    <DetailDrawer
      title={`${open.row.Item}: ${open.row.From} → ${open.row.To}`}
      onClose={() => setOpenId(undefined)}
      actions={
        <>
          {decisions[open.row.Status ?? "proposed"].map(([status, label], i) => (
            <Button
              key={status}
              appearance={i === 0 ? "primary" : "secondary"}
              disabledFocusable={!canDecide}
              onClick={() => void decideAll(status, [open.id])}
            >
              {label}
            </Button>
          ))}
          <CellButton table={movesTable.name} row={Number(open.id)} column="Qty">
            Go to its row
          </CellButton>
        </>
      }
    >
      <Text>{open.row.Reason}</Text>
      <Facts facts={moveFacts(open.row)} />
      <DeciderField name={by} onChange={setBy} />
    </DetailDrawer>
  );
  if (moves.state === "loading") return <Spinner size="small" label="Reading Moves" />;
  return (
    <WithDetail detail={detail} className={styles.panel}>
      {rows.length > 0 && (
        <KpiStrip
          kpis={[
            { name: "To decide", value: formatWhole(waiting.length), note: "moves" },
            { name: "Benefit", value: formatCompact(benefit), note: "after freight" },
          ]}
        />
      )}
      <AnalysisRun
        panel={panel}
        analysis={rebalanceStock}
        label={rows.length === 0 ? "Propose moves" : "Propose again"}
        primary={waiting.length === 0}
        note="Writes proposals to Moves. A source never goes below its reorder point."
        done="Moves proposed"
        failed="No moves were proposed"
        names={optionNames}
      />
      {waiting.length > 0 && <DeciderField name={by} onChange={setBy} />}
      {waiting.length > 0 && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={!canDecide}
            onClick={() =>
              void decideAll(
                "accepted",
                decidable.map(({ id }) => id),
              )
            }
          >
            Accept {many}
          </Button>
          <Button
            disabledFocusable={!canDecide}
            onClick={() =>
              void decideAll(
                "rejected",
                decidable.map(({ id }) => id),
              )
            }
          >
            Reject {many}
          </Button>
        </div>
      )}
      <RankedList
        label="Moves"
        count={rows.length}
        rowAt={(i) => moveRow(rows[i].id, rows[i].row)}
        onOpen={setOpenId}
        {...(waiting.length > 0
          ? {
              ticked,
              onTick: (id: string, on: boolean) => {
                const next = new Set(ticked);
                if (on) next.add(id);
                else next.delete(id);
                setTicked(next);
              },
            }
          : {})}
      />
      <IssueList issues={outcomes[rebalanceStock.id]?.issues ?? moves.issues} />
    </WithDetail>
  );
}

/** What may follow on a status, the chief one first. */
const decisions: Readonly<Record<MoveStatus, readonly (readonly [MoveStatus, string])[]>> = {
  proposed: [
    ["accepted", "Accept"],
    ["rejected", "Reject"],
  ],
  accepted: [
    ["done", "Done"],
    ["proposed", "Decide again"],
  ],
  rejected: [["proposed", "Decide again"]],
  done: [["accepted", "Not done yet"]],
};

function moveRow(id: string, { Item, From, To, Qty, Benefit, Reason, Status }: MoveRow) {
  return {
    id,
    title: `${Item}: ${From} → ${To}`,
    value: moneyOr(Benefit),
    text: `${formatUnits(Qty ?? 0)} ${Qty === 1 ? "unit" : "units"}. ${Reason ?? ""}`,
    mark: marks[Status ?? "proposed"],
  };
}

function moveFacts(row: MoveRow): readonly (readonly [string, string])[] {
  return [
    ["Quantity", unitsOr(row.Qty)],
    ["Worth at cost", moneyOr(row.Value)],
    ["Write-down avoided", moneyOr(row.Avoided)],
    ["Margin kept", moneyOr(row.Margin)],
    ["Freight", moneyOr(row.Freight)],
    ["Benefit", moneyOr(row.Benefit)],
    ["Takes", daysOr(row.LeadTime)],
    [`Left at ${row.From}`, `${unitsOr(row.SourceAfter)}, reorder point ${unitsOr(row.SourceROP)}`],
    [`Position of ${row.To}`, `${unitsOr(row.SinkBefore)} → ${unitsOr(row.SinkAfter)}`],
    ...(row.By === null ? [] : ([["Decided by", row.By]] as const)),
  ];
}
