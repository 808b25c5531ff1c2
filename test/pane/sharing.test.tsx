/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import { usesOurs } from "../../src/pane/sharing/uses-ours";
import { MemoryWorkbook } from "../../src/workbook/memory-workbook";
import { renderPane } from "./render-pane";

const formula = "=SAFETYSTOCK(A2:A3,1,1,0.9)";

function planned(): MemoryWorkbook {
  const workbook = new MemoryWorkbook();
  workbook.setSpill("Plan!B2", [[1.5], [2.5]], formula);
  workbook.setCell("Plan!C2", 4, "=SUM(B2:B3)");
  return workbook;
}
const formulaAt = async (workbook: MemoryWorkbook, address: string) =>
  (await workbook.readRange(address)).formulas[0][0];
const open = async (workbook: MemoryWorkbook) => {
  const { user } = renderPane(workbook);
  await user.click(screen.getByRole("button", { name: "Freeze for sharing", pressed: false }));
  const panel = await screen.findByRole("region", { name: "Freeze for sharing" });
  return { user, panel: within(panel) };
};

test("one button freezes the workbook, another brings the formulas back", async () => {
  const workbook = planned();
  const { user, panel } = await open(workbook);
  await user.click(await panel.findByRole("button", { name: "Freeze for sharing" }));
  expect(await screen.findByText("The workbook is frozen")).toBeTruthy();
  expect(await formulaAt(workbook, "Plan!B2")).toBe(1.5);
  expect(await formulaAt(workbook, "Plan!C2")).toBe("=SUM(B2:B3)");
  expect((await workbook.readTable("FrozenFormulas"))?.rows).toHaveLength(1);
  expect(await panel.findByText(/1 frozen/)).toBeTruthy();
  await user.click(panel.getByRole("button", { name: "Unfreeze" }));
  expect(await screen.findByText("The formulas are back")).toBeTruthy();
  expect(await formulaAt(workbook, "Plan!B2")).toBe(formula);
  expect(await panel.findByText(/1 restored/)).toBeTruthy();
});

test("cells changed since are listed and lead to the cell", async () => {
  const workbook = planned();
  const { user, panel } = await open(workbook);
  await user.click(await panel.findByRole("button", { name: "Freeze for sharing" }));
  await panel.findByText(/1 frozen/);
  workbook.setCell("Plan!B3", 9);
  await user.click(await panel.findByRole("button", { name: "Unfreeze" }));
  await user.click(await panel.findByRole("button", { name: "Plan!B2" }));
  expect(workbook.selectedAreas).toEqual(["Plan!B2"]);
  expect(panel.getByText(": the value is not the frozen one")).toBeTruthy();
  expect(await formulaAt(workbook, "Plan!B3")).toBe(9);
});

test("a workbook without our formulas is told to be shared as it is", async () => {
  const workbook = new MemoryWorkbook();
  workbook.setCell("Plan!A1", 3, "=1+2");
  const { user, panel } = await open(workbook);
  await user.click(await panel.findByRole("button", { name: "Freeze for sharing" }));
  expect(await screen.findByText(/can be shared as it is/)).toBeTruthy();
  expect(await workbook.tables()).toEqual([]);
});

test("a protected sheet is told", async () => {
  const workbook = planned();
  workbook.protectedNames.push("Plan");
  const { user, panel } = await open(workbook);
  await user.click(await panel.findByRole("button", { name: "Freeze for sharing" }));
  expect(await screen.findByText(/The sheet Plan is protected, so nothing was changed/)).toBeTruthy();
});

test.each([
  ["=safetystock(1,2,3,0.9)", "", true],
  ["=_xldudf_SAFETYSTOCK(1,2,3,0.9)", "", true],
  ['="SAFETYSTOCK("', "", false],
  ["=SAFETYSTOCK", "", false],
  ["=SUM(A1)", "", false],
  ["=LET(x,INV.EOQ(1,2,3),x)", "INV", true],
  ["=EOQ(1,2,3)", "INV", false],
])("%s with the prefix %p: %p", (text, namespace, expected) =>
  expect(usesOurs(text, namespace)).toBe(expected),
);
