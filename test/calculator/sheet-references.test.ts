import { mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetNameMutation } from "@univerjs/sheets";
import { surroundingsOf } from "../../src/calculator/names-in-formula";
import { translateFormula } from "../../src/calculator/translate-formula";
import { book, calculate, table } from "./book";
import { cellData, openGrid } from "./grid";

const lost = { error: "#REF!" };

describe("a reference to a sheet that is not there is #REF!", () => {
  const names = [
    { name: "Rate", refersTo: "=0.2", hidden: false },
    { name: "Lost", refersTo: "=Gone!$A$1:$A$3", hidden: false },
  ];
  const tables = [table("Items", "Data", "C1:C3", ["Cost"])];
  /** The formula stands beside 7 and 8, which it would read if it fell back to its own sheet. */
  const result = async (formula: string) => {
    const sheets = { Plan: { A1: 7, A2: 8, F1: formula }, Data: { A1: 1, A2: 2, C1: "Cost", C2: 5, C3: 6 } };
    return (await calculate(book(sheets, { names, tables }))).at("F1");
  };

  test.each([
    "=Missing!A1",
    "='My missing'!A1",
    "='Don''t'!A1",
    "=Missing!A1:A2",
    "=SUM(Missing!A1:A2)",
    "=SUM(Missing!A:A)",
    "=SUM(Missing!1:2,A1)",
    "=SUM(Missing!$1:$2)",
    "=Missing!A1:Missing!A2",
    "=SUM(Missing!A1:INDEX(Missing!A:A,2))",
    "=A1+Missing!A1*2",
    "=-Missing!A1",
    "=Missing!A1#",
    "=@Missing!A1:A2",
    "=LET(x,Missing!A1,x+1)",
    "=OFFSET(Missing!A1,1,0)",
    "=VLOOKUP(7,Missing!A1:B2,1,FALSE)",
    "=Missing!Rate",
    "=SUM(Missing!Items[Cost])",
    "=SUM(Lost)",
    "=#REF!A1",
    "=SUM(#REF!A1:A2)",
    '=INDIRECT("Missing!A1")',
    "=SAFETYSTOCK(Missing!A1,5,6,0.9,2)",
    "=DEMAND.STATS(Missing!A1:B2)",
  ])("%s", async (formula) => {
    expect(await result(formula)).toEqual(lost);
  });

  test.each([
    ["=IFERROR(Missing!A1,-1)", -1],
    ["=IF(TRUE,A1,Missing!A1)", 7],
    ["=ISERROR(Missing!A1)", true],
    ['="Missing!A1"&A1', "Missing!A17"],
    ["=data!A1", 1],
    ["='DATA'!A1+dAtA!A2", 3],
    ['=INDIRECT("data!A2")', 2],
    ["=SUM(Plan!A1:A2,Data!A1:A2)", 18],
    ["=Plan!Rate", 0.2],
    ["=SUM(Items[Cost])", 11],
  ])("but %s is as in Excel", async (formula, expected) => {
    expect(await result(formula)).toBe(expected);
  });
});

test("a sheet is named as it is called, in quotes where it must be", () => {
  const surroundings = surroundingsOf([], [], ["Plan", "Q1", "Don't"]);
  const translate = (formula: string) =>
    translateFormula(formula, { sheet: "Plan", row: 0, column: 0 }, surroundings).formula;
  expect(translate("=PLAN!A1+'q1'!A1:A2+'DON''T'!A1")).toBe("=Plan!A1+'Q1'!A1:A2+'Don''t'!A1");
});

describe("while sheets come and go", () => {
  const formulas = {
    A1: "=Data!A1+1",
    A2: "=SUM('data'!A:A)",
    A3: '=INDIRECT("DATA!A1")',
    A4: "=other!A1",
    B1: 99,
  };
  const opened: { dispose(): void }[] = [];
  afterEach(() => {
    for (const each of opened.splice(0)) each.dispose();
  });
  const open = async () => {
    const grid = openGrid({ Plan: formulas, Data: { A1: 1 } });
    opened.push(grid);
    await grid.calculator.calculateAll();
    return { ...grid, shown: () => ["A1", "A2", "A3", "A4"].map((address) => grid.at("Plan", address)) };
  };

  test("one that is deleted leaves #REF!, one of its name brings the values", async () => {
    const { run, shown } = await open();
    expect(shown()).toEqual([2, 1, 1, lost]);
    await run(RemoveSheetMutation.id, { subUnitId: "Data", subUnitName: "Data" });
    expect(shown()).toEqual([lost, lost, lost, lost]);
    const sheet = mergeWorksheetSnapshotWithDefault({
      id: "new",
      name: "DATA",
      cellData: cellData({ A1: 4 }),
    });
    await run(InsertSheetMutation.id, { index: 1, sheet });
    expect(shown()).toEqual([5, 4, 4, lost]);
  });

  test("one that changes its name is found by the new one only", async () => {
    const { run, shown, type } = await open();
    await run(SetWorksheetNameMutation.id, { subUnitId: "Data", name: "Other" });
    expect(shown()).toEqual([lost, lost, lost, 1]);
    await type("Data", { A1: 3 });
    expect(shown()).toEqual([lost, lost, lost, 3]);
  });
});
