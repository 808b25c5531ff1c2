import { planFlow, type FlowDetails } from "../../../src/analyses/plan-flow";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { serialOfIsoText } from "../../../src/engine/calendar";
import { provideSolver, solverMissing } from "../../../src/engine/optimise";
import type { CellValue } from "../../../src/workbook/workbook";
import { loadHighsSolver } from "../../../src/worker/highs-solver";
import { tableContent } from "../table-content";

type Rows = readonly (readonly CellValue[])[];

const day = (text: string) => serialOfIsoText(text)!;
const END_OF_MARCH = day("2026-03-31");

interface Case {
  readonly stock?: Rows;
  readonly lanes?: Rows;
  readonly forecast?: Rows;
  readonly receipts?: Rows;
  readonly policies?: Rows;
  readonly options?: object;
}

/** A supplier, a depot and a shop; items A and B cost 10 each. */
function planned({ stock, lanes = [], forecast = [], receipts = [], policies = [], options = {} }: Case) {
  const outcome = runAnalysis(
    planFlow,
    [
      tableContent(
        "Items",
        ["Item", "Cost", "LeadTime"],
        [
          ["A", 10, 30],
          ["B", 10, 30],
        ],
      ),
      tableContent(
        "Locations",
        ["Location", "Type"],
        [
          ["SUP", "supplier"],
          ["DC", "DC"],
          ["SHOP", "store"],
        ],
      ),
      tableContent("Lanes", ["From", "To", "Item", "LeadTime", "Cost", "Capacity", "Use"], lanes),
      tableContent(
        "Stock",
        ["Item", "Location", "Status", "AsOf", "Qty"],
        stock ?? [["A", "DC", "usable", END_OF_MARCH, 0]],
      ),
      tableContent("Forecast", ["Item", "Location", "Date", "Stat"], forecast),
      tableContent("Receipts", ["PO", "Line", "Item", "Location", "Due", "Qty"], receipts),
      tableContent("Policies", ["Item", "Location", "SS"], policies),
    ],
    { periods: 3, ...options },
    "run-1",
  );
  const [table] = outcome.results as unknown as { rows: Rows }[];
  return { outcome, rows: table.rows, details: outcome.details as FlowDetails };
}

const forecastOf = (item: string, ...units: number[]): Rows =>
  units.map((Stat, month) => [item, "SHOP", day(`2026-0${4 + month}-01`), Stat]);
const lane = (
  from: string,
  to: string,
  capacity: CellValue = "",
  days: CellValue = 3,
  item = "",
): CellValue[] => [from, to, item, days, 2, capacity, "supply"];

beforeAll(async () => provideSolver(await loadHighsSolver()));
afterAll(() => solverMissing("the test is over"));

