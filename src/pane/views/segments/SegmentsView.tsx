import { Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ComponentType } from "react";
import type { ServiceTarget } from "../../../analyses/policies/target-rows";
import { useRunSession } from "../../analysis/run-session";
import { Advice } from "../../components/Advice";
import { Heading } from "../../components/Heading";
import { IssueList } from "../../components/IssueList";
import { NeedList } from "../../components/NeedList";
import { PanelTabs } from "../../components/PanelTabs";
import { RunProgress } from "../../components/RunProgress";
import { failureText } from "../../use-attempt";
import { useSavedOptions } from "../../use-saved-options";
import { ConflictsPanel } from "./ConflictsPanel";
import { CriteriaPanel } from "./CriteriaPanel";
import { FrontierPanel } from "./FrontierPanel";
import { HistoryPanel } from "./HistoryPanel";
import { MatrixPanel } from "./MatrixPanel";
import { viewId, type PanelProps } from "./panel";
import { ReviewPanel } from "./ReviewPanel";
import { useReview } from "./use-review";
import { useSegmentsTables, type SegmentsSource } from "./use-segments-tables";
import { serviceOptions, useService } from "./use-service";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

const panels = [
  { id: "matrix", title: "Matrix", component: MatrixPanel },
  { id: "review", title: "Review", component: ReviewPanel },
  { id: "conflicts", title: "Conflicts", component: ConflictsPanel },
  { id: "frontier", title: "Frontier", component: FrontierPanel },
  { id: "criteria", title: "Criteria", component: CriteriaPanel },
  { id: "history", title: "History", component: HistoryPanel },
] as const satisfies readonly { id: string; title: string; component: ComponentType<PanelProps> }[];

const noTargets: ReadonlyMap<string, ServiceTarget> = new Map();
const noOptions = {};

export function SegmentsView() {
  const styles = useStyles();
  const { run } = useRunSession(viewId).session;
  const source = useSegmentsTables(run.kind === "running");
  return (
    <div className={styles.view}>
      <Heading level={1}>Segments</Heading>
      {source.state === "loading" && <Spinner size="small" label="Reading Items and Demand" />}
      {source.state === "failed" && (
        <Advice title="The tables cannot be read" text={failureText(source.error)} />
      )}
      {source.state === "ready" && <Segments source={source.value} />}
    </div>
  );
}

function Segments({ source }: { readonly source: SegmentsSource }) {
  const { run } = useRunSession(viewId).session;
  const [panel, setPanel] = useState<string>(panels[0].id);
  const [targets, setTargets] = useState(noTargets);
  const [policyOptions] = useSavedOptions("policies.options");
  const { rules, setRules, upgrades, setUpgrades, review, details } = useReview(source);
  const options = useMemo(() => serviceOptions(rules, policyOptions ?? noOptions), [rules, policyOptions]);
  const service = useService(source, details, targets, options);
  const Panel = (panels.find(({ id }) => id === panel) ?? panels[0]).component;
  const blocked = source.needs.some(({ blocking }) => blocking);
  return (
    <>
      <NeedList needs={source.needs} />
      {!blocked && details === undefined && review.problem === undefined && (
        <Spinner size="small" label="Classing the items" />
      )}
      {review.problem !== undefined && details === undefined && (
        <Advice title="The items cannot be classed" text={review.problem} />
      )}
      {details?.items.length === 0 && (
        <Advice
          title="Items has no usable rows"
          text="Paste your items below its header: an item code and ACV, or Cost, in each row."
        />
      )}
      {!blocked && details !== undefined && details.items.length > 0 && (
        <PanelTabs
          viewId={viewId}
          title="Segments"
          moreLabel="More of segments"
          panels={panels}
          selected={panel}
          onSelect={setPanel}
          above={run.kind === "running" && <RunProgress run={run} />}
        >
          <Panel
            source={source}
            rules={rules}
            onRules={setRules}
            review={review}
            details={details}
            upgrades={upgrades}
            onUpgrades={setUpgrades}
            targets={targets}
            onTargets={setTargets}
            service={service}
            onPanel={setPanel}
          />
        </PanelTabs>
      )}
      {!blocked && !review.current && details !== undefined && review.problem === undefined && (
        <Text size={200}>Working it out again…</Text>
      )}
      <IssueList issues={blocked ? [] : (review.made?.outcome.issues ?? [])} />
    </>
  );
}
