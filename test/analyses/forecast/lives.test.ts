import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forecast, forecastDetails } from "../../../src/analyses/run-forecast";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { bucketStart } from "../../../src/engine/calendar";
import { tableContents } from "../../../src/cli/workbook-tables";
import { openPackage, readWorkbook } from "../../../src/xlsx";
import type { CellValue } from "../../../src/workbook/workbook";
import { random } from "../../random";
import { tableContent } from "../table-content";

/** January 2023, as months are counted. */
const FIRST = 2023 * 12;
const day = (month: number) => bucketStart(FIRST + month, "M");
type Histories = Readonly<Record<string, readonly (number | null)[]>>;
const demandOf = (histories: Histories) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    Object.entries(histories).flatMap(([item, of]) =>
      of.flatMap((units, t): CellValue[][] => (units === null ? [] : [[item, day(t), units]])),
    ),
  );
const itemsOf = (rows: readonly CellValue[][]) =>
  tableContent("Items", ["Item", "Family", "Price", "Cost", "Successor"], rows);
const lifecycleOf = (rows: readonly CellValue[][]) =>
  tableContent("Lifecycle", ["Item", "Launch", "LastShip", "Successor", "Factor"], rows);
const run = (...tables: Parameters<typeof runAnalysis>[1]) => {
  const outcome = runAnalysis(forecast, tables, { horizon: 6 }, "run-1");
  const { items } = forecastDetails(outcome);
  return { outcome, items, of: (item: string) => items.find((one) => one.item === item)! };
};
const wape = (actual: readonly number[], made: readonly number[]) =>
  actual.reduce((sum, units, t) => sum + Math.abs(units - made[t]), 0) /
  actual.reduce((sum, units) => sum + units, 0);

describe("change-over", () => {
  /** Both together in units of the new one; the new one is launched in month 28 and takes over within a year. */
  const { normal } = random(4);
  const together = Array.from(
    { length: 40 },
    (_, t) => 200 * (1 + 0.3 * Math.sin((2 * Math.PI * t) / 12)) * (1 + normal(0, 0.04)),
  );
  const share = together.map((_, t) => (t < 28 ? 0 : 1 / (1 + Math.exp(-0.7 * (t - 32)))));
  const old = together.map((units, t) => (units * (1 - share[t])) / 2);
  const since = together.map((units, t) => (t < 28 ? null : units * share[t]));
  const known = { old: old.slice(0, 34), new: since.slice(0, 34) };
  const lifecycle = lifecycleOf([["old", "", "", "new", 2]]);

  test("together they are forecast far better than each alone, and the reason is told", () => {
    const linked = run(demandOf(known), lifecycle);
    const alone = run(demandOf(known));
    for (const [item, truth] of [
      ["old", old],
      ["new", since],
    ] as const) {
      const actual = truth.slice(34) as number[];
      expect(wape(actual, linked.of(item).forecast)).toBeLessThan(
        0.5 * wape(actual, alone.of(item).forecast),
      );
      expect(linked.of(item).model).toBe("CHANGEOVER");
      expect(linked.of(item).why[0]).toMatch(
        /^new replaces old, 2 of it for one: both forecast together from 34 buckets of linked history; its share goes from \d+% to \d+% of it, by a logistic curve/,
      );
      expect(linked.of(item).low[0]).toBeLessThan(linked.of(item).forecast[0]);
      expect(linked.of(item).accuracy[0].count).toBeGreaterThan(0);
    }
    // The history of the successor is its own: nothing is booked for it that it has not sold.
    expect(linked.of("new").history).toEqual(known.new.slice(28));
  });

  test("Items[Successor] does, for units of one to one, and Lifecycle goes before it", () => {
    const items = itemsOf([["old", "", "", "", "new"]]);
    expect(run(demandOf(known), items).of("new").why[0]).toMatch(/^new replaces old: both/);
    expect(run(demandOf(known), items, lifecycle).of("new").why[0]).toMatch(/^new replaces old, 2 of it/);
  });

  test("after its last day of service the old one is 0 and the new one has all", () => {
    const served = lifecycleOf([["old", "", day(36) - 1, "new", 2]]);
    const { of } = run(demandOf(known), served);
    const open = run(demandOf(known), lifecycle);
    expect(of("old").forecast.slice(2)).toEqual([0, 0, 0, 0]);
    of("new").forecast.forEach((units, t) => {
      const total = open.of("new").forecast[t] + 2 * open.of("old").forecast[t];
      expect(units).toBeCloseTo(t < 2 ? open.of("new").forecast[t] : total, 8);
    });
  });

  test("a successor that nobody has asked for yet takes over at its launch", () => {
    const before = { old: old.slice(0, 28) };
    const launched = lifecycleOf([
      ["old", "", "", "new", 2],
      ["new", day(30) + 14, "", "", ""],
    ]);
    const { of, items } = run(demandOf(before), launched);
    const alone = run(demandOf(before)).of("old").forecast;
    expect(of("old").forecast).toEqual(
      [...alone.slice(0, 2), 0, 0, 0, 0].map((units) => expect.closeTo(units, 8)),
    );
    of("new").forecast.forEach((units, t) => expect(units).toBeCloseTo(t < 2 ? 0 : 2 * alone[t], 6));
    expect(of("new").history).toEqual([]);
    expect(of("new").why[0]).toMatch(/all from its launch on/);
    expect(items).toHaveLength(2);
    // A launch that has slipped for good, or lies beyond the horizon, changes nothing.
    for (const month of [20, 40]) {
      const far = lifecycleOf([
        ["old", "", "", "new", 2],
        ["new", day(month), "", "", ""],
      ]);
      expect(run(demandOf(before), far).items.map(({ item }) => item)).toEqual(["old"]);
    }
  });

  test("a successor with two seasons of its own stands by itself, and one of two predecessors is refused", () => {
    const long = {
      old: old.slice(0, 34),
      new: since.slice(0, 34).map((_, t) => (t < 8 ? null : 50 + (t % 3))),
    };
    expect(run(demandOf(long), lifecycle).of("new").model).not.toBe("CHANGEOVER");
    const two = lifecycleOf([
      ["old", "", "", "new", 2],
      ["older", "", "", "new", 1],
    ]);
    const { outcome, of } = run(demandOf({ ...known, older: old.slice(0, 34) }), two);
    expect(of("older").model).not.toBe("CHANGEOVER");
    expect(outcome.issues).toEqual([
      {
        table: "Lifecycle",
        row: 0,
        column: "Successor",
        message:
          "new takes over from more than one item, or from one that is new itself: older is forecast alone",
      },
    ]);
  });
});