describe("plan-flow", () => {
  test("goes early where the lane is too narrow for a peak", () => {
    const { rows, outcome } = planned({
      lanes: [lane("SUP", "SHOP", 60)],
      forecast: forecastOf("A", 0, 50, 70),
    });
    const [may, june] = [day("2026-05-01"), day("2026-06-01")];
    expect(rows).toEqual([
      ["A", "SUP", "SHOP", may, expect.closeTo(60, 6), may, expect.closeTo(120, 6), "capacity", "run-1"],
      ["A", "SUP", "SHOP", june, expect.closeTo(60, 6), june, expect.closeTo(120, 6), "capacity", "run-1"],
    ]);
    expect(outcome.issues).toEqual([]);
    // Ten units, worth 10 and freight of 2, stay a month at 20 % a year.
    expect((outcome.details as FlowDetails).holding).toBeCloseTo((10 * 12 * 0.2) / 12, 6);
  });

  test("says who stays short, when and of how much", () => {
    const { details, outcome } = planned({
      lanes: [lane("SUP", "SHOP", 40)],
      forecast: forecastOf("A", 50, 50, 30),
    });
    expect(details.short).toEqual([
      { item: "A", location: "SHOP", date: day("2026-04-01"), units: expect.closeTo(10, 6) },
      { item: "A", location: "SHOP", date: day("2026-05-01"), units: expect.closeTo(20, 6) },
      { item: "A", location: "SHOP", date: day("2026-06-01"), units: expect.closeTo(10, 6) },
    ]);
    expect(outcome.issues.map(({ row, message }) => [row, message])).toEqual([
      [
        1,
        "A: SHOP stays short of 10 in the period from 2026-04-01, 20 in the period from 2026-05-01, 10 in the period from 2026-06-01",
      ],
    ]);
  });

  test("stock, open orders and safety stock count; what was issued too often is owed", () => {
    const { rows } = planned({
      lanes: [lane("DC", "SHOP"), lane("SUP", "DC", "", 90)],
      forecast: forecastOf("A", 10, 10, 10),
      stock: [
        ["A", "DC", "usable", END_OF_MARCH, 12],
        ["A", "SHOP", "usable", END_OF_MARCH, -2],
      ],
      receipts: [["PO1", "1", "A", "DC", day("2026-05-10"), 100]],
      policies: [["A", "SHOP", 5]],
    });
    // Two owed and ten of April come from the depot's twelve; in May the order arrives: ten and five for safety.
    expect(rows.map(([, from, to, , units]) => [from, to, Math.round(Number(units) * 1e6) / 1e6])).toEqual([
      ["DC", "SHOP", 12],
      ["DC", "SHOP", 15],
      ["DC", "SHOP", 10],
    ]);
  });

  test("a capacity for all items is shared by need; one item alone keeps to its part", () => {
    const together: Case = {
      lanes: [lane("SUP", "SHOP", 40)],
      forecast: [...forecastOf("A", 30, 30, 30), ...forecastOf("B", 10, 10, 10)],
    };
    const april = (rows: Rows) =>
      rows.filter(([, , , from]) => from === day("2026-04-01")).map((row) => row[4]);
    expect(april(planned(together).rows)).toEqual([expect.closeTo(30, 6), expect.closeTo(10, 6)]);
    const narrow = { ...together, lanes: [lane("SUP", "SHOP", 20)] };
    expect(april(planned({ ...narrow, options: { item: "B" } }).rows)).toEqual([expect.closeTo(5, 6)]);
    const own = { ...narrow, lanes: [...narrow.lanes, lane("SUP", "SHOP", "", 3, "B")] };
    expect(april(planned(own).rows)).toEqual([expect.closeTo(20, 6), expect.closeTo(10, 6)]);
  });

  test("weeks are seven days from the day after the stock, and lead times are whole weeks", () => {
    const { rows } = planned({
      lanes: [lane("SUP", "SHOP", "", 8)],
      forecast: forecastOf("A", 30, 31),
      options: { bucket: "W", periods: 5 },
    });
    // One unit a day; the first week cannot be reached any more and is served in the second.
    expect(
      rows.map(([, , , leaves, units, arrives]) => [leaves, Math.round(Number(units) * 1e6) / 1e6, arrives]),
    ).toEqual(
      [14, 7, 7, 7].map((units, week) => [
        day("2026-04-01") + 7 * week,
        units,
        day("2026-04-01") + 7 * (week + 1),
      ]),
    );
  });

  test("one item's fault leaves the others planned, and a stock without a day is refused", () => {
    const { outcome, rows } = planned({
      lanes: [lane("SUP", "SHOP", "", "", "A"), lane("SUP", "SHOP", "", 3, "B")],
      forecast: [...forecastOf("A", 1, 1, 1), ...forecastOf("B", 1, 1, 1)],
    });
    expect(outcome.issues.map(({ message }) => message)).toEqual([
      "A: LeadTime of the lane from SUP to SHOP must be at least 0, got a blank",
    ]);
    expect(new Set(rows.map(([item]) => item))).toEqual(new Set(["B"]));
    expect(() => planned({ stock: [["A", "DC", "usable", "", 5]] })).toThrow(
      "Stock[AsOf] must tell the day of the stock, got a blank",
    );
    expect(() => planned({ options: { item: "Z" } })).toThrow("item must be in the table Items");
  });
});
