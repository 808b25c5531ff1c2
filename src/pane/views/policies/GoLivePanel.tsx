import { Field, Link, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { backtestPolicies, type BacktestDetails } from "../../../analyses/backtest-policies";
import type { Verdict, Way } from "../../../analyses/backtest/replay-item";
import { allWays } from "../../../analyses/backtest/replay-item";
import { scorecardOf, type BacktestedItem, type Scorecard } from "../../../analyses/backtest/scorecard";
import { backtestNeeds } from "../../../analyses/policies/policy-needs";
import { DetailDrawer, WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { RankedList } from "../../components/RankedList";
import { formatCompact, formatPercent, formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { useAttempt } from "../../use-attempt";
import { useTable } from "../../use-table";
import { noFigure, placeName, signedMoney } from "./names";
import type { PanelProps } from "../../components/PanelView";
import { AnalysisRun } from "../../components/AnalysisRun";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const optionNames = ["days", "shortageRate", "orderCost", "carryRate", "bucket", "targetType", "target"];

const wayNames: Readonly<Record<Way, string>> = {
  done: "Done",
  current: "In force",
  proposed: "Proposed",
  hindsight: "Hindsight",
};

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
  const listed = card.items.filter(({ verdict }) => shown === "all" || verdict === shown);
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
          {card.verdict !== undefined && <Text>{verdictText(card.verdict)}</Text>}
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
              const { id, item, location, verdict, regret, ways: found } = listed[i];
              const against = found.current ?? found.done;
              return {
                id,
                title: placeName(item, location),
                value: formatCompact(regret),
                text: `fill rate ${share(against?.FILL)} → ${share(found.proposed?.FILL)} · stock ${units(against?.Stock)} → ${units(found.proposed?.Stock)}`,
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

const share = (value: number | null | undefined) =>
  value === null || value === undefined ? noFigure : formatPercent(value);
const units = (value: number | null | undefined) =>
  value === null || value === undefined ? noFigure : formatUnits(value);

function goLiveKpis({ items, scores, reproduced, days }: Scorecard) {
  const recommended = items.filter(({ verdict }) => verdict === "recommended").length;
  const worse = items.filter(({ verdict }) => verdict === "worse").length;
  const proposed = scores.find(({ way }) => way === "proposed");
  return [
    { name: "Replayed", value: formatWhole(items.length), note: `items, ${formatWhole(days)} days` },
    { name: "As booked", value: reproduced === null ? noFigure : formatPercent(reproduced), note: "of days" },
    { name: "Better", value: formatWhole(recommended), note: `${formatWhole(worse)} worse` },
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

function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case "recommended":
      return "Together the proposals give at least the fill rate with no more stock: recommended.";
    case "trade-off":
      return "Together the proposals gain on one side and give on the other: a trade-off, to be decided item by item.";
    case "no change":
      return "Together the proposals change neither fill rate nor stock.";
    case "worse":
      return "Together the proposals would have been worse in both fill rate and stock: not recommended.";
  }
}

function BacktestDetail({
  item: one,
  onClose,
}: {
  readonly item: BacktestedItem;
  readonly onClose: () => void;
}) {
  const { workbook } = usePane();
  const { attempt } = useAttempt();
  const { item, location, ways: found, verdict, rows } = one;
  const shown = allWays.flatMap((way) => {
    const cells = found[way];
    return cells === undefined ? [] : [{ way, cells }];
  });
  const row = (name: string, of: (cells: (typeof shown)[number]["cells"]) => string) => ({
    key: name,
    cells: [name, ...shown.map(({ cells }) => of(cells))],
  });
  const money = (value: number | null) => (value === null ? noFigure : formatCompact(value));
  const against = found.current ?? found.done;
  const costOf = (cells: typeof against) =>
    (cells?.Carrying ?? 0) + (cells?.Ordering ?? 0) + (cells?.Shortage ?? 0);
  return (
    <DetailDrawer title={placeName(item, location)} onClose={onClose}>
      <Text weight="semibold">
        {verdict === "recommended"
          ? "Recommended: better in fill rate or stock, worse in neither"
          : verdict === "worse"
            ? "Worse in both fill rate and stock: not recommended"
            : verdict === "trade-off"
              ? "A trade-off: better on one side, worse on the other"
              : "No change"}
      </Text>
      <FigureTable
        caption={`${formatWhole(found.proposed?.Days ?? 0)} days`}
        columns={["", ...shown.map(({ way }) => wayNames[way])]}
        rows={[
          row("Stockout days", ({ StockoutDays }) => units(StockoutDays)),
          row("Fill rate", ({ FILL }) => share(FILL)),
          row("Stock, units", ({ Stock }) => units(Stock)),
          row("Orders", ({ Orders }) => units(Orders)),
          row("Carrying", ({ Carrying }) => money(Carrying)),
          row("Ordering", ({ Ordering }) => money(Ordering)),
          row("Shortage", ({ Shortage }) => money(Shortage)),
          row("Regret", ({ Regret }) => money(Regret)),
        ]}
      />
      <Text>
        Against {found.current === undefined ? "what was done" : "the parameters in force"} the proposal
        changes cost by {signedMoney(costOf(found.proposed) - costOf(against))}.
      </Text>
      <div>
        <Link
          as="button"
          onClick={() =>
            void attempt("Cannot show the rows", () => workbook.selectTableRows("Backtest", rows))
          }
        >
          Show in Backtest
        </Link>
      </div>
    </DetailDrawer>
  );
}
