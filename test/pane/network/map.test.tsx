/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { networkWorkbook, rowsOf } from "./network-workbook";
import { openNetwork, openPart, openTab } from "./open-network";

const map = () => screen.findByRole("listbox", { name: /^Map of 5 places/ });
const option = (name: RegExp) => screen.getByRole("option", { name });

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
    await user.keyboard("{End}");
    expect(option(/^P9/).getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Place P9" })).toBeNull();
  });

  test("a place shows stock, service time, carrying or margin at risk, as asked", async () => {
    const workbook = await networkWorkbook();
    const { user } = await openPart(workbook, "Stock placement");
    await user.click(await screen.findByRole("button", { name: "Place safety stock" }));
    expect(await screen.findByText("Safety stock placed")).toBeTruthy();
    await openTab(user, "Map");
    const frame = await map();
    expect(within(frame).getByText("30K")).toBeTruthy();
    const figure = screen.getByRole("combobox", { name: "Figure in each place" });
    await user.selectOptions(figure, "Service time, days");
    expect(within(frame).getAllByText("0 d").length).toBeGreaterThan(0);
    expect(within(frame).queryByText("30K")).toBeNull();
    await user.selectOptions(figure, "Safety stock, money a year");
    const placed = await rowsOf(workbook, "Placement");
    const carried = placed.find(({ Location }) => Location === "D1")!.Cost;
    expect(within(frame).getByText(Math.round(Number(carried)))).toBeTruthy();
  });

  test("any of its places is found in the list, and stands on the map then", async () => {
    const { user } = await openNetwork(await networkWorkbook());
    const frame = await map();
    await user.click(screen.getByRole("button", { name: "The map as a list" }));
    await user.type(await screen.findByRole("searchbox", { name: "Find" }), "south");
    await user.click(within(screen.getByRole("list", { name: "Places" })).getByRole("button"));
    expect(await screen.findByRole("region", { name: "Place D2" })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(frame));
  });

  test("without a place it says what to paste", async () => {
    const workbook = await networkWorkbook(["Locations"]);
    await workbook.createTable({ name: "Locations", columns: ["Location", "Type"], formats: [], rows: [] });
    await openNetwork(workbook);
    expect(await screen.findByText("Locations has no places yet")).toBeTruthy();
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
    const frame = await map();
    await waitFor(() => expect(document.activeElement).toBe(frame));
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
