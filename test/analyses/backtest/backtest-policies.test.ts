import { backtestPolicies, type BacktestDetails } from "../../../src/analyses/backtest-policies";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { uniformDraws } from "../../../src/engine/math/random";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const firstDay = 45_292;
const years = 2;
const days = 366 + 365;

/** Two years of daily issues and of receipts every 30 days, booked; the plant orders too much. */
function history(seed: number, future: (quantities: number[]) => number[] = (all) => all) {
  const draw = uniformDraws(seed);
  const issues = future(Array.from({ length: days }, () => Math.floor(12 * draw())));
  const moves: CellValue[][] = [["open", firstDay - 1, "a", "L", 900]];
  issues.forEach((quantity, t) => {
    if (quantity > 0) moves.push([`i${t}`, firstDay + t, "a", "L", -quantity]);
    if (t % 30 === 15) moves.push([`r${t}`, firstDay + t, "a", "L", 170]);
  });
  const demand = issues.map((quantity, t): CellValue[] => ["a", "L", firstDay + t, quantity]);
  const receipts = Array.from({ length: 24 }, (_, k): CellValue[] => [
    `P${k}`,
    "1",
    "a",
    "L",
    firstDay + 30 * k + 5,
    firstDay + 30 * k + 15,
    170,
  ]);
  return [
    tableContent("Items", ["Item", "Cost", "LeadTime", "ABC", "XYZ"], [["a", 20, 10, "A", "X"]]),
    tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
    tableContent("Transactions", ["TxnId", "Date", "Item", "Location", "Qty"], moves),
    tableContent(
      "Receipts",
      ["PO", "Line", "Item", "Location", "Ordered", "Received", "QtyReceived"],
      receipts,
    ),
  ];
}
const policies = (rop: number, lot: number) =>
  tableContent(
    "Policies",
    ["Item", "Location", "TargetType", "Target", "ROP", "Lot"],
    [["a", "L", "CSL", 0.95, rop, lot]],
  );

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(backtestPolicies, tables, { bucket: "W", ...options }, "run-1");
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  return { rows, outcome, details: outcome.details as BacktestDetails };
}

describe("a replay of a year", () => {
  const { rows, details, outcome } = run([...history(1), policies(400, 300)]);
  const way = (name: string) => rows.find(({ Way }) => Way === name) as Record<string, number>;
  test("reproduces the booked stock on every day", () => {
    expect(details.reproduced).toBe(1);
    expect(details.items[0].days).toBe(365);
    expect(outcome.issues).toEqual([]);
    expect(details.coverageOfA).toBe(1);
  });
  test("shows four ways over the same days", () => {
    expect(rows.map(({ Way }) => Way)).toEqual(["done", "current", "proposed", "hindsight"]);
    expect(way("hindsight")).toMatchObject({ StockoutDays: 0, FILL: 1, Regret: 0 });
    expect(way("done").Orders).toBe(12);
    expect(way("current").Stock).toBeGreaterThan(way("proposed").Stock);
    for (const name of ["done", "current", "proposed"]) {
      const { Carrying, Ordering, Shortage, Regret, Stock, Orders } = way(name);
      expect(Carrying).toBeCloseTo((Stock * 20 * 0.2 * 365) / 365.25, 6);
      expect(Ordering).toBeCloseTo(Orders * 50, 9);
      const best = way("hindsight");
      expect(Regret).toBeCloseTo(Carrying + Ordering + Shortage - best.Carrying - best.Ordering, 6);
    }
    expect(details.totals.map(({ way: name, items }) => [name, items])).toEqual([
      ["done", 1],
      ["current", 1],
      ["proposed", 1],
      ["hindsight", 1],
    ]);
  });
  test("the proposal reaches about the service it was set for", () =>
    expect(way("proposed").FILL).toBeGreaterThan(0.95));
});

describe("no look-ahead", () => {
  const middle = days - 180;
  const decisionsBefore = (tables: readonly TableContent[]) =>
    run([...tables, policies(100, 150)]).details.items[0].decisions.filter(
      ({ day }) => day + 25_569 <= firstDay + middle,
    );
  const shuffled = (seed: number) => (quantities: number[]) => {
    const draw = uniformDraws(seed);
    const future = quantities.slice(middle);
    for (let i = future.length - 1; i > 0; i--) {
      const j = Math.floor((i + 1) * draw());
      [future[i], future[j]] = [future[j], future[i]];
    }
    return [...quantities.slice(0, middle), ...future];
  };
  test("shuffling the future changes no decision made before it", () => {
    const real = decisionsBefore(history(1));
    expect(real.length).toBeGreaterThan(20);
    for (const seed of [1, 2, 3]) expect(decisionsBefore(history(1, shuffled(seed)))).toEqual(real);
    const doubled = (quantities: number[]) => quantities.map((units, t) => (t < middle ? units : 2 * units));
    expect(decisionsBefore(history(1, doubled))).toEqual(real);
  });
  test("while the past does change them", () => {
    const halved = (quantities: number[]) => quantities.map((units, t) => (t < 300 ? units / 2 : units));
    expect(decisionsBefore(history(1, halved))).not.toEqual(decisionsBefore(history(1)));
  });
});

