import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { missingColumns, type Need } from "../../../analyses/needs";
import { segmentReview, type Conflict, type SegmentsDetails } from "../../../analyses/run-classify-items";
import { upgradesText } from "../../../analyses/segments/accepted-upgrades";
import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";
import { WithDetail } from "../../components/DetailDrawer";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { RankedList } from "../../components/RankedList";
import { formatWhole } from "../../format";
import { ItemDrawer } from "./ItemDrawer";
import { criticalityName, isMoved, moneyOr, noFigure, signedMoney } from "./names";
import { viewId, type PanelProps } from "./panel";

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

const noItems: ReadonlySet<string> = new Set();
const noUpgrades = new Map<never, never>();

/** Classes that value alone gave and that criticality or supply risk speaks against, with the price of the class above. */
export function ConflictsPanel({
  source,
  rules,
  details,
  review,
  upgrades,
  onUpgrades,
  onPanel,
}: PanelProps) {
  const styles = useStyles();
  const { run } = useRunSession(viewId).session;
  const start = useAnalysisRun(viewId);
  const [ticked, setTicked] = useState(noItems);
  const [open, setOpen] = useState<string>();
  const conflicts = useMemo(() => [...details.conflicts].sort(byUrgency), [details]);
  const chosen = conflicts.filter(({ item }) => ticked.has(item));
  const needs = riskNeeds(source);
  // Moves that nobody has seen are not committed along with an upgrade.
  const pending = details.items.some((item) => isMoved(item));
  const accept = async () => {
    const accepted = new Map([...upgrades, ...chosen.map(classAbove)]);
    setTicked(noItems);
    if (pending) {
      onUpgrades(accepted);
      onPanel("review");
      return;
    }
    const outcome = await start({
      analysis: segmentReview,
      options: { ...rules, upgrades: upgradesText(accepted) },
      done: chosen.length === 1 ? "1 upgrade accepted" : `${formatWhole(chosen.length)} upgrades accepted`,
      failed: "The upgrades were not written",
    });
    if (outcome !== undefined) onUpgrades(noUpgrades);
  };
  const opened = open === undefined ? undefined : details.items.find(({ item }) => item === open);
  return (
    <WithDetail
      className={styles.panel}
      detail={opened && <ItemDrawer item={opened} onClose={() => setOpen(undefined)} />}
    >
      <NeedList needs={needs} />
      <KpiStrip
        kpis={[
          {
            name: "Conflicts",
            value: formatWhole(conflicts.length),
            note: `${formatWhole(urgent(conflicts).length)} vital or risky to buy`,
          },
          { name: "All upgrades", value: totalCost(conflicts), note: "safety stock" },
          { name: "Chosen", value: totalCost(chosen), note: `${formatWhole(chosen.length)} items` },
        ]}
      />
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={chosen.length === 0 || run.kind === "running" || !review.current}
          onClick={() => void accept()}
        >
          {buttonText(chosen.length, pending)}
        </Button>
        <Text size={200} className={styles.muted}>
          {pending
            ? "Other items would move too: the upgrades are committed with them in Review."
            : "Lifts Items[ABC] and keeps the decision in Items[MinABC], with a row of Runs."}
          {upgrades.size > 0 ? ` ${formatWhole(upgrades.size)} accepted, not committed yet.` : ""}
        </Text>
      </div>
      {conflicts.length === 0 ? (
        <Text>
          {needs.length > 0
            ? "Nothing in Items says which items are critical or risky to buy."
            : "No class speaks against criticality or supply risk."}
        </Text>
      ) : (
        <RankedList
          label="Conflicts"
          count={conflicts.length}
          rowAt={(index) => conflictRow(conflicts[index])}
          onOpen={setOpen}
          ticked={ticked}
          onTick={(id, on) => setTicked(withTick(ticked, id, on))}
        />
      )}
    </WithDetail>
  );
}

function buttonText(count: number, pending: boolean): string {
  const upgrades = count === 1 ? "1 upgrade" : `${formatWhole(count)} upgrades`;
  if (count === 0) return "Accept upgrades";
  return pending ? `Add ${upgrades} to the review` : `Accept ${upgrades}`;
}

function riskNeeds({ tables: { Items } }: PanelProps["source"]): Need[] {
  if (Items === undefined) return [];
  const why = "Conflicts need V, E or D, a risk from 1 to 5, or whether there is one supplier only.";
  const needs = missingColumns(Items, ["Criticality", "SupplyRisk", "SingleSource"], why, false);
  // Any one of them tells something.
  return needs.some(({ columns }) => columns.length === 3) ? needs : [];
}

/** What must be lifted before what should be looked at; then the dearest first. */
function byUrgency(a: Conflict, b: Conflict): number {
  if (a.verdict !== b.verdict) return a.verdict === "UPGRADE" ? -1 : 1;
  return (b.cost ?? -Infinity) - (a.cost ?? -Infinity) || (a.item < b.item ? -1 : 1);
}

const urgent = (conflicts: readonly Conflict[]) => conflicts.filter(({ verdict }) => verdict === "UPGRADE");

function totalCost(conflicts: readonly Conflict[]): string {
  const known = conflicts.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  return known.length === 0 ? noFigure : signedMoney(known.reduce((sum, cost) => sum + cost, 0));
}

function classAbove({ item, upgradeTo }: SegmentsDetails["conflicts"][number]): [string, "A" | "B"] {
  return [item, upgradeTo === "A" ? "A" : "B"];
}

function withTick(ticked: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ticked);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

function conflictRow({ item, abc, upgradeTo, verdict, criticality, supplyRisk, cost }: Conflict) {
  const why = [
    criticality === "" ? "" : criticalityName(criticality),
    supplyRisk === null ? "" : `supply risk ${supplyRisk} of 5`,
  ].filter((part) => part !== "");
  return {
    id: item,
    title: item,
    value: moneyOr(cost),
    text: `${abc} to ${upgradeTo}: ${why.join(", ")}`,
    mark:
      verdict === "UPGRADE"
        ? ({ text: "upgrade", color: "warning" } as const)
        : ({ text: "review", color: "informative" } as const),
  };
}
