import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { tooWide, violations } from "./looks";
import { findBrowser, flags } from "./start";

jest.setTimeout(120_000);

const root = join(__dirname, "../..");
let browser: Browser;

beforeAll(async () => {
  const webpack = join(root, "node_modules/webpack/bin/webpack.js");
  const built = spawnSync(process.execPath, [webpack, "-c", "test/pane/preview/webpack.config.js"], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  browser = await chromium.launch({ executablePath: findBrowser(), args: flags });
});
afterAll(() => browser?.close());

/** The pane over a workbook in memory; see test/pane/preview/page.tsx. */
async function open(query = "", width = 350): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  await page.goto(`${pathToFileURL(join(root, "dist/pane-preview/index.html"))}?${query}`);
  await page.getByRole("heading", { name: "Home" }).waitFor();
  return page;
}

const openSegments = async (page: Page) => {
  await page.getByRole("tab", { name: "Segments" }).click();
  await page
    .getByRole("heading", { name: /Value by variation|Missing/ })
    .or(page.getByText("Missing: table Items"))
    .waitFor();
};
const openSegmentsPart = async (page: Page, part: string) => {
  await openSegments(page);
  const tab = page.getByRole("tab", { name: part, exact: true });
  if (await tab.isVisible()) await tab.click();
  else {
    await page.getByRole("button", { name: "More of segments" }).click();
    await page.getByRole("menuitem", { name: part }).click();
  }
  await page
    .getByRole("tabpanel", { name: part })
    .getByRole("button")
    .or(page.getByText("No quarter"))
    .first()
    .waitFor();
};
const openForecast = async (page: Page) => {
  await page.getByRole("tab", { name: "Forecast" }).click();
  await page.getByRole("slider").or(page.getByText("Missing: table Demand")).waitFor();
};
const forecastAll = async (page: Page, panel: string) => {
  await openForecast(page);
  await page.getByRole("button", { name: "Forecast all items" }).click();
  await page.getByText("Forecasts written").waitFor();
  await page.getByRole("tab", { name: panel }).click();
};
const explain = async (page: Page, address: string) => {
  await page.evaluate((at) => (globalThis as unknown as InPage).workbook.select(at), address);
  await page.getByRole("button", { name: "Explain this cell" }).click();
  await page.getByRole("heading", { name: "Steps" }).waitFor();
};
const build = async (page: Page) => {
  await page.getByRole("button", { name: "Formula builder" }).click();
  await page.getByRole("searchbox").fill("safety stock");
  await page
    .getByRole("button", { name: "SAFETYSTOCK Safety stock that meets a cycle service level." })
    .click();
  await page.getByText(/^Still needed/).waitFor();
};

interface InPage {
  readonly workbook: { readonly select: (address: string) => Promise<void> };
}

const places: readonly [string, string, (page: Page) => Promise<void>][] = [
  ["Home in an empty workbook", "", (page) => page.getByRole("button", { name: /^My own data/ }).click()],
  ["Home", "items=50", async () => {}],
  ["Segments", "items=1000", openSegments],
  ...["Review", "Conflicts", "Frontier", "Criteria", "History"].map(
    (part): [string, string, (page: Page) => Promise<void>] => [
      `Segments, ${part.toLowerCase()}`,
      "items=50",
      (page) => openSegmentsPart(page, part),
    ],
  ),
  ["Segments without tables", "", openSegments],
  ["Forecast", "items=50&families=4", openForecast],
  ["Forecast without tables", "", openForecast],
  ["Forecast, accuracy", "items=50&families=4", (page) => forecastAll(page, "Accuracy")],
  ["Forecast, level", "items=50&families=4", (page) => forecastAll(page, "Level")],
  ["Explain this cell", "items=50", (page) => explain(page, "Plan!B5")],
  ["Explain this cell with calls inside", "items=50", (page) => explain(page, "Plan!B6")],
  ["Formula builder, list", "", (page) => page.getByRole("button", { name: "Formula builder" }).click()],
  ["Formula builder, form", "items=50", build],
];

