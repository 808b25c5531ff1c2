/**
 * The workbench as a user waits for it, in Chromium, measured inside the page: from the event of the Enter key, or from the add-in's
 * write of a block of formulas, to the picture that shows the last number. All of it goes through Office.js in the add-in's frame, which
 * holds a first answer back for 50 ms and leaves 200 ms between two messages of answers. The baseline is the same with formulas of
 * Excel's own, which never leave the grid. "Busy" is the processor time of the page's thread, which other work on the machine does not
 * stretch. Needs a build.
 */
import type { CDPSession } from "playwright-core";
import { startWorkbench, type WorkbenchPage } from "../browser/start";

const repeats = 5;
/** Milliseconds for what the last keys set off, such as help for a formula, to be over before Enter is pressed. */
const pause = 500;

interface Time {
  readonly seconds: number;
  readonly busy: number;
}

interface InPage {
  readonly workbench: {
    input(address: string): string;
    readonly session: { readonly calculator: { onIdle(listener: () => void): () => void } };
  };
  /** Since the page's time origin. */
  begun?: number;
  ended?: Promise<number>;
}

async function main(): Promise<void> {
  const workbench = await startWorkbench();
  try {
    const thread = await workbench.page.context().newCDPSession(workbench.page);
    await thread.send("Performance.enable", { timeDomain: "threadTicks" });
    const typed = (address: string, text: string) => typing(workbench, thread, address, text);
    report(
      "a typed formula is shown",
      0.25,
      await medianOf((i) => typed(`Plan!W${i + 2}`, `=SAFETYSTOCK(${50 + i},5,6,0.9,2)`)),
      await medianOf((i) => typed(`Plan!X${i + 2}`, `=1.2816*SQRT(6*5^2+${50 + i}^2*4)`)),
    );
    report(
      "an edit of the sample is recalculated",
      0.4,
      await medianOf((i) => typed("History!Y2", String(20 + i))),
      await medianOf((i) => typed("Settings!F9", String(20 + i))),
    );
    for (const [rows, budget] of [
      [1000, 0.6],
      [5000, 1.5],
    ]) {
      const filled = (formula: (row: number, i: number) => string) =>
        medianOf((i) => filling(workbench, thread, rows, (row) => formula(row, i)));
      report(
        `${rows.toLocaleString("en")} independent function cells are first calculated`,
        budget,
        await filled((row, i) => `=SAFETYSTOCK(${row},5,${i + 1},0.9,${rows / 1000})`),
        await filled((row, i) => `=1.2816*SQRT(${i + 1}*5^2+${row}^2*${rows / 1000})`),
      );
    }
  } finally {
    await workbench.close();
  }
}

function report(what: string, budget: number, ours: Time, plain: Time): void {
  const ratio = (ours.seconds / plain.seconds).toFixed(1);
  const shown = ({ seconds, busy }: Time) => `${seconds.toFixed(2)} s (busy ${busy.toFixed(2)} s)`;
  console.log(
    `${what}: ${shown(ours)}, budget ${budget} s; in plain formulas ${shown(plain)}, ratio ${ratio}`,
  );
}

async function medianOf(measure: (i: number) => Promise<Time>): Promise<Time> {
  const all: Time[] = [];
  for (let i = 0; i < repeats; i++) all.push(await measure(i));
  return all.sort((a, b) => a.seconds - b.seconds)[Math.floor(repeats / 2)];
}

/** From the event of the Enter key until the cell holds what was typed, the sheet is at rest and drawn. */
async function typing(
  { page, select, idle }: WorkbenchPage,
  thread: CDPSession,
  address: string,
  text: string,
): Promise<Time> {
  await idle();
  await select(address);
  await page.keyboard.type(text);
  await page.evaluate(
    ([at, input]) => {
      const here = globalThis as unknown as InPage;
      addEventListener("keydown", ({ timeStamp }) => (here.begun = timeStamp), { capture: true, once: true });
      here.ended = new Promise((resolve) => {
        const stop = here.workbench.session.calculator.onIdle(() => {
          if (here.workbench.input(at) !== input) return;
          stop();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        });
      });
    },
    [address, text] as const,
  );
  await page.waitForTimeout(pause);
  return timed(page, thread, () => page.keyboard.press("Enter"));
}

/** From the add-in's write of a new column of formulas until all are calculated and drawn. */
async function filling(
  { page, idle }: WorkbenchPage,
  thread: CDPSession,
  rows: number,
  formula: (row: number) => string,
): Promise<Time> {
  const frame = page.frames().find((each) => each.url().includes("taskpane.html"));
  if (frame === undefined) throw new Error("the add-in is not there");
  const formulas = Array.from({ length: rows }, (_, i) => [formula(i + 1)]);
  await idle();
  await page.evaluate((count) => {
    const here = globalThis as unknown as InPage;
    here.ended = new Promise((resolve) => {
      const stop = here.workbench.session.calculator.onIdle(() => {
        if (!here.workbench.input(`Filled!A${count}`).startsWith("=")) return;
        stop();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
    });
  }, rows);
  const time = await timed(page, thread, () =>
    frame.evaluate((column) => {
      const from = performance.timeOrigin + performance.now();
      (globalThis.parent as unknown as InPage).begun = from - globalThis.parent.performance.timeOrigin;
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Filled");
        sheet.getRange(`A1:A${column.length}`).formulas = column;
        await context.sync();
      });
    }, formulas),
  );
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Filled").delete();
      await context.sync();
    }),
  );
  return time;
}

async function timed(
  page: WorkbenchPage["page"],
  thread: CDPSession,
  work: () => Promise<unknown>,
): Promise<Time> {
  const before = await busySeconds(thread);
  await work();
  const milliseconds = await page.evaluate(async () => {
    const here = globalThis as unknown as InPage;
    const ended = await here.ended!;
    return ended - here.begun!;
  });
  return { seconds: milliseconds / 1000, busy: (await busySeconds(thread)) - before };
}

async function busySeconds(thread: CDPSession): Promise<number> {
  const { metrics } = await thread.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

void main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
