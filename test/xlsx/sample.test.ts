import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSample } from "../../scripts/make-sample";
import { planFunctions } from "../../scripts/sample/plan-sheet";
import { readSpareParts } from "../../scripts/sample/spare-parts";
import { openPackage, readWorkbook } from "../../src/xlsx";

const content = readWorkbook(openPackage(buildSample()), planFunctions);
const sheet = (name: string) => content.sheets.find((one) => one.name === name)!;

test("the tables hold every part and every month of the source", () => {
  const parts = readSpareParts();
  expect(parts).toHaveLength(1000);
  expect(content.tables.map(({ name, ref }) => [name, ref.rows])).toEqual([
    ["Items", 1001],
    ["Demand", 24_001],
    ["Settings", 6],
  ]);
  const quantities = sheet("Demand").cells.filter(({ row, column }) => row > 0 && column === 3);
  const total = parts.flatMap(({ demand }) => demand).reduce((sum, quantity) => sum + quantity, 0);
  expect(quantities.reduce((sum, { value }) => sum + (value as number), 0)).toBe(total);
});

test("the annual value is twelve months of demand at cost", () => {
  const [first] = readSpareParts();
  const acv = sheet("Items").cells.find(({ row, column }) => row === 1 && column === 4)!;
  expect(acv.formula).toBe("=Items[@Cost]*Items[@Demand12]");
  // The last twelve months of auto-0003 in the source: 11+3+6+6+2+1+1+0+3+3+2+9.
  expect(acv.value).toBe(first!.unitPrice * 47);
});

test("the plan is one formula a block, stored as dynamic arrays", () => {
  const formulas = sheet("Plan").cells.filter(({ row, formula }) => row === 13 && formula !== undefined);
  expect(formulas.map(({ formula }) => formula!.slice(1).split("(")[0])).toEqual([
    "History!A2:A1001",
    "ABCCLASS",
    "XYZCLASS",
    "DEMAND.STATS",
    "SAFETYSTOCK",
    "ROP",
    "FORECAST.SES",
  ]);
  expect(formulas.every(({ arrayRef, legacyArray }) => arrayRef && !legacyArray)).toBe(true);
  expect(content.sheets[content.activeSheet]!.name).toBe("Plan");
});

test("the licence of the data travels with it", () => {
  const notice = readFileSync(join(__dirname, "../../assets/samples/source/NOTICE"), "utf8");
  expect(notice).toContain("Copyright (c) 2023 KhueNguyenTK");
  expect(sheet("Settings").cells.map(({ value }) => value)).toContainEqual(
    expect.stringContaining("KhueNguyenTK"),
  );
});
