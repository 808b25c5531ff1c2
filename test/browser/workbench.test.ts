import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { openPackage, readWorkbook, writeCells, type WorkbookContent } from "../../src/xlsx";
import { allSheets, inLibreOffice, judge } from "../libreoffice";
import { startWorkbench, type WorkbenchPage } from "./start";

jest.setTimeout(120_000);

let workbench: WorkbenchPage;
const functionNames = catalogue.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "stockbook-"));

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function saveAs(name: string): Promise<WorkbookContent> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent("download"),
    workbench.page.getByRole("button", { name: "Save" }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return readWorkbook(openPackage(new Uint8Array(readFileSync(path))), functionNames);
}

function cellIn(content: WorkbookContent, sheet: string, row: number, column: number) {
  return content.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
}

test("a typed safety stock is calculated by the add-in", async () => {
  await workbench.type("Plan!L2", "=SAFETYSTOCK(50,5,6,0.9,2)");
  expect(await workbench.cell("Plan!L2")).toBeCloseTo(129.11, 2);
});

test("a wrong argument is explained under the pointer", async () => {
  await workbench.type("Plan!H3", "=SAFETYSTOCK(50,5,-6,0.9,2)");
  expect(await workbench.cell("Plan!H3")).toBe("#VALUE!");
  // Back to the left, in case an earlier cell has scrolled the sheet.
  await workbench.select("Plan!B3");
  const { x, y } = await workbench.centreOf("Plan!H3");
  await workbench.page.mouse.move(x - 5, y);
  await workbench.page.mouse.move(x, y, { steps: 5 });
  await workbench.page.getByText("leadTime must be at least 0, got -6").waitFor();
});

test("an edited month changes the part's forecast, undo brings it back", async () => {
  const before = await workbench.cell("Plan!P14");
  await workbench.type("History!Y2", "500");
  const after = await workbench.cell("Plan!P14");
  expect(typeof before).toBe("number");
  expect(after).not.toBe(before);
  await workbench.page.keyboard.press("Control+z");
  await workbench.until("History!Y2", (text) => text !== "500");
  expect(await workbench.cell("Plan!P14")).toBe(before);
});

test("results are drawn where they are in view", async () => {
  const pictureOf = async (address: string) => {
    const { x, y } = await workbench.centreOf(address);
    const clip = { x: x - 30, y: y - 7, width: 60, height: 14 };
    return (await workbench.page.screenshot({ clip })).toString("base64");
  };
  await workbench.select("Plan!A1");
  const [before, value] = [await pictureOf("Plan!J9"), await workbench.cell("Plan!J9")];
  await workbench.type("Plan!B8", "7");
  expect(await workbench.cell("Plan!J9")).not.toBe(value);
  expect(await pictureOf("Plan!J9")).not.toBe(before);
  await workbench.page.keyboard.press("Control+z");
  await workbench.until("Plan!B8", (text) => text === "2");
  expect(await pictureOf("Plan!J9")).toBe(before);
});

test("names are completed and arguments described while typing", async () => {
  await workbench.select("Plan!L4");
  await workbench.page.keyboard.type("=SAFETYST");
  await workbench.page.getByText("Safety stock that meets a cycle service level.").waitFor();
  await workbench.page.keyboard.type("OCK(50,");
  await workbench.page.getByText("[leadTimeSd]", { exact: false }).first().waitFor();
  await workbench.page.keyboard.press("Escape");
  await workbench.page.keyboard.press("Escape");
});

test("F6 goes from the grid to the pane, to the title bar and back, by keyboard alone", async () => {
  const { page } = workbench;
  const inPane = () => page.evaluate(() => document.activeElement?.tagName === "IFRAME");
  const named = (name: string) => page.getByRole("button", { name, exact: true });
  const hasFocus = (name: string) => named(name).evaluate((button) => button === document.activeElement);
  await workbench.select("Plan!L7");
  await page.keyboard.press("F6");
  expect(await inPane()).toBe(true);
  await page.keyboard.press("F6");
  expect(await hasFocus("New")).toBe(true);
  await page.keyboard.press("Shift+F6");
  expect(await inPane()).toBe(true);
  await page.keyboard.press("Shift+F6");
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await workbench.until("Plan!L7", (text) => text === "12");
});

