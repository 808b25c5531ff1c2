/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { WorkbookError } from "../../../src/workbook/workbook";
import { fourItems, openPanel, openSegments, readyButton, segmentsIn, tableRows } from "./segments-workbook";

const rule = (name: RegExp) => screen.findByRole<HTMLInputElement>("textbox", { name });
const openRules = async (user: Awaited<ReturnType<typeof openSegments>>["user"]) => {
  await user.click(await screen.findByRole("button", { name: "Rules of the review" }));
};

describe("commit", () => {
  test("writes classes, history and the run, and has nothing left that moves", async () => {
    const workbook = await fourItems({ ABC: ["", "", "", ""], XYZ: ["", "", "", ""] });
    const { user } = await openSegments(workbook, "Review");
    await user.click(await readyButton("Commit 2024-Q2"));
    expect(await screen.findByText("Classes committed")).toBeTruthy();
    expect(await segmentsIn(workbook)).toEqual(["AX", "BX", "BY", "CZ"]);
    const history = await tableRows(workbook, "SegmentHistory");
    expect(history.map(({ Quarter, Item, Old, New, Value }) => [Quarter, Item, Old, New, Value])).toEqual([
      ["2024-Q2", "dear", "", "AX", 800],
      ["2024-Q2", "steady", "", "BX", 100],
      ["2024-Q2", "wavy", "", "BY", 60],
      ["2024-Q2", "rare", "", "CZ", 40],
    ]);
    const [run] = await tableRows(workbook, "Runs");
    expect(run).toMatchObject({ Job: "classify-items", By: "task pane" });
    expect(run.InputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.RunId).toBe(history[0].RunId);
    await waitFor(() =>
      expect(screen.getByText("Move").parentElement?.parentElement?.textContent).toContain("0"),
    );
  });

  test("adds the columns where they are missing", async () => {
    const workbook = await fourItems();
    const { user } = await openSegments(workbook, "Review");
    await user.click(await readyButton("Commit 2024-Q2"));
    expect(await screen.findByText("Classes committed")).toBeTruthy();
    expect((await workbook.readTable("Items"))?.columns).toEqual(["Item", "ACV", "ABC", "XYZ"]);
    expect(await segmentsIn(workbook)).toEqual(["AX", "BX", "BY", "CZ"]);
  });

  test("shows who moves from where and what it does to stock, before anything is written", async () => {
    const workbook = await fourItems({
      ABC: ["A", "A", "B", "C"],
      XYZ: ["X", "X", "Y", "Z"],
      Cost: [10, 5, 5, 5],
      LeadTime: [60, 60, 60, 60],
    });
    await workbook.writeColumns("Items", { ACV: [800, 30, 100, 70] });
    const { user } = await openSegments(workbook, "Review");
    const moving = await screen.findByRole("list", { name: "Items that move" });
    expect(moving.textContent).toContain("AX to CX");
    const migration = screen.getByRole("region", { name: "Migration" });
    expect(within(migration).getByRole("row", { name: /^A to C 1 30/ })).toBeTruthy();
    expect(await segmentsIn(workbook)).toEqual(["AX", "AX", "BY", "CZ"]);
    await user.click(within(moving).getByRole("button", { name: /^steady/ }));
    const drawer = await screen.findByRole("region", { name: "steady" });
    expect(drawer.textContent).toContain("Value a year30");
    await user.click(within(drawer).getByRole("button", { name: "Show in Items" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Items!A3"]));
  });

  test("a refusal of the workbook is told, and nothing is claimed", async () => {
    const workbook = await fourItems({ ABC: ["", "", "", ""], XYZ: ["", "", "", ""] });
    workbook.writeColumns = async () => {
      throw new WorkbookError("protected", "The sheet Items is protected.");
    };
    const { user } = await openSegments(workbook, "Review");
    await user.click(await readyButton("Commit 2024-Q2"));
    expect(await screen.findByText("The classes were not written")).toBeTruthy();
    expect(screen.getByText(/The sheet Items is protected\./)).toBeTruthy();
    expect(screen.queryByText("Classes committed")).toBeNull();
  });
});

describe("rules", () => {
  test("move items, are kept in Settings with the commit, and are there the next time", async () => {
    const workbook = await fourItems();
    const first = await openSegments(workbook, "Review");
    await openRules(first.user);
    const cuts = await rule(/^Shares of total value where A and where B end/);
    await first.user.clear(cuts);
    await first.user.type(cuts, "0.85,0.95");
    await waitFor(() => expect(screen.getByRole("row", { name: /^- 2 1 1/ })).toBeTruthy());
    await first.user.click(await readyButton("Commit 2024-Q2"));
    await screen.findByText("Classes committed");
    expect(await segmentsIn(workbook)).toEqual(["AX", "AX", "BY", "CZ"]);
    expect(await tableRows(workbook, "Settings")).toEqual([
      { Setting: "Segments.abc", Value: "0.85,0.95", Note: "Segments: review of 2024-Q2" },
    ]);
    first.unmount();
    const second = await openSegments(workbook, "Review");
    await openRules(second.user);
    expect((await rule(/^Shares of total value/)).value).toBe("0.85,0.95");
  });

  test("that cannot be used are refused with a reason; nothing can be committed", async () => {
    const workbook = await fourItems();
    const { user } = await openSegments(workbook, "Review");
    await openRules(user);
    const cuts = await rule(/^Shares of total value/);
    await user.clear(cuts);
    await user.type(cuts, "0.95,0.8");
    expect(await screen.findByText(/A must end above 0 %, before B/)).toBeTruthy();
    const commit = screen.getByRole("button", { name: /^Commit/ });
    expect(commit.getAttribute("aria-disabled")).toBe("true");
  });
});

test("launches and phase-outs are listed with the reason and keep what they have", async () => {
  const workbook = await fourItems({
    ABC: ["", "B", "", ""],
    XYZ: ["", "Y", "", ""],
    Stage: ["New", "", "", ""],
    Successor: ["", "dear", "", ""],
  });
  const { user } = await openSegments(workbook, "Review");
  const held = await screen.findByRole("list", { name: "Launches and phase-outs" });
  expect(held.textContent).toContain("launch: stage New");
  expect(held.textContent).toContain("phase-out: dear replaces it");
  await user.click(await readyButton("Commit 2024-Q2"));
  await screen.findByText("Classes committed");
  expect((await segmentsIn(workbook)).slice(0, 2)).toEqual(["NN", "BY"]);
  // Performed again right away: the input is the same, the placeholders of launches are no class.
  await openPanel(user, "History");
  await user.click(await screen.findByRole("button", { name: "Re-perform" }));
  expect(
    await screen.findByText(/4 of 4 classes come out as they were written\. The tables are as they were/),
  ).toBeTruthy();
});

test("history: movement of each quarter and the path of an item; a forged class is found", async () => {
  const workbook = await fourItems({ ABC: ["", "", "", ""], XYZ: ["", "", "", ""] });
  const { user } = await openSegments(workbook, "Review");
  await user.click(await readyButton("Commit 2024-Q2"));
  await screen.findByText("Classes committed");
  await user.click(await screen.findByRole("button", { name: "Rules of the review" }));
  const day = await rule(/^A day of the quarter/);
  await user.clear(day);
  await user.type(day, "2024-09-30");
  await workbook.writeColumns("Items", { ACV: [800, 10, 60, 400] });
  await user.click(await readyButton("Commit 2024-Q3"));
  await waitFor(async () => expect(await tableRows(workbook, "SegmentHistory")).toHaveLength(8));
  await openPanel(user, "History");
  const movement = await screen.findByRole("region", { name: "Movement by quarter" });
  await waitFor(() =>
    expect(within(movement).getByRole("row", { name: /^2024-Q3 4 [1-4] \d+\.0%$/ })).toBeTruthy(),
  );
  expect(within(movement).getByRole("row", { name: "2024-Q2 4 0 first" })).toBeTruthy();
  const path = screen.getByRole("region", { name: "Path of an item" });
  expect(path.textContent).toContain("2024-Q2none to AX");
  const card = screen.getByRole("region", { name: "Method card" });
  expect(card.textContent).toMatch(/Versiond?\S*0\.1\.0/);
  expect(card.textContent).toMatch(/Input hash[0-9a-f]{64}/);
  const rows = await workbook.readTable("SegmentHistory");
  const place = rows?.columns.indexOf("New") ?? -1;
  await workbook.writeColumns("SegmentHistory", {
    New: (rows?.rows ?? []).map((row, r) => (r === 4 ? "CZ" : row[place])),
  });
  await user.click(within(card).getByRole("button", { name: "Re-perform" }));
  expect(await screen.findByText(/^3 of 4 classes come out as they were written/)).toBeTruthy();
  expect(within(card).getByRole("row", { name: "dear CZ AX" })).toBeTruthy();
});
