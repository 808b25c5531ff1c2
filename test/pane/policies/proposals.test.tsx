/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { WorkbookError, type Workbook } from "../../../src/workbook/workbook";
import { samePlacePool } from "../../../src/worker/pool";
import { openView, renderPane } from "../render-pane";
import { partsWorkbook, rowsOf } from "./parts-workbook";

async function openPolicies(workbook: Workbook, pool = samePlacePool()) {
  const pane = renderPane(workbook, { pool });
  await openView(pane.user, "Policies");
  return pane;
}
async function proposed(workbook: Workbook) {
  const pane = await openPolicies(workbook);
  await pane.user.click(await screen.findByRole("button", { name: "Propose policies" }));
  await screen.findByText("Policies proposed");
  await screen.findByRole("list", { name: "Proposals: To decide" });
  return pane;
}
const titles = () =>
  within(screen.getByRole("list", { name: /^Proposals/ }))
    .getAllByRole("listitem")
    .map((one) => within(one).getByRole("button").textContent);

test("without tables it says what is missing and creates it", async () => {
  const workbook = new MemoryWorkbook();
  const { user } = await openPolicies(workbook);
  expect(await screen.findByText("Missing: table Items")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Create table Demand" }));
  expect(await screen.findByText("Created table Demand")).toBeTruthy();
});

test("proposals stand in Policies, ranked by the money they move, with both measures in the strip", async () => {
  const workbook = await partsWorkbook();
  await proposed(workbook);
  const rows = await rowsOf(workbook, "Policies");
  expect(rows.map(({ Item, Status, Note }) => [Item, Status, Note])).toEqual([
    ["pump", "proposed", "as ever"],
    ["seal", "proposed", ""],
    ["valve", "proposed", ""],
  ]);
  expect(rows[0].Basis).toMatch(/^target cycle service level 95\.0% \(its own\); history/);
  const money = rows.map(({ Cash, StockValue }) => Math.abs(Number(Cash === "" ? StockValue : Cash)));
  const order = rows.map(({ Item }, i) => [money[i], Item] as const).sort(([a], [b]) => b - a);
  expect(titles().map((text) => text?.split(" ")[0])).toEqual(order.map(([, item]) => item));
  const strip = screen.getByText("To decide", { selector: "dt *" }).closest("dl") as HTMLElement;
  expect(within(strip).getByText("Fill rate")).toBeTruthy();
  expect(within(strip).getByText("Cycle service")).toBeTruthy();
  expect(within(strip).getByText("3")).toBeTruthy();
  expect((await rowsOf(workbook, "Runs"))[0]).toMatchObject({ Job: "set-policies", By: "task pane" });
});

describe("a decision", () => {
  test("needs a name, and is written with it", async () => {
    const workbook = await partsWorkbook();
    const { user } = await proposed(workbook);
    const approve = screen.getByRole("button", { name: "Approve 3" });
    expect(approve.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Type your name to decide.")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "Decided by" }), "Ann");
    await user.click(screen.getByRole("checkbox", { name: "Choose pump · NORTH" }));
    await user.click(screen.getByRole("button", { name: "Approve 1 chosen" }));
    expect(await screen.findByText("1 proposal approved")).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Reject 2" }));
    expect(await screen.findByText("2 proposals rejected")).toBeTruthy();
    const rows = await rowsOf(workbook, "Policies");
    expect(rows.map(({ Status, By }) => [Status, By])).toEqual([
      ["approved", "Ann"],
      ["rejected", "Ann"],
      ["rejected", "Ann"],
    ]);
    expect(rows[0].At).toBeGreaterThan(45_000);
    expect(await screen.findByText("No proposal to show here.")).toBeTruthy();
  });
  test("a refusal of the workbook is told, and nothing is claimed", async () => {
    const workbook = await partsWorkbook();
    const { user } = await proposed(workbook);
    await user.type(screen.getByRole("textbox", { name: "Decided by" }), "Ann");
    workbook.writeColumns = async () => {
      throw new WorkbookError("protected", "The sheet Policies is protected.");
    };
    await user.click(screen.getByRole("button", { name: "Approve 3" }));
    expect(await screen.findByText("The decision was not written")).toBeTruthy();
    expect(screen.queryByText(/proposals approved/)).toBeNull();
  });
});

test("one row opened shows old and new, both measures, the owner of the buffer and its cells", async () => {
  const workbook = await partsWorkbook();
  const { user } = await proposed(workbook);
  await user.click(screen.getByRole("button", { name: /^pump · NORTH/ }));
  const drawer = within(await screen.findByRole("region", { name: "pump · NORTH" }));
  const row = (name: string) => drawer.getByRole("rowheader", { name }).closest("tr")?.textContent;
  await drawer.findByRole("rowheader", { name: "Reorder point" });
  expect(row("Reorder point")).toMatch(/^Reorder point40/);
  expect(row("Fill rate")).toMatch(/%.*%$/);
  expect(row("Cycle service level")).toMatch(/%95\.0%$/);
  expect(drawer.getByRole("heading", { name: "The planner owns most of the buffer" })).toBeTruthy();
  expect(row("Planner: demand and its forecast")).toContain("100.0%");
  expect(drawer.getByText(/^Target cycle service level 95\.0% \(its own\); history/)).toBeTruthy();
  await user.type(drawer.getByRole("textbox", { name: "Decided by" }), "Bo");
  await user.click(drawer.getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("1 proposal approved")).toBeTruthy();
  expect((await rowsOf(workbook, "Policies"))[0]).toMatchObject({ Status: "approved", By: "Bo" });
  await user.click(await screen.findByRole("button", { name: /^seal · NORTH/ }));
  await user.click(await screen.findByRole("button", { name: "Show in Policies" }));
  const at = (await workbook.readTable("Policies"))?.columns.indexOf("NewROP") ?? -1;
  await waitFor(() => expect(workbook.selectedAreas).toEqual([`Policies!${String.fromCharCode(65 + at)}3`]));
});

test("a run is cancelled and writes nothing", async () => {
  const pool = { ...samePlacePool() };
  pool.analyse = (_analysis, _tables, { signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("stopped"))));
  const workbook = await partsWorkbook();
  const before = await workbook.readTable("Policies");
  const { user } = await openPolicies(workbook, pool);
  await user.click(await screen.findByRole("button", { name: "Propose policies" }));
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Stopped")).toBeTruthy();
  expect(await workbook.readTable("Policies")).toEqual(before);
});

test("settings keep to their rules and are there the next time", async () => {
  const workbook = await partsWorkbook();
  const first = await openPolicies(workbook);
  await first.user.click(await screen.findByRole("button", { name: "Settings" }));
  const target = await screen.findByRole("textbox", { name: /^Service target where Policies has none/ });
  await first.user.clear(target);
  await first.user.type(target, "95");
  expect(
    await screen.findByText(/^Target must be .* at most 0\.999999, got 95\.$|^Target must be/),
  ).toBeTruthy();
  await first.user.clear(target);
  await first.user.type(target, "0.9");
  first.unmount();
  const { user } = await openPolicies(workbook);
  await user.click(await screen.findByRole("button", { name: "Settings" }));
  const again = await screen.findByRole<HTMLInputElement>("textbox", { name: /^Service target/ });
  expect(again.value).toBe("0.9");
  await user.click(screen.getByRole("button", { name: "Propose policies" }));
  await screen.findByText("Policies proposed");
  const rows = await rowsOf(workbook, "Policies");
  expect(rows[2].Basis).toMatch(/^target fill rate 90\.0% \(all items\)/);
});

test("from proposals to Export_Params: approved rows only; put in force, nothing is left to export", async () => {
  const workbook = await partsWorkbook();
  const { user } = await proposed(workbook);
  await user.type(screen.getByRole("textbox", { name: "Decided by" }), "Ann");
  await user.click(screen.getByRole("checkbox", { name: "Choose pump · NORTH" }));
  await user.click(screen.getByRole("button", { name: "Approve 1 chosen" }));
  await screen.findByText("1 proposal approved");
  const tab = screen.queryByRole("tab", { name: "Export" });
  if (tab === null) await user.click(screen.getByRole("button", { name: "More of policies" }));
  await user.click(tab ?? (await screen.findByRole("menuitem", { name: "Export" })));
  await user.click(await screen.findByRole("button", { name: "Build Export_Params" }));
  await screen.findByText("Export_Params is ready");
  const exported = await rowsOf(workbook, "Export_Params");
  expect(new Set(exported.map(({ Item }) => Item))).toEqual(new Set(["pump"]));
  expect(exported[0]).toMatchObject({ Field: "ROP", Old: 40 });
  expect(exported[0].Reason).toContain("cycle service 95.0%");
  await user.click(await screen.findByRole("button", { name: "Loaded into the ERP: put in force" }));
  await screen.findByText("Parameters are in force");
  expect((await rowsOf(workbook, "Policies"))[0]).toMatchObject({ ROP: exported[0].New, Note: "as ever" });
  await user.click(screen.getByRole("button", { name: "Build Export_Params" }));
  await screen.findByText("Export_Params is ready");
  expect((await workbook.readTable("Export_Params"))?.rows.flat().join("")).toBe("");
});
