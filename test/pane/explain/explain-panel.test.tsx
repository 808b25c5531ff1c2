/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";
import { WorkbookError } from "../../../src/workbook/workbook";
import { renderPane } from "../render-pane";

async function plan(formula: string, value: number | string = 1): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  workbook.setCell("Plan!B2", 50);
  workbook.setCell("Plan!B3", 5);
  workbook.setCell("Plan!B5", value, formula);
  await workbook.select("Plan!B5");
  return workbook;
}

async function explain(workbook: MemoryWorkbook, options: { readonly namespace?: string } = {}) {
  const pane = renderPane(workbook, options);
  await pane.user.click(screen.getByRole("button", { name: "Explain this cell" }));
  return pane;
}

/** Label, value and origin of every argument, as they stand in the list. */
const lines = async () => {
  const list = await screen.findByRole("region", { name: "Arguments" });
  return within(list)
    .getAllByRole("term")
    .map((term) => [
      term.lastElementChild?.textContent,
      ...[...(term.nextElementSibling?.children ?? [])].map(({ textContent }) => textContent),
    ]);
};

test("a formula of ours: name, arguments with value and source range, steps with numbers, source", async () => {
  const workbook = await plan("=SAFETYSTOCK(B2,B3,6,90%,2)", 129.1127);
  const { user } = await explain(workbook);
  const panel = screen.getByRole("region", { name: "Explain this cell" });
  expect(await within(panel).findByRole("heading", { name: "SAFETYSTOCK" })).toBeTruthy();
  expect(within(panel).getByText("Safety stock that meets a cycle service level.")).toBeTruthy();
  expect(within(panel).getByText("129.113")).toBeTruthy();
  expect(within(panel).getByRole("group", { name: "Formula" }).textContent).toBe(
    "=SAFETYSTOCK(B2,B3,6,90%,2)",
  );
  expect(await lines()).toEqual([
    ["mean, units per period", "50", "B2"],
    ["sd, units per period", "5", "B3"],
    ["leadTime, periods", "6"],
    ["csl, fraction", "0.9", "90%"],
    ["leadTimeSd, periods", "2"],
    ["review, periods", "0 (default)"],
    ["dist, text", '"NORMAL" (default)'],
  ]);
  // sqrt(6 x 25 + 2500 x 4) = 100.747; z(0.9) = 1.28155; their product 129.113, as the example of SAFETYSTOCK's own declaration.
  const steps = within(screen.getByRole("region", { name: "Steps" })).getAllByRole("listitem");
  expect(steps.map(({ lastElementChild }) => lastElementChild?.textContent)).toEqual([
    "= 100.747",
    "= 1.28155",
    "= 129.113",
  ]);
  expect(steps[0].textContent).toContain("sqrt((6 + 0) x 5^2 + 50^2 x 2^2)");
  expect(screen.getByRole("region", { name: "Source" }).textContent).toMatch(/Silver.*sections 6\.7\.5/);
  await user.click(screen.getByRole("button", { name: "B3" }));
  await waitFor(() => expect(workbook.selectedAreas).toEqual(["Plan!B3"]));
});

test("what the selected cell is, is said to screen readers as it changes", async () => {
  const workbook = await plan("=SAFETYSTOCK(B2,B3,6,90%,2)", 129.1127);
  await explain(workbook);
  const status = screen.getAllByRole("status")[0];
  await waitFor(() => expect(status.textContent).toBe("Plan!B5: SAFETYSTOCK, 129.113"));
  await workbook.select("Plan!B2");
  await waitFor(() => expect(status.textContent).toBe("Plan!B2: nothing to explain"));
});

test("the explanation follows the selection and edits of the cells it reads", async () => {
  const workbook = await plan("=EOQ(B2,B3,2)");
  workbook.setCell("Plan!B6", 1, "=ROP(B2,B3,4,0.9)");
  await explain(workbook);
  expect(await screen.findByRole("heading", { name: "EOQ" })).toBeTruthy();
  workbook.setCell("Plan!B2", 70);
  await waitFor(async () => expect((await lines())[0]).toEqual(["demand, units per year", "70", "B2"]));
  await workbook.select("Plan!B6");
  expect(await screen.findByRole("heading", { name: "ROP" })).toBeTruthy();
});

test("the error of the call stands where the steps would be, in the argument's words", async () => {
  await explain(await plan("=SAFETYSTOCK(B2,B3,6,95)", "#VALUE!"));
  const steps = await screen.findByRole("region", { name: "Steps" });
  expect(steps.textContent).toBe("Steps#VALUE!csl must be between 0 and 1 (write 0.95 or 95%), got 95");
});

test("calls inside Excel's own and inside each other are explained, outermost first", async () => {
  const { user } = await explain(await plan('=ROUNDUP(ROP(B2,B3,TO.PERIODS(14,"W"),0.9),0)', 110));
  await screen.findByRole("button", { name: "ROP" });
  expect((await lines())[2]).toEqual(["leadTime, periods", "2", 'TO.PERIODS(14,"W")']);
  await user.click(screen.getByRole("button", { name: "TO.PERIODS" }));
  expect((await lines())[0][1]).toBe("14");
});

test("arithmetic only the sheet can do is named, and what to do to see the steps", async () => {
  await explain(await plan("=SAFETYSTOCK(B2*2,B3,6,90%)"));
  expect((await lines())[0].slice(1)).toEqual(["calculated in the cell", "B2*2"]);
  expect(screen.getByRole("region", { name: "Steps" }).textContent).toMatch(
    /^StepsThe value of mean is not known outside the sheet\. Put that part .* into a cell of its own/,
  );
});

test("a reference that cannot be read says why", async () => {
  await explain(await plan("=SAFETYSTOCK(Items[Mean],B3,6,90%)"));
  expect((await lines())[0][1]).toBe("cannot be read: There is no table Items.");
});

test("a function typed with the prefix of the add-in is ours, one without is not", async () => {
  const workbook = await plan("=INV.EOQ(B2,B3,2)");
  workbook.setCell("Plan!B6", 1, "=EOQ(B2,B3,2)");
  await explain(workbook, { namespace: "INV" });
  expect(await screen.findByRole("heading", { name: "EOQ" })).toBeTruthy();
});

test.each([
  ["blank", "Plan!A1", "Plan!A1 is blank"],
  ["a typed value", "Plan!B2", "Plan!B2 holds a typed value"],
  ["Excel's own formula", "Plan!B7", "Plan!B7 uses no Stockbook function"],
])(
  "a cell that is %s says what to select instead and offers the formula builder",
  async (_kind, address, title) => {
    const workbook = await plan("=EOQ(B2,B3,2)");
    workbook.setCell("Plan!B7", 55, "=SUM(B2:B3)");
    await workbook.select(address);
    const { user } = await explain(workbook);
    expect(await screen.findByText(title)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open the formula builder" }));
    expect(screen.getByRole("region", { name: "Formula builder" })).toBeTruthy();
  },
);

test("a selection that cannot be read says why", async () => {
  const workbook = await plan("=EOQ(B2,B3,2)");
  workbook.selection = async () => {
    throw new WorkbookError("busy", "Excel is busy: finish editing the cell.");
  };
  await explain(workbook);
  expect(await screen.findByText("Excel is busy: finish editing the cell.")).toBeTruthy();
});
