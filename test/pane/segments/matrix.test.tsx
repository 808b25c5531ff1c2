/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { fourItems, JANUARY, openSegments, readyButton, tableRows } from "./segments-workbook";

const field = (name: RegExp) => screen.findByRole("button", { name });
const planned = () => fourItems({ Cost: [10, 5, 5, 5], LeadTime: [60, 60, 60, 60] });

describe("the matrix", () => {
  test("shows count, value, share and target of each field", async () => {
    await openSegments(await fourItems());
    expect(
      await field(/^AX: 1 item worth 800 a year, 80\.0% of all value ?, target: ?Fill 98\.0%$/),
    ).toBeTruthy();
    expect(
      await field(/^BX: 1 item worth 100 a year, 10\.0% of all value ?, target: ?Fill 95\.0%$/),
    ).toBeTruthy();
    expect(await field(/^BY: 1 item worth 60 a year, 6\.0% of all value/)).toBeTruthy();
    expect(
      await field(/^CZ: 1 item worth 40 a year, 4\.0% of all value ?, target: ?Fill 90\.0%$/),
    ).toBeTruthy();
    const headings = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headings).toEqual(["X", "Y", "Z"]);
    expect((await field(/^AZ: 0 items/)).hasAttribute("disabled")).toBe(true);
  });

  test("a field opens, and its rows are selected in the sheet, scattered ones too", async () => {
    const workbook = await fourItems();
    await workbook.appendRows("Items", [
      ["between", 0],
      ["another", 0],
    ]);
    await workbook.appendRows("Demand", [["another", JANUARY, 4]]);
    const { user } = await openSegments(workbook);
    await user.click(await field(/^CZ: 2 items/));
    await user.click(screen.getByRole("button", { name: "Select its rows in Items" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!A5:B5", "Items!A7:B7"]));
  });

  test("follows edits in the sheet", async () => {
    const workbook = await fourItems();
    await openSegments(workbook);
    await field(/^AX: 1 item worth 800/);
    await workbook.writeColumns("Items", { ACV: [1800, 100, 60, 40] });
    expect(await field(/^AX: 1 item worth 1.8K a year, 90\.0%/)).toBeTruthy();
  });

  test("new items and items without demand have a column of their own", async () => {
    const workbook = await fourItems();
    await workbook.appendRows("Items", [
      ["launch", 20],
      ["idle", 10],
    ]);
    await workbook.appendRows("Demand", [["launch", JANUARY + 155, 3]]);
    await openSegments(workbook);
    expect(await field(/^NN: 1 item worth 20/)).toBeTruthy();
    expect(await field(/^C-: 1 item worth 10/)).toBeTruthy();
    const headings = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headings).toEqual(["X", "Y", "Z", "N", "-"]);
  });
});

describe("targets", () => {
  test("typed as one measure and shown as both, each named; written to Policies as one row a segment", async () => {
    const workbook = await planned();
    const { user } = await openSegments(workbook);
    await user.click(await field(/^BY: 1 item/));
    const drawer = await screen.findByRole("region", { name: "Segment BY" });
    await user.selectOptions(within(drawer).getByRole("combobox", { name: "Target means" }), "CSL");
    const level = within(drawer).getByRole("spinbutton", { name: "Target, %" });
    await user.clear(level);
    await user.type(level, "97");
    await waitFor(() =>
      expect(drawer.textContent).toMatch(/Cycle service level97\.0%Fill rate(9\d|100)\.\d%/),
    );
    await user.click(within(drawer).getByRole("button", { name: "Back to the matrix" }));
    expect(await field(/^BY: .* target: CSL 97\.0%$/)).toBeTruthy();
    await user.click(await readyButton("Write targets"));
    expect(await screen.findByText("Targets written")).toBeTruthy();
    const rows = await tableRows(workbook, "Policies");
    expect(rows.map(({ Segment, TargetType, Target }) => [Segment, TargetType, Target])).toEqual(
      expect.arrayContaining([
        ["AX", "FILL", 0.98],
        ["BY", "CSL", 0.97],
      ]),
    );
    const by = rows.find(({ Segment }) => Segment === "BY");
    expect(by?.CSL).toBeCloseTo(0.97, 6);
    expect(by?.FILL).toBeGreaterThan(0.5);
    expect((await tableRows(workbook, "Runs")).map(({ Job }) => Job)).toEqual(["set-service-targets"]);
  });

  test("a target that no stock can meet is refused; the matrix keeps the last good one", async () => {
    const { user } = await openSegments(await planned());
    await user.click(await field(/^AX: 1 item/));
    const level = screen.getByRole("spinbutton", { name: "Target, %" });
    await user.clear(level);
    await user.type(level, "100");
    expect(await screen.findByText("Above 0 and below 100: no stock meets every demand.")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(await field(/^AX: .* target: Fill 10\.0%$/)).toBeTruthy();
  });

  test("without a lead time it says what is missing; one can be assumed", async () => {
    const { user } = await openSegments(await fourItems({ Cost: [10, 5, 5, 5] }));
    expect(await screen.findByText("No segment can be shown both ways yet")).toBeTruthy();
    await user.click(
      screen.getByRole("button", { name: "Targets without a row in Policies, and lead time" }),
    );
    const assumed = await screen.findByRole("textbox", { name: /^Lead time in days for the stock effect/ });
    await user.clear(assumed);
    await user.type(assumed, "60");
    await waitFor(() => expect(screen.queryByText("No segment can be shown both ways yet")).toBeNull());
  });
});

describe("what is missing", () => {
  test("the table: says what it is for and creates it", async () => {
    const workbook = new MemoryWorkbook();
    const { user } = await openSegments(workbook);
    expect(await screen.findByText("Missing: table Items")).toBeTruthy();
    expect(screen.getByText(/Each row needs Item and ACV, or Item and Cost\./)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Create table Items" }));
    expect(await screen.findByText("Created table Items")).toBeTruthy();
    expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Items"]);
    expect(await screen.findByText("Items has no usable rows")).toBeTruthy();
    expect(screen.queryByText("Missing: table Items")).toBeNull();
  });

  test("columns: names them and adds them", async () => {
    const workbook = new MemoryWorkbook();
    await workbook.createTable({ name: "Items", columns: ["Item"], formats: [], rows: [["a"]] });
    await workbook.createTable({ name: "Demand", columns: ["Item", "Qty"], formats: [], rows: [["a", 5]] });
    const { user } = await openSegments(workbook);
    expect(await screen.findByText("Missing: Items[Cost] and Items[ACV]")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Create Items[Cost] and Items[ACV]" }));
    expect(await screen.findByText("Fill it in the table Items.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Create Demand[Date]" }));
    expect(await screen.findByText("Fill it in the table Demand.")).toBeTruthy();
    const columns = (await workbook.tables()).map((table) => table.columns);
    expect(columns).toEqual([
      ["Item", "Cost", "ACV"],
      ["Item", "Qty", "Date"],
    ]);
    await waitFor(() => expect(screen.queryByText(/^Missing:/)).toBeNull());
    const issues = await screen.findByRole("region", { name: /issue/ });
    expect(issues.textContent).toContain("Demand row 1: Date must not be blank");
  });

  test("Demand: ABC is shown without it", async () => {
    const workbook = new MemoryWorkbook();
    await workbook.createTable({ name: "Items", columns: ["Item", "ACV"], formats: [], rows: [["a", 5]] });
    await openSegments(workbook);
    expect(await screen.findByText("Missing: table Demand")).toBeTruthy();
    expect(await field(/^A-: 1 item worth 5 a year, 100\.0%/)).toBeTruthy();
  });
});
