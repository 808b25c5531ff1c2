/**
 * The workbench as a user waits for it, in Chromium: from the key press, or from the add-in's write of a block of formulas, to the last
 * number shown, through Office.js. The baseline is the same with formulas of Excel's own, which never leave the grid. Needs a build.
 */
import { startWorkbench, type WorkbenchPage } from "../browser/start";

const repeats = 5;

interface InPage {
  readonly workbench: {
    input(address: string): string;
    readonly session: { readonly calculator: { readonly busy: boolean; idle(): Promise<void> } };
  };
}

async function main(): Promise<void> {
  const workbench = await startWorkbench();
  try {
    report(
      "a typed formula is shown",
      0.25,
      await medianOf((i) => typing(workbench, `Plan!W${i + 2}`, `=SAFETYSTOCK(${50 + i},5,6,0.9,2)`)),
      await medianOf((i) => typing(workbench, `Plan!X${i + 2}`, `=1.2816*SQRT(6*5^2+${50 + i}^2*4)`)),
    );
    report(
      "an edit of the sample is recalculated",
      0.4,
      await medianOf((i) => typing(workbench, "History!Y2", String(20 + i))),
      await medianOf((i) => typing(workbench, "Settings!F9", String(20 + i))),
    );
    for (const [rows, budget] of [
      [1000, 0.6],
      [5000, 1.5],
    ]) {
      report(
        `${rows.toLocaleString("en")} independent function cells are first calculated`,
        budget,
        await filling(workbench, rows, (row) => `=SAFETYSTOCK(${row},5,6,0.9,${rows / 1000})`),
        await filling(workbench, rows, (row) => `=1.2816*SQRT(6*5^2+${row}^2*${rows / 1000})`),
      );
    }
  } finally {
    await workbench.close();
  }
}

function report(what: string, budget: number, ours: number, plain: number): void {
  const ratio = (ours / plain).toFixed(1);
  console.log(
    `${what}: ${ours.toFixed(2)} s (budget ${budget} s), with plain formulas ${plain.toFixed(2)} s, ratio ${ratio}`,
  );
}

async function medianOf(measure: (i: number) => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < repeats; i++) all.push(await measure(i));
  return all.sort((a, b) => a - b)[Math.floor(repeats / 2)];
}

/** Seconds from Enter until the cell holds what was typed and the sheet is at rest. */
async function typing({ page, select }: WorkbenchPage, address: string, text: string): Promise<number> {
  await select(address);
  await page.keyboard.type(text);
  const start = performance.now();
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    ([at, input]) => {
      const { workbench } = globalThis as unknown as InPage;
      return workbench.input(at) === input && !workbench.session.calculator.busy;
    },
    [address, text] as const,
    { polling: 5 },
  );
  return (performance.now() - start) / 1000;
}

/** Seconds from the write of a new column of formulas until all are calculated. */
async function filling(
  { page, idle }: WorkbenchPage,
  rows: number,
  formula: (row: number) => string,
): Promise<number> {
  const frame = page.frames().find((each) => each.url().includes("taskpane.html"));
  if (frame === undefined) throw new Error("the add-in is not there");
  const formulas = Array.from({ length: rows }, (_, i) => [formula(i + 1)]);
  await idle();
  const start = performance.now();
  await frame.evaluate(
    (column) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        sheet.getRange(`A1:A${column.length}`).formulas = column;
        await context.sync();
      }),
    formulas,
  );
  await page.evaluate(() => (globalThis as unknown as InPage).workbench.session.calculator.idle());
  return (performance.now() - start) / 1000;
}

void main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
