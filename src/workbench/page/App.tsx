import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from "react";
import type { Workbench } from "../workbench";
import { DeveloperDrawer } from "./DeveloperDrawer";
import { Messages } from "./Messages";
import { PaneSplitter, paneWidth } from "./PaneSplitter";
import { TitleBar } from "./TitleBar";

const useStyles = makeStyles({
  page: {
    position: "fixed",
    inset: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  work: { flexGrow: 1, display: "flex", minHeight: 0 },
  left: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 },
  grid: {
    flexGrow: 1,
    minHeight: 0,
    position: "relative",
    fontFamily: tokens.fontFamilyBase,
    // All buttons of the toolbar change colour when a cell is edited, and fade for as long as its formulas take to calculate.
    "& [data-u-comp='headerbar'] *": { transitionDuration: "0s" },
  },
  pane: {
    flexShrink: 0,
    display: "flex",
    backgroundColor: tokens.colorNeutralBackground1,
    "& iframe": { flexGrow: 1, border: "none", minWidth: 0 },
  },
  dropTarget: { outline: `${tokens.strokeWidthThickest} dashed ${tokens.colorBrandStroke1}` },
});

export function App({ workbench }: { readonly workbench: Workbench }) {
  const styles = useStyles();
  const state = useSyncExternalStore(workbench.store.subscribe, workbench.store.get);
  const gridHost = useRef<HTMLDivElement>(null);
  const paneHost = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(paneWidth.initial);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    workbench.start(gridHost.current!, paneHost.current!);
  }, [workbench]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    const file = event.dataTransfer.files.item(0);
    if (file !== null) void workbench.open(file);
  };
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDragging(true);
  };

  return (
    <FluentProvider theme={state.dark ? webDarkTheme : webLightTheme}>
      <div
        className={dragging ? `${styles.page} ${styles.dropTarget}` : styles.page}
        onDragOver={dragOver}
        onDragLeave={() => setDragging(false)}
        onDrop={drop}
      >
        <TitleBar
          state={state}
          workbench={workbench}
          drawerOpen={drawerOpen}
          onDrawer={() => setDrawerOpen(!drawerOpen)}
        />
        <Messages messages={state.messages} onDismiss={(id) => workbench.store.dismiss(id)} />
        <div className={styles.work}>
          <div className={styles.left}>
            <main className={styles.grid} ref={gridHost} aria-label="Workbook" />
            {drawerOpen && <DeveloperDrawer state={state} onClose={() => setDrawerOpen(false)} />}
          </div>
          <PaneSplitter width={width} onWidth={setWidth} />
          <aside className={styles.pane} style={{ width }} ref={paneHost} aria-label="Task pane" />
        </div>
      </div>
    </FluentProvider>
  );
}
