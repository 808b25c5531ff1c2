import { screen } from "@testing-library/react";
import type { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { samePlacePool } from "../../../src/worker/pool";
import { openView, renderPane } from "../render-pane";

export async function openNetwork(workbook: MemoryWorkbook) {
  const pane = renderPane(workbook, { pool: samePlacePool() });
  await openView(pane.user, "Network");
  return pane;
}

export async function openPart(workbook: MemoryWorkbook, title: string) {
  const pane = await openNetwork(workbook);
  await pane.user.click(await screen.findByRole("tab", { name: title }));
  return pane;
}

/** jsdom gives tabs no width, so that those not selected stand in the menu. */
export async function openTab(user: Awaited<ReturnType<typeof openNetwork>>["user"], title: string) {
  await user.click(await screen.findByRole("button", { name: "More of the network" }));
  await user.click(await screen.findByRole("menuitem", { name: title }));
}
