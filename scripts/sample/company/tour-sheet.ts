import type { NewCell, NewSheet } from "../../../src/xlsx";
import { MONTHS, serial } from "./calendar";
import type { BookedLeaf } from "./booked-leaf";
import { censored, superseded } from "./company";
import type { Records } from "./records";
import type { StyleName } from "../styles";

/** Our functions the sheet calls. */
export const tourFunctions = [
  "DEMAND.UNCONSTRAIN",
  "FORECAST.QUANTILE",
  "LEADTIME.STATS",
  "SAFETYSTOCK",
  "SAFETYSTOCK.FILLRATE",
] as const;

interface Step {
  readonly problem: string;
  readonly saying: string;
  readonly today: string;
  readonly holding: string;
  readonly right: string;
  readonly style: StyleName;
  readonly where: string;
}

/** Seven planted problems, each with the number that misleads and the number that holds. */
export function tourSheet(demand: Records["demand"], leaves: readonly BookedLeaf[]): NewSheet {
  const steps = stepsOf(demand, leaves);
  const heading = (value: string): NewCell => ({ value, style: "heading" });
  const text = (value: string): NewCell => ({ value, style: "wrapped" });
  return {
    name: "Start",
    gridLines: false,
    rows: [
      [{ value: "Seven problems in one company's month", style: "title" }],
      [
        {
          value:
            "A made-up maker of pumps: 64 items, 3 warehouses, 24 service points. Each row shows the number people work with and the number that holds.",
          style: "note",
        },
      ],
      [],
      ["Step", "What is wrong", "People work with", "Number", "What holds", "Number", "Where to go on"].map(
        heading,
      ),
      ...steps.map(({ problem, saying, today, holding, right, style, where }, i): NewCell[] => [
        { value: i + 1, style: "topCentred" },
        text(problem),
        text(saying),
        { formula: today, style },
        text(holding),
        { formula: right, style },
        text(where),
      ]),
      [],
      [
        {
          value: "Done? Open a new workbook, choose My own data in the pane, and paste your own.",
          style: "label",
        },
      ],
    ],
    columns: [7, 32, 24, 12, 26, 12, 26].map((width) => ({ width })),
    freeze: { rows: 4 },
  };
}

function stepsOf(demand: Records["demand"], leaves: readonly BookedLeaf[]): Step[] {
  const rowsOf = (item: string, location: string, column: string, last = MONTHS) => {
    const first = demand.findIndex((row) => row.Item === item && row.Location === location);
    const end = first + MONTHS + 1;
    return `Demand!${column}${end - last + 1}:${column}${end}`;
  };
  const leafOf = (key: string) => leaves.find(({ item, location }) => `${item.item}@${location}` === key)!;
  const [gapItem, gapPlace] = censored.leaf.split("@");
  const spare = leafOf("SP-608@D100");
  const fast = leafOf("FI-404@D100");
  const recent = `(Receipts[Supplier]="S05")*(Receipts[Received]>=${serial(2026, 7, 1)})`;
  const [oldItem, oldPlace] = superseded.split("@");
  const old = rowsOf(oldItem, oldPlace, "D", 5);
  const fastDemand = rowsOf("FI-404", "D100", "D", 12);
  return [
    {
      problem: `${gapItem} at ${gapPlace}: the shelf was empty in spring, so history shows sales, not demand.`,
      saying: "Average of the last nine months as shipped",
      today: `=AVERAGE(${rowsOf(gapItem, gapPlace, "D", 9)})`,
      holding: "The same months as they would have sold",
      right: `=AVERAGE(DEMAND.UNCONSTRAIN(${rowsOf(gapItem, gapPlace, "D", 9)},${rowsOf(gapItem, gapPlace, "E", 9)}))`,
      style: "topNumber",
      where: "Forecast: the item's history and its cleaned demand",
    },
    {
      problem: "SP-608 at D100: a spare part with many months of zero is planned by its average.",
      saying: "Reorder point: average times lead time",
      today: `=AVERAGE(${rowsOf("SP-608", "D100", "D")})*${spare.item.leadTime}/30.44`,
      holding: "Lead-time demand that is not exceeded in 95 of 100 cases",
      right: `=FORECAST.QUANTILE(${rowsOf("SP-608", "D100", "D")},${spare.item.leadTime}/30.44,0.95)`,
      style: "topNumber",
      where: "Policies: proposals, ranked by money",
    },
    {
      problem: "Supplier S05 promises 30 days and has drifted for months.",
      saying: "Lead time of the contract, days",
      today: `=XLOOKUP("EL-501",Contracts[Item],Contracts[LeadTime])`,
      holding: "Mean of its receipts since July",
      right: `=INDEX(LEADTIME.STATS(FILTER(Receipts[Ordered],${recent}),FILTER(Receipts[Received],${recent})),1,2)`,
      style: "topNumber",
      where: "Policies: suppliers, and what the gap costs",
    },
    {
      problem: "Contracts promise a fill rate of 98 %; somebody typed it as cycle service.",
      saying: "Safety stock of FI-404 at 98 % cycle service",
      today: `=SAFETYSTOCK(AVERAGE(${fastDemand}),STDEV.S(${fastDemand}),${fast.item.leadTime}/30.44,0.98)`,
      holding: "At 98 % fill rate with its lot",
      right: `=SAFETYSTOCK.FILLRATE(AVERAGE(${fastDemand}),STDEV.S(${fastDemand}),${fast.item.leadTime}/30.44,${fast.parameters.lot},0.98)`,
      style: "topWhole",
      where: "Segments: targets, each named",
    },
    {
      problem: `${oldItem} was superseded in June, and ${oldPlace} still has plenty.`,
      saying: "Days of supply by last year's sales",
      today: `=SUMIFS(Stock[Qty],Stock[Item],"${oldItem}",Stock[Location],"${oldPlace}")/SUM(${rowsOf(oldItem, oldPlace, "D", 12)})*365`,
      holding: "By what it sells since June",
      right: `=SUMIFS(Stock[Qty],Stock[Item],"${oldItem}",Stock[Location],"${oldPlace}")/SUM(${old})*153`,
      style: "topWhole",
      where: "Health: end of life",
    },
    {
      problem:
        "Stock records and ledger of October differ: an invoice came late, and consigned goods were booked as own.",
      saying: "Ledger",
      today: "=SUM(Ledger[Amount])",
      holding: "Own stock, first in, first out",
      right: `=SUMIFS(Stock[Value],Stock[Owner],"own")-SUMIFS(Stock[Value],Stock[Item],"SE-306",Stock[Location],"D200")`,
      style: "topNumber",
      where: "Health: month end, which names the documents",
    },
    {
      problem: "The warehouse system counts FI-410 in boxes of 20.",
      saying: "Its quantity at D200",
      today: `=SUMIFS(WMS[Qty],WMS[Item],"FI-410",WMS[Location],"D200")`,
      holding: "In pieces, as booked",
      right: `=SUMIFS(Stock[Qty],Stock[Item],"FI-410",Stock[Location],"D200")`,
      style: "topNumber",
      where: "Paste your own extract: units must agree before any plan",
    },
  ];
}
