import { allocateStock } from "../../../analyses/allocate-stock";
import { analysisNeeds } from "../../../analyses/needs";
import { networkNeeds } from "../../../analyses/network/network-needs";
import { pipeline } from "../../../analyses/pipeline";
import { placeSafetyStock } from "../../../analyses/place-safety-stock";
import { planFlow } from "../../../analyses/plan-flow";
import { pushPull } from "../../../analyses/push-pull";
import { rebalanceStock } from "../../../analyses/rebalance-stock";
import type { Analysis } from "../../../analyses/define-analysis";
import type { TableInfo } from "../../../workbook/workbook";
import { PanelView } from "../../components/PanelView";
import { AllocatePanel } from "./AllocatePanel";
import { FlowPanel } from "./FlowPanel";
import { MapPanel } from "./MapPanel";
import { MovesPanel } from "./MovesPanel";
import { PipelinePanel } from "./PipelinePanel";
import { PlacementPanel } from "./PlacementPanel";
import { PushPullPanel } from "./PushPullPanel";
import { StressPanel } from "./StressPanel";

const needed = (analysis: Analysis) => (tables: readonly TableInfo[]) => analysisNeeds(analysis, tables);

// Who only allocates, or only awaits orders, has no need of a network.
const panels = [
  { id: "map", title: "Map", component: MapPanel, needsOf: networkNeeds },
  {
    id: "placement",
    title: "Stock placement",
    component: PlacementPanel,
    needsOf: needed(placeSafetyStock),
  },
  { id: "push-pull", title: "Push/pull", component: PushPullPanel, needsOf: needed(pushPull) },
  { id: "stress", title: "Stress test", component: StressPanel, needsOf: networkNeeds },
  { id: "moves", title: "Moves", component: MovesPanel, needsOf: needed(rebalanceStock) },
  { id: "flow", title: "Flow", component: FlowPanel, needsOf: needed(planFlow) },
  { id: "allocate", title: "Allocate", component: AllocatePanel, needsOf: needed(allocateStock) },
  { id: "pipeline", title: "Pipeline", component: PipelinePanel, needsOf: needed(pipeline) },
];

export function NetworkView() {
  return <PanelView viewId="network" title="Network" moreLabel="More of the network" panels={panels} />;
}
