/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { samePlacePool } from "../../../src/worker/pool";
import { openView, renderPane } from "../render-pane";
import { TODAY, networkWorkbook, rowsOf } from "./network-workbook";

async function openNetwork(workbook: MemoryWorkbook) {
  const pane = renderPane(workbook, { pool: samePlacePool() });
  await openView(pane.user, "Network");
  return pane;
}

async function openPart(workbook: MemoryWorkbook, title: string) {
  const pane = await openNetwork(workbook);
  await pane.user.click(await screen.findByRole("tab", { name: title }));
  return pane;
}

const map = () => screen.findByRole("listbox", { name: /^Map of 5 places/ });
const option = (name: RegExp) => screen.getByRole("option", { name });

test("without its tables it says what is missing and creates it", async () => {
  const { user } = await openNetwork(new MemoryWorkbook());
  expect(await screen.findByText("Missing: table Locations")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Create table Lanes" }));
  expect(await screen.findByText("Created table Lanes")).toBeTruthy();
});

describe("the map", () => {
  test("shows places by echelon; arrows go from place to place, and the place is told", async () => {
    const { user } = await openNetwork(await networkWorkbook());
    const frame = await map();
    for (const echelon of ["Suppliers (1)", "Warehouses (2)", "Shops and points of demand (2)"])
      expect(screen.getByText(echelon)).toBeTruthy();
    frame.focus();
    await user.keyboard("{ArrowDown}");
    expect(option(/^S1/).getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{ArrowDown}");
    const chosen = frame.getAttribute("aria-activedescendant");
    expect(document.getElementById(chosen!)?.getAttribute("aria-label")).toMatch(
      /^D[12] (North|South), DC; stock/,
    );
    await user.keyboard("{End}");
    expect(await screen.findByRole("region", { name: "Place P9" })).toBeTruthy();
  });

  test("zooms by keys and buttons, and back", async () => {
    const { user } = await openNetwork(await networkWorkbook());
    const frame = await map();
    const box = () => frame.querySelector("svg")!.getAttribute("viewBox")!;
    const before = box();
    frame.focus();
    await user.keyboard("+");
    expect(Number(box().split(" ")[2])).toBeLessThan(Number(before.split(" ")[2]));
    await user.click(screen.getByRole("button", { name: "Show the whole map" }));
    expect(box()).toBe(before);
  });

  test("a check writes NetworkFindings; weak points carry their margin, and a finding leads to its place", async () => {
    const workbook = await networkWorkbook();
    const { user } = await openNetwork(workbook);
    await map();
    await user.click(screen.getByRole("button", { name: "Check the network" }));
    expect(await screen.findByText("Network checked")).toBeTruthy();
    const findings = await rowsOf(workbook, "NetworkFindings");
    expect(findings.map(({ Finding, Location }) => [Finding, Location])).toEqual([
      ["single point of failure", "S1"],
      ["single point of failure", "D1"],
      ["orphan", "P9"],
    ]);
    const list = await screen.findByRole("list", { name: "Findings" });
    await user.click(within(list).getAllByRole("button")[0]);
    await user.click(await screen.findByRole("button", { name: "Show on the map" }));
    const card = await screen.findByRole("region", { name: "Place S1" });
    // 60 + 40 + 20 a month at a margin of 60
    expect(within(card).getByText(/a week$/).textContent).toBe("1.7K a week");
    await user.click(within(card).getByRole("button", { name: "D1" }));
    expect(await screen.findByRole("region", { name: "Place D1" })).toBeTruthy();
    expect((await rowsOf(workbook, "Runs"))[0]).toMatchObject({ Job: "check-network", By: "task pane" });
  });

  test("has no fault that axe can see", async () => {
    const { container } = await openNetwork(await networkWorkbook());
    await map();
    const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });
});

test("safety stock is placed; a site's own rule and what it costs stand beside it", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Stock placement");
  await user.click(await screen.findByRole("button", { name: "Place safety stock" }));
  expect(await screen.findByText("Safety stock placed")).toBeTruthy();
  expect(await screen.findByText("Every plan is proven: no other costs less.")).toBeTruthy();
  const table = (await workbook.readTable("Placement"))!;
  const place = table.columns.indexOf("Location");
  const fixed = table.rows.map((row) => (row[place] === "D1" ? 10 : ""));
  await workbook.writeColumns("Placement", { MaxService: table.rows.map(() => ""), FixedService: fixed });
  await user.click(await screen.findByRole("button", { name: "Place again" }));
  await waitFor(async () => {
    const issues = await rowsOf(workbook, "Placement");
    expect(issues.find(({ Location }) => Location === "D1")?.BoundCost).not.toBe("");
  });
  await user.click(
    within(await screen.findByRole("list", { name: "Items by cost of safety stock" })).getAllByRole(
      "button",
    )[0],
  );
  expect(await screen.findByRole("button", { name: "Edit rules in Placement" })).toBeTruthy();
  expect(screen.getByText("Safety stock, units")).toBeTruthy();
});

describe("push and pull", () => {
  async function findBoundaries(without: readonly string[] = []) {
    const workbook = await networkWorkbook(without);
    const pane = await openPart(workbook, "Push/pull");
    await pane.user.click(await screen.findByRole("button", { name: "Find the boundaries" }));
    expect(await screen.findByText("Boundaries found")).toBeTruthy();
    return { workbook, ...pane };
  }
  const list = () => screen.findByRole("list", { name: "Items by cost of their boundary" });

  test("customers who do not wait, and then do: where the stock is, and what moving it costs", async () => {
    const { workbook, user } = await findBoundaries();
    const boundary = async () =>
      (await rowsOf(workbook, "PushPull")).find(({ Advised }) => Advised === "BUFFER")!.Echelon;
    expect(await boundary()).toBe("Shops and points of demand");
    expect(
      within(await list()).getByText(/^stock at Shops and points of demand; to suppliers not in time$/),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Settings" }));
    const wait = screen.getByRole("textbox", { name: /^Days customers wait/ });
    await user.clear(wait);
    await user.type(wait, "2{Tab}");
    await user.click(screen.getByRole("button", { name: "Find again" }));
    await waitFor(async () => expect(await boundary()).toBe("Warehouses"));
    await user.click(within(await list()).getByRole("button"));
    const [, warehouses, shops] = await rowsOf(workbook, "PushPull");
    const detail = await screen.findByRole("region", { name: "pump" });
    const fact = (name: string) => within(detail).getByText(name).closest("dt")?.nextSibling?.textContent;
    expect(fact("One echelon to customers")).toBe(
      `${new Intl.NumberFormat(undefined, { notation: "compact", maximumFractionDigits: 1 }).format(Number(shops.More))} a year more`,
    );
    expect(fact("One echelon to suppliers")).toBe("not in time");
    expect(within(detail).getByText(String(warehouses.Reason))).toBeTruthy();
    expect(within(detail).getAllByText(/^Not in time: customers of D1 would wait 20 days/)).toHaveLength(1);
  });

  test("an agreement is written beside the advice, kept by the next run, and taken back", async () => {
    const { workbook, user } = await findBoundaries();
    await user.click(within(await list()).getByRole("button"));
    const agreed = async () => (await rowsOf(workbook, "PushPull")).map(({ Agreed }) => Agreed);
    const choice = () => screen.findByRole("combobox", { name: "Agreed boundary" });
    expect(
      within(await choice())
        .getAllByRole("option")
        .map(({ textContent }) => textContent),
    ).toEqual(["not agreed yet", "Shops and points of demand, as advised"]);
    await user.selectOptions(await choice(), "Shops and points of demand");
    await waitFor(async () => expect(await agreed()).toEqual(["", "", "yes"]));
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Find again" }));
    expect(await screen.findByText("Boundaries found")).toBeTruthy();
    expect(await agreed()).toEqual(["", "", "yes"]);
    expect(within(await list()).getByText(/^stock at Shops and points of demand, as agreed;/)).toBeTruthy();
    await user.click(within(await list()).getByRole("button"));
    await user.selectOptions(await choice(), "");
    await waitFor(async () => expect(await agreed()).toEqual(["", "", ""]));
  });

  test("has no fault that axe can see, in the list and in the detail", async () => {
    const { user } = await findBoundaries();
    const faults = async () => {
      const { violations } = await axe.run(document.body, {
        rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
      });
      return violations.map(({ id, nodes }) => [id, nodes[0].html]);
    };
    expect(await faults()).toEqual([]);
    await user.click(within(await list()).getByRole("button"));
    await screen.findByRole("combobox", { name: "Agreed boundary" });
    expect(await faults()).toEqual([]);
  });
});

describe("the stress test", () => {
  async function openStress() {
    const workbook = await networkWorkbook();
    const pane = await openPart(workbook, "Stress test");
    await pane.user.click(await screen.findByRole("button", { name: "Go to Stock placement" }));
    await pane.user.click(await screen.findByRole("button", { name: "Place safety stock" }));
    expect(await screen.findByText("Safety stock placed")).toBeTruthy();
    // jsdom gives tabs no width, so that those not selected stand in the menu.
    await pane.user.click(await screen.findByRole("button", { name: "More of the network" }));
    await pane.user.click(await screen.findByRole("menuitem", { name: "Stress test" }));
    return { workbook, ...pane };
  }

  test("plays a normal year, then one with a place late: what customers lose stands place by place", async () => {
    const { workbook, user } = await openStress();
    await user.click(await screen.findByRole("button", { name: "Play the year" }));
    expect(await screen.findByText("Year played")).toBeTruthy();
    expect(await screen.findByText("Customers in a normal year")).toBeTruthy();
    const normal = await rowsOf(workbook, "NetworkSimulation");
    expect(normal.every(({ Stress, Late }) => Stress === "" && Late === "")).toBe(true);

    await user.selectOptions(screen.getByRole("combobox", { name: "Place that is late" }), "S1");
    expect(screen.getByRole("textbox", { name: /^Days it is late/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Play the year" }));
    expect(await screen.findByText("Customers, S1 14 days late from day 30 for 30")).toBeTruthy();
    const stressed = await rowsOf(workbook, "NetworkSimulation");
    stressed.forEach((row, i) => {
      expect(row.NormalFillRate).toBe(normal[i].FillRate);
      expect(Number(row.FillRateChange)).toBeLessThanOrEqual(0);
    });
    const late = stressed.reduce((sum, { Late }) => sum + Number(Late), 0);
    expect(late).toBeGreaterThan(0);
    // Price less cost is 60 in this workbook.
    expect(stressed.reduce((sum, { LateMargin }) => sum + Number(LateMargin), 0)).toBeCloseTo(60 * late, 6);
    await user.click(
      within(await screen.findByRole("list", { name: "Items as played" })).getAllByRole("button")[0],
    );
    expect(await screen.findByRole("button", { name: "Go to its rows" })).toBeTruthy();
  });

  test("says how demand was drawn, and what in the plan is not of today", async () => {
    const { workbook, user } = await openStress();
    const { rows } = (await workbook.readTable("Placement"))!;
    await workbook.writeColumns("Placement", { Bound: rows.map(() => "POISSON") });
    await user.click(await screen.findByRole("button", { name: "Play the year" }));
    expect(
      await screen.findByText(/Demand is drawn as the plan covers it: in whole units for 1 item\./),
    ).toBeTruthy();
    // The plan was made with normal demand: its spread is not the root of its mean.
    expect(await screen.findByText(/Sigma of D1 is [\d.]+ in Placement/)).toBeTruthy();
  });

  test("has no fault that axe can see", async () => {
    await openStress();
    await screen.findByRole("button", { name: "Play the year" });
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  });
});

test("moves are proposed with reasons, and a decision is written", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Moves");
  await user.click(await screen.findByRole("button", { name: "Propose moves" }));
  expect(await screen.findByText("Moves proposed")).toBeTruthy();
  const [move] = await rowsOf(workbook, "Moves");
  expect(move).toMatchObject({ Item: "pump", From: "D2", To: "D1", Status: "proposed", SourceROP: 40 });
  expect(Number(move.SourceAfter)).toBeGreaterThanOrEqual(40);
  await user.click(within(await screen.findByRole("list", { name: "Moves" })).getByRole("button"));
  await user.click(await screen.findByRole("button", { name: "Accept" }));
  expect(await screen.findByText("1 move accepted")).toBeTruthy();
  expect((await rowsOf(workbook, "Moves"))[0].Status).toBe("accepted");
});

test("what is short is allocated by priority, with a letter to who waits", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Allocate");
  await user.type(await screen.findByRole("textbox", { name: "Who sets the rule, for the log" }), "Ann");
  await user.click(screen.getByRole("button", { name: "Allocate what is short" }));
  expect(await screen.findByText("Stock allocated")).toBeTruthy();
  expect((await rowsOf(workbook, "Allocations")).map(({ SO, Allocated }) => [SO, Allocated])).toEqual([
    ["SO1", 8],
    ["SO2", 2],
  ]);
  expect((await rowsOf(workbook, "AllocationRules"))[0]).toMatchObject({ Method: "PRIORITY", By: "Ann" });
  await user.click(within(await screen.findByRole("list", { name: "Letters" })).getByRole("button"));
  expect(await screen.findByText(/Dear Second Ltd,/)).toBeTruthy();
});

test("the pipeline ranks open orders and shows months", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Pipeline");
  await user.click(await screen.findByRole("button", { name: "Look ahead" }));
  expect(await screen.findByText("Pipeline ready")).toBeTruthy();
  const [arrival] = await rowsOf(workbook, "Arrivals");
  expect(arrival).toMatchObject({ PO: "PO9", Rank: 1 });
  expect(Number(arrival.P80)).toBeGreaterThan(TODAY);
  await user.click(
    within(await screen.findByRole("list", { name: "Items by month of shortage" })).getAllByRole("button")[0],
  );
  expect(await screen.findByText("Safety stock in force")).toBeTruthy();
  expect(screen.getByText("Jan 2026")).toBeTruthy();
});

test("a table that a job needs is named", async () => {
  const { user } = await openPart(await networkWorkbook(["OpenOrders"]), "Allocate");
  await user.click(await screen.findByRole("button", { name: "Allocate what is short" }));
  expect(await screen.findByText(/The table OpenOrders is missing/)).toBeTruthy();
});
