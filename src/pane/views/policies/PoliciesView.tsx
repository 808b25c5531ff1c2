import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { policyNeeds } from "../../../analyses/policies/policy-needs";
import type { Workbook } from "../../../workbook/workbook";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { NeedList } from "../../components/NeedList";
import { OverflowTabs } from "../../components/OverflowTabs";
import { failureText } from "../../use-attempt";
import { useLive } from "../../use-live";
import { useSavedOptions } from "../../use-saved-options";
import { ExportPanel } from "./ExportPanel";
import { usePoliciesSession } from "./policies-session";
import { ProposalsPanel } from "./ProposalsPanel";
import type { PanelProps } from "./panel";
import { ComparePanel } from "./ComparePanel";
import { GoLivePanel } from "./GoLivePanel";
import { SitesPanel } from "./SitesPanel";
import { SuppliersPanel } from "./SuppliersPanel";
import { TriggersPanel } from "./TriggersPanel";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const panels = [
  { id: "proposals", title: "Proposals", component: ProposalsPanel },
  { id: "sites", title: "Sites", component: SitesPanel },
  { id: "triggers", title: "Triggers", component: TriggersPanel },
  { id: "suppliers", title: "Suppliers", component: SuppliersPanel },
  { id: "compare", title: "Compare", component: ComparePanel },
  { id: "go-live", title: "Go-live", component: GoLivePanel },
  { id: "export", title: "Export", component: ExportPanel },
] as const satisfies readonly { id: string; title: string; component: React.ComponentType<PanelProps> }[];

const readTables = (workbook: Workbook) => workbook.tables();

export function PoliciesView() {
  const styles = useStyles();
  const { run } = usePoliciesSession();
  const isWriting = run.kind === "running" && run.what === "Writing";
  const tables = useLive(readTables, ...(isWriting ? [] : (["changes"] as const)));
  const [options, setOptions] = useSavedOptions("policies.options");
  const [panel, setPanel] = useState<string>(panels[0].id);
  const Panel = (panels.find(({ id }) => id === panel) ?? panels[0]).component;
  const needs = tables.state === "ready" ? policyNeeds(tables.value) : [];
  return (
    <div className={styles.view}>
      <Heading level={1}>Policies</Heading>
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
            label="Policies in detail"
            moreLabel="More of policies"
            tabs={panels}
            selected={panel}
            onSelect={setPanel}
            idPrefix="policies-"
          />
          <div role="tabpanel" aria-labelledby={`policies-${panel}`} className={styles.view}>
            <Panel
              tables={tables.value}
              options={options}
              onOptions={setOptions}
              onPanel={setPanel}
              isWriting={isWriting}
            />
          </div>
        </>
      )}
    </div>
  );
}
