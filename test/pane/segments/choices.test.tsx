/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue } from "../../../src/workbook/workbook";
import { JANUARY, openPanel, openSegments, readyButton, segmentsIn, tableRows } from "./segments-workbook";

/** Forty items of falling value, all asked for each month with noise of their own; the last ones are C, and two of them vital. */
async function fortyItems(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const codes = Array.from({ length: 40 }, (_, i) => `p${String(i).padStart(2, "0")}`);
  const cost = (i: number) => Math.round(400 * 0.8 ** i) + 1;
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "Cost", "Price", "LeadTime", "ABC", "XYZ", "Criticality", "SupplyRisk", "Substitute"],
    formats: [],
    rows: codes.map((code, i): CellValue[] => [
      code,
      cost(i),
      1.5 * cost(i),
      30 + 10 * (i % 5),
      "",
      "",
      i === 30 || i === 31 ? "V" : "D",
      1 + (i % 3),
      i % 4 === 0 ? "p01" : "",
    ]),
  });
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Date", "Qty"],
    formats: [],
    rows: codes.flatMap((code, i) =>
      Array.from({ length: 24 }, (_, month): CellValue[] => [
        code,
        JANUARY + Math.round(30.44 * month) + 2,
        20 + ((month * (7 + i)) % 13) * (1 + (i % 3)),
      ]),
    ),
  });
  return workbook;
}

describe("conflicts", () => {
  test("vital C items are listed with their price; an accepted upgrade is written and remembered", async () => {
    const workbook = await fortyItems();
    const { user } = await openSegments(workbook, "Review");
    await user.click(await readyButton("Commit 2025-Q4"));
    await screen.findByText("Classes committed");
    expect((await segmentsIn(workbook))[30]).toMatch(/^C/);
    await openPanel(user, "Conflicts");
    const list = await screen.findByRole("list", { name: "Conflicts" });
    expect(within(list).getByRole("button", { name: /^p30.*C to B: vital/ })).toBeTruthy();
    expect(within(list).getByRole("button", { name: /^p31/ })).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/^Lifts Items\[ABC\]/)).toBeTruthy());
    await user.click(within(list).getByRole("checkbox", { name: "Choose p30" }));
    await user.click(await readyButton("Accept 1 upgrade"));
    expect(await screen.findByText("1 upgrade accepted")).toBeTruthy();
    const items = await tableRows(workbook, "Items");
    expect([items[30].MinABC, items[31].MinABC]).toEqual(["B", ""]);
    expect((await segmentsIn(workbook))[30]).toMatch(/^B/);
    const runs = await tableRows(workbook, "Runs");
    expect(runs[1].Params).toContain("upgrades=p30:B");
    // The history has one row an item for the quarter, with the upgrade in it.
    const history = (await tableRows(workbook, "SegmentHistory")).filter(({ Item }) => Item === "p30");
    expect(history).toMatchObject([{ MinABC: "B", RunId: runs[1].RunId }]);
  });

  test("where other items would move too, upgrades join the review instead of writing unseen moves", async () => {
    const workbook = await fortyItems();
    const { user } = await openSegments(workbook, "Conflicts");
    const list = await screen.findByRole("list", { name: "Conflicts" });
    await user.click(within(list).getByRole("checkbox", { name: "Choose p31" }));
    await user.click(await readyButton("Add 1 upgrade to the review"));
    expect(await screen.findByText(/with 1 accepted upgrades\./)).toBeTruthy();
    expect(new Set(await segmentsIn(workbook))).toEqual(new Set([""]));
    await user.click(await readyButton("Commit 2025-Q4"));
    await screen.findByText("Classes committed");
    expect((await tableRows(workbook, "Items"))[31].MinABC).toBe("B");
  });
});

test("frontier: bounds, the conflict by name, both sign, and the point is written", async () => {
  const workbook = await fortyItems();
  const { user } = await openSegments(workbook, "Frontier");
  const table = await screen.findByRole("table", { name: /^Money in safety stock; what one more point/ });
  expect(within(table).getAllByRole("row").length).toBeGreaterThan(3);
  const service = await screen.findByRole("spinbutton", { name: "Operations: at least, %" });
  await user.type(service, "97");
  const cash = screen.getByRole("spinbutton", { name: "Finance: at most, money" });
  await user.type(cash, "1");
  expect(
    await screen.findByText(
      /^The cash bound does not reach the service bound: 97\.00 % takes [\d,.]+, 1 buys/,
    ),
  ).toBeTruthy();
  const write = screen.getByRole("button", { name: "Write the agreed point" });
  expect(write.getAttribute("aria-disabled")).toBe("true");
  await user.type(cash, "000000");
  expect(await screen.findByText("Both sides sign first.")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Signed for finance" }), "Kim");
  await user.type(screen.getByRole("textbox", { name: "Signed for operations" }), "Lee");
  await user.click(await readyButton("Write the agreed point"));
  expect(await screen.findByText("Agreed targets written")).toBeTruthy();
  const policies = await tableRows(workbook, "Policies");
  expect(policies.filter(({ Item, TargetType }) => Item !== "" && TargetType === "FILL")).toHaveLength(40);
  const [run] = await tableRows(workbook, "Runs");
  expect(run.Params).toContain("mode=FILL");
  expect(run.Params).toMatch(/cash=1000000 service=0\.97 finance=Kim operations=Lee/);
  const settings = await tableRows(workbook, "Settings");
  expect(settings.map(({ Setting }) => Setting)).toEqual(["Segments.cash", "Segments.service"]);
});

describe("criteria", () => {
  test("ranked by weights, with the share that hangs on them beside; written to Items", async () => {
    const workbook = await fortyItems();
    const { user } = await openSegments(workbook, "Criteria");
    const list = await screen.findByRole("list", { name: "Items by score" });
    expect(
      screen.getByRole("region", { name: /^Ranking: \d+\.\d% would change class at ±10% of a weight$/ }),
    ).toBeTruthy();
    await user.click(within(list).getAllByRole("button")[0]);
    expect(await screen.findByRole("table", { name: "What the score is made of" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Back to the ranking" }));
    await user.click(await readyButton("Write ranking"));
    expect(await screen.findByText("Ranking written")).toBeTruthy();
    const ranks = (await tableRows(workbook, "Items")).map(({ Rank }) => Rank as number);
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks.map((_, i) => i + 1));
  });

  test("compared in pairs: contradictions are refused with the ratio, and nothing can be written", async () => {
    const { user } = await openSegments(await fortyItems(), "Criteria");
    await user.click(await screen.findByRole("switch", { name: "Compare in pairs" }));
    expect(await screen.findByText(/^Consistency ratio 0\.000/)).toBeTruthy();
    const pair = (name: string) => screen.getByRole("combobox", { name });
    await user.selectOptions(pair("Annual value against lead time"), "Annual value: 9 times");
    await user.selectOptions(pair("Lead time against criticality"), "Lead time: 9 times");
    await user.selectOptions(pair("Annual value against criticality"), "Criticality: 9 times");
    expect((await screen.findAllByText(/consistency ratio of at most 0\.1, got \d/)).length).toBeGreaterThan(
      0,
    );
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Write ranking" }).getAttribute("aria-disabled")).toBe(
        "true",
      ),
    );
  });
});
