/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { classifyItems, defaultCuts } from "../../src/analyses/classify-items";
import { measureItems } from "../../src/analyses/item-measures";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError, type CellValue, type Workbook } from "../../src/workbook/workbook";
import { generatedWorkbook } from "./generated-workbook";
import { openView, renderPane } from "./render-pane";

/** 2024-01-01. */
const JANUARY = 45_292;

/**
 * Four items of 800, 100, 60 and 40 a year with demand over six months: two the same each month (X), one of mean 1.5 and
 * standard deviation 1.22 (Y), one of a single month (Z). Before them stand shares of 0, 0.80, 0.90 and 0.96.
 */
async function fourItems(...columns: readonly string[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const rows: readonly (readonly CellValue[])[] = [
    ["dear", 800],
    ["steady", 100],
    ["wavy", 60],
    ["rare", 40],
  ];
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "ACV", ...columns],
    formats: [],
    rows: rows.map((row) => [...row, ...columns.map(() => "")]),
  });
  const months = { dear: [5, 5, 5, 5, 5, 5], steady: [2, 2, 2, 2, 2, 2], wavy: [1, 3, 1, 3, 0, 1] };
  const demand: CellValue[][] = Object.entries(months).flatMap(([item, quantities]) =>
    quantities.map((quantity, month) => [item, JANUARY + 31 * month, quantity]),
  );
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Date", "Qty"],
    formats: [],
    rows: [...demand, ["rare", JANUARY, 9], ["rare", JANUARY + 155, 0]],
  });
  return workbook;
}

async function openSegments(workbook: Workbook) {
  const pane = renderPane(workbook);
  await openView(pane.user, "Segments");
  return pane;
}

const field = (name: RegExp) => screen.findByRole("button", { name });
const cut = (name: RegExp) => screen.getByRole<HTMLInputElement>("spinbutton", { name });

describe("the matrix", () => {
  test("shows count, value and share of each field", async () => {
    await openSegments(await fourItems());
    expect(await field(/^AX: 1 item worth 800 a year, 80\.0% of all value$/)).toBeTruthy();
    expect(await field(/^BX: 1 item worth 100 a year, 10\.0% of all value$/)).toBeTruthy();
    expect(await field(/^BY: 1 item worth 60 a year, 6\.0% of all value$/)).toBeTruthy();
    expect(await field(/^CZ: 1 item worth 40 a year, 4\.0% of all value$/)).toBeTruthy();
    expect(screen.getByText(/^4 items, 1K a year\./)).toBeTruthy();
    const headings = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headings).toEqual(["X", "Y", "Z"]);
    expect((await field(/^AZ: 0 items/)).hasAttribute("disabled")).toBe(true);
  });

  test("a click selects the rows in the sheet, scattered ones too", async () => {
    const workbook = await fourItems();
    await workbook.appendRows("Items", [
      ["between", 0],
      ["another", 0],
    ]);
    await workbook.appendRows("Demand", [["another", JANUARY, 4]]);
    const { user } = await openSegments(workbook);
    const button = await field(/^CZ: 2 items/);
    await user.click(button);
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!A5:B5", "Items!A7:B7"]));
    expect(button.getAttribute("aria-pressed")).toBe("true");
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
    expect(await field(/^CN: 1 item worth 20/)).toBeTruthy();
    expect(await field(/^C-: 1 item worth 10/)).toBeTruthy();
    const headings = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
    expect(headings).toEqual(["X", "Y", "Z", "N", "-"]);
  });

  test("1,000 items are classed", async () => {
    const workbook = await generatedWorkbook(1000);
    const [items, demand] = await Promise.all([workbook.readTable("Items"), workbook.readTable("Demand")]);
    if (items === undefined) throw new Error("the generated workbook has no Items");
    // 56 and 5 ms the first time, 20 and 3 after, on two cores.
    const { items: classified } = classifyItems(measureItems(items, demand), defaultCuts);
    expect(classified).toHaveLength(1000);
  });
});

