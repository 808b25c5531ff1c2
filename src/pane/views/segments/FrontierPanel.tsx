import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { setServiceTargets } from "../../../analyses/set-service-targets";
import { slopeAt } from "../../../analyses/service/frontier-points";
import { feasibleRange, pointAt } from "../../../analyses/service/service-bounds";
import { settingsOf } from "../../../analyses/stored-settings";
import { useRunSession } from "../../analysis/run-session";
import { useAnalysisRun } from "../../analysis/use-analysis-run";
import { CurveChart } from "../../chart/CurveChart";
import { Advice } from "../../components/Advice";
import { KpiStrip } from "../../components/KpiStrip";
import { NumberField } from "../../components/NumberField";
import { Section } from "../../components/Section";
import { formatCompact, formatPercent, formatWhole } from "../../format";
import { usePane } from "../../pane-context";
import { saveSettings } from "../../save-settings";
import { FrontierTable } from "./FrontierTable";
import { noFigure } from "./names";
import { settingsPrefix, viewId, type PanelProps } from "./panel";
import { targetsOf } from "./use-service";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  bounds: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    alignItems: "start",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  narrow: { minWidth: 0, width: "100%" },
  action: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Agreement {
  readonly cash?: number;
  readonly service?: number;
  readonly agreed?: number;
  readonly finance: string;
  readonly operations: string;
}

