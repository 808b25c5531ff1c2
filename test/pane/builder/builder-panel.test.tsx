/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { WorkbookError } from "../../../src/workbook/workbook";
import { renderPane } from "../render-pane";

async function build(
  workbook: MemoryWorkbook,
  functionName: string,
  options: { readonly namespace?: string } = {},
) {
  const pane = renderPane(workbook, options);
  await pane.user.click(screen.getByRole("button", { name: "Formula builder" }));
  await pane.user.type(screen.getByRole("searchbox"), functionName);
  await pane.user.click(screen.getByRole("button", { name: new RegExp(`^${functionName}(?!\\.)`) }));
  await screen.findByRole("region", { name: "Formula" });
  return pane;
}

const argument = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const formula = () => screen.getByRole("group", { name: "Formula to insert" }).textContent;
const insertButton = () => screen.getByRole("button", { name: /^Insert into/ });
const enabled = (button: HTMLElement) => button.getAttribute("aria-disabled") !== "true";
const ready = () => waitFor(() => expect(enabled(insertButton())).toBe(true));
const written = async (workbook: MemoryWorkbook, address: string) =>
  (await workbook.readRange(address)).formulas[0][0];

/** A workbook with an empty sheet Plan beside its first one. */
function planWorkbook(): MemoryWorkbook {
  const workbook = new MemoryWorkbook();
  workbook.setCell("Plan!A1", "");
  return workbook;
}

/** EOQ of 1,300 a year, 8 an order and a unit cost of 1.125 is 304.05: the example of its declaration. */
async function fillEoq({ user }: Awaited<ReturnType<typeof build>>): Promise<void> {
  await user.type(argument(/^Demand per year/), "1300");
  await user.type(argument(/^Cost of one order/), "8");
  await user.type(argument(/^Cost of one unit/), "1.125");
}

describe("finding a function", () => {
  test("by its job, best first", async () => {
    const { user } = renderPane(new MemoryWorkbook());
    await user.click(screen.getByRole("button", { name: "Formula builder" }));
    const list = screen.getByRole("list", { name: "Functions" });
    const all = within(list).getAllByRole("button").length;
    await user.type(screen.getByRole("searchbox"), "safety stock");
    const found = within(list).getAllByRole("button");
    expect(found.length).toBeLessThan(all);
    expect(found[0].textContent).toMatch(/^SAFETYSTOCKSafety stock that meets/);
    expect(screen.getByText(`${found.length} functions`)).toBeTruthy();
    await user.clear(screen.getByRole("searchbox"));
    await user.type(screen.getByRole("searchbox"), "xylophone");
    expect(screen.getByText(/^Nothing found\. Try fewer or other words/)).toBeTruthy();
  });

  test("All functions leads back to the list and its search", async () => {
    const { user } = await build(new MemoryWorkbook(), "EOQ");
    await user.click(screen.getByRole("button", { name: "All functions" }));
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("EOQ");
  });
});

