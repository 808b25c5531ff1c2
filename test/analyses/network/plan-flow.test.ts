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
  readonly locations?: Rows;
  readonly plan?: readonly CellValue[][];
  readonly stock?: Rows;
  readonly lanes?: Rows;
  readonly forecast?: Rows;
  readonly receipts?: Rows;
  readonly policies?: Rows;
  readonly options?: object;
}

/** A supplier, a depot and a shop; items A and B cost 10 each. */
function planned({
  locations = [],
  plan = [],
  stock,
  lanes = [],
  forecast = [],
  receipts = [],
  policies = [],
  options = {},
}: Case) {
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
        ["Location", "Type", "Capacity", "Output"],
        [["SUP", "supplier", "", ""], ["DC", "DC", "", ""], ["SHOP", "store", "", ""], ...locations],
      ),
      tableContent(
        "Lanes",
        ["From", "To", "Item", "LeadTime", "Cost", "Capacity", "Use", "MOQ", "Multiple"],
        lanes.map((row) => [...row, "", ""].slice(0, 9)),
      ),
      tableContent(
        "Stock",
        ["Item", "Location", "Status", "AsOf", "Qty"],
        stock ?? [["A", "DC", "usable", END_OF_MARCH, 0]],
      ),
      tableContent("Forecast", ["Item", "Location", "Date", "Stat"], forecast),
      tableContent("Receipts", ["PO", "Line", "Item", "Location", "Due", "Qty"], receipts),
      tableContent("Policies", ["Item", "Location", "SS"], policies),
      ...(plan.length === 0
        ? []
        : [tableContent("FlowPlan", ["Item", "From", "To", "Date", "Qty", "Fixed"], plan)]),
    ],
    { periods: 3, ...options },
    "run-1",
  );
  const [plans, stocks, capacities] = (
    outcome.results as unknown as { columns: string[]; rows: CellValue[][] }[]
  ).map(({ columns, rows }) =>
    rows.map(
      (row) => Object.fromEntries(row.map((cell, i) => [columns[i], cell])) as Record<string, CellValue>,
    ),
  );
  return { outcome, plans, stocks, capacities, details: outcome.details as FlowDetails };
}

const rounded = (units: CellValue) => Math.round(Number(units) * 1e6) / 1e6;
const moves = (rows: readonly Record<string, CellValue>[]) =>
  rows.map(({ From, To, Date, Qty }) => [From, To, Date, rounded(Qty)]);
