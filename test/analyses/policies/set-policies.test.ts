import fc from "fast-check";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies, type PoliciesDetails } from "../../../src/analyses/set-policies";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;

/** Daily demand of mean 50 and sample standard deviation 5, exactly. */
const fifty = (item: string, days = 100, scale = 1) =>
  Array.from({ length: days }, (_, t): CellValue[] => {
    const swing = 5 * Math.sqrt((days - 1) / days) * (t % 2 === 0 ? 1 : -1);
    return [item, firstDay + t, scale * (50 + swing)];
  });

const itemsOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Items", ["Item", "Cost", "LeadTime", "ABC", "XYZ"], rows);
const demandOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Demand", ["Item", "Date", "Qty"], rows);
/** Lead times of 4, 6 and 8 days: mean 6, standard deviation 2. */
const receipts = tableContent(
  "Receipts",
  ["PO", "Line", "Item", "Supplier", "Ordered", "Received", "QtyReceived"],
  [4, 6, 8].map((days, i) => [`P${i}`, "1", "a", "S", firstDay + 10 * i, firstDay + 10 * i + days, 1]),
);
const daily = { bucket: "D", receipts: 3, history: 200 } as const;

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(setPolicies, tables, { ...daily, ...options }, "run-1");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  return { outcome, rows, details: outcome.details as PoliciesDetails };
}
const messages = (tables: readonly TableContent[], options = {}) =>
  run(tables, options).outcome.issues.map(({ message }) => message);

describe("known answers", () => {
  const items = itemsOf([["a", 10, "", "A", "X"]]);
  const demand = demandOf(fifty("a"));

  test("cycle service 90 %: safety stock 129.11, reorder point 429.11; with a review of 7 days 130.22", () => {
    const options = { targetType: "CSL", target: 0.9 };
    const [row] = run([items, demand, receipts], options).rows;
    // SAFETYSTOCK(50, 5, 6, 0.9, 2) and ROP: capability M3.1
    expect(row.NewSS).toBeCloseTo(129.11, 2);
    expect(row.NewROP).toBeCloseTo(429.11, 2);
    expect(row.CSL).toBeCloseTo(0.9, 9);
    expect(row.LeadTimeShare).toBeCloseTo(0.985, 3);
    expect(row).toMatchObject({ LeadTime: 6, RunId: "run-1", Item: "a" });
    const [periodic] = run([items, demand, receipts], { ...options, review: 7, policy: "RS" }).rows;
    expect(periodic.NewSS).toBeCloseTo(130.22, 2);
    expect(periodic.NewMax).toBeCloseTo(780.22, 2);
  });

  test("a lead time is assumed only where nothing tells it, and the basis says so", () => {
    const rows = run([itemsOf([["a", 10, "", "A", "X"]]), demand], { leadTime: 6 }).rows;
    expect(rows[0]).toMatchObject({ LeadTime: 6, LeadTimeSd: 0 });
    expect(rows[0].Basis).toContain("lead time assumed, no table tells it");
    const [told] = run([itemsOf([["a", 10, 9, "A", "X"]]), demand], { leadTime: 6 }).rows;
    expect(told).toMatchObject({ LeadTime: 9 });
    const [received] = run([items, demand, receipts], { leadTime: 9 }).rows;
    expect(received).toMatchObject({ LeadTime: 6, LeadTimeSd: 2 });
  });

  test("sigma 100, lot 500: a fill rate of 98 % needs 90, a cycle service of 98 % needs 205", () => {
    // Mean 0.0001 short of nothing matters not: four days of demand with deviation 50 a day.
    const hundred = demandOf(
      Array.from({ length: 100 }, (_, t) => [
        "a",
        firstDay + t,
        1000 + (t % 2 === 0 ? 1 : -1) * 50 * Math.sqrt(99 / 100),
      ]),
    );
    const four = itemsOf([["a", 10, 4, "A", "X"]]);
    const lot = tableContent("Contracts", ["Supplier", "Item", "MOQ", "Multiple"], [["S", "a", 500, 500]]);
    // An order cost of next to nothing leaves the lot at its minimum.
    const at = (targetType: string) =>
      run([four, hundred, lot], { targetType, target: 0.98, orderCost: 0.001 }).rows[0];
    expect(at("FILL").NewLot).toBe(500);
    expect(at("FILL").NewSS).toBeCloseTo(90.23, 1);
    expect(at("FILL").FILL).toBeCloseTo(0.98, 9);
    expect(at("FILL").CSL).toBeCloseTo(0.816, 2);
    expect(at("CSL").NewSS).toBeCloseTo(205.37, 2);
    expect(at("CSL").FILL).toBeGreaterThan(0.99);
  });

  test("the lot is the economic one: K 8, demand 50 a day, cost 10, 20 %", () => {
    const [row] = run([items, demand, receipts], { orderCost: 8 }).rows;
    expect(row.NewLot).toBeCloseTo(Math.sqrt((2 * 8 * 50 * 365.25) / 2), 6);
    expect(row.NewMax).toBeCloseTo(Number(row.NewROP) + Number(row.NewLot), 9);
  });

  test("price breaks, pack and minimum of the contract decide the lot", () => {
    const contracts = (breaks: string) =>
      tableContent(
        "Contracts",
        ["Supplier", "Item", "LeadTime", "Price", "MOQ", "Multiple", "Breaks"],
        [["S", "a", 12, 10, 30, 12, breaks]],
      );
    const lotWith = (breaks: string) =>
      Number(run([items, demand, contracts(breaks)], { orderCost: 8 }).rows[0].NewLot);
    expect(lotWith("") % 12).toBe(0);
    expect(lotWith("1200: 9.00")).toBe(1200);
    expect(messages([items, demand, contracts("a lot cheaper")])[0]).toMatch(
      /Breaks must be quantities and prices/,
    );
  });
});

