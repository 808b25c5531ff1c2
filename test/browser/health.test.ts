import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { openPackage } from "../../src/xlsx";
import { faultyLooks, openTab, paneOf } from "./pane-tabs";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(600_000);

let workbench: WorkbenchPage;
let pane: FrameLocator;

const openPanel = (name: string) => openTab(pane, name, "More of health");
const run = async (label: string, done: string) => {
  await pane.getByRole("button", { name: label }).first().click();
  await pane.getByText(done).first().waitFor({ timeout: 120_000 });
  await workbench.idle();
};
/** Every row of a table on a sheet of its own, as objects. */
async function rowsOf(sheet: string, columns: readonly string[], count: number) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const header = await workbench.cells(letters.map((letter) => `${sheet}!${letter}1`));
  const addresses = Array.from({ length: count }, (_, r) =>
    columns.map((name) => `${sheet}!${letters[header.indexOf(name)]}${r + 2}`),
  );
  const values = await workbench.cells(addresses.flat());
  return addresses.map((row, r) =>
    Object.fromEntries(row.map((_, c) => [columns[c], values[r * columns.length + c]])),
  );
}

beforeAll(async () => {
  workbench = await startWorkbench();
  pane = paneOf(workbench);
  await workbench.open("company.xlsx", readFileSync(join(__dirname, "../../assets/samples/company.xlsx")));
  await openTab(pane, "Health", "More views");
});
afterAll(() => workbench?.close());

test("KPIs of the company are written with what makes each number, and the consignment booked as own is found", async () => {
  await run("Measure KPIs", "KPIs measured");
  const [turns] = await rowsOf("KPI", ["KPI", "Dimension", "Value", "Basis", "Averaging", "Owner"], 1);
  expect(turns).toMatchObject({ KPI: "Turns", Dimension: "total", Owner: "Supply chain" });
  expect(turns.Basis).toMatch(/^cost of issues of \d+ months at a yearly rate; own stock/);
  await pane.getByText(/SE-306 at D200 must be vendor as in all its movements/).waitFor();
});

test("the bridge closes to a hundredth, and a waterfall of Excel's own is refused in words by a page that knows none", async () => {
  await openPanel("Why");
  await run("Explain what moved", "Bridge written");
  const steps = await rowsOf("Bridge", ["Figure", "Driver", "Effect", "Owner"], 13);
  expect(steps.map(({ Driver }) => Driver)).toEqual([
    "Start",
    "forecast error",
    "lead time",
    "lot size",
    "policy",
    "ordering",
    "order cycle",
    "mix",
    "write-off",
    "counts and moves",
    "other",
    "cost",
    "End",
  ]);
  const effects = steps.map(({ Effect }) => Number(Effect));
  const told = effects.slice(0, -1).reduce((sum, effect) => sum + effect, 0);
  expect(Math.abs(told - effects[12])).toBeLessThan(0.01);
  // Every item of the sample has a policy in force.
  expect(Math.abs(effects[10])).toBeLessThan(0.01);
  expect(steps.slice(1, -1).every(({ Owner }) => typeof Owner === "string" && Owner !== "")).toBe(true);
  await pane.getByRole("button", { name: "Insert into the sheet" }).click();
  await pane.getByText("The application that shows this workbook draws no chart of this kind.").waitFor();
});

test("ages by receipt and by issue, and status, each say whether they tie to Stock to the cent", async () => {
  await openPanel("Ageing");
  await run("Age stock", "Stock aged");
  const ties = pane.getByText(/^(Ties to Stock, in units and value\.|Differs from Stock by )/);
  await ties.first().waitFor();
  // The consignment booked as own is in Stock and in no age: 230 units worth 1,775.60, as planted.
  await pane
    .getByText(/^Differs from Stock by -230 units and -1,775\.60/)
    .first()
    .waitFor();
  expect(await ties.count()).toBe(3);
});

test("charts of age and of excess by risk stand in the saved file, over the sums in their tables", async () => {
  await pane.getByRole("button", { name: "Insert into the sheet" }).click();
  await pane.getByText("It stands beside the table AgeingTotals and follows its cells.").waitFor();
  await openPanel("E&O");
  await run("Reckon exposure", "Exposure reckoned");
  await pane.getByRole("button", { name: "Insert into the sheet" }).click();
  await pane.getByText("It stands beside the table ExposureTotals and follows its cells.").waitFor();
  const pkg = openPackage(await workbench.save());
  const charts = pkg.partNames
    .filter((part) => /\/charts\/chart/.test(part))
    .map((part) => pkg.readText(part).text);
  expect(charts.map((text) => [...text.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, cells]) => cells))).toEqual([
    ["A", "C", "A", "D"].map((column) => `'AgeingTotals'!$${column}$2:$${column}$6`),
    ["B", "C", "B", "D", "B", "E"].map((column) => `'ExposureTotals'!$${column}$2:$${column}$6`),
  ]);
});

test("the superseded item is warned of, and the disposal without its certificate cannot be closed", async () => {
  await openPanel("E&O");
  await run("Look for warnings", "Warnings written");
  await pane
    .getByRole("button", { name: /EL-502/ })
    .first()
    .waitFor();
  await run("Compare ways out", "Ways out compared");
  await pane.getByText("cannot close: hazard without the number of a certificate").waitFor();
});

test("a slip of four weeks recomputes what is stranded at once", async () => {
  await openPanel("End of life");
  await run("Plan the end of life", "End of life planned");
  const slider = pane.getByRole("slider", { name: /^Slip/ });
  const section = pane.getByRole("region", { name: /slips$/ });
  const before = await section.locator("dl").innerText();
  await slider.focus();
  for (let week = 0; week < 4; week++) await workbench.page.keyboard.press("ArrowRight");
  await pane.getByText("Slip: 4 weeks late").waitFor();
  expect(await section.locator("dl").innerText()).not.toBe(before);
});

test("every tab breaks no rule of axe and fits the pane, light and dark", async () => {
  const tabs = ["Overview", "Ageing", "E&O", "Why", "Targets", "End of life", "Month end"];
  expect(await faultyLooks(workbench, { name: "Health", menu: "More of health", tabs })).toEqual([]);
});
