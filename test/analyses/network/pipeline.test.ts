import { pipeline, type PipelineDetails } from "../../../src/analyses/pipeline";
import { pipelineMonths } from "../../../src/analyses/pipeline/pipeline-list";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { serialOfIsoText } from "../../../src/engine/calendar";
import { journeyTime } from "../../../src/engine/supply";
import type { CellValue } from "../../../src/workbook/workbook";
import { random } from "../../random";
import { tableContent } from "../table-content";

type Rows = readonly (readonly CellValue[])[];

const day = (text: string) => serialOfIsoText(text)!;
const columns = [
  "PO",
  "Line",
  "Item",
  "Location",
  "Supplier",
  "Ordered",
  "Due",
  "Dispatched",
  "Received",
  "Qty",
  "Leg",
];
/** A hundred a month, every month of the year before. */
const demand: Rows = Array.from({ length: 12 }, (_, m) => [
  "A",
  "D1",
  `2025-${String(m + 1).padStart(2, "0")}-15`,
  100,
]);

function looked(receipts: Rows, { onHand = 200, options = {}, lanes = [] as Rows } = {}) {
  const outcome = runAnalysis(
    pipeline,
    [
      tableContent("Items", ["Item", "Cost", "Price"], [["A", 10, 25]]),
      tableContent("Stock", ["Item", "Location", "AsOf", "Qty"], [["A", "D1", "2025-12-31", onHand]]),
      tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
      tableContent("Receipts", columns, receipts),
      tableContent("Lanes", ["From", "To", "LeadTime", "LTsd"], lanes),
    ],
    options as Record<string, unknown>,
    "run-1",
  );
  return { outcome, ...(outcome.details as PipelineDetails) };
}

const open = (order: string, due: string, units: number): CellValue[] => [
  order,
  "1",
  "A",
  "D1",
  "S",
  "",
  due,
  "",
  "",
  units,
  "",
];

