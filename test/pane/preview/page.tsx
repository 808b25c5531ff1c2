import { mountPane, type PaneTheme } from "../../../src/pane/mount-pane";
import { views } from "../../../src/pane/views";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { generatedWorkbook } from "../generated-workbook";

/** The pane over a workbook in memory: ?theme=dark&items=1000&families=4&views=9. Without items the workbook is empty. */
async function start(): Promise<void> {
  const options = new URLSearchParams(location.search);
  const items = Number(options.get("items") ?? 0);
  const workbook =
    items > 0 ? await generatedWorkbook(items, Number(options.get("families") ?? 0)) : new MemoryWorkbook();
  workbook.setCell("Plan!B2", 50);
  workbook.setCell("Plan!B3", 5);
  workbook.setCell("Plan!B5", 165.713, "=SAFETYSTOCK(B2,B3,6,95%,2)");
  workbook.setCell("Plan!B6", 112, '=ROUNDUP(ROP(B2,B3,TO.PERIODS(14,"W"),0.95),0)');
  const wanted = Number(options.get("views") ?? views.length);
  const shown = Array.from({ length: wanted }, (_, i) =>
    i < views.length ? views[i] : { ...views[1], id: `more-${i}`, title: `View number ${i + 1}` },
  );
  Object.assign(window, { workbook });
  mountPane(document.getElementById("stockbook") as HTMLElement, {
    workbook,
    theme: (options.get("theme") ?? "light") as PaneTheme,
    views: shown,
  });
}

void start();
