/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue, Workbook } from "../../../src/workbook/workbook";
import { openView, renderPane } from "../render-pane";
import { months, partsWorkbook, rowsOf } from "./parts-workbook";

async function openPart(workbook: Workbook, part: string) {
  const pane = renderPane(workbook);
  await openView(pane.user, "Policies");
  await screen.findByRole("tablist", { name: "Policies in detail" });
  await showPart(pane.user, part);
  return pane;
}
/** By its tab or, where that does not fit, from the menu of the others. */
async function showPart(user: UserEvent, part: string): Promise<void> {
  const tab = screen.queryByRole("tab", { name: part });
  if (tab !== null) return user.click(tab);
  await user.click(screen.getByRole("button", { name: "More of policies" }));
  await user.click(await screen.findByRole("menuitem", { name: part }));
}
const list = (name: string | RegExp) => screen.findByRole("list", { name });

/** Receipts of the pump a fortnight late of late, and the seals as agreed. */
async function withReceipts(workbook: MemoryWorkbook): Promise<void> {
  await workbook.createTable({
    name: "Contracts",
    columns: ["Supplier", "Item", "LeadTime", "Price"],
    formats: [],
    rows: [
      ["P1", "pump", 60, 400],
      ["S1", "seal", 30, 2],
    ],
  });
  const line = (item: string, supplier: string, site: string, k: number, days: number): CellValue[] => {
    const ordered = months[0] + 40 * k;
    const due = ordered + (item === "pump" ? 60 : 30);
    return [`${item}-${k}`, "1", item, site, supplier, ordered, due, ordered + days, 10, 10];
  };
  await workbook.createTable({
    name: "Receipts",
    columns: [
      "PO",
      "Line",
      "Item",
      "Location",
      "Supplier",
      "Ordered",
      "Due",
      "Received",
      "Qty",
      "QtyReceived",
    ],
    formats: [],
    rows: Array.from({ length: 14 }, (_, k) => [
      line("pump", "P1", "NORTH", k, (k < 8 ? 60 : 74) + (k % 3)),
      line("seal", "S1", "NORTH", k, 30),
    ]).flat(),
  });
}