describe("the target", () => {
  const demand = demandOf(fifty("a"));
  const items = itemsOf([["a", 10, 4, "A", "X"]]);
  const policies = (rows: readonly (readonly CellValue[])[]) =>
    tableContent("Policies", ["Segment", "Item", "TargetType", "Target", "ROP", "SS", "Note"], rows);

  test("is the item's own, else that of its segment, else the option's", () => {
    const own = policies([
      ["AX", "", "CSL", 0.9, "", "", ""],
      ["", "a", "CSL", 0.99, 300, 50, "mine"],
    ]);
    const { rows } = run([items, demand, own]);
    expect(rows).toHaveLength(2);
    expect(rows[1].CSL).toBeCloseTo(0.99, 9);
    // What is in force and what the planner typed stay.
    expect(rows[1]).toMatchObject({
      ROP: 300,
      SS: 50,
      TargetType: "CSL",
      Target: 0.99,
      NewROP: expect.any(Number),
    });
    expect(rows[0]).toMatchObject({ Segment: "AX", NewROP: "" });
    const bySegment = run([items, demand, policies([["AX", "", "CSL", 0.9, "", "", ""]])]).rows;
    expect(bySegment).toHaveLength(2);
    expect(bySegment[1]).toMatchObject({ Item: "a", Segment: "" });
    expect(bySegment[1].CSL).toBeCloseTo(0.9, 9);
    expect(run([items, demand]).rows[0].FILL).toBeGreaterThanOrEqual(0.95 - 1e-9);
  });

  test("of 100 %, or without its kind, is an issue and the item keeps what it has", () => {
    for (const [kind, target, message] of [
      ["CSL", 1, "Target must be above 0 and below 100%"],
      ["", 0.9, "TargetType must say which service"],
      ["CSL", 95, "Target must be at most 1 (write 0.95 or 95%)"],
    ] as const) {
      const table = policies([["", "a", kind, target, 300, 50, ""]]);
      const { rows, outcome } = run([items, demand, table]);
      expect(outcome.issues.map((issue) => issue.message).join()).toContain(message);
      expect(rows).toEqual([expect.objectContaining({ ROP: 300, NewROP: "" })]);
    }
  });
});

