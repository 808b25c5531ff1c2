import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { networkNeeds } from "../../../analyses/network/network-needs";
import type { Workbook } from "../../../workbook/workbook";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { NeedList } from "../../components/NeedList";
import { OverflowTabs } from "../../components/OverflowTabs";
import { failureText } from "../../use-attempt";
import { useLive } from "../../use-live";
import { useSavedOptions } from "../../use-saved-options";
import { AllocatePanel } from "./AllocatePanel";
import { MapPanel } from "./MapPanel";
import { MovesPanel } from "./MovesPanel";
import { useNetworkSession } from "./network-session";
import type { PanelProps } from "./panel";
import { PipelinePanel } from "./PipelinePanel";
import { PlacementPanel } from "./PlacementPanel";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const panels = [
  { id: "map", title: "Map", component: MapPanel },
  { id: "placement", title: "Stock placement", component: PlacementPanel },
  { id: "moves", title: "Moves", component: MovesPanel },
  { id: "allocate", title: "Allocate", component: AllocatePanel },
  { id: "pipeline", title: "Pipeline", component: PipelinePanel },
] as const satisfies readonly { id: string; title: string; component: React.ComponentType<PanelProps> }[];

const readTables = (workbook: Workbook) => workbook.tables();

export function NetworkView() {
  const styles = useStyles();
  const { run } = useNetworkSession();
  const isWriting = run.kind === "running" && run.what === "Writing";
  const tables = useLive(readTables, ...(isWriting ? [] : (["changes"] as const)));
  const [options, setOptions] = useSavedOptions("network.options");
  const [panel, setPanel] = useState<string>(panels[0].id);
  const Panel = (panels.find(({ id }) => id === panel) ?? panels[0]).component;
  const needs = tables.state === "ready" ? networkNeeds(tables.value) : [];
  return (
    <div className={styles.view}>
      <Heading level={1}>Network</Heading>
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
            label="Network in detail"
            moreLabel="More of the network"
            tabs={panels}
            selected={panel}
            onSelect={setPanel}
            idPrefix="network-"
          />
          <div role="tabpanel" aria-labelledby={`network-${panel}`} className={styles.view}>
            <Panel options={options} onOptions={setOptions} isWriting={isWriting} />
          </div>
        </>
      )}
    </div>
  );
}