describe("filling", () => {
  test("required arguments come from a table column of their name", async () => {
    const workbook = planWorkbook();
    await workbook.createTable({
      name: "Items",
      columns: ["Item", "Lead Time"],
      formats: [],
      rows: [["a", 6]],
    });
    await workbook.select("Plan!B5");
    await build(workbook, "SAFETYSTOCK");
    expect(argument(/^Replenishment lead time/).value).toBe("Items[Lead Time]");
    expect(argument(/^Mean demand/).value).toBe("");
    expect(await screen.findByText("Still needed: mean, sd, csl")).toBeTruthy();
    expect(enabled(insertButton())).toBe(false);
  });

  test("data come from the selected cells", async () => {
    const workbook = planWorkbook();
    await workbook.select("Plan!B2:M2");
    await build(workbook, "FORECAST.SES");
    expect(formula()).toMatch(/^=FORECAST\.SES\(Plan!B2:M2/);
  });

  test("a button takes the cells selected now", async () => {
    const workbook = new MemoryWorkbook();
    workbook.setCell("Plan!B2", 1300);
    await workbook.select("Plan!D4");
    const { user } = await build(workbook, "EOQ");
    await workbook.select("Plan!B2");
    const [take] = await screen.findAllByRole("button", { name: "Take the selected cells, Plan!B2" });
    await user.click(take);
    expect(argument(/^Demand per year/).value).toBe("Plan!B2");
  });

  test("a choice is picked from its list and stands in quotes", async () => {
    const { user } = await build(new MemoryWorkbook(), "SAFETYSTOCK");
    await user.click(screen.getByRole("combobox", { name: /^Distribution/ }));
    await user.click(screen.getByRole("option", { name: "GAMMA" }));
    expect(formula()).toBe('=SAFETYSTOCK(, , , , , , "GAMMA")');
  });

  test("an argument out of bounds is marked in its own words", async () => {
    const pane = await build(new MemoryWorkbook(), "EOQ");
    await fillEoq(pane);
    await ready();
    await pane.user.clear(argument(/^Cost of one order/));
    await pane.user.type(argument(/^Cost of one order/), "-8");
    expect(await screen.findByText("orderCost must be at least 0, got -8")).toBeTruthy();
    expect(argument(/^Cost of one order/).getAttribute("aria-invalid")).toBe("true");
    expect(enabled(insertButton())).toBe(false);
  });

  test("a decimal comma would be a second argument: it is refused", async () => {
    const { user } = await build(new MemoryWorkbook(), "EOQ");
    await user.type(argument(/^Cost of one unit/), "1,125");
    expect(await screen.findByText(/decimals with a point, such as 0\.95/)).toBeTruthy();
  });

  test("a table that does not exist is told at its field", async () => {
    const { user } = await build(new MemoryWorkbook(), "EOQ");
    // userEvent reads [ as the start of a key name; doubled it is typed.
    await user.type(argument(/^Demand per year/), "Items[[Demand]");
    expect(await screen.findByText("There is no table Items.")).toBeTruthy();
  });
});

describe("inserting", () => {
  test("shows the answer of now, then writes into the selected cell and says where", async () => {
    const workbook = planWorkbook();
    await workbook.select("Plan!D4");
    const pane = await build(workbook, "EOQ");
    await fillEoq(pane);
    await ready();
    expect(screen.getByText("304.047")).toBeTruthy();
    expect(screen.getByText("Order quantity, units")).toBeTruthy();
    await pane.user.click(screen.getByRole("button", { name: "Insert into Plan!D4" }));
    expect(await screen.findByText("Inserted into Plan!D4")).toBeTruthy();
    expect(await written(workbook, "Plan!D4")).toBe("=EOQ(1300, 8, 1.125)");
  });

  test("the target follows the selection, the fields stay", async () => {
    const workbook = planWorkbook();
    await workbook.select("Plan!D4");
    const { user } = await build(workbook, "EOQ");
    await user.type(argument(/^Demand per year/), "1300");
    await workbook.select("Plan!F7:G9");
    expect(await screen.findByRole("button", { name: "Insert into Plan!F7" })).toBeTruthy();
    expect(argument(/^Demand per year/).value).toBe("1300");
  });

  test("with the prefix of the add-in", async () => {
    const workbook = new MemoryWorkbook();
    const pane = await build(workbook, "EOQ", { namespace: "INV" });
    await fillEoq(pane);
    await ready();
    await pane.user.click(insertButton());
    await screen.findByText("Inserted into Sheet1!A1");
    expect(await written(workbook, "Sheet1!A1")).toBe("=INV.EOQ(1300, 8, 1.125)");
  });

  test("a filled cell is replaced only after asking", async () => {
    const workbook = new MemoryWorkbook();
    workbook.setCell("Plan!D4", "keep me");
    await workbook.select("Plan!D4");
    const pane = await build(workbook, "EOQ");
    await fillEoq(pane);
    await ready();
    await pane.user.click(insertButton());
    expect(await screen.findByText("Plan!D4 is not empty")).toBeTruthy();
    await pane.user.click(screen.getByRole("button", { name: "Keep it" }));
    expect(await written(workbook, "Plan!D4")).toBe("keep me");
    await pane.user.click(insertButton());
    await pane.user.click(await screen.findByRole("button", { name: "Replace" }));
    await screen.findByText("Inserted into Plan!D4");
    expect(await written(workbook, "Plan!D4")).toBe("=EOQ(1300, 8, 1.125)");
  });

  test("an answer that spills asks about every cell it will fill", async () => {
    const workbook = new MemoryWorkbook();
    workbook.setCell("Plan!B2", 1300);
    workbook.setCell("Plan!B3", 2600);
    workbook.setCell("Plan!D5", "in the way");
    await workbook.select("Plan!D4");
    const { user } = await build(workbook, "EOQ");
    await user.type(argument(/^Demand per year/), "B2:B3");
    await user.type(argument(/^Cost of one order/), "8");
    await user.type(argument(/^Cost of one unit/), "1.125");
    await ready();
    expect(screen.getByText(/fills 2 rows x 1 column$/)).toBeTruthy();
    await user.click(insertButton());
    expect(await screen.findByText("Plan!D4:D5 is not empty")).toBeTruthy();
    expect(screen.getByText(/#SPILL!/)).toBeTruthy();
    expect(await written(workbook, "Plan!D4")).toBe("");
  });

  test("a formula that would read its own cell is refused", async () => {
    const workbook = new MemoryWorkbook();
    workbook.setCell("Plan!D4", 1300);
    await workbook.select("Plan!D4");
    const { user } = await build(workbook, "EOQ");
    await user.type(argument(/^Demand per year/), "D4");
    await user.type(argument(/^Cost of one order/), "8");
    await user.type(argument(/^Cost of one unit/), "1.125");
    expect(await screen.findByText(/^The formula reads this cell\./)).toBeTruthy();
    expect(enabled(insertButton())).toBe(false);
  });

  test("a refusal of the workbook is told in its words", async () => {
    const workbook = new MemoryWorkbook();
    workbook.writeFormula = async () => {
      throw new WorkbookError("protected", "The sheet is protected.");
    };
    const pane = await build(workbook, "EOQ");
    await fillEoq(pane);
    await ready();
    await pane.user.click(insertButton());
    expect(await screen.findByText("The formula was not inserted into Sheet1!A1")).toBeTruthy();
    expect(screen.getByText(/The sheet is protected\./)).toBeTruthy();
  });
});