describe.each(places)("%s", (_name, query, go) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(query);
    await go(page);
  });
  afterAll(() => page.close());

  test("breaks no rule of axe", async () => expect(await violations(page)).toEqual([]));

  test("breaks none in the dark theme", async () => {
    const dark = await open(`${query}&theme=dark`);
    await go(dark);
    expect(await violations(dark)).toEqual([]);
    await dark.close();
  });

  test.each([320, 350, 450])("fits a pane of %s pixels", async (width) => {
    await page.setViewportSize({ width, height: 700 });
    expect(await tooWide(page)).toEqual([]);
  });

  test("lets Tab reach every control, and shows where it is", async () => {
    await page.setViewportSize({ width: 350, height: 700 });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.mouse.move(0, 690);
    const wanted = await controls(page);
    const unseen: string[] = [];
    const reached = new Set<string>();
    for (let stops = 0; stops < wanted.length + 10; stops++) {
      await page.keyboard.press("Tab");
      const control = page.locator(":focus");
      const name = (await control.count()) === 0 ? null : await control.getAttribute("data-control");
      if (name === null || reached.has(name)) continue;
      reached.add(name);
      if (!(await showsFocus(page, control))) unseen.push(name);
    }
    expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
    expect(unseen).toEqual([]);
  });
});

/** Numbers every control that can be used; of the tabs only the selected one is a stop, arrows reach the others. */
function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, [role=combobox], [role=slider]",
      ),
    ];
    const usable = all.filter(
      (element) =>
        element.checkVisibility() &&
        !element.matches(":disabled") &&
        !(element.getAttribute("role") === "tab" && element.getAttribute("aria-selected") === "false"),
    );
    return usable.map((element, i) => {
      const name = `${i} ${element.getAttribute("aria-label") ?? element.textContent ?? ""}`;
      element.setAttribute("data-control", name);
      return name;
    });
  });
}

/** Whether the control looks different without the focus; a text caret alone would not do, so it is hidden. */
async function showsFocus(page: Page, control: Locator): Promise<boolean> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (box === null) return false;
  const clip = {
    x: Math.max(0, box.x - 4),
    y: Math.max(0, box.y - 4),
    width: box.width + 8,
    height: box.height + 8,
  };
  const picture = async () =>
    (await page.screenshot({ clip, caret: "hide", animations: "disabled" })).toString("base64");
  const focused = await picture();
  const element = await control.elementHandle();
  await element?.evaluate((node) => (node as HTMLElement).blur());
  const plain = await picture();
  await element?.evaluate((node) => (node as HTMLElement).focus());
  return focused !== plain;
}

test("nine views: those that do not fit stand in a menu that the keyboard reaches; the chosen one is in sight", async () => {
  const page = await open("views=9", 320);
  const tabs = await page.getByRole("tab").count();
  expect(tabs).toBeGreaterThanOrEqual(2);
  expect(tabs).toBeLessThan(9);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("tab", { selected: true }).first().textContent()).toContain("Forecast");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const chosen = page.getByRole("tab", { name: "View number 9", selected: true });
  await chosen.waitFor();
  expect((await chosen.boundingBox())?.x).toBeGreaterThanOrEqual(0);
  await page.close();
});

test.each(["Explain this cell", "Formula builder"])(
  "%s opens by Enter, closes by Escape and gives the focus back",
  async (title) => {
    const page = await open();
    const button = page.getByRole("button", { name: title, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: title }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: title }).waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  },
);

test("1,000 items with 24,000 lines of demand are classed, and again at each change of a cut", async () => {
  const page = await open("items=1000");
  await openSegments(page);
  await page.getByRole("tab", { name: "Review" }).click();
  const migration = page.getByRole("region", { name: "Migration" });
  await migration.waitFor();
  const before = await migration.textContent();
  await page.getByRole("button", { name: "Rules of the review" }).click();
  await page.getByLabel(/^Shares of total value/).fill("0.5,0.95");
  await page.waitForFunction(
    (text) => document.querySelector("table")?.closest("section")?.textContent !== text,
    before,
  );
  await page.close();
});
