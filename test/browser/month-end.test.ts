import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { openTab, paneOf } from "./pane-tabs";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(300_000);

/** The month end of the sample company in the pane, from the cut-off to the frozen copy. */
let workbench: WorkbenchPage;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
  pane = paneOf(workbench);
  await workbench.open("company.xlsx", readFileSync(join(__dirname, "../../assets/samples/company.xlsx")));
  await openTab(pane, "Health", "More views");
  await openTab(pane, "Month end", "More of health");
});
afterAll(() => workbench?.close());

const step = (title: RegExp) => pane.getByRole("button", { name: title });
const run = async (label: string, done: RegExp | string) => {
  await pane.getByRole("button", { name: label }).click();
  await pane.getByText(done).first().waitFor({ timeout: 120_000 });
  await workbench.idle();
};
const open = async (title: RegExp) => {
  const header = step(title);
  if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
};
const look = async (name: string) => {
  const folder = process.env.SCREENS;
  if (folder !== undefined) await workbench.page.screenshot({ path: join(folder, `${name}.png`) });
};

test("the cut-off values stock and finds what does not tie", async () => {
  await look("month-end-1");
  await run("Value stock at the cut-off", "Stock is valued");
  await look("month-end-2");
  await step(/Cut-off.*done/).waitFor();
  await open(/Sub-ledger and ledger/);
  // Planted: freight of October invoiced in November, and seals of the vendor that Stock and ledger call own.
  await pane
    .getByText(/the invoice of 157\.50 for PO01292 is dated 2026-11-04/)
    .first()
    .waitFor();
  await pane
    .getByText(/230 of SE-306 belong to the vendor by Transactions and stand as own in Stock/)
    .first()
    .waitFor();
  await look("month-end-3");
});

test("a finding leads to its cell", async () => {
  await pane
    .getByRole("button", { name: /^Ledger row/ })
    .first()
    .click();
  for (let tries = 0; tries < 200 && (await workbench.activeSheet()) !== "Ledger"; tries++)
    await workbench.page.waitForTimeout(50);
  expect(await workbench.activeSheet()).toBe("Ledger");
});

test("layers, ageing, net realisable value and the reserve follow, each tied to the one before", async () => {
  await open(/Ageing/);
  await run("Age stock", "Stock is aged");
  await pane
    .getByText(/EL-502 is replaced by EL-508 and has stock for 1\d\.\d months/)
    .first()
    .waitFor();
  await look("month-end-4");
  await open(/Net realisable value/);
  await run("Test net realisable value", "Net realisable value is tested");
  await open(/Reserve/);
  await run("Work out the reserve", "The reserve is worked out");
  await look("month-end-5");
  await step(/Layers.*done/).waitFor();
  await step(/Reserve.*done/).waitFor();
});

test("who prepares a journal does not approve it", async () => {
  await open(/Journal/);
  await pane.getByLabel("Who prepares the journal").fill("M. Keller");
  await pane.getByLabel(/^Who approves it/).fill("M. Keller");
  await run("Write the journal", "The journal is written");
  await step(/Journal.*differs/).waitFor();
  await pane
    .getByText(/M\. Keller prepared it and approves it/)
    .first()
    .waitFor();
  await look("month-end-6");
  await pane.getByLabel(/^Who approves it/).fill("A. Roth");
  await run("Write the journal", "approved by A. Roth");
  await step(/Journal.*done/).waitFor();
});

test("the pack is frozen once, as values, with a hash in TieOut", async () => {
  await open(/Frozen copy/);
  await run("Freeze the pack", "The pack is frozen");
  await look("month-end-7");
  const sheets = await workbench.sheets();
  expect(sheets).toEqual(expect.arrayContaining(["Pack_2026_10_Reserve", "Pack_2026_10_Journal"]));
  expect(await workbench.cell("Pack_2026_10_Journal!A2")).toBe("ME-2026-10-1");
  await pane
    .getByText(/tables as values; SHA-256 of their cells/)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: "Freeze the pack" }).click();
  await pane
    .getByText(/is frozen already/)
    .first()
    .waitFor();
});

test("nothing went wrong unseen", () => {
  expect(workbench.errors).toEqual([]);
});
