/**
 * The month end of 250,000 movements as a user of the pane has it, in Chromium: from the click on "Value stock at the cut-off" through
 * reading the rows from the grid, valuation in the worker and writing the results; how long the add-in kept the page from answering on
 * the way, and how long Cancel takes. The baseline is the same valuation in one thread of Node, from cells in memory. Needs a build.
 * Run: npx tsx test/bench/month-end-page.ts [rows]
 */
import type { Frame, FrameLocator } from "playwright-core";
import { runAnalysis } from "../../src/analyses/run-analysis";
import { valueStock } from "../../src/analyses/value-stock";
import { createXlsx } from "../../src/xlsx";
import { startWorkbench, type WorkbenchPage } from "../browser/start";
import { companyTransactions } from "./transactions";

const items = 500;

interface InFrame {
  longTasks?: { readonly from: number; readonly duration: number; readonly where: string }[];
  said?: { readonly at: number; readonly text: string }[];
}

async function main(rows: number): Promise<void> {
  const { table } = companyTransactions(rows, items);
  const started = performance.now();
  const { summary } = runAnalysis(valueStock, [table], {}, "bench");
  console.log(`Node, one thread, from cells in memory: ${seconds(performance.now() - started)} (${summary})`);

  const workbench = await startWorkbench();
  try {
    const opening = performance.now();
    await workbench.open("movements.xlsx", workbookOf(table));
    console.log(`opening the file in the workbench: ${seconds(performance.now() - opening)}`);
    const pane = workbench.page.frameLocator('iframe[title="Stockbook"]');
    const frame = workbench.page.frames().find((each) => each.url().includes("taskpane.html"));
    if (frame === undefined) throw new Error("the add-in has no frame");
    await openMonthEnd(pane);
    await stopped(workbench, pane, frame);
    await valued(pane, frame);
  } finally {
    await workbench.close();
  }
}

/** From the click to the message that stock is valued, by what the pane says on the way. */
async function valued(pane: FrameLocator, frame: Frame): Promise<void> {
  await watch(frame);
  const began = await click(pane, frame, "Value stock at the cut-off");
  await pane.getByText("Stock is valued").first().waitFor({ timeout: 300_000 });
  const { said = [], longTasks = [] } = await frame.evaluate(() => ({
    said: (globalThis as InFrame).said,
    longTasks: (globalThis as InFrame).longTasks,
  }));
  const ended = await frame.evaluate(() => performance.now());
  const at = (text: RegExp) => said.find((one) => text.test(one.text))?.at ?? NaN;
  const [handed, writing] = [at(/Calculating: /), at(/Writing/)];
  console.log(`in the pane, from the click to the end: ${seconds(ended - began)}`);
  console.log(`  until the worker had the rows: ${seconds(handed - began)}`);
  console.log(`  in the worker: ${seconds(writing - handed)}; writing: ${seconds(ended - writing)}`);
  const ours = longTasks.filter(({ where }) => where === "self").map(({ duration }) => duration);
  const grid = longTasks.filter(({ where }) => where !== "self").map(({ duration }) => duration);
  console.log(`  longest task of the add-in ${longest(ours)}, of the grid that plays Excel ${longest(grid)}`);
  console.log(`  said on the way: ${[...new Set(said.map(({ text }) => text))].length} different messages`);
  if (process.env.SAID !== undefined)
    for (const { at: when, text } of said) console.log(Math.round(when - began), text);
}

/** Cancel, soon after the click and some seconds later. */
async function stopped(workbench: WorkbenchPage, pane: FrameLocator, frame: Frame): Promise<void> {
  for (const pause of [500, 4000]) {
    await watch(frame);
    await click(pane, frame, "Value stock at the cut-off");
    await workbench.page.waitForTimeout(pause);
    const began = await click(pane, frame, "Cancel");
    await pane.getByText("Nothing was written.").first().waitFor({ timeout: 300_000 });
    const ended = await frame.evaluate(() => performance.now());
    console.log(
      `Cancel ${pause / 1000} s after the click: ${seconds(ended - began)} until it is said that nothing was written`,
    );
    await workbench.idle();
  }
}

async function openMonthEnd(pane: FrameLocator): Promise<void> {
  for (const [name, menu] of [
    ["Health", "More views"],
    ["Month end", "More of health"],
  ]) {
    const tab = pane.getByRole("tab", { name, exact: true });
    const more = pane.getByRole("button", { name: menu });
    await tab.or(more).first().waitFor();
    if (await tab.isVisible()) await tab.click();
    else {
      await more.click();
      await pane.getByRole("menuitem", { name }).click();
    }
  }
}

async function click(pane: FrameLocator, frame: Frame, name: string): Promise<number> {
  const button = pane.getByRole("button", { name });
  await button.waitFor();
  const began = await frame.evaluate(() => performance.now());
  await button.click();
  return began;
}

/** Notes long tasks, and each message of the progress bar with its time. */
async function watch(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const here = globalThis as InFrame;
    const [longTasks, said]: [NonNullable<InFrame["longTasks"]>, NonNullable<InFrame["said"]>] = [[], []];
    [here.longTasks, here.said] = [longTasks, said];
    new PerformanceObserver((list) => {
      for (const { startTime, duration, name } of list.getEntries())
        longTasks.push({ from: startTime, duration, where: name });
    }).observe({ type: "longtask" });
    // Without a name of its own: the script's compiler would mark a named one with a helper that the page does not have.
    new MutationObserver(() => {
      const text =
        document.querySelector('[role="progressbar"]')?.parentElement?.parentElement?.textContent ?? "";
      if (text !== "" && said.at(-1)?.text !== text) said.push({ at: performance.now(), text });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function workbookOf({ columns, rows }: ReturnType<typeof companyTransactions>["table"]): Uint8Array {
  const held = new Map<string, number>();
  for (const [, , item, place, , units] of rows) {
    const key = `${item}\t${place}`;
    held.set(key, (held.get(key) ?? 0) + Number(units));
  }
  const last = Math.floor(Number(rows[rows.length - 1][1]));
  const stock = [...held].map(([key, units]) => [...key.split("\t"), last, units]);
  const codes = [...new Set(rows.map((row) => row[2]))];
  const sheet = (name: string, head: readonly string[], body: typeof rows) => ({
    name,
    rows: [head, ...body].map((cells) => cells.map((value) => (value === "" ? null : value))),
    tables: [{ name, ref: `A1:${String.fromCharCode(64 + head.length)}${body.length + 1}` }],
  });
  return createXlsx({
    sheets: [
      sheet(
        "Items",
        ["Item", "Cost"],
        codes.map((code) => [code, 5000]),
      ),
      sheet("Stock", ["Item", "Location", "AsOf", "Qty"], stock),
      sheet("Transactions", columns, rows),
    ],
    activeSheet: "Items",
  } as Parameters<typeof createXlsx>[0]);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const longest = (durations: readonly number[]) => `${Math.round(Math.max(0, ...durations))} ms`;

void main(Number(process.argv[2] ?? 250_000)).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
