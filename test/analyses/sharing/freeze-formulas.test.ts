import {
  freezeFormulas,
  unfreezeFormulas,
  type FrozenFormula,
  type Inventory,
} from "../../../src/analyses/sharing/freeze-formulas";
import { MemoryWorkbook } from "../../../src/workbook/memory-workbook";

const usesOurs = (formula: string) => formula.includes("SAFETYSTOCK(");
const quiet = () => undefined;

class ListInventory implements Inventory {
  rows: readonly FrozenFormula[] = [];
  async read() {
    return this.rows;
  }
  async write(rows: readonly FrozenFormula[]) {
    this.rows = rows;
  }
}

const formula = "=SAFETYSTOCK(A2:A4,1,1,0.9)";
let workbook: MemoryWorkbook;
let inventory: ListInventory;
const freeze = () => freezeFormulas(workbook, inventory, usesOurs, quiet);
const unfreeze = () => unfreezeFormulas(workbook, inventory, quiet);
const look = async (address: string) => {
  const [content] = await workbook.readAreas([address]);
  return { values: content?.values, formulas: content?.formulas };
};

beforeEach(() => {
  workbook = new MemoryWorkbook();
  inventory = new ListInventory();
  workbook.setSpill("Plan!B2", [[0.1 + 0.2], [""], ["#N/A"]], formula);
  workbook.setCell("Plan!C2", 7, "=SAFETYSTOCK(1,1,1,0.9)*2");
  workbook.setCell("Plan!D2", 0.3, "=SUM(B2:B4)");
});

test("our formulas become their values, spilled ones too, and Excel's own stay", async () => {
  expect(await freeze()).toEqual({ formulas: 2, cells: 4, left: [] });
  expect(await look("Plan!B2:D2")).toEqual({
    values: [[0.1 + 0.2, 7, 0.3]],
    formulas: [[0.1 + 0.2, 7, "=SUM(B2:B4)"]],
  });
  expect((await look("Plan!B3:B4")).formulas).toEqual([[""], ["#N/A"]]);
  expect(inventory.rows).toEqual([
    expect.objectContaining({ Sheet: "Plan", Cell: "B2", Area: "B2:B4", Formula: formula, State: "frozen" }),
    expect.objectContaining({ Sheet: "Plan", Cell: "C2", Area: "C2", State: "frozen" }),
  ]);
});

test("unfreezing puts them back and leaves room for the spill", async () => {
  await freeze();
  expect(await unfreeze()).toEqual({ formulas: 2, cells: 4, left: [] });
  expect((await look("Plan!B2:C4")).formulas).toEqual([
    [formula, "=SAFETYSTOCK(1,1,1,0.9)*2"],
    ["", ""],
    ["", ""],
  ]);
  expect(inventory.rows.map(({ State }) => State)).toEqual(["restored", "restored"]);
  expect(await unfreeze()).toEqual({ formulas: 0, cells: 0, left: [] });
});

test("what was changed since is listed and left alone; its formula is kept until the value is back", async () => {
  await freeze();
  workbook.setCell("Plan!B4", 5);
  workbook.setCell("Plan!C2", 7, "=3+4");
  expect(await unfreeze()).toEqual({
    formulas: 0,
    cells: 0,
    left: [
      { address: "Plan!B2", why: "the value is not the frozen one" },
      { address: "Plan!C2", why: "there is another formula: =3+4" },
    ],
  });
  expect((await look("Plan!B2:C2")).formulas).toEqual([[0.1 + 0.2, "=3+4"]]);
  expect(inventory.rows.map(({ State, Note }) => [State, Note])).toEqual([
    ["changed", "the value is not the frozen one"],
    ["changed", "there is another formula: =3+4"],
  ]);
  workbook.setCell("Plan!B4", "#N/A");
  expect(await unfreeze()).toMatchObject({ formulas: 1, cells: 3 });
  expect((await look("Plan!B2")).formulas).toEqual([[formula]]);
  expect(inventory.rows.map(({ State }) => State)).toEqual(["restored", "changed"]);
});

test("freezing again adds to the inventory and forgets what was restored, nothing else", async () => {
  await freeze();
  workbook.setCell("Plan!B3", 1);
  await unfreeze();
  workbook.setCell("Plan!E2", 1, "=SAFETYSTOCK(2,1,1,0.9)");
  expect(await freeze()).toMatchObject({ formulas: 2 });
  expect(inventory.rows.map(({ Cell, State }) => [Cell, State])).toEqual([
    ["B2", "changed"],
    ["C2", "frozen"],
    ["E2", "frozen"],
  ]);
  expect(await freeze()).toEqual({ formulas: 0, cells: 0, left: [] });
  expect(inventory.rows).toHaveLength(3);
});

test("a formula that shows no value stays and is told; one still calculating stops all", async () => {
  workbook.setCell("Plan!C2", "#NAME?", "=SAFETYSTOCK(1,1,1,0.9)*2");
  expect(await freeze()).toEqual({
    formulas: 1,
    cells: 3,
    left: [{ address: "Plan!C2", why: "shows #NAME?, which is no value to keep" }],
  });
  workbook.setCell("Plan!E2", "#BUSY!", "=SAFETYSTOCK(2,1,1,0.9)");
  await expect(freeze()).rejects.toMatchObject({ kind: "busy" });
});

test("a protected sheet is told before anything is changed, when freezing and when unfreezing", async () => {
  workbook.setCell("Locked!A1", 1, "=SAFETYSTOCK(1,1,1,0.9)");
  workbook.protectedNames.push("Locked", "Elsewhere");
  await expect(freeze()).rejects.toMatchObject({
    kind: "protected",
    message:
      "The sheet Locked is protected, so nothing was changed. Unprotect it (Review, Unprotect Sheet) and try again.",
  });
  expect((await look("Plan!B2")).formulas).toEqual([[formula]]);
  expect(inventory.rows).toEqual([]);
  workbook.protectedNames.splice(0, 1);
  await freeze();
  workbook.protectedNames.push("Plan", "Locked");
  await expect(unfreeze()).rejects.toThrow(/^The sheets Plan and Locked are protected/);
  expect((await look("Plan!C2")).formulas).toEqual([[7]]);
});

test("when Excel fails while writing, every formula stands in its cell or in the inventory", async () => {
  workbook.replaceAreas = async () => {
    throw new Error("gone");
  };
  await expect(freeze()).rejects.toThrow("gone");
  expect(inventory.rows).toHaveLength(2);
  expect((await look("Plan!C2")).formulas).toEqual([["=SAFETYSTOCK(1,1,1,0.9)*2"]]);
  workbook = Object.assign(workbook, { replaceAreas: MemoryWorkbook.prototype.replaceAreas.bind(workbook) });
  expect(await unfreeze()).toEqual({ formulas: 0, cells: 0, left: [] });
  expect(inventory.rows.map(({ State }) => State)).toEqual(["restored", "restored"]);
});

test("a formula of an array entered with Ctrl+Shift+Enter stays and is told", async () => {
  const formulas = async () => ({
    names: [],
    cells: [{ address: "Plan!B2", formula, fixed: true as const }],
  });
  workbook.formulas = formulas;
  expect(await freeze()).toEqual({
    formulas: 0,
    cells: 0,
    left: [{ address: "Plan!B2", why: "is part of an array entered with Ctrl+Shift+Enter" }],
  });
});
