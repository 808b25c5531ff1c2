import { networkNeeds } from "../../../analyses/network/network-needs";
import { PanelView } from "../../components/PanelView";
import { AllocatePanel } from "./AllocatePanel";
import { MapPanel } from "./MapPanel";
import { MovesPanel } from "./MovesPanel";
import { PipelinePanel } from "./PipelinePanel";
import { PlacementPanel } from "./PlacementPanel";
import { PushPullPanel } from "./PushPullPanel";
import { StressPanel } from "./StressPanel";

const panels = [
  { id: "map", title: "Map", component: MapPanel },
  { id: "placement", title: "Stock placement", component: PlacementPanel },
  { id: "push-pull", title: "Push/pull", component: PushPullPanel },
  { id: "stress", title: "Stress test", component: StressPanel },
  { id: "moves", title: "Moves", component: MovesPanel },
  { id: "allocate", title: "Allocate", component: AllocatePanel },
  { id: "pipeline", title: "Pipeline", component: PipelinePanel },
];

export function NetworkView() {
  return (
    <PanelView
      viewId="network"
      title="Network"
      moreLabel="More of the network"
      panels={panels}
      needsOf={networkNeeds}
    />
  );
}
