import { screen, waitFor } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import type { CellValue, Workbook } from "../../../src/workbook/workbook";
import { openView, renderPane } from "../render-pane";

/** 2024-01-01. */
export const JANUARY = 45_292;

const months = {
  dear: [5, 5, 5, 5, 5, 5],
  steady: [2, 2, 2, 2, 2, 2],
  wavy: [1, 3, 1, 3, 0, 1],
  rare: [9, 0, 0, 0, 0, 0],
};

/**
 * Four items of 800, 100, 60 and 40 a year with demand over six months: two the same each month (X), one of mean 1.5 and
 * standard deviation 1.22 (Y), one of a single month (Z). Before them stand shares of 0, 0.80, 0.90 and 0.96.
 */
export async function fourItems(
  more: Readonly<Record<string, readonly CellValue[]>> = {},
): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const rows: readonly (readonly CellValue[])[] = [
    ["dear", 800],
    ["steady", 100],
    ["wavy", 60],
    ["rare", 40],
  ];
  const columns = Object.keys(more);
  await workbook.createTable({
    name: "Items",
    columns: ["Item", "ACV", ...columns],
    formats: [],
    rows: rows.map((row, i) => [...row, ...columns.map((name) => more[name][i])]),
  });
  await workbook.createTable({
    name: "Demand",
    columns: ["Item", "Date", "Qty"],
    formats: [],
    rows: Object.entries(months).flatMap(([item, quantities]) =>
      quantities.map((quantity, month): CellValue[] => [item, JANUARY + 31 * month, quantity]),
    ),
  });
  return workbook;
}

export async function openSegments(workbook: Workbook, panel?: string) {
  const pane = renderPane(workbook);
  await openView(pane.user, "Segments");
  if (panel !== undefined) await openPanel(pane.user, panel);
  return pane;
}

/** Opens a part of the view by its tab or, where it does not fit the width, from the menu of the others. */
export async function openPanel(user: ReturnType<typeof renderPane>["user"], title: string): Promise<void> {
  await screen.findByRole("tablist", { name: "Segments in detail" });
  const tab = screen.queryByRole("tab", { name: title });
  if (tab !== null) return user.click(tab);
  await user.click(screen.getByRole("button", { name: "More of segments" }));
  await user.click(await screen.findByRole("menuitem", { name: title }));
}

/** A button that can be pressed: what it writes is worked out. */
export async function readyButton(name: string | RegExp): Promise<HTMLElement> {
  const button = await screen.findByRole("button", { name });
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  return button;
}

export async function tableRows(workbook: Workbook, name: string): Promise<Record<string, CellValue>[]> {
  const table = await workbook.readTable(name);
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, c) => [table?.columns[c] ?? "", cell])),
  );
}

export async function segmentsIn(workbook: Workbook): Promise<string[]> {
  return (await tableRows(workbook, "Items")).map(({ ABC = "", XYZ = "" }) => `${ABC}${XYZ}`);
}
