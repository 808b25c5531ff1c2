import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { PlacementBound } from "../../../analyses/network/cover-rules";
import { networkMap } from "../../../analyses/network/network-map";
import {
  simulationList,
  simulationTotal,
  type SimulatedRows,
  type SimulatedTotal,
} from "../../../analyses/network/simulation-list";
import { simulateNetwork } from "../../../analyses/simulate-network";
import { networkSimulationTable, placementTable } from "../../../workbook/tables";
import { AnalysisRun } from "../../components/AnalysisRun";
import { WithDetail } from "../../components/DetailDrawer";
import { FigureTable } from "../../components/FigureTable";
import { IssueList } from "../../components/IssueList";
import type { PanelProps } from "../../components/PanelView";
import { RankedList } from "../../components/RankedList";
import { Section } from "../../components/Section";
import { formatCompact, formatPercent, formatUnits } from "../../format";
import { useTable } from "../../use-table";
import { moneyOr } from "./names";
import { StressDetail } from "./StressDetail";
import { StressFields } from "./StressFields";
import { useRows } from "../../use-rows";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  muted: { color: tokens.colorNeutralForeground2 },
});

const optionNames = ["csl", "days", "runs", "seed", "item"];

/** The plan of Placement played day by day, in a normal year or with something going wrong. */
export function StressPanel(panel: PanelProps) {
  const { tables, options, onOptions, onPanel, run, outcomes, isWriting } = panel;
  const styles = useStyles();
  const locations = useTable("Locations", isWriting);
  const lanes = useTable("Lanes", isWriting);
  const simulation = useRows(networkSimulationTable, isWriting);
  const items = useMemo(() => simulationList(simulation.rows ?? []), [simulation.rows]);
  const [openItem, setOpenItem] = useState<string>();
  const [places, ways] = [locations, lanes].map((table) =>
    table.state === "ready" ? table.value : undefined,
  );
  const model = useMemo(
    () =>
      places === undefined || ways === undefined ? undefined : networkMap({ locations: places, lanes: ways }),
    [places, ways],
  );
  if (model === undefined || simulation.state === "loading")
    return <Spinner size="small" label="Reading the network" />;
  const hasPlan = tables.some(({ name }) => name === placementTable.name);
  if (!hasPlan)
    return (
      <Section title="There is no plan to play yet">
        <Text>A stress test plays what Placement holds.</Text>
        <div>
          <Button appearance="primary" onClick={() => onPanel("placement")}>
            Go to Stock placement
          </Button>
        </div>
      </Section>
    );
  const open = items.find(({ item }) => item === openItem);
  const total = simulationTotal(items);
  const { stress } = total;
  const detail = open !== undefined && (
    <StressDetail
      played={open}
      rowPlaces={open.places.map((i) => simulation.places[i])}
      onClose={() => setOpenItem(undefined)}
    />
  );
  return (
    <WithDetail detail={detail} className={styles.panel}>
      <Section title="What goes wrong">
        <StressFields model={model} given={options} disabled={run.kind === "running"} onChange={onOptions} />
      </Section>
      <AnalysisRun
        panel={panel}
        analysis={simulateNetwork}
        label="Play the year"
        note="Writes service and cost of the plan, with intervals, to NetworkSimulation."
        done="Year played"
        failed="The year was not played"
        names={optionNames}
      />
      {items.length > 0 && (
        <>
          <FigureTable
            caption={stress === null ? "Customers in a normal year" : `Customers, ${stress}`}
            columns={stress === null ? ["", "Played"] : ["", "Normal", "Stressed"]}
            rows={figures(total)}
          />
          <Text size={200} className={styles.muted}>
            A unit is late when its customer waits longer than the plan promises. {drawnWords(total)}
          </Text>
          <Section title={stress === null ? "Items, the worst served first" : "Items, the hardest hit first"}>
            <RankedList
              label="Items as played"
              count={items.length}
              rowAt={(i) => itemRow(items[i], stress !== null)}
              onOpen={setOpenItem}
            />
          </Section>
        </>
      )}
      <IssueList issues={outcomes[simulateNetwork.id]?.issues ?? simulation.issues} />
    </WithDetail>
  );
}

/** How demand was drawn, where the plan covers other than normal demand. */
function drawnWords({ bounds }: SimulatedTotal): string {
  const count = (bound: PlacementBound) => bounds.get(bound) ?? 0;
  const items = (n: number) => `${n} ${n === 1 ? "item" : "items"}`;
  const parts = [
    ...(count("POISSON") > 0 ? [`in whole units for ${items(count("POISSON"))}`] : []),
    ...(count("EMPIRICAL") > 0 ? [`from the history for ${items(count("EMPIRICAL"))}`] : []),
  ];
  return parts.length === 0 ? "" : `Demand is drawn as the plan covers it: ${parts.join(", ")}.`;
}

function figures({ fillRate, normal, lateMargin, cost, normalCost, stress }: SimulatedTotal) {
  const row = (name: string, before: string, now: string) => ({
    key: name,
    cells: stress === null ? [name, now] : [name, before, now],
  });
  return [
    row("Fill rate, mean of items", formatPercent(normal), formatPercent(fillRate)),
    row("Carrying stock, a year", formatCompact(normalCost), formatCompact(cost)),
    ...(stress === null ? [] : [row("Margin that comes late", "", moneyOr(lateMargin))]),
  ];
}

function itemRow({ item, fillRate, normal, late, lateMargin }: SimulatedRows, stressed: boolean) {
  const lost = normal - fillRate;
  const now = formatPercent(fillRate);
  const isTouched = Math.abs(late) >= 0.05;
  return {
    id: item,
    title: item,
    value: stressed ? (isTouched ? moneyOr(lateMargin) : "") : now,
    text: !stressed
      ? `${now} of units in time`
      : isTouched
        ? `${now} in time instead of ${formatPercent(normal)}; ${formatUnits(late)} units late by it`
        : `${now} in time, as without it`,
    ...(lost >= 0.01
      ? {
          mark: {
            text: `-${(100 * lost).toFixed(1)} points`,
            color: lost >= 0.05 ? ("danger" as const) : ("warning" as const),
          },
        }
      : {}),
  };
}
