/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import type { CellValue, TableContent, Workbook } from "../../src/workbook/workbook";
import { WorkbookError } from "../../src/workbook/workbook";
import { samePlacePool } from "../../src/worker/pool";
import { day, forecastOf, itemsOf, movesOf, steadyYear, stockOf } from "../analyses/kpis/company";
import { tableContent } from "../analyses/table-content";
import { openView, renderPane } from "./render-pane";

async function workbookOf(tables: readonly TableContent[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const { name, columns, rows } of tables)
    await workbook.createTable({ name, columns, formats: [], rows });
  return workbook;
}
async function openHealth(workbook: Workbook, tab?: string) {
  const pane = renderPane(workbook, { pool: samePlacePool() });
  await openView(pane.user, "Health");
  if (tab !== undefined) await pane.user.click(await screen.findByRole("tab", { name: tab }));
  return pane;
}
async function cellOf(workbook: Workbook, table: string, column: string, row = 0): Promise<CellValue> {
  const content = await workbook.readTable(table);
  if (content === undefined) throw new Error(`no table ${table}`);
  return content.rows[row][content.columns.indexOf(column)];
}

test("without tables it says what is missing and creates it", async () => {
  const workbook = new MemoryWorkbook();
  const { user } = await openHealth(workbook);
  await user.click(await screen.findByRole("button", { name: "Create table Stock" }));
  expect(await screen.findByText("Created table Stock")).toBeTruthy();
});

describe("overview", () => {
  const defs = tableContent("KPIDefs", ["KPI", "Owner", "CounterMetric"], [["TURNS", "Ann", "FILLRATE"]]);
  test("a run writes KPI and shows turns with the definition that makes the number", async () => {
    const workbook = await workbookOf([...steadyYear(), defs]);
    const { user } = await openHealth(workbook);
    await user.click(await screen.findByRole("button", { name: "Measure KPIs" }));
    await screen.findByText("KPIs measured");
    const strip = (await screen.findByText("Turns", { selector: "dt *" })).closest("dl") as HTMLElement;
    expect(within(strip).getByText("4")).toBeTruthy();
    expect(within(strip).getByText("91.3")).toBeTruthy();
    const card = screen.getByRole("region", { name: "Turns" });
    expect(within(card).getByText("mean of 13 month ends")).toBeTruthy();
    expect(within(card).getByText("Ann")).toBeTruthy();
    expect(within(card).getByText("Fill rate")).toBeTruthy();
    expect(within(card).getByText("company currency, nothing converted")).toBeTruthy();
    expect(await cellOf(workbook, "Runs", "Job")).toBe("kpis");
  });
  test("the number leads to its cell, and the trend is read out month by month", async () => {
    const workbook = await workbookOf(steadyYear());
    const { user } = await openHealth(workbook);
    await user.click(await screen.findByRole("button", { name: "Measure KPIs" }));
    const card = await screen.findByRole("region", { name: "Turns" });
    await user.click(within(card).getByRole("button", { name: "4 turns a year" }));
    await waitFor(async () => {
      const { values } = await workbook.selection();
      expect(values).toEqual([[4]]);
    });
    const chart = screen.getByRole("slider", { name: "Chart of Turns, month" });
    expect(chart.getAttribute("aria-valuetext")).toBe("Dec 2025: Turns 4");
    chart.focus();
    await user.keyboard("{ArrowLeft}");
    expect(chart.getAttribute("aria-valuetext")).toBe("Nov 2025: Turns 4");
    await user.keyboard("{Home}");
    expect(chart.getAttribute("aria-valuenow")).toBe("0");
  });
  test("bad rows are issues that select their cell, and the rest is measured", async () => {
    const [items, stock, moves] = steadyYear();
    const spoilt = tableContent("Transactions", moves.columns, [
      ...moves.rows,
      ["X1", "31.12.2025", "a", "N", "sale", -5, ""],
    ]);
    const workbook = await workbookOf([items, stock, spoilt]);
    const { user } = await openHealth(workbook);
    await user.click(await screen.findByRole("button", { name: "Measure KPIs" }));
    await user.click(await screen.findByRole("button", { name: "Transactions row 25" }));
    await waitFor(async () => expect((await workbook.selection()).values).toEqual([["31.12.2025"]]));
  });
  test("a chart of Excel's own is drawn over the cells of the trend; an application without charts says so", async () => {
    const workbook = await workbookOf(steadyYear());
    const { user } = await openHealth(workbook);
    await user.click(await screen.findByRole("button", { name: "Measure KPIs" }));
    await user.click(await screen.findByRole("button", { name: "Insert into the sheet" }));
    await screen.findByText("Chart inserted");
    const [chart] = workbook.charts;
    expect(chart).toMatchObject({ kind: "line", table: "KPI", labels: "Date", series: ["Value"] });
    const names = await Promise.all(chart.rows.map((row) => cellOf(workbook, "KPI", "KPI", row)));
    expect(names).toEqual(["Turns", "Turns"]);
    workbook.insertChart = () =>
      Promise.reject(
        new WorkbookError("unsupported", "The application that shows this workbook draws no charts."),
      );
    await user.click(screen.getByRole("button", { name: "Insert into the sheet" }));
    expect(await screen.findByText("The chart was not inserted")).toBeTruthy();
    expect(screen.getByText(/draws no charts/)).toBeTruthy();
  });
});

