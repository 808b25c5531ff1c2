import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { faultyLooks, openTab, paneOf, patience } from "./pane-tabs";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(600_000);

let workbench: WorkbenchPage;
let pane: FrameLocator;

beforeAll(async () => {
  workbench = await startWorkbench();
  await workbench.open("company.xlsx", readFileSync(join(__dirname, "../../assets/samples/company.xlsx")));
  pane = paneOf(workbench);
  await openTab(pane, "Network", "More views");
  await pane.getByRole("listbox", { name: /^Map of 40 places/ }).waitFor(patience);
});
afterAll(() => workbench?.close());

const openPart = (name: string) => openTab(pane, name, "More of the network");

async function run(button: string, done: string): Promise<void> {
  await pane.getByRole("button", { name: button }).click(patience);
  await pane.getByText(done).waitFor(patience);
  await workbench.idle();
}

/** Rows of a table that was written, as the sheet shows them: the first cells of each of the first rows. */
async function firstRows(sheet: string, rows: number, columns: number): Promise<unknown[][]> {
  const addresses = Array.from({ length: rows * columns }, (_, k) => {
    const column = String.fromCharCode("A".charCodeAt(0) + (k % columns));
    return `${sheet}!${column}${2 + Math.floor(k / columns)}`;
  });
  const cells = await workbench.cells(addresses);
  return Array.from({ length: rows }, (_, r) => cells.slice(r * columns, (r + 1) * columns));
}

test("the planted faults are found, with margin at risk", async () => {
  await run("Check the network", "Network checked");
  const findings = await firstRows("NetworkFindings", 20, 5);
  const found = findings.map(([, finding, location, , item]) =>
    `${finding}: ${location} ${item ?? ""}`.trim(),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "no lead time: S05 EL-507",
      "unknown place: S99 SE-314",
      "cycle: PL2 MO-208",
      "single point of failure: PL1",
      "orphan: P25",
    ]),
  );
  await pane.getByRole("option", { name: /^D100/ }).click();
  await pane.getByRole("region", { name: "Place D100" }).waitFor(patience);
});

test("safety stock is placed and proven", async () => {
  await openPart("Stock placement");
  await run("Place safety stock", "Safety stock placed");
  await pane.getByText("Every plan is proven: no other costs less.").waitFor(patience);
  await pane.getByRole("list", { name: "Items by cost of safety stock" }).getByRole("button").first().click();
  await pane.getByText("Safety stock, units").waitFor(patience);
  await workbench.page.keyboard.press("Escape");
});

test("the boundary of a motor is found, what moving it one echelon costs is read, and another is agreed on", async () => {
  await openPart("Push/pull");
  await run("Find the boundaries", "Boundaries found");
  const rows = Array.from({ length: 250 }, (_, i) => i + 2);
  const column = async (name: string) => workbench.cells(rows.map((row) => `PushPull!${name}${row}`));
  const [item, echelon, advised, more] = await Promise.all(["A", "B", "K", "S"].map(column));
  const at = rows.findIndex((_, i) => item[i] === "MO-201" && advised[i] === "BUFFER");
  expect(echelon[at]).toBe("Plants");
  expect(echelon[at + 1]).toBe("Warehouses");
  expect(Number(more[at + 1])).toBeGreaterThan(0);
  await pane.getByRole("searchbox", { name: "Find" }).fill("MO-201");
  await pane
    .getByRole("list", { name: "Items by cost of their boundary" })
    .getByRole("button", { name: /^MO-201/ })
    .click(patience);
  const detail = pane.getByRole("region", { name: "MO-201" });
  await detail
    .getByText(/^Stock costs least here: 3 days from customers, and they wait up to 4 days\./)
    .waitFor(patience);
  const told = await detail
    .locator("dt", { hasText: "One echelon to customers" })
    .locator("+ dd")
    .innerText();
  const cost = /^([\d.]+) a year more$/.exec(told)![1];
  expect(Math.abs(Number(cost) - Number(more[at + 1]))).toBeLessThanOrEqual(0.05);
  await detail
    .locator("dt", { hasText: "One echelon to suppliers" })
    .locator("+ dd", { hasText: "not in time" })
    .waitFor(patience);
  await detail.getByRole("combobox", { name: "Agreed boundary" }).selectOption("Warehouses");
  await workbench.until(`PushPull!D${rows[at + 1]}`, (input) => input === "yes");
  await workbench.page.keyboard.press("Escape");
  await pane.getByText(/^agreed, [\d.]+ more$/).waitFor(patience);
});

