import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { movesTable, placementTable, type TableSchema } from "../../src/workbook/tables";
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

async function expectSheet(name: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await workbench.activeSheet()) !== name; tries++)
    await workbench.page.waitForTimeout(50);
  expect(await workbench.activeSheet()).toBe(name);
}

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

/** Cells of one column of a table that was written, from its first row on. */
async function column(schema: TableSchema, name: string, rows: number): Promise<unknown[]> {
  const letter = String.fromCharCode("A".charCodeAt(0) + Object.keys(schema.columns).indexOf(name));
  return workbench.cells(Array.from({ length: rows }, (_, r) => `${schema.name}!${letter}${r + 2}`));
}

const focused = () => pane.locator(":focus").evaluate((element) => element.textContent ?? "");

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
  expect(await focused()).toBe("Check again");
  const margins = await firstRows("NetworkFindings", 20, 9);
  const plant = margins.find(
    ([, finding, place]) => finding === "single point of failure" && place === "PL1",
  )!;
  expect(Number(plant[8])).toBeGreaterThan(50_000);
  await pane.getByRole("option", { name: /^D100/ }).click();
  await pane.getByRole("region", { name: "Place D100" }).waitFor(patience);
});

test("a weak point leads to the map by keyboard alone, and to its cell", async () => {
  const map = pane.getByRole("listbox", { name: /^Map of 40 places/ });
  await map.press("Escape");
  await pane.getByRole("list", { name: "Findings" }).getByRole("button", { name: /^PL1/ }).press("Enter");
  await pane.getByRole("button", { name: "Show on the map" }).press("Enter");
  await pane.getByRole("region", { name: "Place PL1" }).waitFor(patience);
  await pane.locator('[role="listbox"]:focus').waitFor(patience);
  await map.press("ArrowRight");
  await pane.getByRole("region", { name: "Place PL2" }).waitFor(patience);
  await map.press("Escape");
  await pane.getByRole("region", { name: "Place PL2" }).waitFor({ state: "detached", ...patience });
  // Office.js, left alone, takes the focus to the top of the pane.
  await pane.locator('[role="listbox"]:focus').waitFor(patience);
  await pane.getByRole("list", { name: "Findings" }).getByRole("button", { name: /^PL1/ }).click();
  await pane.getByRole("button", { name: "Go to its row" }).click();
  await expectSheet("NetworkFindings");
  await pane.getByRole("button", { name: /^Close/ }).click();
});

test("safety stock is placed and proven", async () => {
  await openPart("Stock placement");
  await run("Place safety stock", "Safety stock placed");
  await pane.getByText("Every plan is proven: no other costs less.").waitFor(patience);
  await pane.getByRole("list", { name: "Items by cost of safety stock" }).getByRole("button").first().click();
  await pane.getByText("Safety stock, units").waitFor(patience);
  await workbench.page.keyboard.press("Escape");
});

