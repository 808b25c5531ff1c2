import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ComponentType } from "react";
import type { Need } from "../../analyses/needs";
import type { TableInfo, Workbook } from "../../workbook/workbook";
import { useRunSession, type RunSession, type RunState } from "../analysis/run-session";
import { failureText } from "../use-attempt";
import { useLive } from "../use-live";
import { useSavedOptions } from "../use-saved-options";
import { Advice } from "./Advice";
import { Heading } from "./Heading";
import { NeedList } from "./NeedList";
import type { GivenOptions } from "./OptionFields";
import { PanelTabs } from "./PanelTabs";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

/** What every panel of such a view is given. */
export interface PanelProps {
  readonly tables: readonly TableInfo[];
  /** Options that the jobs of the view share, those that differ from the defaults. */
  readonly options: GivenOptions;
  readonly onOptions: (options: GivenOptions) => void;
  /** Opens another panel. */
  readonly onPanel: (id: string) => void;
  readonly viewId: string;
  /** What the view runs just now. */
  readonly run: RunState;
  /** Of the last run of each analysis since the pane was opened, by id. */
  readonly outcomes: RunSession["outcomes"];
  /** Tables are ours to write just now: nothing is read again after each chunk. */
  readonly isWriting: boolean;
}

type NeedsOf = (tables: readonly TableInfo[]) => readonly Need[];

interface Props {
  readonly viewId: string;
  readonly title: string;
  /** Of the menu with the tabs that find no room. */
  readonly moreLabel: string;
  readonly panels: readonly {
    readonly id: string;
    readonly title: string;
    readonly component: ComponentType<PanelProps>;
    /** What this panel alone cannot do without. */
    readonly needsOf?: NeedsOf;
  }[];
  /** What no panel can do without. */
  readonly needsOf?: NeedsOf;
}

const readTables = (workbook: Workbook) => workbook.tables();

/** A view of several panels over the tables of the workbook: what it lacks first, then the tabs. */
export function PanelView({ viewId, title, moreLabel, panels, needsOf }: Props) {
  const styles = useStyles();
  const { run, outcomes } = useRunSession(viewId).session;
  const isWriting = run.kind === "running" && run.what === "Writing";
  const tables = useLive(readTables, ...(isWriting ? [] : (["changes"] as const)));
  const [options, setOptions] = useSavedOptions(`${viewId}.options`);
  const [panel, setPanel] = useState(panels[0].id);
  const { component: Panel, needsOf: panelNeedsOf } = panels.find(({ id }) => id === panel) ?? panels[0];
  const missing = (of: NeedsOf | undefined) =>
    tables.state === "ready" && of !== undefined ? of(tables.value) : [];
  const [needs, panelNeeds] = [missing(needsOf), missing(panelNeedsOf)];
  const isBlocking = ({ blocking }: Need) => blocking;
  return (
    <div className={styles.view}>
      <Heading level={1}>{title}</Heading>
      {(tables.state === "loading" || options === undefined) && (
        <Spinner size="small" label="Reading the tables" />
      )}
      {tables.state === "failed" && (
        <Advice title="The tables cannot be read" text={failureText(tables.error)} />
      )}
      <NeedList needs={needs} />
      {tables.state === "ready" && options !== undefined && !needs.some(isBlocking) && (
        <PanelTabs
          viewId={viewId}
          title={title}
          moreLabel={moreLabel}
          panels={panels}
          selected={panel}
          onSelect={setPanel}
        >
          <NeedList needs={panelNeeds} />
          {!panelNeeds.some(isBlocking) && (
            <Panel
              tables={tables.value}
              options={options}
              onOptions={setOptions}
              onPanel={setPanel}
              viewId={viewId}
              run={run}
              outcomes={outcomes}
              isWriting={isWriting}
            />
          )}
        </PanelTabs>
      )}
    </div>
  );
}
