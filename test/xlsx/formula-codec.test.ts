import fc from "fast-check";
import { decodeFormula, encodeFormula, FormulaCodec, XlsxError } from "../../src/xlsx";
import { joinTokens, tokenize } from "../../src/xlsx/formula/formula-tokens";
import { shiftFormula } from "../../src/xlsx/formula/shift-formula";

const names = ["SAFETYSTOCK", "SAFETYSTOCK.FILLRATE", "FORECAST.ETS", "ROP"];

/** Typed and stored, as seen in workbooks saved by Excel 365. */
const pairs: [string, string][] = [
  ["=SAFETYSTOCK.FILLRATE(1,2)", "_xldudf_SAFETYSTOCK_FILLRATE(1,2)"],
  ["=1+ROP( A1 ,SAFETYSTOCK(B1))", "1+_xldudf_ROP( A1 ,_xldudf_SAFETYSTOCK(B1))"],
  ["=SORT(UNIQUE(A1:A9))", "_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))"],
  ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
  ["='My sheet'!$A$1#*2", "_xlfn.ANCHORARRAY('My sheet'!$A$1)*2"],
  ["=@A1:A9", "_xlfn.SINGLE(A1:A9)"],
  ["=@INDEX(A1:A9,2)+1", "_xlfn.SINGLE(INDEX(A1:A9,2))+1"],
  ["=@(A1:A9*2)", "_xlfn.SINGLE(A1:A9*2)"],
  ["=@Plan!A1#", "_xlfn.SINGLE(_xlfn.ANCHORARRAY(Plan!A1))"],
  ["=Items[@Cost]*2", "Items[[#This Row],[Cost]]*2"],
  ["=Items[@[Unit cost]]", "Items[[#This Row],[Unit cost]]"],
  ["=SUM(Items[@[Jan]:[Dec]])", "SUM(Items[[#This Row],[Jan]:[Dec]])"],
  ["=ROWS(Items[@])", "ROWS(Items[#This Row])"],
  ["=Items[@[Size '[mm']]]", "Items[[#This Row],[Size '[mm']]]"],
  ["=SUM(Items[[#Totals],[Cost]],Items[Cost])", "SUM(Items[[#Totals],[Cost]],Items[Cost])"],
  ["=LET(x,A1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(v,v*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))"],
  ["=LAMBDA(x,[y],x+y)(1)", "_xlfn.LAMBDA(_xlpm.x,_xlop.y,_xlpm.x+_xlpm.y)(1)"],
  ["=LET(f,LAMBDA(x,x),f(2))+x", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x),_xlpm.f(2))+x"],
  ['="SAFETYSTOCK(1)"&"a ""quoted"" ROP("', '"SAFETYSTOCK(1)"&"a ""quoted"" ROP("'],
  ["='It''s ROP('!A1+ROP", "'It''s ROP('!A1+ROP"],
  ["=[1]Sheet1!A1+'[2]A b'!B2", "[1]Sheet1!A1+'[2]A b'!B2"],
  ["=IFERROR(#N/A,#REF!)+{1,2;3,4}", "IFERROR(#N/A,#REF!)+{1,2;3,4}"],
  ["=NETWORKDAYS.INTL(A1,B1)+ISO.CEILING(1)", "NETWORKDAYS.INTL(A1,B1)+ISO.CEILING(1)"],
  ["=1.5E+3%-.5", "1.5E+3%-.5"],
  ["=FORECAST.ETS(A1:A9)", "_xldudf_FORECAST_ETS(A1:A9)"],
];

test.each(pairs)("%s", (typed, stored) => {
  expect(encodeFormula(typed, names)).toBe(stored);
  expect(decodeFormula(stored, names)).toBe(typed);
});

test("a formula may be typed in any case and without =; built-ins get their prefix either way", () => {
  expect(encodeFormula("safetystock(stdev.s(A1:A9))", names)).toBe(
    "_xldudf_SAFETYSTOCK(_xlfn.STDEV.S(A1:A9))",
  );
});

test("already stored text is not encoded twice", () => {
  for (const [, stored] of pairs) expect(encodeFormula(stored, names)).toBe(stored);
});

test("the damaged form of a function in another workbook", () => {
  expect(decodeFormula("[2]!_xldudf_ROP(1)+'C:\\x\\[b.xlsm]S'!_xldudf_ROP(2)", names)).toBe("=ROP(1)+ROP(2)");
  expect(decodeFormula("[2]!_xldudf_OTHER(1)", names)).toBe("=[2]!_xldudf_OTHER(1)");
});

test("a built-in that shares its name with one of ours stays apart", () => {
  expect(decodeFormula("_xlfn.FORECAST.ETS(1,A1:A9,B1:B9)", names)).toBe(
    "=_xlfn.FORECAST.ETS(1,A1:A9,B1:B9)",
  );
  expect(decodeFormula("_xlfn.FORECAST.ETS(1,A1:A9,B1:B9)", ["ROP"])).toBe("=FORECAST.ETS(1,A1:A9,B1:B9)");
});

