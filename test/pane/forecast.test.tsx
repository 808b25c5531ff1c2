/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { WorkbookError, type CellValue, type Workbook } from "../../src/workbook/workbook";
import { samePlacePool, type WorkPool } from "../../src/worker/pool";
import { openView, renderPane } from "./render-pane";

/** First days of 24 months from January 2023. */
const months = Array.from({ length: 24 }, (_, m) => Date.UTC(2023, m, 1) / 86_400_000 + 25_569);
const histories: Readonly<Record<string, (t: number) => number>> = {
  "bolt-1": (t) => 40 + ((t * 7) % 5),
  "bolt-2": (t) => 20 + ((t * 3) % 4),
  // At 10 until June 2024, ever more from then: forecasts lag behind, which is drift.
  "nut-1": (t) => (t < 18 ? 10 + (t % 2) : 30 + 10 * (t - 18)),
};

async function threeItems(...more: readonly (readonly CellValue[])[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "Family", "LeadTime"],
    formats: [],
    rows: [
      ["bolt-1", "bolts", 40],
      ["bolt-2", "bolts", 40],
      ["nut-1", "nuts", ""],
    ],
  });
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Location", "Date", "Qty"],
    formats: [],
    rows: [
      ...Object.entries(histories).flatMap(([item, of]) => months.map((date, t) => [item, "", date, of(t)])),
      ...more,
    ],
  });
  return workbook;
}

async function openForecast(workbook: Workbook, pool?: WorkPool) {
  const pane = renderPane(workbook, pool === undefined ? {} : { pool });
  await openView(pane.user, "Forecast");
  return pane;
}

const chart = () => screen.findByRole("slider", { name: /^Chart of/ });
const runButton = () => screen.findByRole("button", { name: "Forecast all items" });
const tab = (name: string) => screen.getByRole("tab", { name });
const contentOf = async (workbook: Workbook, table: string) => {
  const content = await workbook.readTable(table);
  if (content === undefined) throw new Error(`there is no table ${table}`);
  const column = (name: string) => content.rows.map((row) => row[content.columns.indexOf(name)]);
  return { ...content, column };
};
async function forecastAll(workbook: Workbook, pool?: WorkPool) {
  const pane = await openForecast(workbook, pool);
  await pane.user.click(await runButton());
  await screen.findByText("Forecasts written");
  return pane;
}