describe("a shelf that ran empty", () => {
  // 10 a day are asked for all the time; for the last half of June of the second year there is nothing to give.
  const from = days - 210;
  const isEmpty = (t: number) => t >= from && t < from + 15;
  const asked = Array.from({ length: days }, () => 10);
  const moves: CellValue[][] = [["open", firstDay - 1, "a", "L", 10 * from]];
  asked.forEach((quantity, t) => {
    if (!isEmpty(t)) moves.push([`i${t}`, firstDay + t, "a", "L", -quantity]);
  });
  moves.push(["r", firstDay + from + 15, "a", "L", 10 * days]);
  const tables = (quantities: number[], extra: CellValue[][] = []) => [
    tableContent("Items", ["Item", "Cost", "LeadTime", "ABC", "XYZ"], [["a", 20, 10, "A", "X"]]),
    tableContent(
      "Demand",
      ["Item", "Location", "Date", "Qty"],
      quantities.map((quantity, t): CellValue[] => ["a", "L", firstDay + t, quantity]),
    ),
    tableContent(
      "Transactions",
      ["TxnId", "Date", "Item", "Location", "Type", "Qty"],
      [...moves, ...extra].map(([id, date, item, place, ...rest]) =>
        rest.length === 2 ? [id, date, item, place, ...rest] : [id, date, item, place, "", ...rest],
      ),
    ),
  ];
  const wayIn = (rows: readonly Record<string, unknown>[], name: string) =>
    rows.find(({ Way }) => Way === name) as Record<string, number>;
  const options = { bucket: "M", days: 300 };
  test("was asked for all the same: done is charged with it, the others have to serve it", () => {
    const { rows, details } = run(tables(asked), options);
    expect(details.reproduced).toBe(1);
    const done = wayIn(rows, "done");
    expect(done.Units).toBeCloseTo(3000, 6);
    expect(done.Short).toBeCloseTo(150, 6);
    expect(done.FILL).toBeCloseTo(0.95, 9);
    expect(done.Shortage).toBeCloseTo(150 * 20 * 0.25, 6);
    expect(wayIn(rows, "hindsight").Units).toBeCloseTo(3000, 6);
  });
  test("by issues alone nothing would be missing", () => {
    const sold = asked.map((units, t) => (isEmpty(t) ? 0 : units));
    expect(wayIn(run(tables(sold), options).rows, "done")).toMatchObject({ Units: 2850, Short: 0, FILL: 1 });
  });
  test("scrap leaves stock under every way, and is no demand that was not served", () => {
    const scrap: CellValue[] = ["s", firstDay + days - 20, "a", "L", "scrap", -40];
    const { rows, details } = run(tables(asked, [scrap]), options);
    expect(details.reproduced).toBe(1);
    for (const { Units } of rows) expect(Units).toBeCloseTo(3040, 6);
    expect(wayIn(rows, "done").Short).toBeCloseTo(150, 6);
  });
});

describe("snapshots of Stock", () => {
  const tables = history(1);
  const [, , transactions] = tables;
  const stockAt = (t: number) =>
    transactions.rows.reduce(
      (sum, [, date, , , units]) => (Number(date) <= firstDay + t ? sum + Number(units) : sum),
      0,
    );
  const stock = (differences: readonly number[]) =>
    tableContent(
      "Stock",
      ["Item", "Location", "AsOf", "Qty"],
      differences.map((difference, k) => ["a", "L", firstDay + 100 * k, stockAt(100 * k) + difference]),
    );
  test("that the movements lead to are counted", () => {
    expect(run([...tables, stock([0, 0, 0])]).details.snapshots).toEqual({ agreeing: 2, checked: 2 });
  });
  test("an opening that was not booked is taken from the first one", () => {
    expect(run([...tables, stock([50, 50, 50])]).details.snapshots).toEqual({ agreeing: 2, checked: 2 });
  });
  test("that they do not lead to are told", () => {
    const { details, outcome } = run([...tables, stock([0, 7, 0])]);
    expect(details.snapshots).toEqual({ agreeing: 1, checked: 2 });
    expect(outcome.issues.map(({ message }) => message)).toEqual([
      "movements of a at L do not lead to 1 of 3 snapshots of Stock",
    ]);
  });
});

describe("bad input is an issue", () => {
  const [items, demand, transactions, receipts] = history(1);
  test("an item without a cost, a movement booked twice, stock below 0 before the start", () => {
    const noCost = tableContent("Items", items.columns, [["a", "", 10, "A", "X"]]);
    const priced = run([noCost, demand, transactions, receipts, policies(100, 150)]);
    expect(priced.outcome.issues.map(({ message }) => message).join()).toContain(
      "Cost must be known to compare in money",
    );
    expect(priced.rows).toEqual([]);
    const twice = tableContent("Transactions", transactions.columns, [
      ...transactions.rows,
      transactions.rows[0],
    ]);
    expect(run([items, demand, twice, receipts]).outcome.issues.map(({ message }) => message)).toEqual([
      "TxnId must stand in one row only, got open again",
    ]);
    const unopened = tableContent(
      "Transactions",
      transactions.columns,
      transactions.rows.slice(1).filter(([id]) => !String(id).startsWith("r")),
    );
    expect(
      run([items, demand, unopened, receipts])
        .outcome.issues.map(({ message }) => message)
        .join(),
    ).toContain("stock below 0 before the replay starts");
  });
  test("no usable movement at all is refused", () => {
    const none = tableContent("Transactions", transactions.columns, []);
    expect(() => run([items, demand, none])).toThrow("holds no movement that can be used");
  });
  test("demand that starts with the replay still gets proposals later", () => {
    const { details } = run([items, demand, transactions, receipts], { days: years * 365 });
    expect(details.items[0].decisions[0].day).toBeGreaterThan(firstDay - 25_569);
  });
});
