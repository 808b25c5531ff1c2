import { policyNeeds } from "../../../analyses/policies/policy-needs";
import { PanelView } from "../../components/PanelView";
import { ComparePanel } from "./ComparePanel";
import { ExportPanel } from "./ExportPanel";
import { GoLivePanel } from "./GoLivePanel";
import { ProposalsPanel } from "./ProposalsPanel";
import { SitesPanel } from "./SitesPanel";
import { SuppliersPanel } from "./SuppliersPanel";
import { TriggersPanel } from "./TriggersPanel";

const panels = [
  { id: "proposals", title: "Proposals", component: ProposalsPanel },
  { id: "sites", title: "Sites", component: SitesPanel },
  { id: "triggers", title: "Triggers", component: TriggersPanel },
  { id: "suppliers", title: "Suppliers", component: SuppliersPanel },
  { id: "compare", title: "Compare", component: ComparePanel },
  { id: "go-live", title: "Go-live", component: GoLivePanel },
  { id: "export", title: "Export", component: ExportPanel },
];

export function PoliciesView() {
  return (
    <PanelView
      viewId="policies"
      title="Policies"
      moreLabel="More of policies"
      panels={panels}
      needsOf={policyNeeds}
    />
  );
}
