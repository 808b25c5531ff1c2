import { configure, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { App, type AppProps } from "../../src/pane/App";
import type { Workbook } from "../../src/workbook/workbook";

// The tests wait for what the user would see; on a busy machine that takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

/** jsdom lays nothing out, so there is never a change of size to tell. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= SilentResizeObserver;

/** The whole pane over a workbook, with a user in front of it. */
export function renderPane(workbook: Workbook, options: Partial<AppProps> = {}) {
  const user = userEvent.setup();
  return { user, ...render(<App workbook={workbook} theme="light" {...options} />) };
}

/** Opens a view by its tab or, where it does not fit the width, from the menu of the others. */
export async function openView(user: UserEvent, title: string): Promise<void> {
  const tab = screen.queryByRole("tab", { name: title });
  if (tab === null) {
    await user.click(screen.getByRole("button", { name: "More views" }));
    await user.click(await screen.findByRole("menuitem", { name: title }));
  } else await user.click(tab);
}