test("the plan is played with a supplier late, and what customers lose is told", async () => {
  await openPart("Stress test");
  await pane.getByRole("combobox", { name: "Place that is late" }).selectOption("S05");
  await run("Play the year", "Year played");
  await pane.getByText(/^Customers, S05 14 days late/).waitFor(patience);
  // Stress, FillRateChange and LateMargin of every row
  const rows = Array.from({ length: 2500 }, (_, i) => i + 2);
  const [stress, change, margin] = await Promise.all(
    ["K", "N", "V"].map((column) => workbench.cells(rows.map((row) => `NetworkSimulation!${column}${row}`))),
  );
  const touched = rows.map((_, i) => i).filter((i) => /^S05 14 days late/.test(String(stress[i])));
  expect(touched.length).toBeGreaterThan(0);
  for (const i of touched) expect(Number(change[i])).toBeLessThanOrEqual(0);
  expect(touched.some((i) => Number(margin[i]) > 0)).toBe(true);
  await pane.getByRole("list", { name: "Items as played" }).getByRole("button").first().click();
  await pane.getByRole("button", { name: "Go to its rows" }).waitFor(patience);
  await workbench.page.keyboard.press("Escape");
});

test("moves never take a source below its reorder point", async () => {
  await openPart("Moves");
  await run("Propose moves", "Moves proposed");
  const moves = await firstRows("Moves", 10, 12);
  for (const [item, from, to, units, , , , , benefit, , left, reorderPoint] of moves) {
    expect([item, from, to].every((code) => typeof code === "string" && code !== "")).toBe(true);
    expect(Number(units)).toBeGreaterThan(0);
    expect(Number(benefit)).toBeGreaterThan(0);
    expect(Number(left)).toBeGreaterThanOrEqual(Number(reorderPoint));
  }
});

/** A pack on a lane makes an integer program: the solver has to load in the worker, under the page's security policy. */
test("packs are respected: the solver in WebAssembly works in the browser", async () => {
  await pane.getByRole("button", { name: "Settings" }).click();
  const cost = pane.getByRole("textbox", { name: /^What each move costs besides freight/ });
  await cost.fill("40");
  await cost.press("Tab");
  await run("Propose again", "Moves proposed");
  const moves = await firstRows("Moves", 5, 9);
  for (const [, , , , , freight, , , benefit] of moves) {
    expect(Number(freight)).toBeGreaterThanOrEqual(40);
    expect(Number(benefit)).toBeGreaterThan(0);
  }
  expect(await pane.getByText(/WebAssembly/).count()).toBe(0);
});

test("what is short is allocated, with letters", async () => {
  await openPart("Allocate");
  await run("Allocate what is short", "Stock allocated");
  await pane.getByRole("list", { name: "Letters" }).getByRole("button").first().click();
  await pane.getByText(/^Dear /).waitFor(patience);
  await workbench.page.keyboard.press("Escape");
});

test("the pipeline ranks open orders and shows months", async () => {
  await openPart("Pipeline");
  await run("Look ahead", "Pipeline ready");
  await pane
    .getByRole("list", { name: "Open purchase orders by risk" })
    .getByRole("button")
    .first()
    .waitFor(patience);
  await pane.getByRole("list", { name: "Items by month of shortage" }).getByRole("button").first().click();
  await pane.getByText("Safety stock in force").waitFor(patience);
  expect(workbench.errors).toEqual([]);
});

test("every tab breaks no rule of axe and fits the pane, light and dark", async () => {
  const tabs = ["Map", "Stock placement", "Push/pull", "Stress test", "Moves", "Allocate", "Pipeline"];
  expect(await faultyLooks(workbench, { name: "Network", menu: "More of the network", tabs })).toEqual([]);
});