test("a saved file holds the formula as Excel stores it, its result, and all the rest", async () => {
  const content = await saveAs("saved.xlsx");
  const typed = cellIn(content, "Plan", 1, 11);
  expect(typed?.formula).toBe("=SAFETYSTOCK(50,5,6,0.9,2)");
  expect(typed?.value).toBe(await workbench.cell("Plan!L2"));
  expect(content.tables.map(({ displayName }) => displayName)).toContain("Items");
});

judge("LibreOffice reads the same values from a values copy of the saved file", () => {
  const pkg = openPackage(new Uint8Array(readFileSync(join(folder, "saved.xlsx"))));
  const plan = readWorkbook(pkg, functionNames).sheets.find(({ name }) => name === "Plan")!;
  const cells = plan.cells.map(({ row, column, value }) => ({ row, column, value, formula: null }));
  const values = writeCells(pkg, [{ sheet: "Plan", cells }], functionNames);
  const lines = (inLibreOffice(values, allSheets).get("book-Plan.csv") as string).split("\n");
  expect(Number(lines[1].split(",")[11].replaceAll('"', ""))).toBeCloseTo(129.11, 2);
});

test("a file that is none is refused with a reason, and the open workbook stays", async () => {
  await workbench.page
    .locator('input[type="file"]')
    .setInputFiles({ name: "letter.xlsx", mimeType: "text/plain", buffer: Buffer.from("Dear planner") });
  await workbench.page.getByText("letter.xlsx was not opened.").waitFor();
  expect(await workbench.cell("Plan!L2")).toBeCloseTo(129.11, 2);
});

test("formulas follow a sheet that is renamed, lose one that is deleted and get it back by undo", async () => {
  const inAddin = (change: "rename" | "delete") =>
    workbench.page
      .frames()
      .find((each) => each.url().includes("taskpane.html"))!
      .evaluate(
        (what) =>
          Excel.run(async (context) => {
            const sheet = context.workbook.worksheets.getItem(what === "rename" ? "History" : "Old months");
            if (what === "rename") sheet.name = "Old months";
            else sheet.delete();
            await context.sync();
          }),
        change,
      );
  const shown = () => workbench.cells(["Plan!L5", "Plan!L6", "Plan!D14"]);
  await workbench.type("Plan!L5", "=history!B2+1");
  await workbench.type("Plan!L6", "=IFERROR(Missing!B2,-1)");
  const before = await shown();
  expect(before).toEqual([expect.any(Number), -1, 24]);
  await inAddin("rename");
  await workbench.until("Plan!L5", (text) => text === "='Old months'!B2+1");
  expect(await shown()).toEqual(before);
  await inAddin("delete");
  await workbench.until("Plan!L5", (text) => text.includes("#REF!"));
  expect(await shown()).toEqual(["#REF!", -1, "#REF!"]);
  const saved = await saveAs("without.xlsx");
  expect(saved.sheets.map(({ name }) => name)).toEqual(["Plan", "Items", "Demand", "Settings"]);
  expect(cellIn(saved, "Plan", 4, 11)?.value).toEqual({ error: "#REF!" });
  await workbench.select("Plan!L5");
  await workbench.page.keyboard.press("Control+z");
  await workbench.until("Plan!L5", (text) => text === "='Old months'!B2+1");
  expect(await shown()).toEqual(before);
  await workbench.page.keyboard.press("Control+z");
  await workbench.until("Plan!L5", (text) => text === "=History!B2+1");
  expect(await shown()).toEqual(before);
});

test("nothing went wrong unseen", () => {
  expect(workbench.errors).toEqual([]);
});