describe("new items", () => {
  const ramp = (level: number, from: number, months: number) =>
    Array.from({ length: months }, (_, t) => (t < from ? null : level * Math.min(1, 0.25 * (t - from + 1))));
  const histories: Histories = {
    old: Array.from({ length: 36 }, (_, t) => 90 + (t % 4)),
    a1: ramp(100, 8, 36),
    a2: ramp(120, 10, 36),
    a3: ramp(110, 14, 36),
    b1: ramp(1000, 9, 36),
    b2: ramp(1200, 12, 36),
    b3: ramp(1100, 15, 36),
  };
  const items = itemsOf([
    ["old", "A", 10, 6, ""],
    ...["a1", "a2", "a3", "n"].map((item): CellValue[] => [item, "A", 10, 6, ""]),
    ...["b1", "b2", "b3"].map((item): CellValue[] => [item, "B", 50, 30, ""]),
  ]);

  test("before its launch an item follows the launches that are most like it", () => {
    const { of } = run(demandOf(histories), items, lifecycleOf([["n", day(37), "", "", ""]]));
    const { forecast: made, model, why, low, high } = of("n");
    expect(model).toBe("ANALOGUE");
    expect(made[0]).toBe(0);
    made
      .slice(1)
      .forEach((units, t) =>
        expect(Math.abs(units / (110 * Math.min(1, 0.25 * (t + 1))) - 1)).toBeLessThan(0.1),
      );
    expect(why[0]).toMatch(
      /^New: after the launches of a1, a2, a3, the most alike by family, price and cost/,
    );
    expect(low[3]).toBeLessThan(made[3]);
    expect(high[3]).toBeGreaterThan(made[3]);
  });

  test("what it has sold so far scales the course", () => {
    const sold = { ...histories, n: [...new Array<null>(33).fill(null), 50, 100, 150] };
    const { of } = run(demandOf(sold), items, lifecycleOf([["n", day(33), "", "", ""]]));
    const [next] = of("n").forecast;
    // Twice the course, which has yet to reach its fourth month; one bucket's weight lies with the course.
    expect(next).toBeGreaterThan(1.5 * 110);
    expect(next).toBeLessThan(2 * 110);
    expect(of("n").why[1]).toMatch(/^Scaled by 1\.\d\d to what was sold so far$/);
  });

  test("without a launch to learn from its family's usual level stands in, without a family nothing does", () => {
    const { of, items: made } = run(
      demandOf({ old: histories.old }),
      items,
      lifecycleOf([
        ["n", day(36), "", "", ""],
        ["stranger", day(36), "", "", ""],
      ]),
    );
    expect(of("n").forecast).toEqual(new Array(6).fill(91.5));
    expect(of("n").why[0]).toBe("New: no launch to learn from, so the mean of its family (old)");
    expect(made.map(({ item }) => item)).toEqual(["old", "n"]);
  });

  test("with six buckets of its own it is forecast as any other", () => {
    const grown = { ...histories, n: [...new Array<null>(30).fill(null), 25, 50, 75, 100, 100, 100] };
    expect(run(demandOf(grown), items, lifecycleOf([["n", day(30), "", "", ""]])).of("n").model).not.toBe(
      "ANALOGUE",
    );
  });
});

test("the sample company: the controller C2 goes, and its successor has its history", () => {
  const path = join(__dirname, "../../../assets/samples/company.xlsx");
  const contents = tableContents(readWorkbook(openPackage(readFileSync(path)), [])).map((table) =>
    table.name === "Demand"
      ? { ...table, rows: table.rows.filter(([item]) => item === "EL-502" || item === "EL-508") }
      : table,
  );
  const { items } = run(...contents);
  expect(items).toHaveLength(6);
  for (const { item, model, why, forecast: made } of items) {
    expect(model).toBe("CHANGEOVER");
    expect(why[0]).toMatch(
      /^EL-508 replaces EL-502: both forecast together from 36 buckets of linked history/,
    );
    if (item === "EL-502") expect(made[5]).toBeLessThan(made[0]);
  }
});
