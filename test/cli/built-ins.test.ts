import { calculateWorkbook } from "../../src/calculator/calculate-workbook";
import { directTransport } from "../../src/calculator/call-transport";
import { createXlsx, openPackage, readWorkbook, type NewCell } from "../../src/xlsx";
import { inLibreOffice, judge } from "../libreoffice";

/**
 * Functions of Excel that planners put around ours. LibreOffice recomputes each from the same file, without stored results; ours
 * must agree. The numbers stand in A1:C12: months 1-12, a demand, a second one.
 * Results that LibreOffice would show as money, percent or date go through a function that makes plain numbers of them.
 */
const demand = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118];
const other = [3, 0, 7.25, -2, 11, 4, 4, 9, 0.5, 6, 2, 8];

const formulas = [
  ...["SUM", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "MEDIAN", "PRODUCT", "SUMSQ", "DEVSQ", "AVEDEV"].map(
    (name) => `=${name}(B1:B12)`,
  ),
  ...["STDEV", "STDEV.S", "STDEV.P", "VAR.S", "VAR.P", "SKEW", "KURT", "MODE.SNGL"].map(
    (name) => `=${name}(B1:B12)`,
  ),
  "=GEOMEAN(B1:B12)",
  "=HARMEAN(B1:B12)",
  "=TRIMMEAN(B1:B12,0.2)",
  "=PERCENTILE.INC(B1:B12,0.9)",
  "=PERCENTILE.EXC(B1:B12,0.9)",
  "=QUARTILE.INC(B1:B12,3)",
  "=RANK.EQ(B3,B1:B12)",
  "=LARGE(B1:B12,3)",
  "=SMALL(B1:B12,3)",
  "=CORREL(B1:B12,C1:C12)",
  "=COVARIANCE.S(B1:B12,C1:C12)",
  "=SLOPE(B1:B12,A1:A12)",
  "=INTERCEPT(B1:B12,A1:A12)",
  "=RSQ(B1:B12,A1:A12)",
  "=STEYX(B1:B12,A1:A12)",
  "=FORECAST.LINEAR(13,B1:B12,A1:A12)",
  "=NORM.S.INV(0.95)",
  "=NORM.S.DIST(1.645,TRUE)",
  "=NORM.DIST(120,118,12,FALSE)",
  "=NORM.INV(0.9,50,5)",
  "=POISSON.DIST(3,2.5,TRUE)",
  "=GAMMA.DIST(3,2,1.5,TRUE)",
  "=T.INV.2T(0.05,11)",
  "=CHISQ.INV.RT(0.05,11)",
  "=BINOM.DIST(3,10,0.3,FALSE)",
  "=EXPON.DIST(2,0.5,TRUE)",
  "=LN(B1)",
  "=LOG10(B1)",
  "=LOG(B1,2)",
  "=EXP(1.5)",
  "=SQRT(B1)",
  "=POWER(1.02,12)",
  "=2^0.5",
  "=ABS(C4)",
  "=SIGN(C4)",
  "=MOD(-7,3)",
  "=INT(-2.5)",
  "=TRUNC(-2.567,1)",
  "=ROUND(2.675,2)",
  "=ROUNDUP(2.1,0)",
  "=ROUNDDOWN(-2.19,1)",
  "=MROUND(17,5)",
  "=CEILING(17,5)",
  "=FLOOR(17,5)",
  "=QUOTIENT(17,5)",
  "=GCD(24,36)",
  "=LCM(4,6)",
  "=SUMPRODUCT(B1:B12,C1:C12)",
  '=SUMIF(B1:B12,">125")',
  '=SUMIFS(C1:C12,B1:B12,">115",A1:A12,"<=8")',
  '=COUNTIF(B1:B12,">=118")',
  '=COUNTIFS(B1:B12,">115",C1:C12,"<5")',
  '=AVERAGEIF(B1:B12,">125")',
  '=AVERAGEIFS(C1:C12,B1:B12,">115")',
  '=MAXIFS(B1:B12,C1:C12,"<5")',
  '=MINIFS(B1:B12,C1:C12,"<5")',
  "=COUNTBLANK(A1:D12)",
  "=SUBTOTAL(9,B1:B12)",
  "=IF(B1>B2,1,2)",
  '=IFERROR(1/0,"none")',
  "=IFNA(MATCH(1000,B1:B12,0),-1)",
  '=IFS(B1>200,"high",B1>100,"mid",TRUE,"low")',
  '=SWITCH(2,1,"a",2,"b","c")',
  "=AND(B1>100,B2>100)",
  "=XOR(TRUE,FALSE)",
  "=INDEX(B1:B12,MATCH(7,A1:A12,0))",
  "=VLOOKUP(7,A1:C12,3,FALSE)",
  "=LOOKUP(5.5,A1:A12,B1:B12)",
  "=CHOOSE(2,10,20,30)",
  "=SUM(OFFSET(B1,2,0,3,1))",
  '=SUM(INDIRECT("B1:B3"))',
  "=ROWS(B1:B12)",
  "=DATE(2024,2,30)-DATE(2023,12,31)",
  "=YEAR(45351)",
  "=MONTH(45351)",
  "=DAY(45351)",
  "=WEEKDAY(45351,2)",
  "=ISOWEEKNUM(45351)",
  "=EDATE(45351,13)",
  "=EOMONTH(45351,1)",
  "=NETWORKDAYS(45292,45351)",
  "=WORKDAY(45292,20)",
  "=DAYS(45351,45292)",
  "=YEARFRAC(45292,45351,1)",
  '=DATEVALUE("2024-03-12")',
  '=TEXT(1234.5,"#,##0.00")',
  '=TEXT(45351,"yyyy-mm-dd")',
  '=LEFT("SKU-0042",3)',
  '=MID("SKU-0042",5,4)',
  '=RIGHT("SKU-0042",2)',
  '=LEN("SKU-0042")',
  '=FIND("-","SKU-0042")',
  '=SUBSTITUTE("a-b-c","-","+",2)',
  '=TRIM("  a   b ")',
  '=UPPER("sku")',
  '=CONCATENATE("a",1,"b")',
  '="a"&1/4',
  '=TEXTJOIN("/",TRUE,"a","","b")',
  '=VALUE("12.5")',
  '=REPT("ab",3)',
  '=EXACT("a","A")',
  "=ISNUMBER(B1)",
  "=ISBLANK(D1)",
  "=ISERROR(1/0)",
  "=1/0",
  "=NA()",
  '="a"+1',
  "=EXP(LN(PMT(0.05/12,60,-10000)))",
  "=EXP(LN(NPV(0.1,C1:C12)))",
  "=EXP(LN(FV(0.05,10,-100)))",
  "=EXP(LN(PV(0.05,10,-100)))",
  "=SQRT(10%)",
  "=-2^2",
  "=1=1",
] as const;

