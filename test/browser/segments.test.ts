import type { FrameLocator } from "playwright-core";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(300_000);

const PARTS = 1000;
let workbench: WorkbenchPage;
let pane: FrameLocator;

/** From the raw tables of the spare parts to committed classes, targets, an agreed point and the auditor's proof. */
beforeAll(async () => {
  workbench = await startWorkbench();
  pane = workbench.page.frameLocator('iframe[title="Stockbook"]');
  await pane.getByRole("tab", { name: "Segments" }).click();
  await pane.getByRole("region", { name: "Value by variation" }).waitFor({ timeout: 120_000 });
});
afterAll(() => workbench?.close());

async function openPart(title: string): Promise<void> {
  const tab = pane.getByRole("tab", { name: title, exact: true });
  if ((await tab.count()) > 0 && (await tab.isVisible())) return tab.click();
  await pane.getByRole("button", { name: "More of segments" }).click();
  await pane.getByRole("menuitem", { name: title }).click();
}

/** Buttons are pressed once what they write is worked out. */
async function press(name: string | RegExp): Promise<void> {
  const button = pane.getByRole("button", { name });
  for (let tries = 0; tries < 1200; tries++) {
    if ((await button.getAttribute("aria-disabled")) !== "true") return button.click();
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`${String(name)} stays disabled`);
}

const cells = (sheet: string, columns: string, row: number) =>
  workbench.cells([...columns].map((column) => `${sheet}!${column}${row}`));

test("classes: nothing is written before the commit, then Items, SegmentHistory and Runs hold the review", async () => {
  await openPart("Review");
  await pane.getByRole("region", { name: "Migration" }).waitFor();
  expect(await cells("Items", "FG", 2)).toEqual([null, null]);
  await press("Commit 2024-Q4");
  await pane.getByText("Classes committed").waitFor({ timeout: 180_000 });
  await workbench.idle();
  const classes = await workbench.cells(Array.from({ length: PARTS }, (_, i) => `Items!F${i + 2}`));
  expect(new Set(classes)).toEqual(new Set(["A", "B", "C"]));
  const [quarter, item, old, now] = await cells("SegmentHistory", "ABCD", PARTS + 1);
  expect([quarter, old]).toEqual(["2024-Q4", null]);
  expect(item).toBe(await workbench.cell(`Items!A${PARTS + 1}`));
  expect(now).toBe((await cells("Items", "FG", PARTS + 1)).join(""));
  expect(await workbench.cell("Runs!B2")).toBe("classify-items");
  expect(await workbench.cell("Runs!E2")).toMatch(/^[0-9a-f]{64}$/);
});

test("targets: a lead time is assumed, one segment is typed as cycle service, and Policies holds both measures", async () => {
  await openPart("Matrix");
  await pane.getByText("No segment can be shown both ways yet").waitFor({ timeout: 60_000 });
  await pane.getByRole("button", { name: "Targets without a row in Policies, and lead time" }).click();
  await pane.getByRole("textbox", { name: /^Lead time in days/ }).fill("60");
  await pane
    .getByText("No segment can be shown both ways yet")
    .waitFor({ state: "detached", timeout: 120_000 });
  await pane.getByRole("button", { name: /^AX:/ }).click();
  const drawer = pane.getByRole("region", { name: "Segment AX" });
  await drawer.getByRole("combobox", { name: "Target means" }).selectOption("CSL");
  await drawer
    .getByText(/Cycle service level98\.0%/)
    .first()
    .waitFor({ timeout: 60_000 });
  await drawer.getByRole("button", { name: "Back to the matrix" }).click();
  await press("Write targets");
  await pane.getByText("Targets written").waitFor({ timeout: 120_000 });
  await workbench.idle();
  const rows = await Promise.all([2, 3, 4].map((row) => cells("Policies", "ADE", row)));
  expect(rows).toContainEqual(["AX", "CSL", 0.98]);
  const header = await workbench.cells([..."RST"].map((column) => `Policies!${column}1`));
  expect(header).toContain("CSL");
});

test("frontier: a bound that cannot be kept is named; the agreed point goes to Policies, bounds and names to Runs", async () => {
  await openPart("Frontier");
  const service = pane.getByRole("spinbutton", { name: "Operations: at least, %" });
  await service.waitFor({ timeout: 120_000 });
  await service.fill("95");
  await pane.getByRole("spinbutton", { name: "Finance: at most, money" }).fill("1");
  await pane.getByText(/^The cash bound does not reach the service bound: 95\.00 % takes/).waitFor();
  await pane.getByRole("spinbutton", { name: "Finance: at most, money" }).fill("1000000000");
  await pane.getByRole("textbox", { name: "Signed for finance" }).fill("A. Kim");
  await pane.getByRole("textbox", { name: "Signed for operations" }).fill("B. Lee");
  await press("Write the agreed point");
  await pane.getByText("Agreed targets written").waitFor({ timeout: 180_000 });
  await workbench.idle();
  const params = await workbench.cell("Runs!D4");
  expect(params).toMatch(
    /mode=FILL .*target=0\.95.* cash=1000000000 service=0\.95 finance=A\. Kim operations=B\. Lee/,
  );
});

test("the auditor performs all classes again", async () => {
  await openPart("History");
  await press("Re-perform");
  await pane
    .getByText(/^1,000 of 1,000 classes come out as they were written\. The tables are as they were/)
    .waitFor({ timeout: 120_000 });
});

test("nothing went wrong unseen", () => expect(workbench.errors).toEqual([]));