test("Sites: a bound is typed, priced by the next proposals, and asks beyond the limit of its site", async () => {
  const workbook = await partsWorkbook();
  const { user } = await openPart(workbook, "Proposals");
  await user.click(await screen.findByRole("button", { name: "Propose policies" }));
  await screen.findByText("Policies proposed");
  await list(/^Proposals/);
  await user.click(await screen.findByRole("button", { name: /^pump · NORTH/ }));
  const low = await screen.findByRole("textbox", { name: /^At least/ });
  await user.type(low, "-3");
  expect(await screen.findByText("Bounds must be numbers of at least 0.")).toBeTruthy();
  await user.clear(low);
  await user.type(low, "60");
  await user.type(screen.getByRole("textbox", { name: "Owner" }), "Nora");
  await user.click(screen.getByRole("button", { name: "Save bounds" }));
  await screen.findByText("Bounds written");
  expect((await rowsOf(workbook, "Policies"))[0]).toMatchObject({
    LocalMin: 60,
    Owner: "Nora",
    Note: "as ever",
  });
  await user.keyboard("{Escape}");
  await showPart(user, "Sites");
  expect(await screen.findByText(/^1 bound was typed since the last proposals/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Propose again with the bounds" }));
  await screen.findByText("Policies proposed");
  const [pump] = await rowsOf(workbook, "Policies");
  expect(pump).toMatchObject({ NewSS: 60, Asks: true });
  // 20 % of 400 for every unit beyond the free safety stock.
  expect(pump.BoundCost).toBeCloseTo((60 - Number(pump.FreeSS)) * 400 * 0.2, 6);
  await user.click(await screen.findByRole("button", { name: /^NORTH.*asks for/ }));
  await user.clear(await screen.findByRole("textbox", { name: /^May add without asking/ }));
  await user.type(screen.getByRole("textbox", { name: /^May add without asking/ }), "50000");
  await user.click(screen.getByRole("button", { name: "Save limit" }));
  await screen.findByText("Limit written");
  expect(await rowsOf(workbook, "Locations")).toEqual([
    expect.objectContaining({ Location: "NORTH", Autonomy: 50_000 }),
  ]);
});

test("Triggers: a supplier running late is found, and its approval is an approved proposal", async () => {
  const workbook = await partsWorkbook();
  await withReceipts(workbook);
  const { user } = await openPart(workbook, "Triggers");
  await user.click(await screen.findByRole("button", { name: "Review safety stocks" }));
  await screen.findByText("Safety stocks reviewed");
  await user.click(await within(await list("Triggers")).findByRole("button", { name: /lead time of P1/ }));
  const detail = within(await screen.findByRole("region", { name: "pump · NORTH" }));
  expect(
    detail.getByText(/^Lead time of P1 .* days beyond the 60 agreed, over the last 6 receipts/),
  ).toBeTruthy();
  await user.type(detail.getByRole("textbox", { name: "Decided by" }), "Ann");
  await user.click(detail.getByRole("button", { name: "Approve" }));
  await screen.findByText("1 trigger approved");
  const triggers = await rowsOf(workbook, "Triggers");
  const approved = triggers.find(({ Item }) => Item === "pump");
  expect(approved).toMatchObject({ Status: "approved", By: "Ann" });
  expect((await rowsOf(workbook, "Policies"))[0]).toMatchObject({
    Status: "approved",
    By: "Ann",
    NewSS: approved?.New,
    NewROP: approved?.NewROP,
    SS: 0,
  });
});

test("Suppliers: the one that is late comes first, with what its gap binds and what to ask for", async () => {
  const workbook = await partsWorkbook();
  await withReceipts(workbook);
  const { user } = await openPart(workbook, "Suppliers");
  await user.click(await screen.findByRole("button", { name: "Review suppliers" }));
  await screen.findByText("Suppliers reviewed");
  const rows = within(await list(/^Suppliers by/)).getAllByRole("listitem");
  expect(rows[0].textContent).toMatch(/^P1.*1 running longer$/);
  expect(rows[1].textContent).toMatch(/^S1.*OTIF 100\.0%/);
  await user.click(within(rows[0]).getByRole("button"));
  expect(await screen.findByText(/^Keep the lead time agreed on 1 item: arriving late binds/)).toBeTruthy();
  const sheet = await rowsOf(workbook, "SupplierReview");
  expect(sheet.map(({ Supplier, Item }) => `${Supplier} ${Item}`)).toEqual([
    "P1 ",
    "P1 pump",
    "S1 ",
    "S1 seal",
  ]);
  await user.click(screen.getByRole("button", { name: "Show the sheet in SupplierReview" }));
  expect(workbook.selectedAreas[0]).toMatch(/^SupplierReview!A2:/);
});

test("Compare: the best way is taken into Policies", async () => {
  const workbook = await partsWorkbook();
  const { user } = await openPart(workbook, "Compare");
  await user.click(await screen.findByRole("button", { name: "Compare policies" }));
  await screen.findByText("Policies compared");
  await user.click(within(await list("Items by saving")).getAllByRole("button", { name: /^pump/ })[0]);
  const best = (await rowsOf(workbook, "PolicyComparison")).find(
    ({ Item, Rank }) => Item === "pump" && Rank === 1,
  );
  await user.click(await screen.findByRole("button", { name: /^Use \(/ }));
  await screen.findByText(/^pump · NORTH is controlled by/);
  expect((await rowsOf(workbook, "Policies"))[0]).toMatchObject({
    Policy: best?.Policy,
    Review: best?.Review,
  });
});

test("Go-live: a year is replayed as booked, and a scorecard says what the proposals would have done", async () => {
  const workbook = await partsWorkbook();
  const first = months[0];
  const moves: CellValue[][] = [["open", first - 1, "pump", "NORTH", 200]];
  for (let day = 0; day < 730; day++) {
    if (day % 3 === 0) moves.push([`i${day}`, first + day, "pump", "NORTH", -2]);
    if (day % 60 === 30) moves.push([`r${day}`, first + day, "pump", "NORTH", 40]);
  }
  await workbook.createTable({
    name: "Transactions",
    columns: ["TxnId", "Date", "Item", "Location", "Qty"],
    formats: [],
    rows: moves,
  });
  const { user } = await openPart(workbook, "Go-live");
  await user.click(await screen.findByRole("button", { name: "Replay the past year" }));
  await screen.findByText("The past is replayed");
  const ways = await rowsOf(workbook, "Backtest");
  expect(ways.map(({ Way, Days, Reproduced }) => [Way, Days, Reproduced])).toEqual(
    ["done", "current", "proposed", "hindsight"].map((way) => [way, 365, 1]),
  );
  const score = (await screen.findByText(/^The same days four ways/)).closest("table") as HTMLElement;
  const headings = within(score)
    .getAllByRole("columnheader")
    .map(({ textContent }) => textContent);
  expect(headings).toEqual(["Figure", "Done", "In force", "Proposed", "Hindsight"]);
  const weighed = (await screen.findByText(/^What was weighed/)).closest("table") as HTMLElement;
  const [, fill, stock, cost] = within(weighed)
    .getAllByRole("row")
    .map((row) => row.textContent ?? "");
  expect(fill).toMatch(/^Fill rate[\d.]+%[\d.]+%(better|worse|same)$/);
  expect(stock).toMatch(/^Stock, money.*(better|worse|same)$/);
  expect(cost).toMatch(/^Cost.*(better|worse|same)$/);
  await user.click(within(await list("Items by regret")).getByRole("button", { name: /^pump/ }));
  await user.click(await screen.findByRole("button", { name: "Show in Backtest" }));
  expect(workbook.selectedAreas[0]).toMatch(/^Backtest!A2:/);
});

test("what a part misses is named and made", async () => {
  const { user } = await openPart(await partsWorkbook(), "Go-live");
  expect(await screen.findByText("Missing: table Transactions")).toBeTruthy();
  await showPart(user, "Suppliers");
  expect(await screen.findByText("Missing: table Receipts")).toBeTruthy();
});