describe("why", () => {
  test("the bridge has a step and an owner for each driver and closes", async () => {
    const [items] = steadyYear();
    const workbook = await workbookOf([
      items,
      stockOf([["a", "N", "usable", "own", day("2025-12-31"), 27, 270]]),
      movesOf([
        ...steadyYear()[2].rows.map((row) => row.slice(1)),
        [day("2025-12-20"), "a", "N", "scrap", -3, ""],
      ]),
    ]);
    const { user } = await openHealth(workbook, "Why");
    await user.click(await screen.findByRole("button", { name: "Explain what moved" }));
    const chart = await screen.findByRole("slider", { name: "Chart of why stock value moved, step" });
    expect(chart.getAttribute("aria-valuetext")).toBe("Start: 300");
    await user.click(chart);
    chart.focus();
    await user.keyboard("{End}");
    expect(chart.getAttribute("aria-valuetext")).toBe("End: 270");
    const table = screen.getByRole("table", { name: "Largest effect first" });
    const [, first] = within(table).getAllByRole("row");
    expect(first.textContent).toMatch(/^write-off, financea -30Units scrapped\.-30$/);
    await user.click(screen.getByRole("button", { name: "Insert into the sheet" }));
    await waitFor(() => expect(workbook.charts).toHaveLength(1));
    // Without the end: a native waterfall sums by itself.
    const [from, to] = workbook.charts[0].rows;
    expect(await cellOf(workbook, "Bridge", "Driver", from)).toBe("Start");
    expect(await cellOf(workbook, "Bridge", "Driver", to)).not.toBe("End");
  });
});

test("a run is cancelled while the tables are still being read, at once", async () => {
  const workbook = await workbookOf([...steadyYear()]);
  const { user } = await openHealth(workbook, "Why");
  const button = await screen.findByRole("button", { name: "Explain what moved" });
  workbook.readTable = () => new Promise(() => {});
  await user.click(button);
  expect(await screen.findByRole("progressbar", { name: "Reading" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Nothing was written.")).toBeTruthy();
});

describe("targets", () => {
  test("say what the policies entitle to and whether what is asked can be", async () => {
    const workbook = await workbookOf([
      ...steadyYear(),
      forecastOf("a", "N", "2026-01-01", new Array<number>(12).fill(4)),
      tableContent("Policies", ["Item", "Location", "SS", "Lot", "LeadTime"], [["a", "N", 3, 10, 0]]),
      tableContent(
        "KPIDefs",
        ["KPI", "Owner", "CounterMetric", "Target"],
        [["Turns", "Ann", "Fill rate", 20]],
      ),
    ]);
    const { user } = await openHealth(workbook, "Targets");
    await user.click(await screen.findByRole("button", { name: "Find targets" }));
    expect(await screen.findByText(/asks for 60, less than the 80 the policies entitle to/)).toBeTruthy();
    const chart = screen.getByRole("slider", { name: /^Chart of stock on the way/ });
    chart.focus();
    await user.keyboard("{Home}{ArrowRight}");
    expect(chart.getAttribute("aria-valuetext")).toBe("Jan 2026: Stock 260, Entitled 80");
  });
});

describe("end of life", () => {
  test("the slip of the launch recomputes stranded value and gap as the slider moves", async () => {
    const workbook = await workbookOf([
      itemsOf([
        ["old", "F", 10, 15, 30],
        ["new", "F", 12, 18, 30],
      ]),
      stockOf([["old", "N", "usable", "own", day("2025-12-31"), 120, 1200]]),
      forecastOf("old", "N", "2026-01-01", [30, 30, 30, 30, 30]),
      tableContent(
        "Lifecycle",
        ["Item", "Launch", "Successor", "Salvage"],
        [
          ["old", "", "new", 2],
          ["new", day("2026-04-01"), "", ""],
        ],
      ),
    ]);
    const { user } = await openHealth(workbook, "End of life");
    await user.click(await screen.findByRole("button", { name: "Plan the end of life" }));
    const section = await screen.findByRole("region", { name: "If new slips" });
    expect(within(section).getByText("30 units, 240")).toBeTruthy();
    const slider = within(section).getByRole("slider", { name: "Slip: on time" });
    // jsdom moves no slider by its keys.
    fireEvent.change(slider, { target: { value: "4" } });
    expect(await within(section).findByText("2 units, 16")).toBeTruthy();
    expect(within(section).getByText("Each week later changes the cost by -56.")).toBeTruthy();
  });
});

describe("excess and obsolete", () => {
  test("warnings are ranked by money and open into what is stranded; disposals say what is missing", async () => {
    const workbook = await workbookOf([
      itemsOf([
        ["pump", "P", 100, 150, 30],
        ["seal", "S", 4, 8, 30],
      ]),
      stockOf([["seal", "N", "usable", "own", day("2025-12-31"), 90, 360]]),
      forecastOf("pump", "N", "2026-01-01", new Array<number>(12).fill(10)),
      tableContent("BOM", ["Parent", "Component", "Qty"], [["pump", "seal", 2]]),
      tableContent(
        "Changes",
        ["ECO", "Item", "Effective", "Kind"],
        [["E1", "pump", day("2026-04-01"), "remove"]],
      ),
      tableContent(
        "Disposals",
        ["Id", "Item", "Qty", "Hazard", "Preparer", "Approver", "Status"],
        [["D1", "seal", 5, "3 flammable", "Ann", "Bo", "approved"]],
      ),
    ]);
    const { user } = await openHealth(workbook, "E&O");
    await user.click(await screen.findByRole("button", { name: "Look for warnings" }));
    const list = await screen.findByRole("list", { name: "Warnings by money" });
    const [row] = within(list).getAllByRole("button");
    expect(row.textContent).toContain("E1 removes its parent pump on 2026-04-01");
    await user.click(row);
    expect(await screen.findByText("30 units, 120")).toBeTruthy();
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Compare ways out" }));
    expect(await screen.findByText(/cannot close: hazard without the number of a certificate/)).toBeTruthy();
  });
});