describe("local bounds", () => {
  test("MEDIAN(min, opt, max); the costs of the bounds sum to constrained less free carrying", () => {
    const items = itemsOf(["a", "b", "c"].map((item) => [item, 10, 4, "A", "X"]));
    const demand = demandOf(["a", "b", "c"].flatMap((item) => fifty(item)));
    const policies = tableContent(
      "Policies",
      ["Item", "TargetType", "Target", "LocalMin", "LocalMax"],
      [
        ["a", "CSL", 0.95, 100, ""],
        ["b", "CSL", 0.95, "", 5],
        ["c", "CSL", 0.95, 1, 1000],
      ],
    );
    const free = run([items, demand], { targetType: "CSL", target: 0.95 }).rows;
    const { rows, details } = run([items, demand, policies], { autonomy: 500 });
    expect(rows.map(({ NewSS }) => NewSS)).toEqual([100, 5, free[2].NewSS]);
    expect(rows[1].CSL).toBeLessThan(0.95);
    const carrying = (of: typeof rows) => of.reduce((sum, { NewSS }) => sum + Number(NewSS) * 10 * 0.2, 0);
    const costs = rows.reduce((sum, { BoundCost }) => sum + Number(BoundCost), 0);
    expect(costs).toBeCloseTo(carrying(rows) - carrying(free), 9);
    expect(details.sites).toEqual([expect.objectContaining({ location: "", asks: true })]);
    expect(run([items, demand, policies], { autonomy: 5000 }).details.sites[0].asks).toBe(false);
  });
  test("a site spends its limit on its smallest bounds first; those beyond it ask", () => {
    const codes = ["a", "b", "c", "d"];
    const items = itemsOf(codes.map((item) => [item, 10, 4, "A", "X"]));
    const demand = demandOf(codes.flatMap((item) => fifty(item)));
    // The free safety stock is 16.449: SAFETYSTOCK(50, 5, 4, 0.95). Each unit more is 10 of money.
    const policies = tableContent(
      "Policies",
      ["Item", "TargetType", "Target", "LocalMin", "LocalMax"],
      [
        ["a", "CSL", 0.95, 116.449, ""],
        ["b", "CSL", 0.95, 26.449, ""],
        ["c", "CSL", 0.95, 36.449, ""],
        ["d", "CSL", 0.95, "", 6.449],
      ],
    );
    const locations = tableContent("Locations", ["Location", "Autonomy"], [["L", 400]]);
    const { rows, details } = run([items, demand, policies, locations], { autonomy: 350 });
    expect(rows.map(({ Item, Asks }) => [Item, Asks])).toEqual([
      ["a", true],
      ["b", ""],
      ["c", ""],
      ["d", ""],
    ]);
    const [site] = details.sites;
    expect(site).toMatchObject({ location: "", bounded: 4, limit: 350, asks: true });
    // 1,000 + 100 + 200 added, 100 freed; 20 % of it a year.
    expect(site.used).toBeCloseTo(1300, 1);
    expect(site.cash).toBeCloseTo(1200, 1);
    expect(site.cost).toBeCloseTo(240, 1);
  });
  test("a limit of its own in Locations comes first", () => {
    const placed = tableContent("Demand", ["Item", "Location", "Date", "Qty"], fifty("a").map(([i, d, q]) => [i, "L", d, q])); // prettier-ignore
    const policies = tableContent("Policies", ["Item", "Location", "LocalMin"], [["a", "L", 100]]);
    const limited = (limit: number) =>
      run(
        [
          itemsOf([["a", 10, 4, "A", "X"]]),
          placed,
          policies,
          tableContent("Locations", ["Location", "Autonomy"], [["L", limit]]),
        ],
        { autonomy: 1 },
      ).details.sites[0];
    expect(limited(5000)).toMatchObject({ limit: 5000, asks: false });
    expect(limited(10)).toMatchObject({ limit: 10, asks: true });
  });
});

describe("slow movers", () => {
  const slow = Array.from({ length: 60 }, (_, t): CellValue[] => [
    "a",
    firstDay + 30 * t,
    t % 4 === 0 ? 3 : 0,
  ]);
  test("take demand as it comes, by either measure", () => {
    const items = itemsOf([["a", 100, 60, "C", "Z"]]);
    const options = { bucket: "M", receipts: 5, orderCost: 1 };
    const [csl] = run([items, demandOf(slow)], { ...options, targetType: "CSL" }).rows;
    const [fill] = run([items, demandOf(slow)], { ...options, targetType: "FILL" }).rows;
    expect(csl.Basis).toContain("demand as it comes");
    expect(csl.CSL).toBeGreaterThanOrEqual(0.95);
    expect(fill.FILL).toBeGreaterThanOrEqual(0.95);
    // Demand comes in threes: so do the reorder points.
    expect(Math.abs((Number(csl.NewROP) / 3) % 1)).toBeCloseTo(0, 9);
  });
});

describe("the forecast", () => {
  test("moves the mean; its past errors over the lead time replace the spread of demand", () => {
    const items = itemsOf([["a", 10, 2, "A", "X"]]);
    const demand = demandOf(fifty("a", 40));
    const forecast = (error: number) =>
      tableContent(
        "Forecast",
        ["Item", "Date", "Stat"],
        Array.from({ length: 60 }, (_, t) => [
          "a",
          firstDay + t,
          t < 40 ? Number(demand.rows[t][2]) + error * (t % 2) : 80,
        ]),
      );
    const [exact] = run([items, demand, forecast(0)]).rows;
    expect(exact).toMatchObject({ Mean: 80, Sigma: 0, NewSS: 0 });
    expect(exact.Basis).toContain("40 forecast errors");
    // Errors 0, 1, 0, 1: any two sum to 1, so that over two days nothing is uncertain.
    expect(run([items, demand, forecast(1)]).rows[0].Sigma).toBeCloseTo(0, 9);
  });
});

