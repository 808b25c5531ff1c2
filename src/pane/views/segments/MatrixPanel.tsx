import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { currentPolicies } from "../../../analyses/policies/target-rows";
import { segmentReview } from "../../../analyses/run-classify-items";
import { segmentTarget, type ServiceTargets } from "../../../analyses/segments/class-targets";
import { segmentMatrix } from "../../../analyses/segments/segment-matrix";
import { policiesWithTargets } from "../../../analyses/segments/proposed-tables";
import { useRunSession } from "../../analysis/run-session";
import { useCommit } from "../../analysis/use-commit";
import { Advice } from "../../components/Advice";
import { WithDetail } from "../../components/DetailDrawer";
import { Disclosure } from "../../components/Disclosure";
import { KpiStrip } from "../../components/KpiStrip";
import { OptionFields } from "../../components/OptionFields";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { saveSettings } from "../../save-settings";
import { isMoved, noFigure } from "./names";
import { settingsPrefix, viewId, type PanelProps } from "./panel";
import { SegmentDrawer } from "./SegmentDrawer";
import { SegmentMatrix } from "./SegmentMatrix";
import { targetsOf } from "./use-service";

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

const targetOptions = ["targetType", "targets", "leadTime"];
const noneTyped = new Map<never, never>();

/** ABC by XYZ: how many, how much, and the service each segment is promised. */
export function MatrixPanel(props: PanelProps) {
  const { source, rules, onRules, review, details, targets, onTargets, service } = props;
  const styles = useStyles();
  const { workbook } = usePane();
  const { run } = useRunSession(viewId).session;
  const commit = useCommit(viewId);
  const [open, setOpen] = useState<{ readonly abc: string; readonly xyz: string }>();
  const matrix = useMemo(() => segmentMatrix(details.items), [details]);
  const { Policies } = source.tables;
  const current = useMemo(() => currentPolicies(policiesWithTargets(Policies, targets)), [Policies, targets]);
  const byClass = classTargets(rules);
  const targetAt = (abc: string, xyz: string) => segmentTarget(abc, xyz, current, byClass);
  const given = targetsOf(service);
  const moved = useMemo(() => details.items.filter(isMoved).length, [details]);
  const overall = overallFill(given);
  const write = () =>
    service.made === undefined
      ? Promise.resolve(false)
      : commit(service.made, {
          done: "Targets written",
          failed: "The targets were not written",
          then: async () => {
            await saveSettings(workbook, settingsPrefix, chosen(rules, targetOptions), "Segments: targets");
            onTargets(noneTyped);
          },
        });
  const detail = open && (
    <SegmentDrawer
      key={open.abc + open.xyz}
      segment={matrix.at(open.abc, open.xyz)}
      target={targetAt(open.abc, open.xyz)}
      given={
        service.current ? given?.segments.find(({ segment }) => segment === open.abc + open.xyz) : undefined
      }
      waiting={!service.current && service.problem === undefined}
      onTarget={(target) => onTargets(new Map([...targets, [open.abc + open.xyz, target]]))}
      onClose={() => setOpen(undefined)}
    />
  );
  return (
    <WithDetail detail={detail} className={styles.panel}>
      <KpiStrip
        kpis={[
          { name: "Items", value: formatWhole(details.items.length), note: details.quarter },
          { name: "Value", value: formatCompact(matrix.totalValue), note: "a year" },
          {
            name: "Stock",
            value:
              given === undefined || given.segments.length === 0 ? noFigure : formatCompact(stockOf(given)),
            note: "safety, for the targets",
          },
          {
            name: "Fill rate",
            value: overall === null ? noFigure : formatPercent(overall),
            note: "by demand",
          },
        ]}
      />
      {moved > 0 && (
        <Text>
          {formatWhole(moved)} of {formatWhole(details.items.length)} items stand otherwise in Items: see
          Review.
        </Text>
      )}
      <SegmentMatrix matrix={matrix} targetAt={targetAt} onOpen={(abc, xyz) => setOpen({ abc, xyz })} />
      {given !== undefined && given.segments.length === 0 && (
        <Advice
          title="No segment can be shown both ways yet"
          text="Targets need a lead time: fill Items[LeadTime], Contracts or Receipts, or assume one below."
        />
      )}
      <Disclosure title="Targets without a row in Policies, and lead time">
        <OptionFields analysis={segmentReview} names={targetOptions} given={rules} onChange={onRules} />
      </Disclosure>
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={
            run.kind === "running" || !service.current || !review.current || given?.segments.length === 0
          }
          onClick={() => void write()}
        >
          Write targets
        </Button>
        <Text size={200} className={styles.muted}>
          {service.problem ??
            (targets.size > 0
              ? `${formatWhole(targets.size)} typed and not written yet. Both measures of each segment go to Policies.`
              : "One row a segment in Policies, with both measures.")}
        </Text>
      </div>
    </WithDetail>
  );
}

function classTargets(rules: PanelProps["rules"]): ServiceTargets {
  const { targetType, targets } = segmentReview.options;
  return {
    type: (rules.targetType ?? targetType.defaultValue) as ServiceTargets["type"],
    levels: (rules.targets ?? targets.defaultValue) as ServiceTargets["levels"],
  };
}

function chosen(rules: PanelProps["rules"], names: readonly string[]): PanelProps["rules"] {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => names.includes(name)));
}

type Given = NonNullable<ReturnType<typeof targetsOf>>;

function stockOf({ segments }: Given): number {
  return segments.reduce((sum, { value }) => sum + value, 0);
}

/** Weighted by demand over the segments; null where none is known. */
function overallFill(given: Given | undefined): number | null {
  const demand = (given?.segments ?? []).reduce((sum, segment) => sum + segment.demand, 0);
  if (given === undefined || demand === 0) return null;
  return given.segments.reduce((sum, segment) => sum + segment.fillRate * segment.demand, 0) / demand;
}
