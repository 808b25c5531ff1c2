import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { faultyLooks, openTab, paneOf } from "./pane-tabs";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(900_000);

let workbench: WorkbenchPage;
let pane: FrameLocator;
beforeAll(async () => {
  workbench = await startWorkbench();
  pane = paneOf(workbench);
});
afterAll(() => workbench?.close());

const openPart = (name: string) => openTab(pane, name, "More of policies");

async function run(button: string, done: string): Promise<void> {
  const start = performance.now();
  await pane.getByRole("button", { name: button, exact: true }).click();
  await pane.getByText(done, { exact: true }).waitFor({ timeout: 400_000 });
  await workbench.idle();
  console.log(`${done} after ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** A column of a table as its sheet shows it, by its heading. */
async function column(sheet: string, heading: string, count: number): Promise<unknown[]> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = [
    ...letters,
    ...letters.map((letter) => `A${letter}`),
    ...letters.map((letter) => `B${letter}`),
  ];
  const headings = await workbench.cells(names.map((name) => `${sheet}!${name}1`));
  const at = names[headings.indexOf(heading)];
  if (at === undefined) throw new Error(`${sheet} has no column ${heading}`);
  return workbench.cells(Array.from({ length: count }, (_, r) => `${sheet}!${at}${r + 2}`));
}

const decide = async (name: string) => {
  await pane.getByRole("textbox", { name: "Decided by" }).fill(name);
  await pane.getByRole("button", { name: /^Approve [\d,]+$/ }).click();
  await pane.getByText(/(proposals?|triggers?) approved$/).waitFor({ timeout: 120_000 });
  await workbench.idle();
};

describe("spare parts: from raw tables to parameters for the ERP", () => {
  const PARTS = 1000;
  test("a policy is proposed for every part, with its service, in Policies", async () => {
    await openTab(pane, "Policies", "More views");
    // The parts come without lead times.
    await pane.getByRole("textbox", { name: /^Lead time in days where/ }).fill("45");
    await run("Propose policies", "Policies proposed");
    expect(await workbench.cell("Policies!B2")).toMatch(/^auto-\d{4}$/);
    const [shown, mean, basis] = await Promise.all(
      ["FILL", "Mean", "Basis"].map((heading) => column("Policies", heading, PARTS)),
    );
    expect(shown.every((fill) => typeof fill === "number" && fill > 0 && fill <= 1)).toBe(true);
    // Slow movers reach the target together, so that one of them may lie below it; all others keep it alone.
    const below = basis.filter((_, i) => Number(shown[i]) < 0.95 - 1e-6);
    expect(below.every((words) => /slow movers reach the target together/.test(String(words)))).toBe(true);
    const sum = (of: (i: number) => number) => shown.reduce<number>((total, _, i) => total + of(i), 0);
    expect(sum((i) => Number(shown[i]) * Number(mean[i])) / sum((i) => Number(mean[i]))).toBeGreaterThan(
      0.95 - 1e-3,
    );
    const [status] = await column("Policies", "Status", 1);
    expect(status).toBe("proposed");
    await pane
      .getByText(`${PARTS.toLocaleString("en")}`, { exact: true })
      .first()
      .waitFor();
  });
  test("approved by name they are exported with old, new and reason", async () => {
    await decide("Ann");
    expect(await column("Policies", "By", 2)).toEqual(["Ann", "Ann"]);
    await openPart("Export");
    await run("Build Export_Params", "Export_Params is ready");
    const [field, old, next, reason] = await Promise.all(
      ["Field", "Old", "New", "Reason"].map((heading) => column("Export_Params", heading, 40)),
    );
    expect(new Set(field)).toEqual(new Set(["ROP", "SS", "Lot", "Max"]));
    expect(old.every((cell) => cell === null || cell === "")).toBe(true);
    expect(next.every((cell) => Number.isInteger(cell) && Number(cell) >= 0)).toBe(true);
    expect(reason[0]).toMatch(
      /^fill rate \d+\.\d%, cycle service \d+\.\d%; no safety stock in force before; target fill rate 95\.0%/,
    );
  });
  test("in force, they leave nothing to export", async () => {
    await run("Loaded into the ERP: put in force", "Parameters are in force");
    await run("Build Export_Params", "Export_Params is ready");
    expect((await column("Export_Params", "Item", 1))[0] ?? "").toBe("");
  });
});

describe("the sample company: classes, sites, triggers, suppliers, comparison, replay and export", () => {
  beforeAll(async () => {
    await workbench.open("company.xlsx", readFileSync(join(__dirname, "../../assets/samples/company.xlsx")));
  });
  test("Segments gives every item its class", async () => {
    await openTab(pane, "Segments", "More views");
    await openTab(pane, "Review", "More of segments");
    const commit = pane.getByRole("button", { name: "Commit 2026-Q4" });
    for (let tries = 0; tries < 600 && (await commit.getAttribute("aria-disabled")) === "true"; tries++)
      await workbench.page.waitForTimeout(100);
    await commit.click();
    await pane.getByText("Classes committed").waitFor({ timeout: 120_000 });
    await workbench.idle();
    // All but the launch and the item that is going out.
    const classes = await column("Items", "ABC", 64);
    expect(classes.filter((name) => ["A", "B", "C"].includes(String(name)))).toHaveLength(62);
    await openTab(pane, "Policies", "More views");
  });
  test("bounds of the sites are priced, and one site asks", async () => {
    await openPart("Proposals");
    await run("Propose policies", "Policies proposed");
    await openPart("Sites");
    await pane
      .getByRole("list", { name: "Sites by the cost of their bounds" })
      .getByText(/^asks for/)
      .first()
      .waitFor();
  });
  test("a trigger is approved into Policies", async () => {
    await openPart("Triggers");
    await run("Review safety stocks", "Safety stocks reviewed");
    const first = pane.getByRole("list", { name: "Triggers" }).getByRole("button").first();
    await first.click();
    await pane.getByRole("textbox", { name: "Decided by" }).last().fill("Ann");
    await pane.getByRole("button", { name: "Approve", exact: true }).click();
    await pane.getByText("1 trigger approved").waitFor();
    await workbench.idle();
    expect(await column("Triggers", "Status", 400)).toContain("approved");
    expect(await column("Policies", "Status", 300)).toContain("approved");
  });
  test("the supplier that drifts is told, with a price", async () => {
    await openPart("Suppliers");
    await run("Review suppliers", "Suppliers reviewed");
    await pane
      .getByRole("list", { name: /^Suppliers by/ })
      .getByText(/running longer$/)
      .first()
      .waitFor();
    expect(await column("SupplierReview", "Drift", 100)).toContain("LONGER");
  });
  test("ways to control an item are compared, best first", async () => {
    await openPart("Compare");
    await run("Compare policies", "Policies compared");
    expect(await column("PolicyComparison", "Rank", 3)).toEqual([1, 2, 3]);
  });
  test("a year is replayed as booked on every day", async () => {
    await openPart("Go-live");
    await run("Replay the past year", "The past is replayed");
    const reproduced = await column("Backtest", "Reproduced", 200);
    expect(new Set(reproduced)).toEqual(new Set([1]));
    expect(new Set(await column("Backtest", "Days", 200))).toEqual(new Set([365]));
    await pane.getByText(/^The same days four ways/).waitFor();
  });
  test("what is approved leaves as Export_Params, by item and warehouse", async () => {
    await openPart("Proposals");
    await decide("Ann");
    await openPart("Export");
    await run("Build Export_Params", "Export_Params is ready");
    const headings = ["Location", "Old", "New", "Reason"];
    const columns = await Promise.all(headings.map((heading) => column("Export_Params", heading, 400)));
    const used = columns.map((cells) => cells.slice(0, columns[0].filter(Boolean).length));
    const [location, old, next, reason] = used;
    expect(location.length).toBeGreaterThan(100);
    expect(location.every((place) => /^(D[123]00|P\d\d)$/.test(String(place)))).toBe(true);
    expect(next.every((cell, i) => Number.isInteger(cell) && cell !== old[i])).toBe(true);
    // AX is planted as a cycle service target, all others are fill rates.
    expect(reason.some((text) => String(text).includes("target cycle service"))).toBe(true);
    expect(reason.some((text) => String(text).includes("target fill rate"))).toBe(true);
  });
});

test("nothing went wrong unseen", () => expect(workbench.errors).toEqual([]));

test("every tab breaks no rule of axe and fits the pane, light and dark", async () => {
  const tabs = ["Proposals", "Sites", "Triggers", "Suppliers", "Compare", "Go-live", "Export"];
  expect(await faultyLooks(workbench, { name: "Policies", menu: "More of policies", tabs })).toEqual([]);
});