test("a site's own rule, typed into the table, is in the next plan, and its cost is agreed less corporate", async () => {
  const [places, fixed] = [column(placementTable, "Location", 4), "D"];
  expect(Object.keys(placementTable.columns)[3]).toBe("FixedService");
  expect((await places)[0]).toBe("PL1");
  await workbench.type(`Placement!${fixed}2`, "9");
  await pane.getByText("1 rule is not in the plan yet: place again.").waitFor(patience);
  await run("Place again", "Safety stock placed");
  const rules = pane.getByRole("table", { name: /^Sites' own rules, money/ });
  await rules.waitFor(patience);
  const items = await column(placementTable, "Item", 300);
  const [cost, corporate, bound, kept] = await Promise.all(
    ["Cost", "CorporateCost", "BoundCost", "FixedService"].map((name) => column(placementTable, name, 300)),
  );
  const sum = (cells: unknown[]) =>
    cells.reduce((total: number, cell, i) => total + (items[i] === items[0] ? Number(cell) || 0 : 0), 0);
  expect(kept[0]).toBe(9);
  expect(Number(bound[0])).toBeGreaterThan(0);
  expect(sum(bound)).toBeCloseTo(sum(cost) - sum(corporate), 6);
  expect(await rules.getByRole("row").last().innerText()).toContain("Agreed less corporate");
  await pane.getByRole("button", { name: "Edit rules in Placement" }).click();
  await expectSheet("Placement");
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

test("moves are decided with a name, and the next proposal keeps to it", async () => {
  const moves = pane.getByRole("list", { name: "Moves" });
  await pane.getByRole("textbox", { name: "Decided by" }).fill("Ann");
  await moves.getByRole("checkbox").nth(0).check();
  await moves.getByRole("checkbox").nth(1).check();
  await pane.getByRole("button", { name: "Accept 2 chosen" }).click();
  await pane.getByText("2 moves accepted").waitFor(patience);
  // The list is read again.
  await pane.getByRole("button", { name: /^Accept 13$/ }).waitFor(patience);
  await moves.getByRole("button").first().click();
  await pane.getByRole("button", { name: "Reject", exact: true }).click();
  await pane.getByText("1 move rejected").waitFor(patience);
  await run("Propose again", "Moves proposed");
  const [status, by] = await Promise.all(["Status", "By"].map((name) => column(movesTable, name, 30)));
  const decided = status.flatMap((one, i) =>
    one === "accepted" || one === "rejected" ? [[one, by[i]]] : [],
  );
  expect(decided).toEqual([
    ["accepted", "Ann"],
    ["accepted", "Ann"],
    ["rejected", "Ann"],
  ]);
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

test("the flow is planned: the plant that is too small works ahead, by the pallet, and a shipment is fixed", async () => {
  await openPart("Flow");
  await run("Plan the flow", "Flow planned");
  expect(await pane.getByText(/WebAssembly/).count()).toBe(0);
  // Kind, From, Capacity and Used of the first rows: the output of the plant.
  const capacity = await firstRows("FlowCapacity", 8, 7);
  for (const [kind, from, , , , most, used] of capacity) {
    expect([kind, from, most]).toEqual(["output", "PL1", 1000]);
    expect(Number(used)).toBeLessThan(1000.001);
  }
  const tight = pane.getByRole("list", { name: "Capacities by what more of them would save" });
  await tight.getByRole("button", { name: /^PL1/ }).click();
  await pane.getByRole("table", { name: "Units that leave the place, all items" }).waitFor(patience);
  await workbench.page.keyboard.press("Escape");
  await pane.getByRole("searchbox", { name: "Find" }).fill("PU-101: PL1");
  const shipments = pane.getByRole("list", { name: "Shipments" });
  await shipments
    .getByRole("button", { name: /^PU-101/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "Keep in the next plan" }).click();
  await pane.getByText("Shipment fixed").waitFor(patience);
  await workbench.page.keyboard.press("Escape");
  await run("Plan again", "Flow planned");
  await shipments.getByText("fixed", { exact: true }).waitFor(patience);
});

test("what is short is allocated, with letters", async () => {
  await openPart("Allocate");
  await run("Allocate what is short", "Stock allocated");
  const lines = await firstRows("Allocations", 20, 13);
  expect(lines.every(([, , , , , , , , , , , , reason]) => String(reason).length > 5)).toBe(true);
  const [, method, , , by] = (await firstRows("AllocationRules", 1, 5))[0];
  expect([method, by]).toEqual(["PRIORITY", "Ann"]);
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
  await pane.getByRole("button", { name: "Go to its rows" }).click();
  await expectSheet("Pipeline");
  await workbench.page.keyboard.press("Escape");
  const ranked = await firstRows("Arrivals", 30, 14);
  const risks = ranked.map((row) => Number(row[12]));
  expect(risks[0]).toBeGreaterThan(0);
  expect(risks).toEqual([...risks].sort((a, b) => b - a));
  for (const [, , , , , , , , , late, , cost, risk] of ranked)
    expect(Number(risk)).toBeCloseTo(Number(late) * Number(cost), 6);
  expect(workbench.errors).toEqual([]);
});

test("a number of a network function is explained: arguments, words, source", async () => {
  await workbench.type("Settings!J3", "=ALLOCATE(80,{50;40;20},{1;2;2})");
  expect(await workbench.cells(["Settings!J3", "Settings!J4", "Settings!J5"])).toEqual([50, 20, 10]);
  await workbench.select("Settings!J4");
  await pane.getByRole("button", { name: "Explain this cell" }).click();
  const panel = pane.getByRole("region", { name: "Explain this cell" });
  await panel.getByText("ALLOCATE", { exact: false }).first().waitFor(patience);
  await panel.getByText("Highest share of a demand").waitFor(patience);
  await workbench.page.keyboard.press("Escape");
  await workbench.select("Settings!J3");
  await workbench.page.keyboard.press("Delete");
});

test("every tab breaks no rule of axe and fits the pane, light and dark", async () => {
  const tabs = [
    "Map",
    "Stock placement",
    "Push/pull",
    "Stress test",
    "Moves",
    "Flow",
    "Allocate",
    "Pipeline",
  ];
  expect(await faultyLooks(workbench, { name: "Network", menu: "More of the network", tabs })).toEqual([]);
});
