import { healthNeeds } from "../../../analyses/health/health-needs";
import { PanelView } from "../../components/PanelView";
import { AgeingPanel } from "./AgeingPanel";
import { EndOfLifePanel } from "./EndOfLifePanel";
import { ExposurePanel } from "./ExposurePanel";
import { MonthEnd } from "./month-end/MonthEnd";
import { OverviewPanel } from "./OverviewPanel";
import { TargetsPanel } from "./TargetsPanel";
import { WhyPanel } from "./WhyPanel";

const panels = [
  { id: "overview", title: "Overview", component: OverviewPanel },
  { id: "ageing", title: "Ageing", component: AgeingPanel },
  { id: "exposure", title: "E&O", component: ExposurePanel },
  { id: "why", title: "Why", component: WhyPanel },
  { id: "targets", title: "Targets", component: TargetsPanel },
  { id: "end-of-life", title: "End of life", component: EndOfLifePanel },
  { id: "month-end", title: "Month end", component: MonthEnd },
];

export function HealthView() {
  return (
    <PanelView
      viewId="health"
      title="Health"
      moreLabel="More of health"
      panels={panels}
      needsOf={healthNeeds}
    />
  );
}