describe("bad input is an issue, and the other items are set", () => {
  const good = fifty("good");
  const goodAnd = (row: CellValue[]) => itemsOf([["good", 1, 5, "", ""], row]);
  test.each<[string, TableContent[], RegExp]>([
    ["negative lead time", [goodAnd(["a", 1, -2, "", ""])], /LeadTime must be at least 0, got -2/],
    ["no price and no lot", [goodAnd(["a", "", 4, "", ""])], /Cost must be known for a lot/],
    ["no lead time", [goodAnd(["a", 1, "", "", ""])], /LeadTime of a is not known/],
    ["item not in Items", [itemsOf([["good", 1, 5, "", ""]])], /Item must be in the table Items, got a/],
    [
      "one receipt only",
      [
        goodAnd(["a", 1, "", "", ""]),
        tableContent(
          "Receipts",
          ["PO", "Line", "Item", "Ordered", "Received"],
          [["P", "1", "a", firstDay, firstDay + 5]],
        ),
      ],
      /one receipt of a tells no spread/,
    ],
    [
      "received before ordered",
      [
        goodAnd(["a", 1, 4, "", ""]),
        tableContent(
          "Receipts",
          ["PO", "Line", "Item", "Ordered", "Received"],
          [["P", "1", "a", firstDay, firstDay - 5]],
        ),
      ],
      /Received must not be before Ordered/,
    ],
    [
      "supplier without a contract",
      [
        goodAnd(["a", 1, 4, "", ""]),
        tableContent(
          "Receipts",
          ["PO", "Line", "Item", "Supplier", "Ordered", "Received"],
          [["P", "1", "a", "X", firstDay, firstDay + 5]],
        ),
        tableContent("Contracts", ["Supplier", "Item"], [["S", "a"]]),
      ],
      /Supplier must have a row in Contracts for a, got X/,
    ],
    [
      "a contract that cannot be used is told as such, not as missing",
      [
        goodAnd(["a", "", 4, "", ""]),
        tableContent(
          "Receipts",
          ["PO", "Line", "Item", "Supplier", "Ordered", "Received"],
          [["P", "1", "a", "S", firstDay, firstDay + 5]],
        ),
        tableContent("Contracts", ["Supplier", "Item", "LeadTime"], [["S", "a", -3]]),
      ],
      /^(?!.*must have a row in Contracts).*LeadTime must be at least 0, got -3/s,
    ],
    ["launch of two days", [goodAnd(["a", 1, 4, "", ""])], /demand must hold at least 3 buckets, got 2/],
  ])("%s", (name, tables, message) => {
    const lines = name.startsWith("launch") ? fifty("a", 100).slice(-2) : fifty("a");
    const { rows, outcome } = run([...tables, demandOf([...good, ...lines])]);
    expect(rows.find(({ Item }) => Item === "good")?.NewROP).toBeGreaterThan(0);
    expect(outcome.issues.map((issue) => issue.message).join("\n")).toMatch(message);
  });
});

describe("laws", () => {
  const anyDemand = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 40 });
  const lines = (values: readonly number[], scale = 1) =>
    demandOf(values.map((value, t) => ["a", firstDay + t, value * scale]));
  const items = (cost = 8) => itemsOf([["a", cost, 6, "", ""]]);
  const shown = (tables: readonly TableContent[], options: object) => run(tables, { ...options }).rows.at(0);

  test("safety stock rises with either target; units scale; the same input gives the same answer", () => {
    fc.assert(
      fc.property(anyDemand, fc.constantFrom("CSL", "FILL"), (values, targetType) => {
        const low = shown([items(), lines(values)], { targetType, target: 0.9 });
        const high = shown([items(), lines(values)], { targetType, target: 0.97 });
        if (low === undefined || high === undefined)
          return expect(values.some((value) => value > 0)).toBe(false);
        expect(Number(high.NewSS)).toBeGreaterThanOrEqual(Number(low.NewSS) - 1e-9);
        // Dozens instead of pieces at twelve times the price are the same policy.
        const dozens = shown([items(96), lines(values, 1 / 12)], { targetType, target: 0.9 });
        expect(Number(dozens?.NewSS) * 12).toBeCloseTo(Number(low.NewSS), 5);
        expect(shown([items(), lines(values)], { targetType, target: 0.9 })).toEqual(low);
      }),
      { numRuns: 60 },
    );
  });
});
