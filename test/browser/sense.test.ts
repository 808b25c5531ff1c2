import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(300_000);

let workbench: WorkbenchPage;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
  pane = workbench.page.frameLocator('iframe[title="Stockbook"]');
  await workbench.open("company.xlsx", readFileSync(join(__dirname, "../../assets/samples/company.xlsx")));
  await pane.getByRole("tab", { name: "Forecast" }).click();
  await pane.getByRole("tab", { name: "Sense" }).click({ timeout: 120_000 });
});
afterAll(() => workbench?.close());

test("what wholesalers of the company sold moves the coming weeks, beside the forecast, with what that was worth", async () => {
  await pane.getByRole("button", { name: "Sense demand" }).click();
  await pane.getByText("Demand sensed").waitFor({ timeout: 240_000 });
  await workbench.idle();
  // Eighteen pumps at warehouses, eight weeks each, from Monday after the latest signals.
  expect(await workbench.cells(["Sensed!A1", "Sensed!C2", "Sensing!A1"])).toEqual(["Item", 46_349, "Item"]);
  expect(await workbench.cell("Sensed!A145")).toMatch(/^PU-10\d$/);
  const list = pane.getByRole("list", { name: "Items by units moved" });
  // Planted: a cold spell in the north; and shelves filled before a price rise, which are taken off.
  await list
    .getByRole("button", { name: /^PU-10[123] · D100 \+[\d.]+ \+30\.0% by POS/ })
    .first()
    .waitFor();
  await list.getByRole("button", { name: /^PU-105 · D200 .*by shipments less channel stock/ }).click();
  await pane.getByRole("slider", { name: "Chart of PU-105 · D200, forecast and sensed, week" }).waitFor();
  await pane.getByRole("table", { name: "Units a week" }).getByRole("button").first().click();
  for (let tries = 0; tries < 200 && (await workbench.activeSheet()) !== "Sensed"; tries++)
    await workbench.page.waitForTimeout(50);
  expect(await workbench.activeSheet()).toBe("Sensed");
});

test("an item is found by typing, and a successor tells what it replaces", async () => {
  await pane.getByRole("tab", { name: "Item", exact: true }).click();
  const picker = pane.getByRole("combobox", { name: "Item" });
  await picker.click();
  await picker.fill("EL-508");
  await pane.getByRole("option", { name: "EL-508 · D100" }).click();
  await pane.getByRole("slider", { name: "Chart of EL-508 · D100, bucket" }).waitFor({ timeout: 60_000 });
  await pane.getByText(/^EL-508 replaces EL-502: both forecast together from 36 buckets/).waitFor();
});

test("nothing went wrong unseen", () => expect(workbench.errors).toEqual([]));
