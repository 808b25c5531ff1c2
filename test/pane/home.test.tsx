/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { tables } from "../../src/workbook/tables";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError } from "../../src/workbook/workbook";
import { generatedWorkbook } from "./generated-workbook";
import { renderPane } from "./render-pane";

describe("in a workbook without our tables", () => {
  test("three doors stand open", async () => {
    renderPane(new MemoryWorkbook());
    for (const door of [/^Sample workbook/, /^My own data/, /^Just the functions/]) {
      expect(await screen.findByRole("button", { name: door })).toBeTruthy();
    }
  });

  test("the first leads to the sample", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    const door = await screen.findByRole("button", { name: /^Sample workbook/ });
    expect(door.getAttribute("aria-expanded")).toBe("false");
    await user.click(door);
    expect(door.getAttribute("aria-expanded")).toBe("true");
    for (const file of ["spare-parts.xlsx", "company.xlsx"]) {
      const link = screen.getByRole("link", { name: `Download ${file}` });
      expect(link.getAttribute("href")).toBe(`assets/samples/${file}`);
    }
    await user.click(door);
    expect(screen.queryByRole("link")).toBeNull();
  });

  test("the second creates the tables one by one, with every column of their schema", async () => {
    const workbook = new MemoryWorkbook();
    const { user } = renderPane(workbook);
    await user.click(await screen.findByRole("button", { name: /^My own data/ }));
    expect(screen.getAllByRole("button", { name: /^Create the table/ })).toHaveLength(tables.length);
    await user.click(screen.getByRole("button", { name: "Create the table Demand" }));
    expect(await screen.findByText("Created the table Demand")).toBeTruthy();
    const [created] = await workbook.tables();
    const schema = tables.find(({ name }) => name === "Demand");
    expect(created).toMatchObject({ name: "Demand", columns: Object.keys(schema?.columns ?? {}) });
    expect(await screen.findByRole("button", { name: "Demand" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Create the table Demand" })).toBeNull();
    expect(screen.getByRole("button", { name: "Create the table Items" })).toBeTruthy();
  });

  test("the third opens the formula builder", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.click(await screen.findByRole("button", { name: /^Just the functions/ }));
    expect(screen.getByRole("region", { name: "Formula builder" })).toBeTruthy();
  });
});

describe("in a workbook with our tables", () => {
  const row = (name: string) => screen.getByRole("button", { name }).closest("li") as HTMLElement;

  test("each tells how many rows can be used, and a click shows it", async () => {
    const workbook = await generatedWorkbook(3);
    const { user } = renderPane(workbook);
    await user.click(await screen.findByRole("button", { name: "Demand" }));
    expect(row("Items").textContent).toBe("Items3 rowsin order");
    expect(row("Demand").textContent).toBe("Demand72 rowsin order");
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Demand!A1:D73"]));
  });

  test("issues are counted and listed; a click selects the cell", async () => {
    const workbook = await generatedWorkbook(3);
    await workbook.writeColumns("Items", { Cost: [1, "dear", -2] });
    const { user } = renderPane(workbook);
    await user.click(await screen.findByRole("button", { name: "2 issues" }));
    const issues = screen.getByRole("region", { name: "2 issues" });
    const [first, second] = within(issues).getAllByRole("listitem");
    expect(first.textContent).toBe('Items row 2: Cost must be a number, got the text "dear"');
    expect(second.textContent).toBe("Items row 3: Cost must be at least 0, got -2");
    await user.click(within(second).getByRole("button", { name: "Items row 3" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!C4"]));
  });

  test("many issues come a page at a time", async () => {
    const workbook = await generatedWorkbook(50);
    await workbook.writeColumns("Items", { Cost: new Array(50).fill("?") });
    const { user } = renderPane(workbook);
    await user.click(await screen.findByRole("button", { name: "50 issues" }));
    const shown = () => within(screen.getByRole("region", { name: "50 issues" })).getAllByRole("listitem");
    expect(shown()).toHaveLength(20);
    await user.click(screen.getByRole("button", { name: "Show 20 more" }));
    await user.click(screen.getByRole("button", { name: "Show 10 more" }));
    expect(shown()).toHaveLength(50);
  });

  test("edits in the sheet are seen without asking", async () => {
    const workbook = await generatedWorkbook(3);
    renderPane(workbook);
    await screen.findByText("3 rows");
    await workbook.appendRows("Items", [["new", "EA", 1, 1, "", "", ""]]);
    expect(await screen.findByText("4 rows")).toBeTruthy();
  });

  test("shortcuts lead to the segments and to the tools", async () => {
    const { user } = renderPane(await generatedWorkbook(3));
    await user.click(await screen.findByRole("button", { name: /^Explain a cell/ }));
    expect(screen.getByRole("region", { name: "Explain this cell" })).toBeTruthy();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: /^Segment the items/ }));
    expect(await screen.findByRole("tabpanel", { name: "Segments" })).toBeTruthy();
  });
});

test("a table that cannot be created says why, in the workbook's words", async () => {
  const workbook = new MemoryWorkbook();
  workbook.createTable = async () => {
    throw new WorkbookError("protected", "The workbook is protected: unprotect it under Review.");
  };
  const { user } = renderPane(workbook);
  await user.click(await screen.findByRole("button", { name: /^My own data/ }));
  await user.click(screen.getByRole("button", { name: "Create the table Items" }));
  expect(await screen.findByText("Cannot create the table Items")).toBeTruthy();
  expect(screen.getByText(/The workbook is protected: unprotect it under Review\./)).toBeTruthy();
});

test("a workbook that cannot be read says why", async () => {
  const workbook = new MemoryWorkbook();
  workbook.tables = async () => {
    throw new WorkbookError("busy", "Excel is busy: finish editing the cell.");
  };
  renderPane(workbook);
  expect(await screen.findByText("The workbook cannot be read")).toBeTruthy();
  expect(screen.getByText("Excel is busy: finish editing the cell.")).toBeTruthy();
});
