/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import type { CellValue } from "../../../src/workbook/workbook";
import { samePlacePool } from "../../../src/worker/pool";
import { openView, renderPane } from "../render-pane";
import { networkWorkbook, rowsOf } from "./network-workbook";

/** The lane to the shop carries 15 of the 20 a month that are wanted there. */
async function openFlow() {
  const workbook = await networkWorkbook(["Lanes"]);
  const rows: CellValue[][] = [
    ["S1", "D1", 20, 1, "", "supply"],
    ["S1", "D2", 20, 1, "", "supply"],
    ["D1", "P1", 2, 1, 15, "supply"],
  ];
  await workbook.createTable({
    name: "Lanes",
    columns: ["From", "To", "LeadTime", "Cost", "Capacity", "Use"],
    formats: [],
    rows,
  });
  const pane = renderPane(workbook, { pool: samePlacePool() });
  await openView(pane.user, "Network");
  await pane.user.click(await screen.findByRole("tab", { name: "Flow" }));
  await pane.user.click(await screen.findByRole("button", { name: "Plan the flow" }));
  expect(await screen.findByText("Flow planned")).toBeTruthy();
  return { workbook, ...pane };
}

const list = (name: string) => screen.findByRole("list", { name });
const firstOf = async (name: string) => within(await list(name)).getAllByRole("button")[0];

test("the plan is written; its cost, what is full and who waits lead to their cells", async () => {
  const { workbook, user } = await openFlow();
  const capacity = await rowsOf(workbook, "FlowCapacity");
  expect(capacity).toHaveLength(8);
  expect(capacity[0]).toMatchObject({ Kind: "lane", From: "D1", To: "P1", Capacity: 15 });
  const waiting = (await rowsOf(workbook, "FlowStock")).filter(({ Waiting }) => Number(Waiting) > 0.01);
  expect(new Set(waiting.map(({ Location }) => Location))).toContain("P1");
  expect((await rowsOf(workbook, "Runs"))[0]).toMatchObject({ Job: "plan-flow", By: "task pane" });

  const goTo = jest.spyOn(workbook, "selectTableCell");
  const costs = await screen.findByRole("table", { name: "What the plan costs" });
  await user.click(within(within(costs).getByRole("row", { name: /^Freight/ })).getByRole("button"));
  expect(goTo).toHaveBeenLastCalledWith("FlowPlan", 0, "Cost");

  await user.click(await firstOf("Capacities by what more of them would save"));
  const full = await screen.findByRole("table", { name: "Units that leave on the lane" });
  expect(within(full).getAllByText("100.0% full").length).toBeGreaterThan(3);
  await user.click(within(full).getAllByRole("button")[0]);
  expect(goTo).toHaveBeenLastCalledWith("FlowCapacity", 0, "Used");
  await user.keyboard("{Escape}");

  await user.click(await firstOf("Items by cost of waiting"));
  const shop = await screen.findByRole("table", { name: "Units at P1" });
  expect(within(shop).getAllByRole("row")).toHaveLength(9);
});

test("a shipment tells what it is for; fixed, it stays in the next plan", async () => {
  const { workbook, user } = await openFlow();
  await user.type(await screen.findByRole("searchbox"), "D1 → P1");
  await user.click(await firstOf("Shipments"));
  const detail = await screen.findByRole("region", { name: "pump: D1 → P1" });
  expect(within(detail).getByText(/for demand|customers wait for/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keep in the next plan" }));
  expect(await screen.findByText("Shipment fixed")).toBeTruthy();
  const fixed = async () => (await rowsOf(workbook, "FlowPlan")).filter(({ Fixed }) => Fixed === true);
  const [before] = await fixed();
  const place = (await rowsOf(workbook, "FlowPlan")).findIndex(({ Fixed }) => Fixed === true);
  const quantities = (await workbook.readTable("FlowPlan"))!.rows.map((row, i) => (i === place ? 4 : row[4]));
  await workbook.writeColumns("FlowPlan", { Qty: quantities });
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "Plan again" }));
  await waitFor(async () =>
    expect(await fixed()).toEqual([
      expect.objectContaining({
        From: "D1",
        To: "P1",
        Qty: 4,
        Date: before.Date,
        Reason: expect.stringMatching(/^fixed, 4 /),
      }),
    ]),
  );
});

test("has no fault that axe can see", async () => {
  const { user } = await openFlow();
  const look = async () => {
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    return violations.map(({ id, nodes }) => [id, nodes[0].html]);
  };
  expect(await look()).toEqual([]);
  await user.click(await firstOf("Shipments"));
  await screen.findByRole("button", { name: "Keep in the next plan" });
  expect(await look()).toEqual([]);
});
