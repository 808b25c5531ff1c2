/** @jest-environment jsdom */
import { act, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { mountPane } from "../../src/pane/mount-pane";
import type { ViewDefinition } from "../../src/pane/view";
import { views } from "../../src/pane/views";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { generatedWorkbook } from "./generated-workbook";
import { openView, renderPane } from "./render-pane";

const [home] = views;
const segments = views.find(({ id }) => id === "segments") as (typeof views)[number];

function viewCalled(title: string, component: ViewDefinition["component"]): ViewDefinition {
  return { ...home, id: title.toLowerCase().replace(" ", "-"), title, summary: `About ${title}`, component };
}

const nine = Array.from({ length: 9 }, (_, i) => viewCalled(`View ${i + 1}`, () => <p>Page {i + 1}</p>));

test("the navigation carries nine views, each with its page", async () => {
  const { user } = renderPane(new MemoryWorkbook(), { views: nine });
  expect(screen.getAllByRole("tab")).toHaveLength(9);
  for (let i = 1; i <= 9; i++) {
    await openView(user, `View ${i}`);
    expect(screen.getByRole("tabpanel", { name: `View ${i}` }).textContent).toBe(`Page ${i}`);
  }
});

describe("search", () => {
  const search = () => screen.getByRole("combobox", { name: "Search functions, views and tables" });

  test("finds a function by its job and opens it in the formula builder", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.type(search(), "reorder point");
    await user.click(screen.getByRole("option", { name: /^ROP/ }));
    const builder = screen.getByRole("region", { name: "Formula builder" });
    expect(await within(builder).findByRole("heading", { name: "ROP" })).toBeTruthy();
  });

  test("finds a view by what is done there, with the keyboard alone", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.type(search(), "class items{Enter}");
    expect(await screen.findByRole("tabpanel", { name: segments.title })).toBeTruthy();
  });

  test("finds a table of this workbook by a column and shows it in the sheet", async () => {
    const workbook = await generatedWorkbook(3);
    const { user } = renderPane(workbook);
    await screen.findByText("72 rows");
    await user.type(search(), "qty");
    await user.click(screen.getByRole("option", { name: "Demand" }));
    await waitFor(() => expect(workbook.selectedAreas).toEqual(["Demand!A1:D73"]));
  });

  test("says so when nothing is found", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.type(search(), "xylophone");
    expect(screen.getByRole("option", { name: /Nothing found/ })).toBeTruthy();
  });
});

describe("tools", () => {
  test.each(["Explain this cell", "Formula builder"])(
    "%s takes the focus; Escape closes it and gives the focus back",
    async (title) => {
      const { user } = renderPane(new MemoryWorkbook());
      const button = screen.getByRole("button", { name: title });
      await user.click(button);
      expect(button.getAttribute("aria-pressed")).toBe("true");
      expect(document.activeElement).toBe(screen.getByRole("heading", { name: title }));
      await user.keyboard("{Escape}");
      expect(screen.queryByRole("region", { name: title })).toBeNull();
      expect(document.activeElement).toBe(button);
    },
  );

  test("Escape closes also when the focus is nowhere", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.click(screen.getByRole("button", { name: "Formula builder" }));
    act(() => (document.activeElement as HTMLElement).blur());
    expect(document.activeElement).toBe(document.body);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Formula builder" })).toBeNull();
  });

  test("Escape in an open list closes the list only", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.click(screen.getByRole("button", { name: "Formula builder" }));
    await user.type(screen.getByRole("combobox", { name: /^Search/ }), "rop");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(screen.getByRole("region", { name: "Formula builder" })).toBeTruthy();
  });

  test("one tool replaces the other; the button of an open tool closes it", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.click(screen.getByRole("button", { name: "Explain this cell" }));
    await user.click(screen.getByRole("button", { name: "Formula builder" }));
    expect(screen.queryByRole("region", { name: "Explain this cell" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Formula builder" }));
    await user.click(screen.getByRole("button", { name: "Formula builder" }));
    expect(screen.queryByRole("region", { name: "Formula builder" })).toBeNull();
  });

  test("a tool leaves the view behind it as it was", async () => {
    const Counter = () => {
      const [count, setCount] = useState(0);
      return <button onClick={() => setCount(count + 1)}>Pressed {count}</button>;
    };
    const { user } = renderPane(new MemoryWorkbook(), { views: [viewCalled("Count", Counter)] });
    await user.click(screen.getByRole("button", { name: "Pressed 0" }));
    await user.click(screen.getByRole("button", { name: "Explain this cell" }));
    expect(screen.queryByRole("button", { name: "Pressed 1" })).toBeNull();
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Pressed 1" })).toBeTruthy();
  });
});

describe("failures", () => {
  test("a view that breaks says what to do, leaves the other views alive and can be tried again", async () => {
    const told = jest.spyOn(console, "error").mockImplementation(() => {});
    let broken = true;
    const Fragile = () => {
      if (broken) throw new Error("no luck");
      return <p>Mended</p>;
    };
    const whole = viewCalled("Whole", () => <p>Fine here</p>);
    const { user } = renderPane(new MemoryWorkbook(), { views: [viewCalled("Fragile", Fragile), whole] });
    expect(screen.getByText("Fragile cannot be shown")).toBeTruthy();
    expect(screen.getByText(/Your workbook is unchanged.*no luck/)).toBeTruthy();
    expect(told.mock.calls.flat()).toContain("Stockbook: Fragile failed");
    await openView(user, "Whole");
    expect(screen.getByText("Fine here")).toBeTruthy();
    await openView(user, "Fragile");
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("Mended")).toBeTruthy();
    told.mockRestore();
  });

  test("what the workbook refuses is told in its words, and the message can be closed", async () => {
    const workbook = await generatedWorkbook(1);
    const { user } = renderPane(workbook);
    const link = await screen.findByRole("button", { name: "Items" });
    workbook.select = async () => {
      throw new Error("the sheet went away");
    };
    const told = jest.spyOn(console, "error").mockImplementation(() => {});
    await user.click(link);
    expect(await screen.findByText("Cannot go to Items!A1:G2")).toBeTruthy();
    expect(screen.getByText(/the sheet went away/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Close message" }));
    expect(screen.queryByText(/the sheet went away/)).toBeNull();
    told.mockRestore();
  });
});

test("the theme changes while the pane stands, without losing its place", async () => {
  const element = document.body.appendChild(document.createElement("div"));
  const background = () =>
    getComputedStyle(element.querySelector(".fui-FluentProvider") as Element).getPropertyValue(
      "--colorNeutralBackground1",
    );
  const pane = await act(async () =>
    mountPane(element, { workbook: new MemoryWorkbook(), theme: "light", views: nine }),
  );
  act(() => within(element).getByRole("tab", { name: "View 2" }).click());
  const light = background();
  act(() => pane.update({ theme: "dark" }));
  expect(light).toBe("#ffffff");
  expect(background()).toBe("#292929");
  expect(within(element).getByText("Page 2")).toBeTruthy();
  act(() => pane.unmount());
  expect(element.textContent).toBe("");
});
