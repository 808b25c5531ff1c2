import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { healthNeeds } from "../../../analyses/health/health-needs";
import type { Workbook } from "../../../workbook/workbook";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { NeedList } from "../../components/NeedList";
import { OverflowTabs } from "../../components/OverflowTabs";
import { failureText } from "../../use-attempt";
import { useLive } from "../../use-live";
import { useSavedOptions } from "../../use-saved-options";
import { AgeingPanel } from "./AgeingPanel";
import { EndOfLifePanel } from "./EndOfLifePanel";
import { ExposurePanel } from "./ExposurePanel";
import { useHealthSession } from "./health-session";
import { MonthEnd } from "./month-end/MonthEnd";
import { OverviewPanel } from "./OverviewPanel";
import type { PanelProps } from "./panel";
import { TargetsPanel } from "./TargetsPanel";
import { WhyPanel } from "./WhyPanel";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const panels = [
  { id: "overview", title: "Overview", component: OverviewPanel },
  { id: "ageing", title: "Ageing", component: AgeingPanel },
  { id: "exposure", title: "E&O", component: ExposurePanel },
  { id: "why", title: "Why", component: WhyPanel },
  { id: "targets", title: "Targets", component: TargetsPanel },
  { id: "end-of-life", title: "End of life", component: EndOfLifePanel },
  { id: "month-end", title: "Month end", component: MonthEnd },
] as const satisfies readonly { id: string; title: string; component: React.ComponentType<PanelProps> }[];

const readTables = (workbook: Workbook) => workbook.tables();

export function HealthView() {
  const styles = useStyles();
  const { run } = useHealthSession();
  const isWriting = run.kind === "running" && run.what === "Writing";
  const tables = useLive(readTables, ...(isWriting ? [] : (["changes"] as const)));
  const [options, setOptions] = useSavedOptions("health.options");
  const [panel, setPanel] = useState<string>(panels[0].id);
  const Panel = (panels.find(({ id }) => id === panel) ?? panels[0]).component;
  const needs = tables.state === "ready" ? healthNeeds(tables.value) : [];
  return (
    <div className={styles.view}>
      <Heading level={1}>Health</Heading>
      {(tables.state === "loading" || options === undefined) && (
        <Spinner size="small" label="Reading the tables" />
      )}
      {tables.state === "failed" && (
        <Advice title="The tables cannot be read" text={failureText(tables.error)} />
      )}
      <NeedList needs={needs} />
      {tables.state === "ready" && options !== undefined && !needs.some(({ blocking }) => blocking) && (
        <>
          <OverflowTabs
            label="Health in detail"
            moreLabel="More of health"
            tabs={panels}
            selected={panel}
            onSelect={setPanel}
            idPrefix="health-"
          />
          <div role="tabpanel" aria-labelledby={`health-${panel}`} className={styles.view}>
            <Panel tables={tables.value} options={options} onOptions={setOptions} isWriting={isWriting} />
          </div>
        </>
      )}
    </div>
  );
}
