import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorBoundary } from "../components/ErrorBoundary";
import { ExplainPanel } from "../explain/ExplainPanel";
import { BuilderPanel } from "../builder/BuilderPanel";
import { usePane, type Place } from "../pane-context";
import { SharingPanel } from "../sharing/SharingPanel";
import type { ViewDefinition } from "../view";
import { Header } from "./Header";
import { NoticeBar } from "./NoticeBar";
import { useTroubleNotice } from "./use-trouble-notice";

const useStyles = makeStyles({
  shell: { display: "flex", flexDirection: "column", height: "100vh", minWidth: 0 },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  /** A message stays in sight however far the view is scrolled. */
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
});

interface Props {
  readonly views: readonly ViewDefinition[];
  readonly place: Place;
  /** The view in front, or the one a tool was opened from. */
  readonly viewId: string;
}

export function Shell({ views, place, viewId }: Props) {
  const styles = useStyles();
  const { open } = usePane();
  useTroubleNotice();
  const view = views.find(({ id }) => id === viewId) ?? views[0];
  const View = view.component;
  const close = () => open({ kind: "view", id: viewId });
  return (
    <div className={styles.shell}>
      <Header views={views} place={place} viewId={viewId} />
      <main className={styles.main}>
        <NoticeBar />
        <div className={styles.page}>
          {place.kind === "explain" && (
            <ErrorBoundary place="The explanation">
              <ExplainPanel onClose={close} />
            </ErrorBoundary>
          )}
          {place.kind === "sharing" && (
            <ErrorBoundary place="Freeze for sharing">
              <SharingPanel onClose={close} />
            </ErrorBoundary>
          )}
          {place.kind === "builder" && (
            <ErrorBoundary place="The formula builder">
              <BuilderPanel key={place.functionName} functionName={place.functionName} onClose={close} />
            </ErrorBoundary>
          )}
          {/* A tool in front leaves the view as it was: cuts and scroll are still there afterwards. */}
          <div role="tabpanel" aria-labelledby={`tab-${view.id}`} hidden={place.kind !== "view"}>
            <ErrorBoundary key={view.id} place={view.title}>
              <View />
            </ErrorBoundary>
          </div>
        </div>
      </main>
    </div>
  );
}
