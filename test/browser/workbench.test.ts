import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(120_000);
let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

test("a typed function shows its result", async () => {
  await workbench.type("Plan!H2", "=TO.PERIODS(60.875)");
  expect(await workbench.cell("Plan!H2")).toBe(2);
});
