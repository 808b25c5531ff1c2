import type { Frame, FrameLocator } from "playwright-core";
import { tooWide, violations } from "./looks";
import type { WorkbenchPage } from "./start";

/** A machine with other work to do takes its time. */
export const patience = { timeout: 240_000 };

export const paneOf = ({ page }: WorkbenchPage): FrameLocator =>
  page.frameLocator('iframe[title="Stockbook"]');

/** A tab that does not fit the width stands in the menu of the others. */
export async function openTab(pane: FrameLocator, name: string, menu: string): Promise<void> {
  const tab = pane.getByRole("tab", { name, exact: true });
  const more = pane.getByRole("button", { name: menu });
  await tab.or(more).first().waitFor(patience);
  if (await tab.isVisible()) return tab.click();
  await more.click();
  await pane.getByRole("menuitem", { name, exact: true }).click();
}

interface View {
  readonly name: string;
  /** What the menu of its tabs is called. */
  readonly menu: string;
  readonly tabs: readonly string[];
}

/** What is wrong with the looks of a view's tabs: rules of axe in both themes, and what does not fit 320, 350 or 450 pixels. */
export async function faultyLooks(workbench: WorkbenchPage, view: View): Promise<string[]> {
  const { page } = workbench;
  const pane = paneOf(workbench);
  const faults: string[] = [];
  for (const theme of ["light", "dark"]) {
    if (theme === "dark") await page.getByRole("button", { name: "Dark theme" }).click();
    await openTab(pane, view.name, "More views");
    for (const tab of view.tabs) {
      await openTab(pane, tab, view.menu);
      await pane.getByRole("progressbar").waitFor({ state: "detached", ...patience });
      // A theme has no widths of its own.
      for (const width of theme === "light" ? [450, 320, 350] : []) {
        await setWidth(workbench, width);
        const wide = await settled(async () => tooWide(await frameOf(workbench)));
        faults.push(...wide.map((element) => `${tab}, ${width} pixels: too wide ${element}`));
      }
      const broken = await settled(async () => violations(await frameOf(workbench)));
      faults.push(...broken.map((rule) => `${tab}, ${theme}: ${rule}`));
    }
  }
  await page.getByRole("button", { name: "Light theme" }).click();
  return faults;
}

/** What still is wrong once all has come to rest: on a busy machine a list or a fading message may be caught half-way. */
async function settled(look: () => Promise<string[]>): Promise<string[]> {
  let faults = await look();
  for (let tries = 0; tries < 3 && faults.length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    faults = await look();
  }
  return faults;
}

async function frameOf({ page }: WorkbenchPage): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe[title="Stockbook"]')).contentFrame();
  if (frame === null) throw new Error("the pane has no frame");
  return frame;
}

async function setWidth({ page }: WorkbenchPage, width: number): Promise<void> {
  const splitter = page.getByRole("separator", { name: "Width of the task pane" });
  await splitter.focus();
  const now = async () => Number(await splitter.getAttribute("aria-valuenow"));
  for (let steps = 0; steps < 20 && (await now()) !== width; steps++)
    await splitter.press((await now()) > width ? "ArrowRight" : "ArrowLeft");
  if ((await now()) !== width) throw new Error(`the pane is ${await now()} pixels wide, not ${width}`);
}