const [april, may, june] = ["2026-04-01", "2026-05-01", "2026-06-01"].map(day);

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
  test("goes early where the lane is too narrow for a peak, and says why", () => {
    const { plans, stocks, capacities, outcome, details } = planned({
      lanes: [lane("SUP", "SHOP", 60)],
      forecast: forecastOf("A", 0, 50, 70),
    });
    const row = { Item: "A", From: "SUP", To: "SHOP", Qty: 60, Cost: 120, Value: 600, RunId: "run-1" };
    expect(plans).toEqual([
      expect.objectContaining({
        ...row,
        Date: may,
        Arrives: may,
        Limit: "capacity",
        Reason: "50 for demand, 10 ahead: no more can go from SUP to SHOP in 2026-06",
      }),
      expect.objectContaining({
        ...row,
        Date: june,
        Arrives: june,
        Limit: "capacity",
        Reason: "60 for demand",
      }),
    ]);
    // Three days under way, at the cost of the item.
    expect(plans[0].TransitCost).toBeCloseTo((60 * 10 * 0.2 * 3) / 365.25, 9);
    expect(outcome.issues).toEqual([]);
    // Ten units, worth 10 and freight of 2, stay a month at 20 % a year.
    expect(details.holding).toBeCloseTo((10 * 12 * 0.2) / 12, 6);
    expect(
      stocks.map(({ Location, Date, Demand, Arrivals, Stock, Waiting }) => [
        Location,
        Date,
        Demand,
        Arrivals,
        Stock,
        Waiting,
      ]),
    ).toEqual([
      ["SHOP", april, 0, 0, 0, 0],
      ["SHOP", may, 50, 60, 10, 0],
      ["SHOP", june, 70, 60, 0, 0],
    ]);
    expect(stocks[1].HoldingCost).toBeCloseTo(details.holding, 9);
    expect(
      capacities.map(({ Kind, From, To, Date, Capacity, Used, UsedShare }) => [
        Kind,
        From,
        To,
        Date,
        Capacity,
        Used,
        UsedShare,
      ]),
    ).toEqual([
      ["lane", "SUP", "SHOP", april, 60, 0, 0],
      ["lane", "SUP", "SHOP", may, 60, 60, 1],
      ["lane", "SUP", "SHOP", june, 60, 60, 1],
    ]);
    // A unit more in June need not lie a month; in May it changes nothing, for April could carry it as well.
    expect(capacities[2].Worth).toBeCloseTo((12 * 0.2) / 12, 6);
  });

  test("says who stays short, when and of how much", () => {
    const { details, stocks, outcome } = planned({
      lanes: [lane("SUP", "SHOP", 40)],
      forecast: forecastOf("A", 50, 50, 30),
    });
    expect(details.short).toEqual([
      { item: "A", location: "SHOP", date: april, units: expect.closeTo(10, 6) },
      { item: "A", location: "SHOP", date: may, units: expect.closeTo(20, 6) },
      { item: "A", location: "SHOP", date: june, units: expect.closeTo(10, 6) },
    ]);
    expect(outcome.issues.map(({ row, message }) => [row, message])).toEqual([
      [
        1,
        "A: SHOP stays short of 10 in the period from 2026-04-01, 20 in the period from 2026-05-01, 10 in the period from 2026-06-01",
      ],
    ]);
    // A quarter of the cost a month, and of a whole year in the last.
    expect(stocks.map(({ WaitingCost }) => rounded(WaitingCost))).toEqual([25, 50, 25 * 12]);
    expect(details.shortage).toBeCloseTo(375, 6);
  });

  test("stock, open orders and safety stock count; what was issued too often is owed", () => {
    const { plans } = planned({
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
    expect(plans.map(({ From, To, Qty, Reason }) => [From, To, rounded(Qty), Reason])).toEqual([
      ["DC", "SHOP", 12, "12 for demand"],
      ["DC", "SHOP", 15, "10 for demand, 5 for safety stock"],
      ["DC", "SHOP", 10, "10 for demand"],
    ]);
  });

  test("items that share a capacity are planned together: the one that is dearer to wait for comes first", () => {
    const together: Case = {
      lanes: [lane("SUP", "SHOP", 40)],
      forecast: [...forecastOf("A", 30, 30, 30), ...forecastOf("B", 10, 10, 10)],
    };
    const sent = ({ plans }: ReturnType<typeof planned>) =>
      moves(plans.filter(({ Date }) => Date === april)).map((row) => row[3]);
    expect(sent(planned(together))).toEqual([30, 10]);
    const narrow = { ...together, lanes: [lane("SUP", "SHOP", 20)] };
    const { plans, capacities } = planned(narrow);
    const total = plans.filter(({ Date }) => Date === april).reduce((sum, { Qty }) => sum + Number(Qty), 0);
    expect(total).toBeCloseTo(20, 6);
    expect(capacities[0]).toMatchObject({ Kind: "lane", Item: "", Used: expect.closeTo(20, 6), Parted: "" });
    const own = { ...narrow, lanes: [...narrow.lanes, lane("SUP", "SHOP", "", 3, "B")] };
    expect(sent(planned(own))).toEqual([20, 10]);
  });

  test("a place sends out no more than its Output, and holds no more than its Capacity", () => {
    const forecast = [...forecastOf("A", 0, 0, 30), ...forecastOf("B", 0, 0, 30)];
    const lanes = [lane("PL", "SHOP")];
    const { plans, capacities } = planned({ lanes, forecast, locations: [["PL", "plant", "", 25]] });
    const byMonth = [april, may, june].map((month) =>
      rounded(plans.filter(({ Date }) => Date === month).reduce((sum, { Qty }) => sum + Number(Qty), 0)),
    );
    expect(byMonth).toEqual([0, 25, 25]);
    expect(capacities.map(({ Kind, From, To }) => [Kind, From, To])).toEqual(
      new Array(3).fill(["output", "PL", ""]),
    );
    const small = planned({
      lanes,
      forecast,
      locations: [
        ["PL", "plant", "", 25],
        ["SHOP", "store", 15, ""],
      ],
    });
    expect(
      small.capacities.filter(({ Kind }) => Kind === "storage").map(({ Used }) => rounded(Used)),
    ).toEqual([0, 15, 0]);
  });

  test("shipments keep MOQ and Multiple", () => {
    const { plans, outcome } = planned({
      lanes: [[...lane("SUP", "SHOP"), 25, 10]],
      forecast: forecastOf("A", 12, 12, 12),
    });
    expect(moves(plans)).toEqual([["SUP", "SHOP", april, 40]]);
    expect(plans[0].Reason).toBe("12 for demand, 28 ahead: it goes in lots");
    expect(outcome.issues).toEqual([]);
    const never = planned({
      lanes: [[...lane("SUP", "SHOP", 20), 25, ""]],
      forecast: forecastOf("A", 12, 12, 12),
    });
    expect(never.plans).toEqual([]);
    expect(never.outcome.issues[0]).toEqual({
      table: "Lanes",
      row: 1,
      column: "MOQ",
      message:
        "the lane from SUP to SHOP carries 20 a period, less than its smallest shipment of 25: nothing is shipped on it",
    });
  });

  test("without WebAssembly lots are refused, and it is said what is needed", async () => {
    solverMissing("it is blocked here");
    const given: Case = { lanes: [[...lane("SUP", "SHOP"), 25, 10]], forecast: forecastOf("A", 12, 12, 12) };
    expect(planned(given).outcome.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("needs the solver in WebAssembly, which is not there (it is blocked here)"),
    ]);
    expect(planned({ ...given, lanes: [lane("SUP", "SHOP")] }).plans).toHaveLength(3);
    provideSolver(await loadHighsSolver());
  });

  describe("what is fixed in FlowPlan", () => {
    const lanes = [lane("SUP", "SHOP")];
    const forecast = forecastOf("A", 10, 10, 10);

    test("stays, whatever else is planned", () => {
      const { plans, outcome } = planned({
        lanes,
        forecast,
        plan: [
          ["A", "SUP", "SHOP", april, 0, true],
          ["A", "SUP", "SHOP", day("2026-05-17"), 33, true],
          ["A", "SUP", "SHOP", june, 7, ""],
        ],
      });
      expect(plans.map(({ Date, Qty, Fixed, Reason }) => [Date, Qty, Fixed, Reason])).toEqual([
        [may, 33, true, "fixed, 10 that customers wait for, 10 for demand, 13 ahead"],
        [april, 0, true, ""],
      ]);
      expect(outcome.issues.map(({ message }) => message)).toEqual([
        "A: SHOP stays short of 10 in the period from 2026-04-01",
      ]);
    });

    test("cannot be more than there is: the rules that clash are named, the rows stay, other items are planned", () => {
      const { plans, outcome } = planned({
        lanes: [lane("DC", "SHOP"), lane("SUP", "DC", "", 90)],
        forecast: [...forecast, ...forecastOf("B", 1, 1, 1)],
        stock: [
          ["A", "DC", "usable", END_OF_MARCH, 12],
          ["B", "DC", "usable", END_OF_MARCH, 12],
        ],
        plan: [["A", "DC", "SHOP", april, 13, true]],
      });
      const [issue] = outcome.issues;
      expect(issue).toMatchObject({ table: "Items", row: 1, column: "Item" });
      expect(issue.message).toMatch(/^A: no plan: these cannot be kept together: /);
      expect(issue.message).toContain("13 fixed from A at DC to A at SHOP in 2026-04");
      expect(issue.message).toContain("goods of A at DC in 2026-04");
      expect(new Set(plans.map(({ Item }) => Item))).toEqual(new Set(["A", "B"]));
      expect(plans.at(-1)).toMatchObject({ Item: "A", Qty: 13, Fixed: true });
    });

    test("is told where it has no place in the plan", () => {
      const { outcome, plans } = planned({
        lanes,
        forecast,
        plan: [
          ["A", "SUP", "SHOP", day("2026-03-01"), 5, true],
          ["A", "DC", "SHOP", april, 5, true],
          ["A", "SUP", "SHOP", may, "", true],
        ],
      });
      expect(outcome.issues.map(({ table, row, column, message }) => [table, row, column, message])).toEqual([
        ["FlowPlan", 1, "Date", "Date must lie in the periods that are planned: A is not fixed"],
        ["FlowPlan", 3, "Qty", "Qty must not be blank: A is not fixed"],
        ["FlowPlan", 2, "Item", "A from DC to SHOP is no lane that is planned: it is not fixed"],
      ]);
      expect(moves(plans).slice(0, 3)).toEqual([april, may, june].map((month) => ["SUP", "SHOP", month, 10]));
    });
  });

  test("one item alone has the capacity that the plan of the others leaves", () => {
    const given: Case = {
      lanes: [lane("SUP", "SHOP", 20)],
      forecast: [...forecastOf("A", 30, 30, 30), ...forecastOf("B", 10, 10, 10)],
      options: { item: "B" },
      plan: [april, may, june].map((month) => ["A", "SUP", "SHOP", month, 14, ""]),
    };
    const { plans, stocks } = planned(given);
    expect(moves(plans.filter(({ Item }) => Item === "B"))).toEqual(
      [april, may, june].map((month) => ["SUP", "SHOP", month, 6]),
    );
    expect(moves(plans.filter(({ Item }) => Item === "A"))).toEqual(
      [april, may, june].map((month) => ["SUP", "SHOP", month, 14]),
    );
    expect(plans.every(({ Fixed }) => Fixed === "")).toBe(true);
    expect(stocks).toHaveLength(6);
    // Without a plan of theirs the others do not count.
    const alone = planned({ ...given, plan: [] });
    expect(new Set(alone.plans.map(({ Item }) => Item))).toEqual(new Set(["B"]));
    expect(moves(alone.plans)[0][3]).toBe(10);
  });

  test("weeks are seven days from the day after the stock, and lead times are whole weeks", () => {
    const { plans } = planned({
      lanes: [lane("SUP", "SHOP", "", 8)],
      forecast: forecastOf("A", 30, 31),
      options: { bucket: "W", periods: 5 },
    });
    // One unit a day; the first week cannot be reached any more and is served in the second.
    expect(plans.map(({ Date, Qty, Arrives }) => [Date, rounded(Qty), Arrives])).toEqual(
      [14, 7, 7, 7].map((units, week) => [april + 7 * week, units, april + 7 * (week + 1)]),
    );
  });

  test("one item's fault leaves the others planned, and a stock without a day is refused", () => {
    const { outcome, plans } = planned({
      lanes: [lane("SUP", "SHOP", "", "", "A"), lane("SUP", "SHOP", "", 3, "B")],
      forecast: [...forecastOf("A", 1, 1, 1), ...forecastOf("B", 1, 1, 1)],
    });
    expect(outcome.issues.map(({ message }) => message)).toEqual([
      "A: LeadTime of the lane from SUP to SHOP must be at least 0, got a blank",
    ]);
    expect(new Set(plans.map(({ Item }) => Item))).toEqual(new Set(["B"]));
    expect(() => planned({ stock: [["A", "DC", "usable", "", 5]] })).toThrow(
      "Stock[AsOf] must tell the day of the stock, got a blank",
    );
    expect(() => planned({ options: { item: "Z" } })).toThrow("item must be in the table Items");
  });
});
