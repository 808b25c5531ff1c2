import { calculateWorkbook } from "../../src/calculator/calculate-workbook";
import { directTransport } from "../../src/calculator/call-transport";
import { findFunction } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { book, calculate, table } from "./book";

const items = table("Items", "Data", "A1:C4", ["Item", "Days", "Unit cost"]);
const data = {
  A1: "Item",
  B1: "Days",
  C1: "Unit cost",
  B2: 30.4375,
  B3: 60.875,
  B4: 91.3125,
  C2: 2,
  C3: 3,
  C4: 5,
};

test("every number is the one the function itself gives, to the last bit", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [50 + i / 7, 5 + i / 13, 1 + (i % 9) / 3]);
  const cells = Object.fromEntries(
    rows.flatMap(([mean, sd, leadTime], i) => [
      [`A${i + 1}`, mean],
      [`B${i + 1}`, sd],
      [`C${i + 1}`, leadTime],
      [`D${i + 1}`, `=SAFETYSTOCK(A${i + 1},B${i + 1},C${i + 1},0.95,0.5)`],
    ]),
  );
  const { at } = await calculate(
    book({ Plan: { ...cells, F1: "=SAFETYSTOCK(A1:A200,B1:B200,C1:C200,0.95,0.5)" } }),
  );
  const safetyStock = findFunction("SAFETYSTOCK");
  if (safetyStock === undefined) throw new Error("SAFETYSTOCK is not in the catalogue");
  const direct = rows.map(
    ([mean, sd, leadTime]) => evaluate(safetyStock, [mean, sd, leadTime, 0.95, 0.5])[0],
  );
  expect(rows.map((_, i) => [at(`D${i + 1}`)])).toEqual(direct);
  expect(at("F1")).toEqual(direct);
});

test("tables, other sheets, names, LET, LAMBDA and spill references work together", async () => {
  const { at, kept } = await calculate(
    book(
      {
        Plan: {
          A1: "=SUM(Items[Days])",
          A2: "=LET(d,Items[Days],TO.PERIODS(SUM(d)))",
          A3: "=Twice(Rate)",
          A4: "=Here",
          C1: "=TO.PERIODS(Items[Days])",
          D1: "=C1#*10",
          E1: "=MAP(Items[Unit cost],LAMBDA(c,c+1))",
          F1: "=SUM(C1#)",
          G1: "=@Data!B2:B4",
        },
        Data: { ...data, D1: "Value", D2: "=Items[@Days]*2" },
      },
      {
        tables: [items],
        names: [
          { name: "Rate", refersTo: "=0.25", hidden: false },
          { name: "Twice", refersTo: "=LAMBDA(x,x*2)", hidden: false },
          { name: "Here", refersTo: "=Data!$C$4", hidden: false },
          { name: "Here", refersTo: "=Data!$C$2", sheet: "Plan", hidden: false },
        ],
      },
    ),
  );
  expect(kept).toEqual([]);
  expect(at("A1")).toBe(182.625);
  expect(at("A2")).toBe(6);
  expect(at("A3")).toBe(0.5);
  expect(at("A4")).toBe(2);
  expect(at("C1")).toEqual([[1], [2], [3]]);
  expect(at("D1")).toEqual([[10], [20], [30]]);
  expect(at("E1")).toEqual([[3], [4], [6]]);
  expect(at("F1")).toBe(6);
  expect(at("G1")).toEqual({ error: "#VALUE!" });
  expect(at("D2", "Data")).toBe(60.875);
});

test("a chain of our functions, each waiting for the one before", async () => {
  const links = Array.from({ length: 12 }, (_, i) => [`A${i + 2}`, `=TO.PERIODS(A${i + 1}*30.4375)+1`]);
  const later = {
    send: (
      calls: Parameters<ReturnType<typeof directTransport>["send"]>[0],
      answer: (a: never[]) => void,
    ) => {
      setTimeout(() =>
        answer(
          calls.map(({ key, definition, args }) => ({ key, outcome: evaluate(definition, args) })) as never[],
        ),
      );
    },
  };
  const content = book({ Plan: { A1: 1, ...Object.fromEntries(links) } });
  for (const transport of [directTransport(), later]) {
    const { at } = await calculate(content, { transport: transport as ReturnType<typeof directTransport> });
    expect(at("A13")).toBe(13);
  }
});

