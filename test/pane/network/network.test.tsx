/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { TODAY, networkWorkbook, rowsOf } from "./network-workbook";
import { openNetwork, openPart, openTab } from "./open-network";

test("without its tables it says what is missing and creates it", async () => {
  const { user } = await openNetwork(new MemoryWorkbook());
  expect(await screen.findByText("Missing: table Locations")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Create table Lanes" }));
  expect(await screen.findByText("Created table Lanes")).toBeTruthy();
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
  expect(await screen.findByText("1 rule is not in the plan yet: place again.")).toBeTruthy();
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
  expect(await screen.findByText("Safety stock, units")).toBeTruthy();
  expect(screen.queryByText(/not in the plan yet/)).toBeNull();
  const [rule, sum] = within(screen.getByRole("table", { name: /^Sites' own rules, money/, hidden: true }))
    .getAllByRole("row", { hidden: true })
    .slice(1)
    .map((row) => within(row).getAllByRole("cell", { hidden: true }).at(-1)!.textContent);
  const costs = within(screen.getAllByRole("table", { name: /^Carrying safety stock/, hidden: true })[0])
    .getAllByRole("row", { hidden: true })[2]
    .querySelectorAll("td");
  expect(rule).toBe(sum);
  // Agreed over corporate
  expect(costs[2].textContent).toBe(sum);
  expect(Number(sum)).toBeGreaterThan(0);
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
    await openTab(pane.user, "Stress test");
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
  expect(screen.getByRole("button", { name: "Accept" }).getAttribute("aria-disabled")).toBe("true");
  await user.type(screen.getByRole("textbox", { name: "Decided by" }), "Ann");
  await user.click(screen.getByRole("button", { name: "Accept" }));
  expect(await screen.findByText("1 move accepted")).toBeTruthy();
  expect((await rowsOf(workbook, "Moves"))[0]).toMatchObject({ Status: "accepted", By: "Ann" });

  await user.click(screen.getByText("Propose again"));
  await waitFor(async () => expect(await rowsOf(workbook, "Runs")).toHaveLength(2));
  // What is on its way is not proposed again.
  expect((await rowsOf(workbook, "Moves")).map(({ Status, By }) => [Status, By])).toEqual([
    ["accepted", "Ann"],
  ]);
});

test("a move that was accepted is done, or decided again", async () => {
  const workbook = await networkWorkbook();
  const move = {
    Item: "pump",
    From: "D2",
    To: "D1",
    Qty: 40,
    Benefit: 900,
    Reason: "short",
    Status: "accepted",
  };
  await workbook.createTable({
    name: "Moves",
    columns: Object.keys(move),
    formats: [],
    rows: [Object.values(move)],
  });
  await workbook.saveSetting("decider.name", "Ann");
  const { user } = await openPart(workbook, "Moves");
  for (const [button, told, status] of [
    ["Done", "1 move done", "done"],
    ["Not done yet", "1 move accepted", "accepted"],
    ["Decide again", "1 move to be decided again", "proposed"],
  ]) {
    await user.click(await screen.findByText("pump: D2 → D1"));
    await user.click(await screen.findByText(button));
    expect(await screen.findByText(told)).toBeTruthy();
    expect((await rowsOf(workbook, "Moves"))[0]).toMatchObject({ Status: status, By: "Ann" });
  }
});

test("what is short is allocated by priority, with a letter to who waits", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Allocate");
  await user.type(await screen.findByRole("textbox", { name: "Decided by" }), "Ann");
  await user.click(screen.getByRole("button", { name: "Allocate what is short" }));
  expect(await screen.findByText("Stock allocated")).toBeTruthy();
  expect((await rowsOf(workbook, "Allocations")).map(({ SO, Allocated }) => [SO, Allocated])).toEqual([
    ["SO1", 8],
    ["SO2", 2],
  ]);
  expect((await rowsOf(workbook, "AllocationRules"))[0]).toMatchObject({ Method: "PRIORITY", By: "Ann" });
  expect(await screen.findByText("waits for 6 of pump")).toBeTruthy();
  await user.click(within(await screen.findByRole("list", { name: "Letters" })).getByRole("button"));
  expect(await screen.findByText(/Dear Second Ltd,/)).toBeTruthy();
});

test("the pipeline ranks open orders and shows months", async () => {
  const workbook = await networkWorkbook();
  const { user } = await openPart(workbook, "Pipeline");
  await user.click(await screen.findByRole("button", { name: "Look ahead" }));
  expect(await screen.findByText("Pipeline ready")).toBeTruthy();
  const [arrival] = await rowsOf(workbook, "Arrivals");
  expect(arrival).toMatchObject({ PO: "PO9", Rank: 1, Stage: "under way" });
  expect(Number(arrival.P80)).toBeGreaterThan(TODAY);
  await user.click(
    within(await screen.findByRole("list", { name: "Items by month of shortage" })).getAllByRole("button")[0],
  );
  expect(await screen.findByText("Safety stock in force")).toBeTruthy();
  const months = screen.getByRole("table", { name: /^Units left/ });
  expect(within(months).getByText("Jan 2026")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Go to its rows" }));
  // Closing of the first month
  await waitFor(async () =>
    expect(await workbook.selection()).toMatchObject({ address: "Pipeline!G14", values: [[-8]] }),
  );
});

test("a table that a part needs is named there, and created; parts that need no network work without one", async () => {
  const workbook = await networkWorkbook(["OpenOrders", "Locations", "Lanes", "Moves"]);
  const { user } = await openPart(workbook, "Allocate");
  expect(await screen.findByText("Missing: table OpenOrders")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Create table OpenOrders" }));
  expect(await screen.findByRole("button", { name: "Allocate what is short" })).toBeTruthy();
  await openTab(user, "Map");
  expect(await screen.findByText("Missing: table Locations")).toBeTruthy();
  await openTab(user, "Pipeline");
  await user.click(await screen.findByRole("button", { name: "Look ahead" }));
  expect(await screen.findByText("Pipeline ready")).toBeTruthy();
});
