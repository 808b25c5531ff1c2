import { runAnalysis } from "../../../src/analyses/run-analysis";
import { setPolicies } from "../../../src/analyses/set-policies";
import { setServiceTargets, type TargetsDetails } from "../../../src/analyses/set-service-targets";
import type { FrontierPoint } from "../../../src/analyses/service/frontier-points";
import { feasibleRange, pointAt } from "../../../src/analyses/service/service-bounds";
import { normalDraws } from "../../../src/engine/math/random";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { monthDate, tableContent } from "../table-content";

const count = 40;
const draw = normalDraws(5);
const items = tableContent(
  "Items",
  ["Item", "Cost", "LeadTime", "ABC", "XYZ"],
  Array.from({ length: count }, (_, i): CellValue[] => [
    `i${i}`,
    Math.exp(1 + 1.3 * draw()),
    40,
    "ABC"[i % 3],
    "X",
  ]),
);
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [mean, spread] = [Math.exp(4 + draw()), 0.1 + 0.35 * Math.abs(Math.sin(i))];
    return Array.from({ length: 24 }, (_, t): CellValue[] => [
      `i${i}`,
      monthDate(t),
      Math.max(1, mean * (1 + spread * draw())),
    ]);
  }),
);

function run(options: Record<string, unknown> = {}, others: readonly TableContent[] = []) {
  const outcome = runAnalysis(
    setServiceTargets,
    [items, demand, ...others],
    { orderCost: 5, ...options },
    "run-1",
  );
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("rows were expected");
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((name, c) => [name, row[c]])));
  const table = tableContent(result.table, result.columns, result.rows);
  return { rows, table, outcome, details: outcome.details as TargetsDetails };
}

describe("by segment", () => {
  test("every segment gets its class's target and shows both measures", () => {
    const { rows, details } = run({ targetType: "CSL" });
    expect(rows.map(({ Segment, TargetType, Target }) => [Segment, TargetType, Target])).toEqual([
      ["AX", "CSL", 0.98],
      ["BX", "CSL", 0.95],
      ["CX", "CSL", 0.9],
    ]);
    rows.forEach((row) => {
      expect(row.CSL).toBeCloseTo(Number(row.Target), 6);
      expect(row.FILL).toBeGreaterThan(Number(row.CSL));
    });
    expect(details.segments.reduce((sum, segment) => sum + segment.count, 0)).toBe(count);
  });
  test("a target that is there stays; other rows and columns too", () => {
    const before = tableContent(
      "Policies",
      ["Segment", "Item", "TargetType", "Target", "ROP", "Note"],
      [
        ["AX", "", "FILL", 0.9, "", "board"],
        ["", "i0", "", "", 12, "mine"],
      ],
    );
    const { rows } = run({}, [before]);
    expect(rows[0]).toMatchObject({ Segment: "AX", TargetType: "FILL", Target: 0.9 });
    expect(rows[0].FILL).toBeGreaterThanOrEqual(0.9 - 1e-9);
    expect(rows[1]).toMatchObject({ Item: "i0", ROP: 12 });
    expect(rows).toHaveLength(4);
  });
});

describe("the cheapest mix", () => {
  test("meets the overall fill rate within 0.1 points, with at least 10 % less safety stock than a flat target", () => {
    const { details, rows } = run({ mode: "FILL", target: 0.97 });
    expect(details.chosen?.fillRate).toBeCloseTo(0.97, 4);
    expect(details.chosen?.value).toBeLessThan(0.9 * Number(details.chosen?.flatValue));
    expect(rows).toHaveLength(count);
    expect(rows.every(({ TargetType }) => TargetType === "FILL")).toBe(true);
  });
  test("set-policies on those targets holds the money and the service that the mix promised", () => {
    const { table, details } = run({ mode: "FILL", target: 0.97 });
    const { results } = runAnalysis(setPolicies, [items, demand, table], { orderCost: 5 }, "run-2");
    const [result] = results;
    if (result.kind !== "rows") throw new Error("rows were expected");
    const at = (name: string) => result.columns.indexOf(name);
    const cost = new Map(items.rows.map(([item, money]) => [item, Number(money)]));
    const value = result.rows.reduce(
      (sum, row) => sum + Number(row[at("NewSS")]) * Number(cost.get(row[at("Item")])),
      0,
    );
    expect(value / Number(details.chosen?.value)).toBeCloseTo(1, 3);
  });
  test("a budget buys the fill rate whose cheapest mix costs it", () => {
    const { details } = run({ mode: "FILL", target: 0.96 });
    const { details: bought } = run({ mode: "BUDGET", budget: details.chosen?.value });
    expect(bought.chosen?.fillRate).toBeCloseTo(0.96, 6);
  });
  test("floors are kept; a budget that does not reach for them is refused with what they cost", () => {
    const { rows } = run({ mode: "FILL", target: 0.96, floors: [0.99, 0, 0] });
    rows
      .filter((_, i) => i % 3 === 0)
      .forEach(({ FILL }) => expect(FILL).toBeGreaterThanOrEqual(0.99 - 1e-9));
    expect(() => run({ mode: "BUDGET", budget: 1, floors: [0.99, 0.9, 0.9] })).toThrow(
      /^budget must be at least \d+(\.\d+)?, what the floors cost \(most at i\d+: .*\), got 1$/,
    );
  });
  test("the frontier rises: more fill rate is dearer, and the next point dearer still", () => {
    const { frontier } = run({ mode: "FILL" }).details;
    expect(frontier.length).toBeGreaterThan(3);
    frontier.slice(1).forEach((point, i) => {
      expect(point.fillRate).toBeGreaterThan(frontier[i].fillRate);
      expect(point.value).toBeGreaterThan(frontier[i].value);
      expect(point.costOfAPoint).toBeGreaterThan(frontier[i].costOfAPoint);
      expect(point.value).toBeLessThanOrEqual(point.flatValue + 1e-6);
    });
  });
});

