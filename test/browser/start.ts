import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import type { Workbench } from "../../src/workbench/workbench";

const root = join(__dirname, "../..");

const browserPlaces = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

export const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface WorkbenchPage {
  readonly page: Page;
  readonly url: string;
  /** What the page and the add-in wrote to the console as errors, and exceptions nobody caught. */
  readonly errors: readonly string[];
  /** Resolves when the add-in is there and nothing is being calculated. */
  readonly idle: () => Promise<void>;
  /** What a cell shows, e.g. "Plan!B2"; an error as its code. */
  readonly cell: (address: string) => Promise<unknown>;
  /** What each of the cells shows, in one look. */
  readonly cells: (addresses: readonly string[]) => Promise<unknown[]>;
  readonly activeSheet: () => Promise<string | undefined>;
  /** Names of all sheets, in the order of their tabs. */
  readonly sheets: () => Promise<string[]>;
  /** Opens a workbook from disk and waits until it is calculated. */
  readonly open: (name: string, bytes: Uint8Array) => Promise<void>;
  /** What Save hands out. */
  readonly save: () => Promise<Uint8Array>;
  readonly select: (address: string) => Promise<void>;
  /** Selects the cell, types and presses Enter, then waits for the results. */
  readonly type: (address: string, text: string) => Promise<void>;
  /** Waits until what was typed into the cell, or undone there, is so. */
  readonly until: (address: string, holds: (input: string) => boolean) => Promise<void>;
  /** Where the middle of a cell is on the page, while the sheet is not scrolled. */
  readonly centreOf: (address: string) => Promise<{ readonly x: number; readonly y: number }>;
  readonly close: () => Promise<void>;
}

/** Serves the workbench on a free port and opens it in the browser. */
export async function startWorkbench(addin?: string): Promise<WorkbenchPage> {
  const server = await startServer(addin);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: flags }).catch((error) => {
    server.stop();
    throw error;
  });
  try {
    return await openPage(browser, server);
  } catch (error) {
    await browser.close();
    server.stop();
    throw error;
  }
}

async function openPage(browser: Browser, server: Server): Promise<WorkbenchPage> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // No emulation: the pane takes its colours from its frame, as in the browser of a user.
    colorScheme: null,
  });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(server.url);
  const idle = async () => {
    await page.waitForSelector('[data-activity="idle"]', { state: "attached", timeout: 60_000 });
    await page.evaluate(() => (globalThis as unknown as InPage).workbench.idle());
  };
  const cell = (address: string) =>
    page.evaluate((at) => (globalThis as unknown as InPage).workbench.read(at), address);
  const select = (address: string) =>
    page.evaluate((at) => (globalThis as unknown as InPage).workbench.select(at), address);
  const until = async (address: string, holds: (input: string) => boolean) => {
    const read = () => page.evaluate((at) => (globalThis as unknown as InPage).workbench.input(at), address);
    for (let tries = 0; tries < 200; tries++) {
      if (holds(await read())) return idle();
      await page.waitForTimeout(50);
    }
    throw new Error(`${address} holds ${await read()}`);
  };
  await idle();
  return {
    page,
    url: server.url,
    errors,
    idle,
    cell,
    cells: (addresses) =>
      page.evaluate(
        (all) => all.map((address) => (globalThis as unknown as InPage).workbench.read(address)),
        addresses,
      ),
    activeSheet: () =>
      page.evaluate(() =>
        (globalThis as unknown as InPage).workbench.session?.workbook.getActiveSheet()?.getName(),
      ),
    sheets: () =>
      page.evaluate(
        () =>
          (globalThis as unknown as InPage).workbench.session?.workbook
            .getSheets()
            .map((sheet) => sheet.getName()) ?? [],
      ),
    open: async (name, bytes) => {
      await page.locator('input[type="file"]').setInputFiles({
        name,
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: Buffer.from(bytes),
      });
      await page.waitForFunction((title) => document.title.startsWith(`${title} - `), name);
      await idle();
    },
    save: async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save" }).click(),
      ]);
      return new Uint8Array(readFileSync(await download.path()));
    },
    select,
    type: async (address, text) => {
      // On a busy machine the grid of a file just opened may not listen at once; a user would type again.
      for (let tries = 0; tries < 3; tries++) {
        await select(address);
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
        const arrived = await until(address, (input) => input === text).then(
          () => true,
          () => false,
        );
        if (arrived) return;
        await page.keyboard.press("Escape");
      }
      await until(address, (input) => input === text);
    },
    until,
    centreOf: (address) => page.evaluate(centreInPage, address),
    close: async () => {
      await browser.close();
      server.stop();
    },
  };
}

interface InPage {
  readonly workbench: Workbench;
}

function centreInPage(address: string): { x: number; y: number } {
  const { sheet, row, column } = (globalThis as unknown as InPage).workbench.locate(address);
  const { rowHeader, columnHeader } = sheet.getConfig();
  const { left, top } = document
    .querySelector('canvas[id^="univer-sheet-main-canvas"]')!
    .getBoundingClientRect();
  let x = left + rowHeader.width + sheet.getColumnWidth(column) / 2;
  let y = top + columnHeader.height + sheet.getRowHeight(row) / 2;
  for (let before = 0; before < column; before++) x += sheet.getColumnWidth(before);
  for (let before = 0; before < row; before++) y += sheet.getRowHeight(before);
  return { x, y };
}

interface Server {
  readonly url: string;
  readonly stop: () => void;
}

function startServer(addin: string | undefined): Promise<Server> {
  const script = join(root, "scripts/workbench/serve.mjs");
  const options = addin === undefined ? [] : ["--addin", addin];
  const child = spawn(process.execPath, [script, "--port", "0", ...options], { cwd: root });
  return new Promise((started, failed) => {
    let said = "";
    child.stderr.on("data", (text) => (said += text));
    child.stdout.on("data", (text) => {
      said += text;
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) started({ url, stop: () => child.kill() });
    });
    child.on("exit", (code) => failed(new Error(`The server ended with code ${code}: ${said}`)));
  });
}

export function findBrowser(): string {
  const found = browserPlaces.find((place) => place !== undefined && place !== "" && existsSync(place));
  if (found === undefined)
    throw new Error("Set CHROME_PATH to a Chrome, Chromium or Edge to run these tests.");
  return found;
}