describe("what cannot be calculated", () => {
  const content = book(
    {
      Plan: {
        A1: { formula: "=NOSUCH(1)", value: 41 },
        A2: "=A1+1",
        A3: {
          formula: "=_xldudf_ACME_SPILL(1)",
          value: 1,
          arrayRef: { row: 2, column: 0, rows: 2, columns: 1 },
        },
        A4: { value: 2, spilledFrom: { row: 2, column: 0 } },
        A5: "=SUM(A3:A4)",
        A6: { formula: "=Nowhere*2", value: 7 },
        A7: { formula: "=SUM(Plan:Data!A1)", value: 8 },
        A8: "=SUM($B:$B,5:5)",
      },
      Data: {},
    },
    {},
  );

  test("keeps its stored value, is named with the reason, and what depends on it goes on from there", async () => {
    const { at, kept } = await calculate(content);
    expect(kept.map(({ cell, reason }) => [cell, reason])).toEqual([
      ["A1", "the function NOSUCH is not known"],
      ["A3", "the function ACME_SPILL is not known"],
      ["A6", "the name Nowhere is not known"],
      ["A7", "a reference across several sheets (3-D) is not calculated"],
    ]);
    expect(at("A2")).toBe(42);
    expect(at("A5")).toBe(3);
  });
  test("dates of a workbook that counts from 1904 are not calculated wrongly", async () => {
    const dated = {
      ...book({ Plan: { A1: { formula: "=YEAR(1)", value: 1904 }, A2: "=1+1" } }),
      dateSystem: 1904,
    } as const;
    const { at, kept } = await calculate(dated);
    expect(kept.map(({ cell }) => cell)).toEqual(["A1"]);
    expect(at("A2")).toBe(2);
  });
});

test("an array entered with Ctrl+Shift+Enter fills its range and no more", async () => {
  const legacy = (formula: string, row: number, rows: number, columns: number) => ({
    formula,
    legacyArray: true,
    arrayRef: { row, column: 3, rows, columns },
  });
  const { at } = await calculate(
    book({
      Plan: {
        A1: 1,
        A2: 2,
        A3: 3,
        D1: legacy("=A1:A3*2", 0, 2, 1),
        D4: legacy("=A1:A3*2", 3, 4, 2),
        D9: legacy("=SUM(A1:A3*A1:A3)", 8, 1, 1),
        D11: legacy("=A2", 10, 2, 2),
      },
    }),
  );
  const na = { error: "#N/A" };
  expect(at("D1")).toEqual([[2], [4]]);
  expect(at("D4")).toEqual([
    [2, 2],
    [4, 4],
    [6, 6],
    [na, na],
  ]);
  expect(at("D9")).toBe(14);
  expect(at("D11")).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

test("a spill that is in the way is #SPILL!, references far out and blanks are fine", async () => {
  const { at } = await calculate(
    book({
      Plan: { A1: 1, B1: "=SEQUENCE(3)", B2: "in the way", E1: "=SUM(AA1:AB90000)", E2: "=A9", D1: "=A1:A2" },
    }),
  );
  expect(at("B1")).toEqual({ error: "#SPILL!" });
  expect(at("E2")).toBe(0);
  expect(at("D1")).toEqual([[1], [0]]);
});

test("a formula that cannot even be read is an error in its cell, and the others are calculated", async () => {
  const { at } = await calculate(book({ Plan: { A1: "=SUM((((", A2: "=)(", A3: "=1+1", A4: '="unclosed' } }));
  expect(at("A3")).toBe(2);
  expect(at("A1")).toEqual({ error: "#VALUE!" });
});

test("a workbook without formulas, and one without cells", async () => {
  const transport = directTransport();
  expect((await calculateWorkbook(book({ Plan: { A1: 1 } }), { transport })).sheets).toEqual([
    { name: "Plan", cells: [] },
  ]);
  expect((await calculateWorkbook(book({ Plan: {} }), { transport })).kept).toEqual([]);
});

test("a spill far longer than the sheet is used finds its room", async () => {
  const { at } = await calculate(book({ Plan: { A1: "=SEQUENCE(30000)", B1: "=SUM(A1#)" } }));
  expect(at("B1")).toBe(450_015_000);
});

describe("a formula that a file stores plainly gives one value", () => {
  const plain = (formula: string) => ({ formula });
  test.each([
    ["=A1:A3", 2],
    ["=A1:A3*2", 4],
    ["=A:A+1", 3],
    ["=SUM(A1:A3)", 6],
    ["=ABS(A1:A3)", 2],
    ["=IF(A1:A3>1,A1:A3,0)", 2],
    ["=SORT(A1:A3,,-1)", 3],
    ["=VLOOKUP(A:A,A1:B3,2,FALSE)", "two"],
    ["=SUMIF(A1:A3,A:A)", 2],
    ["=Items[Days]", 2],
    ["=SUM(Items[Days])", 6],
    ["=SUM((A1:A3>1)*A1:A3)", 5],
    ["=SUMPRODUCT(A1:A3,SUMIF(A1:A3,A1:A3))", 14],
    ["=SUMPRODUCT((A1:A3>1)*ABS(A1:A3))", 5],
    ["=SLOPE(A1:A3*2,A1:A3)", 2],
    ["={1,2}", 1],
  ])("%s", async (formula, value) => {
    const { at } = await calculate(
      book(
        { Plan: { A1: 1, A2: 2, A3: 3, B1: "one", B2: "two", B3: "three", D2: plain(formula) } },
        { tables: [{ ...table("Items", "Plan", "A1:A3", ["Days"]), headerRow: false }] },
      ),
    );
    expect(at("D2")).toEqual(value);
  });
  test("except where it calls our functions: a program that types them plainly wants the answer", async () => {
    const { at } = await calculate(book({ Plan: { A1: 1, A2: 2, D2: plain("=TO.PERIODS(A1:A2*30.4375)") } }));
    expect(at("D2")).toEqual([[1], [2]]);
  });
});