describe("pipeline", () => {
  test("200 on hand, 100, 50 and 200 arriving, 100 a month: 200, 150, 250", () => {
    const { months } = looked(
      [open("PO1", "2026-01-10", 100), open("PO2", "2026-02-10", 50), open("PO3", "2026-03-10", 200)],
      { options: { months: 3 } },
    );
    expect(months.map(({ Closing }) => Math.round(Closing!))).toEqual([200, 150, 250]);
    expect(months.map(({ Month }) => Month)).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"].map(day));
  });

  test("the month under way counts with the days that are left", () => {
    const { months } = looked([], { options: { months: 2, on: "2026-01-15" } });
    // 16 of 31 days are to come.
    expect(months[0].Demand).toBeCloseTo((100 * 16) / 31, 9);
    expect(months[1].Demand).toBe(100);
    expect(months[1].Closing).toBeCloseTo(200 - (100 * 16) / 31 - 100, 9);
  });

  test("of a line in parts only the rest is to come, and the same open row counts once", () => {
    const part = ["PO1", "1", "A", "D1", "S", "", "2026-01-10", "", "2025-12-20", 60, ""];
    const rest = open("PO1", "2026-01-10", 100);
    const { arrivals, outcome } = looked([part, rest, rest], { options: { months: 1 } });
    expect(arrivals.map(({ PO, Qty }) => [PO, Qty])).toEqual([["PO1", 40]]);
    expect(outcome.issues.map(({ row, message }) => [row, message])).toEqual([
      [3, "PO and Line must stand in one open row only, got PO1 1 again: it counts once"],
    ]);
  });

  test("days that contradict each other are told and not learnt from", () => {
    const past = ["PO0", "1", "A", "D1", "S", "2025-06-10", "2025-07-10", "", "2025-06-01", 100, ""];
    const { outcome } = looked([past], { options: { months: 1 } });
    expect(outcome.issues.map(({ column, message }) => [column, message])).toEqual([
      ["Received", "Received must not be before Ordered: how long it took is not learnt from it"],
    ]);
  });

  test("a blank place is the one at which Stock knows the item; with several, demand without one is told", () => {
    const run = (places: readonly string[]) =>
      runAnalysis(
        pipeline,
        [
          tableContent("Items", ["Item", "Cost", "Price"], [["A", 10, 25]]),
          tableContent(
            "Stock",
            ["Item", "Location", "AsOf", "Qty"],
            places.map((place) => ["A", place, "2025-12-31", 10]),
          ),
          tableContent("Demand", ["Item", "Date", "Qty"], [["A", "2025-12-15", 100]]),
          tableContent(
            "Receipts",
            ["PO", "Line", "Item", "Due", "Qty"],
            [["PO1", "1", "A", "2026-01-10", 100]],
          ),
        ],
        { months: 1 },
        "run-1",
      );
    const one = run(["D1"]);
    expect((one.details as PipelineDetails).months).toMatchObject([
      { Location: "D1", Opening: 10, Arrivals: 100, Demand: 100, Closing: 10 },
    ]);
    expect(one.issues).toEqual([]);
    expect(run(["D1", "D2"]).issues.map(({ message }) => message)).toEqual([
      "A: Location must be told, Stock has the item at several places: demand without one is left out",
    ]);
  });

  test("months over all items: what arrives, what ends short; what is overdue counts in the first", () => {
    const { months, arrivals } = looked(
      [open("PO1", "2025-12-10", 100), open("PO2", "2026-02-10", 50), open("PO3", "2026-02-20", 10)],
      { options: { months: 3 } },
    );
    expect(arrivals.every(({ Stage }) => Stage === "with supplier")).toBe(true);
    expect(pipelineMonths(months, arrivals)).toEqual([
      { month: day("2026-01-01"), arrivals: 1, lateArrivals: 1, short: 0, low: 0 },
      { month: day("2026-02-01"), arrivals: 2, lateArrivals: 2, short: 0, low: 0 },
      { month: day("2026-03-01"), arrivals: 0, lateArrivals: 0, short: 0, low: 0 },
    ]);
    // 200 on hand, 100 a month: the third month ends short.
    const alone = looked([], { options: { months: 3 } });
    expect(pipelineMonths(alone.months, []).map(({ short }) => short)).toEqual([0, 0, 1]);
  });

  test("a shortage is below 0 and said", () => {
    const { months, outcome } = looked([], { onHand: 150, options: { months: 2 } });
    expect(months.map(({ Closing, State }) => [Closing, State])).toEqual([
      [50, "ok"],
      [-50, "short"],
    ]);
    expect(outcome.summary).toBe(
      "0 open orders, 1 items and places run short within 2 months unless more is ordered",
    );
  });

  /** Orders of a year whose journeys are gamma: mean 30, sd 6 days. */
  function history(count: number): CellValue[][] {
    const { gamma } = random(12);
    return Array.from({ length: count }, (_, k) => {
      const dispatched = day("2025-01-01") + 3 * k;
      return [
        `H${k}`,
        "1",
        "A",
        "D1",
        "S",
        dispatched - 5,
        dispatched + 30,
        dispatched,
        dispatched + gamma(25, 1.2),
        10,
        "sea",
      ];
    });
  }

  test("days and the chance of being late follow past journeys, given what has passed", () => {
    const dispatched = day("2025-12-10");
    const due = dispatched + 33;
    const { arrivals } = looked([
      ...history(100),
      ["PO1", "1", "A", "D1", "S", dispatched - 5, due, dispatched, "", 60, "sea"],
    ]);
    const [row] = arrivals;
    const truth = journeyTime([{ mean: 30, sd: 6 }]);
    // 21 days have passed. A hundred journeys settle a quantile to about two days.
    expect(Math.abs(row.P50! - (dispatched + truth.within(0.5)))).toBeLessThan(2.5);
    expect(row.P80!).toBeGreaterThan(row.P50!);
    expect(row.LateChance!).toBeGreaterThan(0.1);
    expect(row.LateChance!).toBeLessThan(0.6);
    expect(row.Basis).toBe("100 journeys of A from S");
  });

  test("P80 covers at least four of five past arrivals", () => {
    expect(looked(history(120)).coverage).toBeGreaterThanOrEqual(0.8);
  });

  test("an order that is overdue is late for certain and has not arrived yesterday", () => {
    const dispatched = day("2025-10-01");
    const { arrivals, today } = looked([
      ...history(30),
      ["PO1", "1", "A", "D1", "S", "", "2025-11-05", dispatched, "", 60, "sea"],
    ]);
    expect(arrivals[0].LateChance).toBe(1);
    expect(arrivals[0].P50!).toBeGreaterThanOrEqual(today);
  });

  test("the order whose lateness costs most comes first", () => {
    const late = (order: string, units: number, dispatched: number): CellValue[] => [
      order,
      "1",
      "A",
      "D1",
      "S",
      "",
      dispatched + 25,
      dispatched,
      "",
      units,
      "sea",
    ];
    const start = day("2025-12-20");
    const { arrivals } = looked([...history(60), late("small", 2, start), late("large", 90, start)], {
      onHand: 10,
    });
    expect(arrivals.map(({ PO, Rank }) => [PO, Rank])).toEqual([
      ["large", 1],
      ["small", 2],
    ]);
    expect(arrivals[0].Risk).toBeCloseTo(arrivals[0].LateChance! * arrivals[0].GapCost!, 9);
    // The gap is priced at 25 - 10 a unit.
    expect(arrivals[0].GapCost).toBeCloseTo(15 * arrivals[0].Gap!, 9);
  });

  test("too few arrivals: the lane's time; nothing known: an issue", () => {
    const line: CellValue[] = ["PO1", "1", "A", "D1", "S", "2025-12-20", "2026-01-10", "", "", 5, ""];
    const { arrivals } = looked([line], { lanes: [["S", "D1", 40, 0]] });
    expect(arrivals[0]).toMatchObject({
      P50: day("2025-12-20") + 40,
      LateChance: 1,
      Basis: "Lanes, too few arrivals",
    });
    const { outcome } = looked([["PO2", "1", "A", "D1", "S", "", "", "", "", 5, ""]]);
    expect(outcome.issues).toMatchObject([{ table: "Receipts", row: 1, column: "Due" }]);
  });
});
