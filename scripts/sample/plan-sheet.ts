import type { NewCell, NewSheet } from "../../src/xlsx";
import type { StyleName } from "./styles";

/** Our functions the sheet calls. */
export const planFunctions = [
  "DEMAND.STATS",
  "FORECAST.SES",
  "SAFETYSTOCK",
  "ROP",
  "ABCCLASS",
  "XYZCLASS",
] as const;

const FIRST = 14;
const MONTHS_AHEAD = 6;
const STATISTICS = ["n", "Mean", "Sd", "CV", "ADI", "CV²", "Zero share", "Trend", "Season"];

/** One row a part; every column or block is one formula for all of them. */
export function planSheet(partCount: number): NewSheet {
  const last = FIRST + partCount - 1;
  const column = (letter: string) => `${letter}${FIRST}:${letter}${last}`;
  const history = `History!B2:Y${partCount + 1}`;
  const formulas: (NewCell | undefined)[] = [
    { formula: `=History!A2:A${partCount + 1}`, dynamic: true },
    { formula: `=ABCCLASS(XLOOKUP(${column("A")},Items[Item],Items[ACV]))` },
    { formula: `=XYZCLASS(${column("G")})` },
    { formula: `=DEMAND.STATS(${history})` },
    ...Array<undefined>(STATISTICS.length - 1),
    { formula: `=SAFETYSTOCK(${column("E")},${column("F")},$B$8,$B$7)`, style: "decimals" },
    { formula: `=ROP(${column("E")},${column("F")},$B$8,$B$7)`, style: "decimals" },
    { formula: `=FORECAST.SES(${history},$B$9)`, style: "decimals" },
  ];
  const headings: NewCell[] = [
    ...["Item", "ABC", "XYZ", ...STATISTICS, "Safety stock", "Reorder point"].map((value) =>
      styled(value, "heading"),
    ),
    { formula: "=SEQUENCE(1,$B$9)", dynamic: true, style: "aheadHeading" },
    ...Array.from({ length: MONTHS_AHEAD - 1 }, () => ({ style: "aheadHeading" })),
  ];
  return {
    name: "Plan",
    gridLines: false,
    rows: [
      [styled("Plan for 1,000 spare parts", "title")],
      [styled("Every column below is one formula that answers for all parts at once.", "note")],
      [styled("1. Change a yellow cell: service level, lead time, months ahead.", "note")],
      [
        styled(
          "2. Change a month on the sheet History and watch the part's forecast and safety stock.",
          "note",
        ),
      ],
      [styled("3. Select a result and choose Explain this cell in the Stockbook pane.", "note")],
      [],
      [
        styled("Cycle service level", "label"),
        styled(0.95, "inputPercent"),
        styled("chance of no stockout in a replenishment cycle", "note"),
        ...blanks(4),
        styled("Parts", "label"),
        undefined,
        { formula: `=COUNTA(${column("A")})`, style: "whole" },
      ],
      [
        styled("Lead time, months", "label"),
        styled(2, "inputNumber"),
        styled("the source gives none: put in yours", "note"),
        ...blanks(4),
        styled("of class A", "label"),
        undefined,
        { formula: `=COUNTIF(${column("B")},"A")`, style: "whole" },
      ],
      [
        styled("Months ahead", "label"),
        styled(MONTHS_AHEAD, "inputWhole"),
        styled("length of the forecast", "note"),
        ...blanks(4),
        styled("Safety stock, units", "label"),
        undefined,
        { formula: `=SUM(${column("M")})`, style: "whole" },
      ],
      [
        ...blanks(7),
        styled("Safety stock, value", "label"),
        undefined,
        {
          formula: `=SUMPRODUCT(${column("M")},SUMIF(Items[Item],${column("A")},Items[Cost]))`,
          style: "whole",
        },
      ],
      [
        ...blanks(7),
        styled("Forecast, next month", "label"),
        undefined,
        { formula: `=SUM(${column("O")})`, style: "whole" },
      ],
      [],
      headings,
      formulas,
    ],
    columns: columnLooks(),
    freeze: { rows: FIRST - 1, columns: 1 },
  };
}

function columnLooks(): { width: number; style?: StyleName }[] {
  const statistics: StyleName[] = ["whole", "decimals", "decimals", "decimals", "decimals", "decimals"];
  return [
    { width: 25 },
    { width: 9 },
    { width: 9 },
    ...[...statistics, "percent" as const, "percent" as const, "decimals" as const].map((style) => ({
      width: 12,
      style,
    })),
    ...Array.from({ length: 2 }, () => ({ width: 12, style: "decimals" as const })),
    ...Array.from({ length: 12 }, () => ({ width: 11, style: "decimals" as const })),
  ];
}

function blanks(count: number): undefined[] {
  return Array<undefined>(count).fill(undefined);
}

function styled(value: string | number, style: StyleName): NewCell {
  return { value, style };
}