describe("without data", () => {
  test("says what is missing and creates it", async () => {
    const workbook = new MemoryWorkbook();
    const { user } = await openForecast(workbook);
    expect(await screen.findByText("Missing: table Demand")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Create table Demand" }));
    expect(await screen.findByText("Demand has no history yet")).toBeTruthy();
    expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Demand"]);
  });

  test("names missing columns", async () => {
    const workbook = new MemoryWorkbook();
    await workbook.createTable({ name: "Demand", columns: ["Item", "Qty"], formats: [] });
    await openForecast(workbook);
    expect(await screen.findByText("Missing: Demand[Date]")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Forecast all items" })).toBeNull();
  });
});

describe("one item", () => {
  test("shows history and forecast, pattern, stage, model and the errors by distance, before any run", async () => {
    await openForecast(await threeItems());
    expect((await chart()).getAttribute("aria-valuetext")).toMatch(/^Jan 2025: forecast 4\d/);
    expect(screen.getByText("Smooth")).toBeTruthy();
    expect(screen.getByText("Mature")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Why this model" })).toBeTruthy();
    const errors = within(screen.getByRole("region", { name: "Accuracy by distance" }));
    const rows = errors.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(rows).toEqual([
      "1 month",
      "2 months, the lead time",
      "3 months",
      "4 months",
      "5 months",
      "6 months",
    ]);
  });

  test("a successor without demand of its own is there, with its launch and the reason", async () => {
    const workbook = await threeItems();
    await workbook.createTable({
      name: "Lifecycle",
      columns: ["Item", "Launch", "Successor", "Factor"],
      formats: [],
      rows: [
        ["bolt-2", "", "bolt-3", 2],
        ["bolt-3", 45_690, "", ""],
      ],
    });
    const { user } = await openForecast(workbook);
    await chart();
    const picker = screen.getByRole("combobox", { name: "Item" });
    await user.clear(picker);
    await user.type(picker, "bolt-3");
    await user.click(await screen.findByRole("option", { name: /bolt-3/ }));
    await screen.findByRole("slider", { name: /^Chart of bolt-3/ });
    await screen.findByText(/^Bolt-3 replaces bolt-2, 2 of it for one/);
    screen.getByText(/^CHANGEOVER: Change-over/);
  });

  test("is found by typing", async () => {
    const { user } = await openForecast(await threeItems());
    const picker = await screen.findByRole("combobox", { name: "Item" });
    await user.clear(picker);
    await user.type(picker, "nut");
    expect(picker).toHaveProperty("value", "nut");
    const options = await screen.findAllByRole("option", { name: /-\d$/ });
    expect(options.map(({ textContent }) => textContent)).toEqual(["nut-1"]);
    await user.click(options[0]);
    expect(await screen.findByRole("slider", { name: "Chart of nut-1, bucket" })).toBeTruthy();
  });

  test("follows the row selected in the sheet", async () => {
    const workbook = await threeItems();
    await openForecast(workbook);
    await chart();
    await workbook.select("Items!A3");
    expect(await screen.findByRole("slider", { name: "Chart of bolt-2, bucket" })).toBeTruthy();
    await workbook.select("Demand!D60");
    expect(await screen.findByRole("slider", { name: "Chart of nut-1, bucket" })).toBeTruthy();
  });

  test("leads to its row in Items", async () => {
    const workbook = await threeItems();
    const { user } = await openForecast(workbook);
    await chart();
    await user.click(screen.getByRole("button", { name: "Show in Items" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!A2"]));
    await user.click(screen.getByRole("button", { name: "Show in Forecast" }));
    expect(await screen.findByText(/Forecast has no rows of bolt-1 yet/)).toBeTruthy();
  });
});

describe("options", () => {
  test("a horizon that cannot be used is refused with its rule; the last good one stays", async () => {
    const { user } = await openForecast(await threeItems());
    const horizon = await screen.findByRole<HTMLInputElement>("spinbutton", { name: /^Horizon/ });
    await user.clear(horizon);
    await user.type(horizon, "0");
    expect(await screen.findByText("The horizon must be a whole number from 1 to 104.")).toBeTruthy();
    await user.tab();
    expect(horizon.value).toBe("12");
    expect(screen.getByText(/^Writes 36 rows/)).toBeTruthy();
  });

  test("the bucket changes what is shown; saved with a run, they are there the next time", async () => {
    const workbook = await threeItems();
    const { user, unmount } = await openForecast(workbook);
    await user.selectOptions(await screen.findByRole("combobox", { name: "Bucket" }), "Quarter");
    expect((await chart()).getAttribute("aria-valuetext")).toMatch(/^Q1 2025: forecast/);
    await user.click(await runButton());
    await screen.findByText("Forecasts written");
    expect(await workbook.setting("forecast.options")).toBe("12 Q item");
    unmount();
  });
});

describe("forecast all items", () => {
  test("writes Forecast and a row of Runs, and says so", async () => {
    const workbook = await threeItems();
    await forecastAll(workbook);
    const { rowCount, column } = await contentOf(workbook, "Forecast");
    expect(rowCount).toBe(36);
    expect(column("Item")).toEqual(Object.keys(histories).flatMap((item) => Array(12).fill(item)));
    expect(column("Date")[0]).toBe(45_658);
    expect(column("Final").every((value) => value === "")).toBe(true);
    const runs = await contentOf(workbook, "Runs");
    expect(runs.rowCount).toBe(1);
    expect(new Set(column("RunId"))).toEqual(new Set(runs.column("RunId")));
    expect(runs.column("Params")[0]).toMatch(/^horizon=12 bucket=M level=item asOf=\d{4}-\d\d-\d\d$/);
    expect(runs.column("InputHash")[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(screen.getByText(/36 rows of Forecast hold run forecast-/)).toBeTruthy();
  });

  test("again: rows are renewed, Final and the planner's columns stay, Runs grows", async () => {
    const workbook = await threeItems();
    const { user } = await forecastAll(workbook);
    const finals = Array.from({ length: 36 }, (_, i) => i);
    await workbook.writeColumns("Forecast", { Final: finals, Stat: finals.map(() => 0) });
    await user.click(await runButton());
    await waitFor(async () => expect((await contentOf(workbook, "Runs")).rowCount).toBe(2), {
      timeout: 10_000,
    });
    const { rowCount, column } = await contentOf(workbook, "Forecast");
    expect(rowCount).toBe(36);
    expect(column("Final")).toEqual(finals);
    expect(column("Stat").every((value) => Number(value) > 0)).toBe(true);
  });

  test("adds the columns a table of Forecast misses", async () => {
    const workbook = await threeItems();
    await workbook.createTable({ name: "Forecast", columns: ["Date", "Item", "Mine"], formats: [] });
    await forecastAll(workbook);
    const { columns, rowCount } = await contentOf(workbook, "Forecast");
    expect(columns).toEqual(["Date", "Item", "Mine", "Location", "Stat", "Low", "High", "Model", "RunId"]);
    expect(rowCount).toBe(36);
  });

  test("can be cancelled: nothing is written", async () => {
    const pool = samePlacePool();
    const never: WorkPool = {
      ...pool,
      analyse: (_analysis, _tables, { signal, onProgress }) => {
        onProgress?.({ share: 0.4, text: "1 of 3" });
        return new Promise((_, reject) =>
          signal?.addEventListener("abort", () => reject(new Error("cancelled"))),
        );
      },
    };
    const workbook = await threeItems();
    const { user } = await openForecast(workbook, never);
    await user.click(await runButton());
    expect(await screen.findByText("Forecasting: 1 of 3")).toBeTruthy();
    expect(screen.getByRole("progressbar", { name: "Forecasting" }).getAttribute("aria-valuenow")).toBe(
      "0.4",
    );
    await openView(user, "Home");
    await openView(user, "Forecast");
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByText("Stopped")).toBeTruthy();
    expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Items", "Demand"]);
    expect(await runButton()).toBeTruthy();
  });

  test("a refusal of the workbook is told, and nothing is claimed", async () => {
    const workbook = await threeItems();
    workbook.createTable = async () => {
      throw new WorkbookError("protected", "The workbook is protected.");
    };
    const { user } = await openForecast(workbook);
    await user.click(await runButton());
    expect(await screen.findByText("The forecasts were not written")).toBeTruthy();
    expect(screen.getByText(/The workbook is protected/)).toBeTruthy();
  });

  test("demand that changes afterwards is noticed", async () => {
    const workbook = await threeItems();
    await forecastAll(workbook);
    expect(screen.queryByText(/have changed since the last run/)).toBeNull();
    const { column } = await contentOf(workbook, "Demand");
    await workbook.writeColumns("Demand", { Qty: column("Qty").map((value) => Number(value) + 1) });
    expect(await screen.findByText(/have changed since the last run/)).toBeTruthy();
  });
});

describe("accuracy and level", () => {
  test("come with the run", async () => {
    const { user } = await openForecast(await threeItems());
    await chart();
    await user.click(tab("Accuracy"));
    expect(await screen.findByText(/^Forecast all items first/)).toBeTruthy();
  });

  test("items that drift are listed; a click opens the item", async () => {
    const { user } = await forecastAll(await threeItems());
    await user.click(tab("Accuracy"));
    const drift = within(await screen.findByRole("region", { name: /drift/ }));
    expect(drift.getAllByRole("rowheader").map(({ textContent }) => textContent)).toContain("nut-1");
    const lead = within(screen.getByRole("region", { name: "Accuracy at the lead time" }));
    expect(lead.getByRole("row", { name: /^2 months 2 \d/ })).toBeTruthy();
    await user.click(drift.getByRole("button", { name: "nut-1" }));
    expect(await screen.findByRole("slider", { name: "Chart of nut-1, bucket" })).toBeTruthy();
  });

  test("each family's levels stand side by side, with a recommendation", async () => {
    const { user } = await forecastAll(await threeItems());
    await user.click(tab("Level"));
    const bolts = within(
      await screen.findByRole("region", { name: /^Family bolts: forecast by (item|family)$/ }),
    );
    const levels = bolts.getAllByRole("rowheader").map(({ textContent }) => textContent ?? "");
    expect(levels.map((name) => name.replace(", recommended", ""))).toEqual(["Item", "Family"]);
    expect(levels.filter((name) => name.endsWith(", recommended"))).toHaveLength(1);
  });

  test("columns they need are offered", async () => {
    const workbook = await threeItems();
    workbook.readTable = ((read) => async (name: string) => {
      const content = await read.call(workbook, name);
      return content?.name === "Items" ? { ...content, columns: ["Item", "Kind", "Days"] } : content;
    })(workbook.readTable);
    workbook.tables = (
      (list) => async () =>
        (await list.call(workbook)).map((table) =>
          table.name === "Items" ? { ...table, columns: ["Item", "Kind", "Days"] } : table,
        )
    )(workbook.tables);
    const { user } = await forecastAll(workbook);
    await user.click(tab("Accuracy"));
    expect(await screen.findByText("Missing: Items[LeadTime]")).toBeTruthy();
    await user.click(tab("Level"));
    expect(await screen.findByText("Missing: Items[Family]")).toBeTruthy();
  });
});

test("a cell that cannot be used is listed, and a click selects it", async () => {
  const workbook = await threeItems(["bolt-1", "", months[3], "a few"]);
  const { user } = await openForecast(workbook);
  const issues = within(await screen.findByRole("region", { name: "1 issue" }));
  expect(issues.getByText(/Qty must be a number, got the text "a few"/)).toBeTruthy();
  await user.click(issues.getByRole("button", { name: "Demand row 73" }));
  await waitFor(() => expect(workbook.selectedAreas).toEqual(["Demand!D74"]));
});

describe("sense", () => {
  /** Sales of the trade, half of demand until four weeks ago, then a fifth more of it; to 2024-12-30. */
  const pos = Array.from({ length: 56 }, (_, w): readonly CellValue[] => [
    "bolt-1",
    "",
    45_656 - 7 * (55 - w),
    "POS",
    w < 52 ? 5 : 6,
  ]);

  test("offers Signals where there are none", async () => {
    const workbook = await threeItems();
    const { user } = await openForecast(workbook);
    await chart();
    await user.click(tab("Sense"));
    await screen.findByRole("button", { name: "Sense demand" });
    await user.click(screen.getByRole("button", { name: /Signals/ }));
    await waitFor(async () => expect((await contentOf(workbook, "Signals")).columns).toContain("Source"));
  });

  test("writes Sensed and Sensing beside an untouched Forecast, shows forecast and sensed, and leads to the cells", async () => {
    const workbook = await threeItems();
    await workbook.createTable({
      name: "Signals",
      columns: ["Item", "Location", "Date", "Source", "Qty"],
      formats: [],
      rows: pos,
    });
    const forecasts = [45_658, 45_689, 45_717].map((date): readonly CellValue[] => ["bolt-1", "", date, 42]);
    await workbook.createTable({
      name: "Forecast",
      columns: ["Item", "Location", "Date", "Stat"],
      formats: [],
      rows: forecasts,
    });
    const { user } = await openForecast(workbook);
    await chart();
    await user.click(tab("Sense"));
    await user.click(await screen.findByRole("button", { name: "Sense demand" }));
    await screen.findByText("Demand sensed");
    expect((await contentOf(workbook, "Forecast")).rows).toEqual(forecasts);
    const sensed = await contentOf(workbook, "Sensed");
    expect(sensed.rows).toHaveLength(8);
    const [base, made] = [sensed.column("Base") as number[], sensed.column("Sensed") as number[]];
    expect(made[0]).toBeGreaterThan(1.05 * base[0]);
    expect(made[7]).toBe(base[7]);
    const sensing = await contentOf(workbook, "Sensing");
    expect(sensing.column("Sources")).toEqual(["POS"]);
    expect(sensing.column("Judged")).toEqual([6]);
    expect((await contentOf(workbook, "Runs")).column("Job")).toEqual(["sense"]);
    const list = await screen.findByRole("list", { name: "Items by units moved" });
    await user.click(within(list).getByRole("button", { name: /^bolt-1/ }));
    await screen.findByRole("slider", { name: "Chart of bolt-1, forecast and sensed, week" });
    screen.getByText("Value added");
    const table = screen.getByRole("table", { name: "Units a week" });
    await user.click(within(table).getAllByRole("button")[0]);
    expect((await workbook.selection())?.sheet).toBe(sensed.sheet);
  });

  test("without a signal or demand by day there is nothing to sense by, and it says so", async () => {
    const workbook = await threeItems();
    const { user } = await openForecast(workbook);
    await chart();
    await user.click(tab("Sense"));
    await user.click(await screen.findByRole("button", { name: "Sense demand" }));
    await screen.findByText("Nothing was sensed");
    expect(await workbook.readTable("Sensed")).toBeUndefined();
  });
});
