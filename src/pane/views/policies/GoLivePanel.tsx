import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { backtestPolicies, type BacktestDetails } from "../../../analyses/backtest-policies";
import { scorecardOf, type BacktestedItem, type Scorecard } from "../../../analyses/backtest/scorecard";
import type { Judged, Verdict, Weighed } from "../../../analyses/backtest/verdict";
import { backtestNeeds } from "../../../analyses/policies/policy-needs";
import { WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { RankedList } from "../../components/RankedList";
import { formatCompact, formatPercent, formatUnits, formatWhole } from "../../format";
import { useTable } from "../../use-table";
import { noFigure, placeName } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";
import { BacktestDetail } from "./BacktestDetail";
import { wayNames } from "./way-names";
import { Weighing } from "./Weighing";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const optionNames = ["days", "shortageRate", "orderCost", "carryRate", "bucket", "targetType", "target"];

const verdictMarks: Readonly<Record<Verdict, "success" | "warning" | "danger" | "informative">> = {
  recommended: "success",
  "trade-off": "warning",
  "no change": "informative",
  worse: "danger",
};
const verdicts = ["all", "recommended", "trade-off", "no change", "worse"] as const;

/** What the proposals would have done over the past, day by day and without look-ahead, before anything goes live. */
export function GoLivePanel(panel: PanelProps) {
  const { tables, isWriting, outcomes } = panel;
  const styles = useStyles();
  const table = useTable("Backtest", isWriting);
  const content = table.state === "ready" ? table.value : undefined;
  const card = useMemo(() => scorecardOf(content), [content]);
  const [shown, setShown] = useState<(typeof verdicts)[number]>("all");
  const [openId, setOpenId] = useState<string>();
  const needs = backtestNeeds(tables);
  if (needs.length > 0) return <NeedList needs={needs} />;
  const listed = card.items.filter((one) => shown === "all" || verdictOf(one) === shown);
  const open = card.items.find(({ id }) => id === openId);
  const details = outcomes[backtestPolicies.id]?.details as BacktestDetails | undefined;
  return (
    <WithDetail
      className={styles.panel}
      detail={open && <BacktestDetail item={open} onClose={() => setOpenId(undefined)} />}
    >
      {card.items.length > 0 && <KpiStrip kpis={goLiveKpis(card)} />}
      <AnalysisRun
        panel={panel}
        analysis={backtestPolicies}
        label="Replay the past year"
        note="Replays receipts and issues of Transactions and writes Backtest. Proposals of the time know nothing of what came after."
        done="The past is replayed"
        failed="The past was not replayed"
        names={optionNames}
        settings="Days and costs"
      />
      {card.items.length > 0 && (
        <>
          <FigureTable
            caption={captionOf(card, details)}
            columns={["", ...card.scores.map(({ way }) => wayNames[way])]}
            rows={scoreRows(card)}
          />
          {card.judged !== undefined && (
            <Weighing
              judged={card.judged}
              against="Before"
              stock={{ name: "Stock, money", format: formatCompact }}
            />
          )}
          <Field label="Show" size="small">
            <Select
              size="small"
              value={shown}
              onChange={(_, { value }) => setShown(verdicts.find((one) => one === value) ?? "all")}
            >
              {verdicts.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {verdict === "all" ? "All items" : verdict}
                </option>
              ))}
            </Select>
          </Field>
          <RankedList
            key={shown}
            label="Items by regret"
            count={listed.length}
            rowAt={(i) => {
              const { id, item, location, judged, regret } = listed[i];
              const verdict = verdictOf(listed[i]);
              return {
                id,
                title: placeName(item, location),
                value: formatCompact(regret),
                text:
                  judged === undefined
                    ? ""
                    : `fill rate ${change(judged, "fillRate", formatPercent)} · stock ${change(judged, "stock", formatUnits)} · cost ${change(judged, "cost", formatCompact)}`,
                mark: { text: verdict, color: verdictMarks[verdict] },
              };
            }}
            onOpen={setOpenId}
          />
        </>
      )}
      <IssueList issues={outcomes[backtestPolicies.id]?.issues ?? card.issues} />
    </WithDetail>
  );
}

const verdictOf = ({ judged }: BacktestedItem): Verdict => judged?.verdict ?? "no change";

function change({ against, proposed }: Judged, of: keyof Weighed, format: (value: number) => string): string {
  return `${format(against[of])} → ${format(proposed[of])}`;
}

function goLiveKpis({ items, scores, reproduced, days }: Scorecard) {
  const count = (verdict: Verdict) => items.filter((one) => verdictOf(one) === verdict).length;
  const proposed = scores.find(({ way }) => way === "proposed");
  return [
    { name: "Replayed", value: formatWhole(items.length), note: `items, ${formatWhole(days)} days` },
    { name: "As booked", value: reproduced === null ? noFigure : formatPercent(reproduced), note: "of days" },
    {
      name: "Better",
      value: formatWhole(count("recommended")),
      note: `${formatWhole(count("worse"))} worse`,
    },
    {
      name: "Regret",
      value: proposed === undefined ? noFigure : formatCompact(proposed.regret),
      note: "of proposed",
    },
  ];
}

function captionOf({ scores, items }: Scorecard, details: BacktestDetails | undefined): string {
  const fewer = scores.filter((score) => score.items < items.length);
  const only = fewer.map(({ way, items: count }) => `${wayNames[way]}: ${formatWhole(count)} items only`);
  const coverage =
    details?.coverageOfA === null || details?.coverageOfA === undefined
      ? []
      : [`${formatPercent(details.coverageOfA)} of A items replayed`];
  return ["The same days four ways", ...coverage, ...only].join("; ");
}

function scoreRows({ scores }: Scorecard) {
  const row = (name: string, of: (score: (typeof scores)[number]) => string) => ({
    key: name,
    cells: [name, ...scores.map(of)],
  });
  return [
    row("Stockout days", ({ stockoutDays }) => formatWhole(stockoutDays)),
    row("Fill rate", ({ fillRate }) => formatPercent(fillRate)),
    row("Stock, money", ({ stockValue }) => formatCompact(stockValue)),
    row("Orders", ({ orders }) => formatWhole(orders)),
    row("Cost, money", ({ money }) => formatCompact(money)),
    row("Regret", ({ regret }) => formatCompact(regret)),
  ];
}
