import { surroundingsOf } from "../../src/calculator/names-in-formula";
import { translateFormula } from "../../src/calculator/translate-formula";
import type { TableShape } from "../../src/calculator/structured-references";

const items: TableShape = {
  name: "Items",
  sheet: "Data",
  row: 0,
  column: 0,
  rows: 6,
  columns: ["Item", "Unit cost", "Days", "odd ] name"],
  headerRow: true,
  totalsRow: true,
};
const names = [
  { name: "Rate", refersTo: "=0.2" },
  { name: "Costs", refersTo: "=Items[Unit cost]" },
  { name: "Here", refersTo: "=Plan!$A$1", sheet: "Plan" },
  { name: "Here", refersTo: "=Data!$A$1" },
  { name: "Twice", refersTo: "=LAMBDA(x,x*2)" },
  { name: "Loop", refersTo: "=Loop+1" },
];
const surroundings = surroundingsOf([items], names, ["Plan", "Data", "Other sheet"]);
const translate = (formula: string, sheet = "Plan", row = 2, column = 9) =>
  translateFormula(formula, { sheet, row, column }, surroundings);

test.each([
  ["=SUM(Items[Unit cost])", "=SUM(Data!$B$2:$B$5)"],
  ["=SUM(items[UNIT COST])", "=SUM(Data!$B$2:$B$5)"],
  ["=ROWS(Items)", "=ROWS(Data!$A$2:$D$5)"],
  ["=Items[#All]", "=Data!$A$1:$D$6"],
  ["=Items[[#Headers],[Days]]", "=Data!$C$1"],
  ["=Items[[#Totals],[Days]]", "=Data!$C$6"],
  ["=Items[[#Headers],[#Data],[Days]]", "=Data!$C$1:$C$5"],
  ["=Items[[Unit cost]:[Days]]", "=Data!$B$2:$C$5"],
  ["=Items[odd '] name]", "=Data!$D$2:$D$5"],
  ["=Items[Nothing]", "=#REF!"],
  ["=LET(d,Items[Days],d*2)", "=LET(d,Data!$C$2:$C$5,d*2)"],
  ["=LAMBDA(Items,Items+1)(2)", "=LAMBDA(Items,Items+1)(2)"],
])("a structured reference becomes A1: %s", (typed, translated) => {
  expect(translate(typed)).toEqual({ formula: translated });
});

test.each([
  ["=[@Days]*2", "=$C3*2"],
  ["=Items[@Days]*2", "=$C3*2"],
  ["=[@[Unit cost]]*[@Days]", "=$B3*$C3"],
  ["=SUM(Items[@[Unit cost]:[Days]])", "=SUM($B3:$C3)"],
  ["=Items[[#This Row],[Days]]", "=$C3"],
  ["=SUM([Days])", "=SUM($C$2:$C$5)"],
])("this row is relative, so that a shared formula can be moved: %s", (typed, translated) => {
  expect(translate(typed, "Data", 2, 3)).toEqual({ formula: translated });
});

test("this row outside the table is an error, as in Excel", () => {
  expect(translate("=Items[@Days]", "Plan", 90)).toEqual({ formula: "=#VALUE!" });
});

test.each([
  ["=100*Rate", "=100*(0.2)"],
  ["=SUM(Costs)", "=SUM(Data!$B$2:$B$5)"],
  ["=Here", "=Plan!$A$1"],
  ["=Data!Here", "=Data!$A$1"],
  ["=Twice(4)", "=LAMBDA(x,x*2)(4)"],
  ["=LET(Rate,3,Rate*2)", "=LET(Rate,3,Rate*2)"],
  ['="Rate"', '="Rate"'],
])("a defined name becomes what it stands for: %s", (typed, translated) => {
  expect(translate(typed)).toEqual({ formula: translated });
});

test.each([
  ["=A1#", "=ANCHORARRAY(A1)"],
  ["=SUM('Other sheet'!$B$2#)", "=SUM(ANCHORARRAY('Other sheet'!$B$2))"],
  ["=@A1:A9*2", "=SINGLE(A1:A9)*2"],
  ["=@SAFETYSTOCK(A1#,B1)", "=SINGLE(SAFETYSTOCK(ANCHORARRAY(A1),B1))"],
  ["=@(A1:A3+1)", "=SINGLE((A1:A3+1))"],
  ["=_xlfn.XLOOKUP(1,A:A,B:B)", "=XLOOKUP(1,A:A,B:B)"],
  ["=_xlfn._xlws.SORT(A1:A3)", "=SORT(A1:A3)"],
  ["=_xlfn.LET(_xlpm.x,1,_xlpm.x)", "=LET(x,1,x)"],
])("spill, intersection and stored names: %s", (typed, translated) => {
  expect(translate(typed)).toEqual({ formula: translated });
});

test.each([
  ["=SUM(Plan:Data!A1)", "several sheets"],
  ["=SUM('Plan:Other sheet'!A1)", "several sheets"],
  ["=CHOOSE({1,2},A1:A3,B1:B3)", "CHOOSE"],
  ["=[2]Prices!A1", "another workbook"],
  ["='[prices.xlsx]Sheet 1'!A1", "another workbook"],
  ["=Loop", "defined by itself"],
])("what the engine would get wrong is refused: %s", (typed, reason) => {
  expect(translate(typed).refused).toContain(reason);
});
