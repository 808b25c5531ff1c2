import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { ReviewedItem } from "../../../analyses/segments/review-segments";
import { segmentReview } from "../../../analyses/run-classify-items";
import { useRunSession } from "../../analysis/run-session";
import { useCommit } from "../../analysis/use-commit";
import { WithDetail } from "../../components/DetailDrawer";
import { Disclosure } from "../../components/Disclosure";
import { KpiStrip } from "../../components/KpiStrip";
import { OptionFields } from "../../components/OptionFields";
import { RankedList } from "../../components/RankedList";
import { Section } from "../../components/Section";
import { formatCompact, formatPercent, formatUnits, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { saveSettings } from "../../save-settings";
import { ItemDrawer } from "./ItemDrawer";
import { MigrationTable } from "./MigrationTable";
import { isMoved, noFigure, segmentOr, signedMoney } from "./names";
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

const ruleNames = ["asOf", "abc", "xyz", "band", "xyzBand"];
const savedNames = ["abc", "xyz", "band", "xyzBand", "targetType", "targets", "leadTime"];
const noUpgrades = new Map<never, never>();

/** The quarter's review: who would move and what it does to stock, before anything is written. */
export function ReviewPanel({ rules, onRules, review, details, upgrades, onUpgrades }: PanelProps) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { run } = useRunSession(viewId).session;
  const commit = useCommit(viewId);
  const [open, setOpen] = useState<string>();
  const { items, quarter, migration, effects } = details;
  const effectOf = useMemo(() => new Map(effects.map((effect) => [effect.item, effect])), [effects]);
  const moved = useMemo(
    () =>
      items
        .filter(isMoved)
        .sort((a, b) => size(effectOf.get(b.item)?.cash) - size(effectOf.get(a.item)?.cash)),
    [items, effectOf],
  );
  const held = useMemo(() => items.filter(({ heldReason }) => heldReason !== undefined), [items]);
  const first = items.every(({ old }) => old === "");
  const cash = migration.reduce((sum, cell) => sum + cell.cash, 0);
  const units = migration.reduce((sum, cell) => sum + cell.units, 0);
  const write = async () => {
    if (review.made === undefined) return;
    await commit(review.made, {
      done: "Classes committed",
      failed: "The classes were not written",
      then: async () => {
        const kept = Object.fromEntries(Object.entries(rules).filter(([name]) => savedNames.includes(name)));
        await saveSettings(workbook, settingsPrefix, kept, `Segments: review of ${quarter}`);
        onUpgrades(noUpgrades);
      },
    });
  };
  const opened = open === undefined ? undefined : items.find(({ item }) => item === open);
  return (
    <WithDetail
      className={styles.panel}
      detail={
        opened && (
          <ItemDrawer item={opened} effect={effectOf.get(opened.item)} onClose={() => setOpen(undefined)} />
        )
      }
    >
      <KpiStrip
        kpis={[
          {
            name: "Move",
            value: formatWhole(moved.length),
            note: `${formatPercent(items.length === 0 ? 0 : moved.length / items.length)} in ${quarter}`,
          },
          {
            name: "Safety stock",
            value: first ? noFigure : signedMoney(cash),
            note: first ? "first classes" : `${formatUnits(units)} units`,
          },
          { name: "Held", value: formatWhole(held.length), note: "not classed" },
        ]}
      />
      <Disclosure title="Rules of the review">
        <OptionFields analysis={segmentReview} names={ruleNames} given={rules} onChange={onRules} />
      </Disclosure>
      {review.problem !== undefined && <Text>{review.problem}</Text>}
      <MigrationTable migration={migration} />
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={run.kind === "running" || !review.current}
          onClick={() => void write()}
        >
          Commit {quarter}
        </Button>
        <Text size={200} className={styles.muted}>
          {review.current
            ? `Writes Items[ABC] and Items[XYZ], ${formatWhole(items.length)} rows of SegmentHistory and a row of Runs${
                upgrades.size > 0 ? `, with ${formatWhole(upgrades.size)} accepted upgrades` : ""
              }.`
            : review.problem === undefined
              ? `Working it out: ${formatPercent(review.share)}`
              : "Mend the rules first."}
        </Text>
      </div>
      {moved.length > 0 && !first && (
        <Section title={`${formatWhole(moved.length)} items move, the largest effect first`}>
          <RankedList
            label="Items that move"
            count={moved.length}
            rowAt={(index) => movedRow(moved[index], effectOf.get(moved[index].item)?.cash ?? null)}
            onOpen={setOpen}
          />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={`${formatWhole(held.length)} items are not classed by their numbers`}>
          <RankedList
            label="Launches and phase-outs"
            count={held.length}
            rowAt={(index) => heldRow(held[index])}
            onOpen={setOpen}
          />
        </Section>
      )}
    </WithDetail>
  );
}

const size = (cash: number | null | undefined): number => Math.abs(cash ?? 0);

function movedRow(item: ReviewedItem, cash: number | null) {
  return {
    id: item.item,
    title: item.item,
    value: cash === null ? noFigure : signedMoney(cash),
    text: `${segmentOr(item.old)} to ${item.abc}${item.xyz}, ${formatCompact(item.value ?? 0)} a year`,
  };
}

function heldRow({ item, abc, xyz, value, heldReason }: ReviewedItem) {
  return {
    id: item,
    title: item,
    value: abc + xyz,
    text: `${heldReason}${value === null ? "" : `, ${formatCompact(value)} a year`}`,
  };
}