test.each([
  [{ targets: [1, 0.9, 0.8] }, "targets must be above 0 and below 1, got 1"],
  [{ floors: [0, 0, 1] }, "floors must be at least 0 and below 1, got 1"],
  [{ mode: "FILL", target: 1 }, "target must be a number above 0"],
])("%j is refused", (options, message) => {
  expect(() => run(options)).toThrow(message);
});

describe("finance and operations", () => {
  const priced = tableContent(
    "Items",
    [...items.columns, "Price"],
    items.rows.map((row, i) => [...row, i === 0 ? "" : 1.5 * Number(row[1])]),
  );
  const both = (options: Record<string, unknown>) =>
    runAnalysis(setServiceTargets, [priced, demand], { orderCost: 5, ...options }, "run-1")
      .details as TargetsDetails;
  const { curve, frontier, withoutPrice } = both({});

  test("the curve rises in money, service and margin; the printed points lie on it", () => {
    expect(withoutPrice).toBe(1);
    curve.slice(1).forEach((point, i) => {
      expect(point.fillRate).toBeGreaterThan(curve[i].fillRate);
      expect(point.value).toBeGreaterThan(curve[i].value);
      expect(point.margin).toBeGreaterThan(curve[i].margin);
    });
    for (const { fillRate, value } of frontier.slice(1))
      expect(pointAt(curve, "fillRate", fillRate).value / value).toBeCloseTo(1, 2);
  });
  test("a point costs what the next point of fill rate takes, and earns the margin it serves", () => {
    const at = frontier.find(({ fillRate }) => Math.abs(fillRate - 0.95) < 1e-6);
    const [below, above] = [0.949, 0.951].map(
      (target) => both({ mode: "FILL", target }).chosen as FrontierPoint,
    );
    const points = 100 * (above.fillRate - below.fillRate);
    expect((above.value - below.value) / points / Number(at?.costOfAPoint)).toBeCloseTo(1, 2);
    expect((above.margin - below.margin) / points / Number(at?.marginOfAPoint)).toBeCloseTo(1, 1);
    expect(run().details.frontier[0].marginOfAPoint).toBeNull();
  });
  test("bounds leave a range, or the one that cannot be kept is named with both numbers", () => {
    const at95 = pointAt(curve, "fillRate", 0.95);
    const range = feasibleRange(curve, { cash: 1.2 * at95.value, service: 0.95 });
    expect(range.conflict).toBeUndefined();
    expect(range.least.fillRate).toBeCloseTo(0.95, 9);
    expect(range.most.value).toBeCloseTo(1.2 * at95.value, 6);
    expect(feasibleRange(curve, { cash: 0.8 * at95.value, service: 0.95 }).conflict).toMatch(
      /^The cash bound does not reach the service bound: 95\.00 % takes [\d,.]+, [\d,.]+ buys 9\d\.\d\d %\.$/,
    );
    expect(feasibleRange(curve, { cash: null, service: null }).most).toEqual(curve.at(-1));
    expect(feasibleRange(curve, { cash: null, service: 0.99999 }).conflict).toMatch(
      /^The service bound of 100\.00 % lies beyond/,
    );
  });
  test("a mix that breaks a bound is refused by name", () => {
    const at95 = pointAt(curve, "fillRate", 0.95).value;
    expect(() => both({ mode: "FILL", target: 0.95, cash: 0.9 * at95 })).toThrow(
      /^cash must be at least [\d,.]+, what a fill rate of 95\.00 % takes in safety stock, got/,
    );
    expect(() => both({ mode: "FILL", target: 0.95, service: 0.96 })).toThrow(
      "service must be at most the fill rate of the mix, 95.00 %, got 96.00 %",
    );
    const agreed = both({ mode: "FILL", target: 0.95, service: 0.95, cash: 1.1 * at95, finance: "A. Kim" });
    expect(agreed.chosen?.fillRate).toBeCloseTo(0.95, 6);
  });
});
