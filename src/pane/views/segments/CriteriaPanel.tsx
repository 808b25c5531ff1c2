import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  criteria,
  criteriaText,
  readCriteria,
  type WeighedCriterion,
} from "../../../analyses/criteria/criteria";
import { rankItems, type RankDetails, type RankedRow } from "../../../analyses/rank-items";
import { settingsOf } from "../../../analyses/stored-settings";
import { useRunSession } from "../../analysis/run-session";
import { useCommit } from "../../analysis/use-commit";
import { useProposal } from "../../analysis/use-proposal";
import { Advice } from "../../components/Advice";
import { WithDetail } from "../../components/DetailDrawer";
import { KpiStrip } from "../../components/KpiStrip";
import { RankedList } from "../../components/RankedList";
import { Section } from "../../components/Section";
import { formatPercent, formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { saveSettings } from "../../save-settings";
import { CriteriaForm, type CriteriaChoice } from "./CriteriaForm";
import { CriteriaDrawer } from "./CriteriaDrawer";
import { noFigure } from "./names";
import { settingsPrefix, viewId, type PanelProps } from "./panel";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Items by several criteria at once, with how far the classes hang on the weights. */
export function CriteriaPanel({ source }: PanelProps) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { run } = useRunSession(viewId).session;
  const commit = useCommit(viewId);
  const { Items, Demand, Settings } = source.tables;
  const [typed, setTyped] = useState<CriteriaChoice>();
  const [open, setOpen] = useState<string>();
  const saved = useMemo(() => savedChoice(Settings), [Settings]);
  const choice = typed ?? saved;
  const options = useMemo(
    () =>
      choice === undefined
        ? {}
        : { criteria: criteriaText(choice.criteria), pairwise: choice.pairs?.join(",") ?? "" },
    [choice],
  );
  const tables = useMemo(
    () => (Items === undefined ? undefined : [Items, ...(Demand === undefined ? [] : [Demand])]),
    [Items, Demand],
  );
  const ranking = useProposal(rankItems, tables, options);
  const details = ranking.made?.outcome.details as RankDetails | undefined;
  const shown: CriteriaChoice | undefined =
    choice ??
    (details && { criteria: details.criteria.map((one) => ({ ...one, weight: 1 })), pairs: undefined });
  const write = async () => {
    if (ranking.made === undefined) return;
    await commit(ranking.made, {
      done: "Ranking written",
      failed: "The ranking was not written",
      then: () => saveSettings(workbook, settingsPrefix, options, "Segments: criteria and weights"),
    });
  };
  const opened = open === undefined ? undefined : details?.ranked.find(({ item }) => item === open);
  return (
    <WithDetail
      className={styles.panel}
      detail={
        opened &&
        details && (
          <CriteriaDrawer row={opened} criteria={details.criteria} onClose={() => setOpen(undefined)} />
        )
      }
    >
      {details === undefined && ranking.problem === undefined && (
        <Spinner size="small" label="Ranking the items" />
      )}
      {details !== undefined && (
        <KpiStrip
          kpis={[
            { name: "Ranked", value: formatWhole(details.ranked.length), note: leftOut(details) },
            {
              name: "Unstable",
              value: formatPercent(details.unstable),
              note: "change class at ±10% of a weight",
            },
            {
              name: "Consistency",
              value: details.consistencyRatio === null ? noFigure : details.consistencyRatio.toFixed(3),
              note: "ratio, at most 0.10",
            },
          ]}
        />
      )}
      {ranking.problem !== undefined && (
        <Advice title="No ranking with these criteria" text={ranking.problem} />
      )}
      {shown !== undefined && <CriteriaForm choice={shown} onChange={setTyped} />}
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={run.kind === "running" || !ranking.current}
          onClick={() => void write()}
        >
          Write ranking
        </Button>
        <Text size={200} className={styles.muted}>
          Fills Items[Score], Items[Rank] and Items[RankClass]; Items[ABC] stays.
        </Text>
      </div>
      {details !== undefined && (
        <Section title={`Ranking: ${formatPercent(details.unstable)} would change class at ±10% of a weight`}>
          <RankedList
            label="Items by score"
            count={details.ranked.length}
            rowAt={(index) => rankedRow(details.ranked[index], details)}
            onOpen={setOpen}
          />
        </Section>
      )}
    </WithDetail>
  );
}

function leftOut({ left }: RankDetails): string {
  return left === 0 ? "items" : `${formatWhole(left)} lack a value`;
}

function savedChoice(settings: PanelProps["source"]["tables"]["Settings"]): CriteriaChoice | undefined {
  const { criteria: text, pairwise } = settingsOf(settings, settingsPrefix, rankItems);
  const weighed = readable(String(text ?? ""));
  if (weighed.length === 0) return undefined;
  const pairs = String(pairwise ?? "").trim();
  return { criteria: weighed, pairs: pairs === "" ? undefined : pairs.split(",").map(Number) };
}

/** What somebody typed into Settings by hand may be anything. */
function readable(text: string): readonly WeighedCriterion[] {
  try {
    return readCriteria(text);
  } catch {
    return [];
  }
}

function rankedRow(row: RankedRow, { criteria: weighed }: RankDetails) {
  const largest = weighed
    .slice(0, 3)
    .map(({ name }, i) => `${criteria[name].title.toLowerCase()} ${formatUnits(row.values[i])}`);
  return {
    id: row.item,
    title: `${formatWhole(row.rank)}. ${row.item}`,
    value: row.class,
    text: `score ${row.score.toFixed(3)}, ${largest.join(", ")}`,
  };
}
