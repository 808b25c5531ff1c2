import type { FrameLocator } from "playwright-core";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(180_000);

/** What a planner does in the first hour, in the real add-in under the real Office.js beside the grid. */
let workbench: WorkbenchPage;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
  pane = workbench.page.frameLocator('iframe[title="Stockbook"]');
});
afterAll(() => workbench?.close());

const parts = Array.from({ length: 1000 }, (_, i) => i);
const column = (sheet: string, letter: string, first: number) =>
  workbench.cells(parts.map((part) => `${sheet}!${letter}${first + part}`));

test("Segments writes the classes of all items, and they are those of ABCCLASS in the sheet", async () => {
  await pane.getByRole("tab", { name: "Segments" }).click();
  await pane.getByRole("heading", { name: /Value by variation/ }).waitFor();
  expect(new Set(await column("Items", "F", 2))).toEqual(new Set([null]));
  await pane.getByRole("tab", { name: "Review" }).click();
  const commit = pane.getByRole("button", { name: "Commit 2024-Q4" });
  for (let tries = 0; tries < 600 && (await commit.getAttribute("aria-disabled")) === "true"; tries++)
    await workbench.page.waitForTimeout(100);
  await commit.click();
  await pane.getByText("1,000 items classified for 2024-Q4").waitFor({ timeout: 120_000 });
  await workbench.idle();
  const abc = await column("Items", "F", 2);
  expect(abc).toEqual(await column("Plan", "B", 14));
  expect(new Set(abc)).toEqual(new Set(["A", "B", "C"]));
  expect(await column("Items", "G", 2)).toEqual(await column("Plan", "C", 14));
});

test("a field of the matrix selects its items in the sheet", async () => {
  await pane.getByRole("tab", { name: "Matrix" }).click();
  await pane
    .getByRole("button", { name: /\bA\b.*\bX\b|AX/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "Select its rows in Items" }).click();
  // The selection travels from the pane through Office.js to the grid.
  for (let tries = 0; tries < 200 && (await workbench.activeSheet()) !== "Items"; tries++)
    await workbench.page.waitForTimeout(50);
  expect(await workbench.activeSheet()).toBe("Items");
});

test("Home creates a missing table on a sheet of its own", async () => {
  await pane.getByRole("tab", { name: "Home" }).click();
  await pane.getByRole("button", { name: "Create" }).first().click();
  await pane
    .getByText(/created/i)
    .first()
    .waitFor();
  await workbench.idle();
  const sheets = await workbench.sheets();
  // Five of the sample, SegmentHistory and Runs of the commit, and the new one.
  expect(sheets).toHaveLength(8);
  expect(await workbench.cell(`${sheets[7]}!A1`)).toBe("Item");
});

test("the builder inserts a function into the selected cell, and the cell shows its answer", async () => {
  await workbench.select("Plan!W2");
  await pane.getByRole("button", { name: "Formula builder" }).click();
  await pane.getByRole("searchbox").fill("SAFETYSTOCK");
  await pane.getByRole("button", { name: /^SAFETYSTOCK Safety stock that meets/ }).click();
  const fields: [RegExp, string][] = [
    [/^Mean demand/, "50"],
    [/^Standard deviation of demand/, "5"],
    [/^Replenishment lead time/, "6"],
    [/^Cycle service level/, "0.9"],
    [/^Standard deviation of lead time/, "2"],
  ];
  for (const [label, text] of fields) await pane.getByLabel(label).fill(text);
  await pane.getByRole("button", { name: "Insert into Plan!W2" }).click();
  await pane.getByText("Inserted into Plan!W2").waitFor();
  await workbench.idle();
  expect(await workbench.cell("Plan!W2")).toBeCloseTo(129.11, 2);
  await pane.getByRole("button", { name: "Close" }).first().click();
});

test("Explain this cell tells its arguments, steps and source", async () => {
  await workbench.select("Plan!W2");
  // By the keyboard: help of the control last used may still lie over it.
  await pane.getByRole("button", { name: "Explain this cell" }).press("Enter");
  await pane.getByRole("heading", { name: "Steps" }).waitFor();
  await pane.getByText("129.11", { exact: false }).first().waitFor();
});

test("a blank reaches a function as 0 or as nothing, as the switch says, through Office.js", async () => {
  await workbench.type("Plan!W3", "=TO.PERIODS(Z900)");
  expect(await workbench.cell("Plan!W3")).toBe(0);
  const choose = async (from: string, to: RegExp) => {
    await workbench.page.getByRole("button", { name: from }).click();
    await workbench.page.getByRole("menuitemradio", { name: to }).click();
    await workbench.idle();
  };
  await choose("Blanks: 0", /^Functions get nothing/);
  expect(await workbench.cell("Plan!W3")).toBe("#VALUE!");
  await choose("Blanks: empty", /^Functions get 0/);
  expect(await workbench.cell("Plan!W3")).toBe(0);
});

test("while the add-in is away a cell is #BUSY!; its answer comes when the add-in is back", async () => {
  let letIn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letIn = resolve));
  await workbench.page.route("**/addin/functions.js", async (route) => {
    await held;
    await route.continue();
  });
  await workbench.page.getByRole("button", { name: "Dark theme" }).click();
  await workbench.select("Plan!W4");
  await workbench.page.keyboard.type("=SAFETYSTOCK(50,5,6,0.9,3)");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.waitForFunction(
    () =>
      (globalThis as unknown as { workbench: { read(at: string): unknown } }).workbench.read("Plan!W4") ===
      "#BUSY!",
  );
  letIn();
  await workbench.idle();
  expect(await workbench.cell("Plan!W4")).toBeGreaterThan(129.11);
  await workbench.page.unroute("**/addin/functions.js");
  await workbench.page.getByRole("button", { name: "Light theme" }).click();
  await workbench.idle();
});

test("the developer drawer lists what the add-in asks for and the host does not have", async () => {
  await workbench.page.getByRole("button", { name: "Developer" }).click();
  const drawer = workbench.page.getByRole("region", { name: "Developer" });
  await drawer.getByText("None.").waitFor();
  const frame = workbench.page.frames().find((each) => each.url().includes("taskpane.html"))!;
  const refused = await frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.load("items");
      await context.sync();
      return "answered";
    }).catch((error: { code: string }) => error.code),
  );
  expect(refused).toBe("NotImplemented");
  await drawer.locator('[data-list="unimplemented"]').getByText("Shapes", { exact: false }).waitFor();
  expect(await drawer.locator('[data-list="times"] li').count()).toBeGreaterThan(0);
});

test("nothing went wrong unseen", () => {
  expect(workbench.errors).toEqual([]);
});