describe("cuts", () => {
  test("move items at once", async () => {
    const { user } = await openSegments(await fourItems());
    await field(/^BX: 1 item/);
    await user.clear(cut(/^A ends at/));
    await user.type(cut(/^A ends at/), "90");
    expect(await field(/^AX: 2 items worth 900/)).toBeTruthy();
    await user.clear(cut(/^Y ends at/));
    await user.type(cut(/^Y ends at/), "0.6");
    expect(await field(/^BZ: 1 item worth 60/)).toBeTruthy();
  });

  test.each([
    [/^A ends at/, "97", "A must end above 0 %, before B, and B at 100 % or before."],
    [/^B ends at/, "101", "A must end above 0 %, before B, and B at 100 % or before."],
    [/^A ends at/, "{Backspace}", "A and B must end at a number."],
    [/^X ends at/, "2", "X must end above 0 and before Y."],
    [/^X ends at/, "-1", "X must end above 0 and before Y."],
    [/^Y ends at/, "{Backspace}", "X and Y must end at a number."],
  ])("%s %s is refused with a reason; the matrix and the sheet stay", async (name, typed, reason) => {
    const workbook = await fourItems("ABC", "XYZ");
    const { user } = await openSegments(workbook);
    await field(/^BX: 1 item/);
    await user.clear(cut(name));
    await user.type(cut(name), typed);
    expect(await screen.findByText(reason)).toBeTruthy();
    expect(await field(/^BX: 1 item worth 100/)).toBeTruthy();
    const write = screen.getByRole("button", { name: "Write classes" });
    expect(write.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Mend the cuts first.")).toBeTruthy();
    await user.click(write);
    expect((await workbook.readRange("Items[ABC]")).values.flat()).toEqual(["", "", "", ""]);
  });
});

describe("Write classes", () => {
  const written = async (workbook: Workbook) => {
    const abc = (await workbook.readRange("Items[ABC]")).values.flat();
    const xyz = (await workbook.readRange("Items[XYZ]")).values.flat();
    return abc.map((value, i) => `${value}${xyz[i]}`);
  };

  test("fills Items[ABC] and Items[XYZ], says so, and has nothing left to do", async () => {
    const workbook = await fourItems("ABC", "XYZ");
    const { user } = await openSegments(workbook);
    expect(await screen.findByText("4 of 4 rows change.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Write classes" }));
    expect(await screen.findByText("Classes written")).toBeTruthy();
    expect(await written(workbook)).toEqual(["AX", "BX", "BY", "CZ"]);
    expect(await screen.findByText("Items[ABC] and Items[XYZ] hold these classes already.")).toBeTruthy();
  });

  test("adds the columns where they are missing", async () => {
    const workbook = await fourItems("XYZ");
    const { user } = await openSegments(workbook);
    await user.click(await screen.findByRole("button", { name: "Add ABC, write classes" }));
    expect(await screen.findByText("Classes written")).toBeTruthy();
    expect((await workbook.readTable("Items"))?.columns).toEqual(["Item", "ACV", "XYZ", "ABC"]);
    expect(await written(workbook)).toEqual(["AX", "BX", "BY", "CZ"]);
  });

  test("keeps the cuts with the workbook for the next time", async () => {
    const workbook = await fourItems("ABC", "XYZ");
    const first = await openSegments(workbook);
    await field(/^BX: 1 item/);
    await first.user.clear(cut(/^A ends at/));
    await first.user.type(cut(/^A ends at/), "57");
    await first.user.click(screen.getByRole("button", { name: "Write classes" }));
    await screen.findByText("Classes written");
    first.unmount();
    await openSegments(workbook);
    await field(/^AX: 1 item/);
    expect(cut(/^A ends at/).value).toBe("57");
  });

  test("rows that could not be used get -, and their issue selects the cell", async () => {
    const workbook = await fourItems("ABC", "XYZ");
    await workbook.writeColumns("Items", { ACV: [800, "much", 60, 40] });
    const { user } = await openSegments(workbook);
    const issues = await screen.findByRole("region", { name: "1 issue" });
    await user.click(within(issues).getByRole("button", { name: "Items row 2" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!B3"]));
    await user.click(screen.getByRole("button", { name: "Write classes" }));
    await screen.findByText("Classes written");
    expect(await written(workbook)).toEqual(["AX", "--", "BY", "CZ"]);
  });

  test("a refusal of the workbook is told, and nothing is claimed", async () => {
    const workbook = await fourItems("ABC", "XYZ");
    workbook.writeColumns = async () => {
      throw new WorkbookError("protected", "The sheet Items is protected.");
    };
    const { user } = await openSegments(workbook);
    await user.click(await screen.findByRole("button", { name: "Write classes" }));
    expect(await screen.findByText("The classes were not written")).toBeTruthy();
    expect(screen.getByText(/The sheet Items is protected\./)).toBeTruthy();
    expect(screen.queryByText("Classes written")).toBeNull();
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