test("[@Column] needs the table of its cell in the file", () => {
  const codec = new FormulaCodec(names);
  expect(codec.encode("=[@Cost]*2", "Items").text).toBe("Items[[#This Row],[Cost]]*2");
  expect(codec.encode("=Other[@Cost]", "Items").text).toBe("Other[[#This Row],[Cost]]");
});

describe("with a namespace", () => {
  test("stored and typed with it, ours without", () => {
    expect(encodeFormula("=ROP(1)+INV.SAFETYSTOCK.FILLRATE(2)", names, "INV")).toBe(
      "_xldudf_INV_ROP(1)+_xldudf_INV_SAFETYSTOCK_FILLRATE(2)",
    );
    expect(decodeFormula("_xldudf_INV_ROP(1)+INV.SAFETYSTOCK(2)", names, "INV")).toBe(
      "=ROP(1)+SAFETYSTOCK(2)",
    );
  });

  test("a file written without it is read too", () => {
    expect(decodeFormula("_xldudf_ROP(1)", names, "INV")).toBe("=ROP(1)");
    expect(decodeFormula("_xldudf_INV_ROP(1)", names)).toBe("=_xldudf_INV_ROP(1)");
  });
});

test("two functions may not have the same name in a file", () => {
  expect(() => new FormulaCodec(["A.B", "A_B"])).toThrow(XlsxError);
  expect(() => new FormulaCodec(["A.B", "A_B"])).toThrow("A.B and A_B would have the same name in a file");
});

test("whether a formula calls our functions", () => {
  const codec = new FormulaCodec(names);
  expect(codec.encode("=1+ROP(1)").custom).toBe(true);
  expect(codec.encode('=ROP+"ROP(1)"+SUM(1)').custom).toBe(false);
  expect(codec.hasPlainCalls("1+rop(1)")).toBe(true);
  expect(codec.hasPlainCalls("1+_xldudf_ROP(1)")).toBe(false);
});

const formulaText = fc.array(
  fc.constantFrom(
    ..."A1 $B$2 A:A 1:3 ROP( SAFETYSTOCK( _xldudf_ROP( _xlfn.SINGLE( LET( ( ) , ; # @ [ ] [@x] [[#This ' \" { } ! : + -1.5E3 #N/A Sheet1! é €".split(
      " ",
    ),
    " ",
  ),
);

test("tokens are the formula, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        formulaText.map((parts) => parts.join("")),
      ),
      (text) => {
        expect(joinTokens(tokenize(text))).toBe(text);
      },
    ),
  );
});

test("any text can be encoded and decoded", () => {
  const codec = new FormulaCodec(names, { namespace: "INV" });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        formulaText.map((parts) => parts.join("")),
      ),
      (text) => {
        expect(codec.decode(text).startsWith("=")).toBe(true);
        expect(typeof codec.encode(text).text).toBe("string");
      },
    ),
  );
});

test("deep nesting is no trouble", () => {
  const stored = "_xlfn.SINGLE(".repeat(2000) + "A1" + ")".repeat(2000);
  const typed = `=${"@".repeat(2000)}A1`;
  expect(decodeFormula(stored, names)).toBe(typed);
  expect(encodeFormula(typed, names)).toBe(stored);
});

describe("a formula copied to another cell", () => {
  test.each([
    ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
    ["SUM(A:C)+SUM($A:C)+SUM(2:3)+SUM($2:3)", 1, 1, "SUM(B:D)+SUM($A:D)+SUM(3:4)+SUM($2:4)"],
    ["Sheet1!A1+'A1 B2'!C3+[1]S!A1", 1, 0, "Sheet1!A2+'A1 B2'!C4+[1]S!A2"],
    ['LOG10(A1)&"A1"&A1B&Items[A1]&XFE1', 1, 0, 'LOG10(A2)&"A1"&A1B&Items[A1]&XFE1'],
    ["A1:B2*3+1", 1, 1, "B2:C3*3+1"],
    ["A2", -2, 0, "A1048576"],
    ["B1", 0, -2, "XFD1"],
  ])("%s by %d rows, %d columns", (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });

  test("there and back again", () => {
    const cell = fc.tuple(
      fc.integer({ min: 200, max: 900 }),
      fc.constantFrom("AA", "$BC", "CZ"),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.integer({ min: -99, max: 99 }), (cells, by) => {
        const formula = cells.map(([row, column, fixed]) => `${column}${fixed ? "$" : ""}${row}`).join("+");
        expect(shiftFormula(shiftFormula(formula, by, -by % 20), -by, by % 20)).toBe(formula);
      }),
    );
  });
});
