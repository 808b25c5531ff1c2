import type { FrameLocator } from "playwright-core";
import { unprefixedCatalogue } from "../../src/functions/catalogue";
import { FormulaCodec, openPackage, readWorkbook } from "../../src/xlsx";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(300_000);

/** Freeze for sharing and back in the sample of 1,000 parts, whose formulas spill over 19,000 cells. */
let workbench: WorkbenchPage;
let pane: FrameLocator;
const codec = new FormulaCodec(unprefixedCatalogue.map(({ name }) => name));
const places = ["Plan!B14", "Plan!B1013", "Plan!D14", "Plan!L1013", "Plan!M14", "Plan!M1013"];

beforeAll(async () => {
  workbench = await startWorkbench();
  pane = workbench.page.frameLocator('iframe[title="Stockbook"]');
});
afterAll(() => workbench?.close());

/** A blank and an empty text look the same: the grid keeps only the one. */
const shown = async () => (await workbench.cells(places)).map((value) => value ?? "");
const saved = async () => {
  const { sheets } = readWorkbook(openPackage(await workbench.save()), codec);
  const ours = sheets.flatMap(({ cells }) =>
    cells.flatMap(({ formula }) => (formula !== undefined && codec.encode(formula).custom ? [formula] : [])),
  );
  return { ours, sheets };
};

test("our formulas become values, and come back with the same results to the last bit", async () => {
  const before = await shown();
  const live = await saved();
  expect(live.ours.length).toBeGreaterThan(0);
  await pane.getByRole("button", { name: "Freeze for sharing", exact: true }).first().click();
  const panel = pane.getByRole("region", { name: "Freeze for sharing" });
  await panel.getByRole("button", { name: "Freeze for sharing", exact: true }).click();
  await pane.getByText("The workbook is frozen").waitFor({ timeout: 120_000 });
  await workbench.idle();
  expect(await shown()).toEqual(before);
  const frozen = await saved();
  expect(frozen.ours).toEqual([]);
  const excels = ({ sheets }: typeof live) =>
    sheets.flatMap(({ cells }) => cells).filter((cell) => cell.formula);
  expect(excels(frozen).length).toBe(excels(live).length - live.ours.length);

  await panel.getByRole("button", { name: "Unfreeze" }).click();
  await pane.getByText("The formulas are back").waitFor({ timeout: 120_000 });
  await workbench.idle();
  expect(await shown()).toEqual(before);
  const restored = await saved();
  expect(restored.ours).toEqual(live.ours);
  const plan = ({ sheets }: typeof live) =>
    sheets.find(({ name }) => name === "Plan")?.cells.map(({ value }) => value ?? "");
  expect(plan(restored)).toEqual(plan(live));
  expect(workbench.errors).toEqual([]);
});
