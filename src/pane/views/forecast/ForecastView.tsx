import { Spinner, Tab, TabList, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ForecastPlan, Leaf } from "../../../analyses/forecast/plan-forecast";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { IssueList } from "../../components/IssueList";
import { KpiStrip } from "../../components/KpiStrip";
import { NeedList } from "../../components/NeedList";
import { failureText } from "../../use-attempt";
import { AccuracyPanel } from "./AccuracyPanel";
import { forecastKpis } from "./forecast-kpis";
import { useForecastSession } from "./forecast-session";
import { ItemPanel } from "./ItemPanel";
import { LevelPanel } from "./LevelPanel";
import { OptionsForm } from "./OptionsForm";
import { RunBar } from "./RunBar";
import { SensePanel } from "./SensePanel";
import { useForecastSource, type ForecastSource, type ForecastWork } from "./use-forecast-source";
import { useSelectedItem, type SelectedItem } from "./use-selected-item";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  tabs: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export function ForecastView() {
  const styles = useStyles();
  const { source, work, issues } = useForecastSource();
  return (
    <div className={styles.view}>
      <Heading level={1}>Forecast</Heading>
      {source.state === "loading" && <Spinner size="small" label="Reading Demand and Items" />}
      {source.state === "failed" && (
        <Advice title="The tables cannot be read" text={failureText(source.error)} />
      )}
      {source.state === "ready" && (
        <>
          <NeedList needs={source.value.needs} />
          {work !== undefined && work.plan.leaves.length === 0 && <NoHistory plan={work.plan} />}
          {work !== undefined && work.plan.leaves.length > 0 && (
            <Forecasts work={work} advice={source.value.advice} />
          )}
          <IssueList issues={issues} />
        </>
      )}
    </div>
  );
}

function NoHistory({ plan: { leftOut } }: { readonly plan: ForecastPlan }) {
  return (
    <Advice
      title="Demand has no history yet"
      text={
        leftOut > 0
          ? "All its lines lie in the bucket that is not over yet, or later. Choose a shorter bucket, or paste earlier demand."
          : "Paste your demand below its header: an item code, a date and a quantity in each row."
      }
    />
  );
}

type Panel = "item" | "accuracy" | "level" | "sense";

interface ForecastsProps {
  readonly work: ForecastWork;
  readonly advice: ForecastSource["advice"];
}

function Forecasts({ work, advice }: ForecastsProps) {
  const styles = useStyles();
  const { options, plan, outcome } = work;
  const [{ run }, change] = useForecastSession();
  const [panel, setPanel] = useState<Panel>("item");
  const [chosen, choose] = useChosenLeaf(plan);
  const open = (id: string) => {
    choose(id);
    setPanel("item");
  };
  return (
    <>
      <KpiStrip kpis={forecastKpis(plan, outcome)} />
      <OptionsForm
        options={options}
        levels={plan.levels}
        disabled={run.kind === "running"}
        onChange={(next) => change({ options: next })}
      />
      <RunBar work={work} />
      <div>
        <TabList
          className={styles.tabs}
          aria-label="Forecast in detail"
          size="small"
          selectedValue={panel}
          onTabSelect={(_, { value }) => setPanel(value as Panel)}
        >
          <Tab value="item">Item</Tab>
          <Tab value="accuracy">Accuracy</Tab>
          <Tab value="level">Level</Tab>
          <Tab value="sense">Sense</Tab>
        </TabList>
      </div>
      {panel === "item" && (
        <ItemPanel plan={plan} outcome={outcome} chosen={chosen} onChoose={({ id }) => choose(id)} />
      )}
      {panel === "sense" && <SensePanel bucket={options.bucket} needs={advice.sensing} />}
      {(panel === "accuracy" || panel === "level") && outcome === undefined && (
        <Text>Forecast all items first: errors are measured in the same run.</Text>
      )}
      {panel === "accuracy" && outcome !== undefined && (
        <AccuracyPanel outcome={outcome} needs={advice.leadTime} onOpen={({ id }) => open(id)} />
      )}
      {panel === "level" && outcome !== undefined && <LevelPanel outcome={outcome} needs={advice.family} />}
    </>
  );
}

/** The item picked here or selected in the sheet, whichever came last; at first the first one. */
function useChosenLeaf(plan: ForecastPlan): readonly [Leaf, (id: string) => void] {
  const selected = useSelectedItem();
  const [id, setId] = useState<string>();
  const [followed, setFollowed] = useState<SelectedItem>();
  if (selected !== followed) {
    setFollowed(selected);
    const leaf = selected && leafOf(plan, selected);
    if (leaf !== undefined) setId(leaf.id);
  }
  return [plan.leaves.find((leaf) => leaf.id === id) ?? plan.leaves[0], setId];
}

function leafOf({ leaves }: ForecastPlan, { item, id }: SelectedItem): Leaf | undefined {
  return leaves.find((leaf) => leaf.id === id) ?? leaves.find((leaf) => leaf.item === item);
}
