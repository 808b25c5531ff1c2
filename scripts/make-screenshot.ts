/**
 * Takes the picture of the workbench that README shows: the sample, a typed formula, Segments in the pane. Needs a build and Chromium.
 * Run: npx tsx scripts/make-screenshot.ts [file] [--dark] [--width=1440] [--height=810] [--view=Segments] [--cell=Plan!D14]
 */
import { parseArgs } from "node:util";
import { join } from "node:path";
import { startWorkbench } from "../test/browser/start";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: "boolean", default: false },
    width: { type: "string", default: "1440" },
    height: { type: "string", default: "810" },
    view: { type: "string", default: "Segments" },
    cell: { type: "string", default: "Plan!D14" },
  },
});

async function main(): Promise<void> {
  const { page, close, idle, select } = await startWorkbench();
  try {
    await page.setViewportSize({ width: Number(values.width), height: Number(values.height) });
    if (values.dark) await page.getByRole("button", { name: "Dark theme" }).click();
    await idle();
    const pane = page.frameLocator('iframe[title="Stockbook"]');
    await pane.getByRole("tab", { name: values.view }).click();
    await pane.getByText("Reading", { exact: false }).waitFor({ state: "detached" });
    await select(values.cell);
    // The grid paints after the cells have their values.
    await page.waitForTimeout(1000);
    const path = positionals[0] ?? join(__dirname, "../assets/workbench.png");
    await page.screenshot({ path });
    console.log(path);
  } finally {
    await close();
  }
}

void main().then(() => process.exit(0));
