import { FluentProvider, makeStaticStyles } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { samePlacePool, type WorkPool } from "../worker/pool";
import type { Workbook } from "../workbook/workbook";
import { ErrorBoundary } from "./components/ErrorBoundary";
import { NoticesProvider } from "./notices";
import { PaneContext, type Place } from "./pane-context";
import { Shell } from "./shell/Shell";
import { fluentThemes, type PaneTheme } from "./theme";
import type { ViewDefinition } from "./view";
import { views as allViews } from "./views";

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

export interface AppProps {
  readonly workbook: Workbook;
  readonly theme: PaneTheme;
  /** Where long work is done; in this thread where it is left out. */
  readonly pool?: WorkPool;
  /** Prefix of our functions in cells, as the add-in was built; none by default. */
  readonly namespace?: string;
  readonly views?: readonly ViewDefinition[];
}

export function App({ workbook, theme, pool: givenPool, namespace = "", views = allViews }: AppProps) {
  usePageStyles();
  const [pool] = useState(() => givenPool ?? samePlacePool());
  const [place, setPlace] = useState<Place>({ kind: "view", id: views[0].id });
  const [viewId, setViewId] = useState(views[0].id);
  const pane = useMemo(() => {
    const open = (next: Place) => {
      setPlace(next);
      if (next.kind === "view") setViewId(next.id);
    };
    return { workbook, pool, namespace, open };
  }, [workbook, pool, namespace]);
  return (
    <FluentProvider theme={fluentThemes[theme]} style={{ colorScheme: theme }}>
      <ErrorBoundary place="Stockbook">
        <NoticesProvider>
          <PaneContext value={pane}>
            <Shell views={views} place={place} viewId={viewId} />
          </PaneContext>
        </NoticesProvider>
      </ErrorBoundary>
    </FluentProvider>
  );
}