/** Stock money against fill rate: finance bounds the one, operations the other, and both sign a point between. */
export function FrontierPanel({ source, service, details }: PanelProps) {
  const styles = useStyles();
  const { workbook } = usePane();
  const { run } = useRunSession(viewId).session;
  const start = useAnalysisRun(viewId);
  const { Settings, Demand } = source.tables;
  const saved = useMemo(() => savedBounds(Settings), [Settings]);
  const [typed, setTyped] = useState<Agreement>();
  const { cash, service: bound, agreed, finance, operations } = typed ?? saved;
  const change = (next: Partial<Agreement>) => setTyped({ ...(typed ?? saved), ...next });
  const given = targetsOf(service);
  if (Demand === undefined)
    return <Advice title="No demand yet" text="The frontier needs the table Demand." />;
  if (given === undefined)
    return <Text>{service.problem ?? `Working out the frontier: ${formatPercent(service.share)}`}</Text>;
  const { curve, frontier, priced, withoutPrice } = given;
  if (curve.length < 2)
    return (
      <Advice
        title="There is nothing to choose yet"
        text="The frontier needs demand, a cost and a lead time of the items: fill Items[Cost] and Items[LeadTime], or assume a lead time in Matrix."
      />
    );
  const bounds = { cash: cash ?? null, service: bound ?? null };
  const range = feasibleRange(curve, bounds);
  const point = pointAt(curve, "fillRate", agreed ?? usualChoice(range));
  const outside =
    range.conflict === undefined &&
    (point.fillRate < range.least.fillRate - 1e-9 || point.value > range.most.value * (1 + 1e-9));
  const margin = slopeAt(curve, point.fillRate, "margin");
  const sign = async () => {
    const limits = { cash: cash ?? 0, service: bound ?? 0 };
    const outcome = await start({
      analysis: setServiceTargets,
      options: {
        ...service.made?.options,
        mode: "FILL",
        target: point.fillRate,
        ...limits,
        finance,
        operations,
      },
      done: "Agreed targets written",
      failed: "The targets were not written",
    });
    if (outcome === undefined) return;
    await saveSettings(workbook, settingsPrefix, limits, "Segments: bounds of finance and operations");
  };
  return (
    <div className={styles.panel}>
      <KpiStrip
        kpis={[
          { name: "Fill rate", value: formatPercent(point.fillRate), note: "by demand" },
          { name: "Stock", value: formatCompact(point.value), note: `${formatWhole(priced)} items` },
          {
            name: "A point costs",
            value: formatCompact(slopeAt(curve, point.fillRate, "value")),
            note: "in stock",
          },
          {
            name: "It earns",
            value: withoutPrice === priced ? noFigure : formatCompact(margin),
            note: "margin a year",
          },
        ]}
      />
      <CurveChart
        curve={curve.map(({ fillRate, value }) => ({ x: fillRate, y: value }))}
        chosen={{ x: point.fillRate, y: point.value }}
        allowed={range.conflict === undefined ? [range.least.fillRate, range.most.fillRate] : undefined}
        label={`Money in safety stock by fill rate, from ${formatCompact(curve[0].value)} at ${formatPercent(curve[0].fillRate)} to ${formatCompact(curve[curve.length - 1].value)} at ${formatPercent(curve[curve.length - 1].fillRate)}`}
        formatX={formatPercent}
        formatY={formatCompact}
      />
      {range.conflict !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{range.conflict}</MessageBarBody>
        </MessageBar>
      )}
      <Section title="Bounds and the point agreed">
        <div className={styles.bounds}>
          <NumberField
            label="Finance: at most, money"
            value={cash}
            problemOf={(value) => (value > 0 ? undefined : "Above 0, or empty for no bound.")}
            onChange={(value) => change({ cash: value })}
          />
          <Field label="Signed for finance" size="small">
            <Input
              className={styles.narrow}
              size="small"
              value={finance}
              onChange={(_, { value }) => change({ finance: value })}
            />
          </Field>
          <NumberField
            label="Operations: at least, %"
            value={bound === undefined ? undefined : 100 * bound}
            step={0.1}
            problemOf={percentProblem}
            onChange={(value) => change({ service: value === undefined ? undefined : value / 100 })}
          />
          <Field label="Signed for operations" size="small">
            <Input
              className={styles.narrow}
              size="small"
              value={operations}
              onChange={(_, { value }) => change({ operations: value })}
            />
          </Field>
          <NumberField
            label="Agreed fill rate, %"
            value={100 * point.fillRate}
            step={0.1}
            problemOf={percentProblem}
            onChange={(value) => change({ agreed: value === undefined ? undefined : value / 100 })}
          />
        </div>
        <Text size={200} className={styles.muted}>
          {range.conflict === undefined && cash === undefined && bound === undefined
            ? "No bounds yet: the whole curve is open. "
            : ""}
          {range.conflict === undefined
            ? `From ${formatPercent(range.least.fillRate)} for ${formatCompact(range.least.value)} to ${formatPercent(range.most.fillRate)} for ${formatCompact(range.most.value)} the bounds hold.`
            : "Move a bound until both can be kept."}
          {withoutPrice > 0
            ? ` ${formatWhole(withoutPrice)} items have no Items[Price]: their margin is not counted.`
            : ""}
        </Text>
      </Section>
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={
            run.kind === "running" ||
            !service.current ||
            range.conflict !== undefined ||
            outside ||
            finance.trim() === "" ||
            operations.trim() === ""
          }
          onClick={() => void sign()}
        >
          Write the agreed point
        </Button>
        <Text size={200} className={styles.muted}>
          {outside
            ? "The point lies outside the bounds."
            : finance.trim() === "" || operations.trim() === ""
              ? "Both sides sign first."
              : `Writes a fill rate for each of ${formatWhole(priced)} items to Policies; bounds and names to Runs. Classes of ${details.quarter} stay.`}
        </Text>
      </div>
      <FrontierTable points={frontier} chosen={point.fillRate} hasMargin={withoutPrice < priced} />
    </div>
  );
}

function percentProblem(value: number): string | undefined {
  return value > 0 && value < 100 ? undefined : "Above 0 and below 100.";
}

/** What operations needs, and 95 % where nobody said so and the bounds allow it. */
function usualChoice({ least, most }: ReturnType<typeof feasibleRange>): number {
  return Math.min(Math.max(0.95, least.fillRate), Math.max(least.fillRate, most.fillRate));
}

function savedBounds(settings: PanelProps["source"]["tables"]["Settings"]): Agreement {
  const { cash, service } = settingsOf(settings, settingsPrefix, setServiceTargets);
  const bound = (value: unknown) => (typeof value === "number" && value > 0 ? value : undefined);
  return { cash: bound(cash), service: bound(service), finance: "", operations: "" };
}