judge(
  `${formulas.length} built-in formulas are what LibreOffice computes`,
  async () => {
    const rows: (NewCell | number | undefined)[][] = formulas.map((formula, i) => [
      ...(i < 12 ? [i + 1, demand[i], other[i]] : [undefined, undefined, undefined]),
      undefined,
      { formula },
    ]);
    const bytes = createXlsx(
      { sheets: [{ name: "Plan", rows }], styles: { plain: { numberFormat: "0.00" } } },
      [],
    );
    const calculated = await calculateWorkbook(readWorkbook(openPackage(bytes), []), {
      transport: directTransport(),
    });
    expect(calculated.kept).toEqual([]);
    const judged = shown(bytes);
    const differing = calculated.sheets[0].cells.flatMap(({ content, value }) => {
      const theirs = judged[content.row];
      return agree(value, theirs)
        ? []
        : [`${content.formula}: ours ${JSON.stringify(value)}, LibreOffice ${theirs}`];
    });
    expect(differing).toEqual([]);
  },
  120_000,
);

/** Column E as LibreOffice computes it, at full precision. */
function shown(bytes: Uint8Array): string[] {
  // Tab between cells, no quotes: no text here holds a tab.
  const text = inLibreOffice(bytes, "9,,76,1,,0,false,false").get("book.csv") as string;
  return text.split("\n").map((line) => line.split("\t")[4] ?? "");
}

/** LibreOffice writes 15 digits; iterative inverses of both programs end within 1e-9. */
function agree(ours: unknown, theirs: string): boolean {
  if (typeof ours === "number") {
    const seen = Number(theirs);
    return Math.abs(seen - ours) <= 1e-9 * Math.max(1e-3, Math.abs(ours));
  }
  if (typeof ours === "object" && ours !== null) return (ours as { error: string }).error === theirs;
  if (typeof ours === "boolean") return String(ours).toUpperCase() === theirs;
  return String(ours ?? "") === theirs;
}
