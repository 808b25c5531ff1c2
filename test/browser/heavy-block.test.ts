import { createXlsx } from "../../src/xlsx";
import { evaluate } from "../../src/functions/evaluate";
import { findFunction } from "../../src/functions/catalogue";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(180_000);

const items = 1_000;
const months = 48;
/** A page that does not answer for longer than this many milliseconds feels frozen. */
const longest = 100;

const demand = Array.from({ length: items }, (_, row) =>
  Array.from(
    { length: months },
    (_, t) => 100 + row + Math.round(20 * Math.sin((t * Math.PI) / 6)) + ((t * 7919 + row * 104729) % 31),
  ),
);
const sheets = [
  { name: "Data", rows: demand },
  { name: "Plan", rows: [["Forecast"]] },
];

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  const buffer = Buffer.from(createXlsx({ sheets, activeSheet: "Plan" }));
  await workbench.open("block.xlsx", buffer);
});
afterAll(() => workbench?.close());

interface InFrame {
  measured?: { readonly duration: number; readonly where: string }[];
}

/**
 * Collects the tasks of the add-in's frame that keep it, and the page it shares a thread with, from answering. Tasks of the grid
 * around it, which plays Excel, are told apart by the browser.
 */
async function watchAddin(): Promise<{
  readonly tasks: () => Promise<number[]>;
  readonly hold: () => Promise<void>;
}> {
  const addin = workbench.page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (addin === undefined) throw new Error("the add-in has no frame");
  await addin.evaluate(() => {
    const measured: NonNullable<InFrame["measured"]> = ((globalThis as InFrame).measured = []);
    new PerformanceObserver((list) => {
      for (const { duration, name } of list.getEntries())
        measured.push({ duration: Math.round(duration), where: name });
    }).observe({ type: "longtask" });
  });
  return {
    tasks: async () => {
      const measured = await addin.evaluate(() => (globalThis as InFrame).measured ?? []);
      return measured.filter(({ where }) => where === "self").map(({ duration }) => duration);
    },
    hold: () =>
      addin.evaluate(
        () =>
          new Promise<void>((done) =>
            setTimeout(() => {
              const start = performance.now();
              while (performance.now() - start < 150);
              setTimeout(done, 100);
            }),
          ),
      ),
  };
}

async function untilCell(address: string, holds: (value: unknown) => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    // While a file is being opened its sheets are not there.
    const value = await workbench.cell(address).catch(() => undefined);
    if (holds(value)) return workbench.idle();
    await workbench.page.waitForTimeout(250);
  }
  throw new Error(`${address} shows ${String(await workbench.cell(address))}`);
}

/** The grid of a file just opened has the keyboard once somebody clicks into it; on a busy machine a first click may come too early. */
async function enter(address: string, text: string): Promise<void> {
  const { page } = workbench;
  await page.waitForSelector('canvas[id^="univer-sheet-main-canvas"]');
  for (let tries = 0; tries < 5; tries++) {
    const { x, y } = await workbench.centreOf(address);
    await page.mouse.click(x, y);
    await workbench.select(address);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    const arrived = await workbench
      .until(address, (input) => input === text)
      .then(
        () => true,
        () => false,
      );
    if (arrived) return;
    await page.keyboard.press("Escape");
  }
  throw new Error(`${text} cannot be typed into ${address}`);
}

test("a heavy formula over 1,000 series is computed while the add-in goes on answering", async () => {
  const { tasks, hold } = await watchAddin();
  await enter("Plan!A2", "=FORECAST.THETA(Data!A1:AV1000,12,12)");
  await untilCell("Plan!A2", (value) => typeof value === "number");
  const long = await tasks();
  const direct = evaluate(findFunction("FORECAST.THETA")!, [demand, 12, 12]);
  expect(await workbench.cell("Plan!A2")).toBe(direct[0][0]);
  expect(await workbench.cell("Plan!L1001")).toBe(direct[999][11]);
  expect(long.filter((duration) => duration > longest)).toEqual([]);
  // What is looked for would have been seen.
  await hold();
  expect(Math.max(...(await tasks()))).toBeGreaterThanOrEqual(150);
  expect(workbench.errors).toEqual([]);
});

test("typing over a formula that is being calculated ends its calculation", async () => {
  const { page } = workbench;
  const pending = () =>
    page.evaluate(
      () =>
        (globalThis as unknown as { workbench: { session: { host: { functions: { pending: number } } } } })
          .workbench.session.host.functions.pending,
    );
  await workbench.select("Plan!P2");
  await page.keyboard.type("=FORECAST.AUTO(Data!A1:AV1000,12,12)");
  await page.keyboard.press("Enter");
  await untilHolds(async () => (await pending()) === 1);
  expect(await workbench.cell("Plan!P2")).toBe("#BUSY!");
  await workbench.type("Plan!P2", "5");
  // Nothing is waited for any more: the sheet is at rest although the forecast of 1,000 series has hardly begun.
  expect(await pending()).toBe(0);
  await enter("Plan!P3", "=FORECAST.THETA(Data!A1:AV20,12,12)");
  await untilCell("Plan!P3", (value) => typeof value === "number");
  expect(await workbench.cell("Plan!P2")).toBe(5);
  expect(workbench.errors).toEqual([]);
});

async function untilHolds(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await workbench.page.waitForTimeout(50);
  }
  throw new Error("it never came about");
}
