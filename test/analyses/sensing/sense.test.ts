import { sense, sensingDetails } from "../../../src/analyses/sense";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { bucketOf, bucketStart } from "../../../src/engine/calendar";
import type { AnalysisOutcome } from "../../../src/analyses/define-analysis";
import type { CellValue } from "../../../src/workbook/workbook";
import { random } from "../../random";
import { tableContent } from "../table-content";

/** Monday, 2026-06-01. */
const TODAY = 46_174;
const WEEKS_KNOWN = 120;
const firstMonday = TODAY - 7 * WEEKS_KNOWN;

/** Steady demand with noise whose level rises by a share from a week on, counted from today. */
function world(items: number, rise: number, since: number, seed: number) {
  const { normal } = random(seed);
  const noise = () => normal(0, 0.08);
  return Array.from({ length: items }, (_, i) => {
    const level = 80 + 40 * i;
    const weekly = Array.from({ length: WEEKS_KNOWN + 12 }, (__, w) => {
      const at = w - WEEKS_KNOWN;
      return level * (at >= since && at < 8 ? 1 + rise : 1) * (1 + noise());
    });
    return { item: `I${i}`, weekly, sold: weekly.map((units) => 0.4 * units * (1 + noise() / 2)) };
  });
}

type World = ReturnType<typeof world>;

const weeklyDemand = (of: World) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    of.flatMap(({ item, weekly }) =>
      weekly.slice(0, WEEKS_KNOWN).map((units, w): CellValue[] => [item, firstMonday + 7 * w, units]),
    ),
  );

/** Months that are over on a day, each on its first day. */
const monthlyDemand = (of: World, today: number) =>
  tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    of.flatMap(({ item, weekly }) => {
      const months = new Map<number, number>();
      weekly.forEach((units, w) => {
        for (let day = firstMonday + 7 * w; day < firstMonday + 7 * w + 7; day++) {
          const month = bucketOf(day, "M");
          months.set(month, (months.get(month) ?? 0) + units / 7);
        }
      });
      const [, ...whole] = [...months].filter(([month]) => bucketStart(month + 1, "M") <= today);
      return whole.map(([month, units]): CellValue[] => [item, bucketStart(month, "M"), units]);
    }),
  );

const posUntil = (of: World, today: number, scale = 1) =>
  tableContent(
    "Signals",
    ["Item", "Date", "Source", "Qty"],
    of.flatMap(({ item, sold }) =>
      sold.flatMap((units, w): CellValue[][] =>
        firstMonday + 7 * w + 7 <= today ? [[item, firstMonday + 7 * w, "POS", scale * units]] : [],
      ),
    ),
  );

function rowsOf({ results }: AnalysisOutcome, table: string): Record<string, CellValue>[] {
  const result = results.find((one) => one.table === table);
  if (result?.kind !== "rows") throw new Error(`${table} comes as rows`);
  return result.rows.map((row) => Object.fromEntries(result.columns.map((column, i) => [column, row[i]])));
}

/** WAPE of weeks ahead, of Base and of Sensed. */
function errors(outcome: AnalysisOutcome, of: World, from: number, to: number) {
  let [base, sensed, total] = [0, 0, 0];
  for (const row of rowsOf(outcome, "Sensed")) {
    const ahead = ((row.Date as number) - TODAY) / 7;
    if (ahead < from || ahead >= to) continue;
    const actual = of.find(({ item }) => item === row.Item)!.weekly[WEEKS_KNOWN + ahead];
    base += Math.abs((row.Base as number) - actual);
    sensed += Math.abs((row.Sensed as number) - actual);
    total += actual;
  }
  return { base: base / total, sensed: sensed / total };
}

describe("a planted uplift of 20 %", () => {
  const planted = world(6, 0.2, -3, 11);

  test("weekly plan: weeks +1 to +3 are at least 15 % better, and week 8 is the forecast again", () => {
    const before = tableContent(
      "Forecast",
      ["Item", "Location", "Date", "Stat"],
      planted.flatMap(({ item, weekly }) => {
        const usual =
          weekly.slice(0, WEEKS_KNOWN - 3).reduce((sum, units) => sum + units, 0) / (WEEKS_KNOWN - 3);
        return Array.from({ length: 12 }, (_, w): CellValue[] => [item, "", TODAY + 7 * w, usual]);
      }),
    );
    const outcome = runAnalysis(
      sense,
      [weeklyDemand(planted), posUntil(planted, TODAY), before],
      { bucket: "W" },
      "s-1",
    );
    const near = errors(outcome, planted, 0, 3);
    expect(near.sensed).toBeLessThan(0.85 * near.base);
    const rows = rowsOf(outcome, "Sensed");
    expect(rows).toHaveLength(6 * 8);
    for (const row of rows) {
      expect(Math.abs((row.Sensed as number) / (row.Base as number) - 1)).toBeLessThanOrEqual(0.3 + 1e-12);
      if (row.Date === TODAY + 7 * 7) expect(row.Sensed).toBe(row.Base);
    }
  });

  test("monthly plan and weekly sales of the trade: the same, in the middle of a month too", () => {
    const outcome = runAnalysis(sense, [monthlyDemand(planted, TODAY), posUntil(planted, TODAY)], {}, "s-1");
    const near = errors(outcome, planted, 0, 3);
    expect(near.sensed).toBeLessThan(0.85 * near.base);
    const rows = rowsOf(outcome, "Sensed");
    for (const row of rows.filter(({ Date }) => Date === TODAY + 7 * 7)) expect(row.Sensed).toBe(row.Base);
    const later = TODAY + 14;
    const middle = runAnalysis(sense, [monthlyDemand(planted, later), posUntil(planted, later)], {}, "s-1");
    const ahead = errors(middle, planted, 2, 5);
    expect(ahead.sensed).toBeLessThan(0.85 * ahead.base);
    expect(sensingDetails(middle).today).toBe(later);
  });

  test("its own value is told, and it is above 0 where the past shows it", () => {
    const earlier = world(6, 0.2, -13, 12);
    const outcome = runAnalysis(
      sense,
      [weeklyDemand(earlier), posUntil(earlier, TODAY)],
      { bucket: "W" },
      "s-1",
    );
    for (const row of rowsOf(outcome, "Sensing")) {
      expect(row.Judged).toBe(12);
      expect(row.ValueAdded).toBeCloseTo((row.BaseError as number) - (row.SensedError as number), 12);
    }
    const { worth } = sensingDetails(outcome);
    expect(worth!.n).toBe(6 * 12);
    expect(worth!.sensed).toBeLessThan(worth!.base);
    expect(outcome.summary).toMatch(/^\d of 6 items sensed are shifted; in the past it took the error from/);
  });
});

describe("what is looked at", () => {
  const flat = tableContent(
    "Demand",
    ["Item", "Date", "Qty"],
    Array.from({ length: 60 }, (_, w): CellValue[] => ["A", TODAY - 7 * (60 - w), 100]),
  );
  const stat = (units: number) =>
    tableContent(
      "Forecast",
      ["Item", "Location", "Date", "Stat", "Final"],
      Array.from({ length: 10 }, (_, w): CellValue[] => [
        "A",
        "",
        TODAY + 7 * w,
        units,
        w === 1 ? 2 * units : "",
      ]),
    );
  type Line = readonly [week: number, source: string, units: number];
  const signals = (lines: readonly Line[]) =>
    tableContent(
      "Signals",
      ["Item", "Date", "Source", "Qty"],
      lines.map(([week, source, units]): CellValue[] => ["A", TODAY + 7 * week, source, units]),
    );
  /** A year of a source, then four weeks of news. */
  const told = (source: string, usual: number, news: readonly number[], lead = 0): Line[] => [
    ...Array.from({ length: 52 }, (_, i): Line => [-56 - lead + i, source, usual]),
    ...news.map((units, i): Line => [-4 - lead + i, source, units]),
  ];
  const run = (
    lines: readonly Line[],
    given: Readonly<Record<string, unknown>> = {},
    ...more: ReturnType<typeof stat>[]
  ) =>
    runAnalysis(
      sense,
      [flat, signals(lines), ...(more.some(({ name }) => name === "Forecast") ? more : [stat(100), ...more])],
      { bucket: "W", on: "2026-06-01", ...given },
      "s-1",
    );
  const shiftOf = (outcome: AnalysisOutcome) => rowsOf(outcome, "Sensing")[0].Shift as number;
  const weeksOf = (outcome: AnalysisOutcome) =>
    rowsOf(outcome, "Sensed").map(({ Sensed }) => Sensed as number);

  test("a signal counts by what it usually is for a unit of demand; Final is shifted where it is filled, and the shift fades", () => {
    const [row] = rowsOf(run(told("POS", 40, [48, 48, 48, 48])), "Sensing");
    expect([row.Sources, row.Uplift, row.Weight]).toEqual(["POS", expect.closeTo(0.2, 10), 1]);
    expect(weeksOf(run(told("POS", 40, [48, 48, 48, 48])))).toEqual(
      [120, 230, 110, 105, 100, 100, 100, 100].map((units) => expect.closeTo(units, 8)),
    );
  });

  test("what the forecast has learnt already is not added again", () => {
    expect(shiftOf(run(told("POS", 40, [48, 48, 48, 48]), {}, stat(120)))).toBeCloseTo(0, 10);
    expect(shiftOf(run(told("POS", 40, [48, 48, 48, 48]), {}, stat(110)))).toBeCloseTo(1.2 / 1.1 - 1, 10);
  });

  test("the cap holds, both ways", () => {
    expect(shiftOf(run(told("POS", 40, [80, 80, 80, 80])))).toBe(0.3);
    expect(shiftOf(run(told("POS", 40, [8, 8, 8, 8]), { cap: 0.2 }))).toBe(-0.2);
  });

  test("what only filled shelves of the trade is taken off, what emptied them is put on", () => {
    const stock = (levels: readonly number[]) =>
      levels.map((units, i): Line => [-5 + i, "channel stock", units]);
    const shipped = told("shipments", 100, [120, 120, 120, 120]);
    expect(shiftOf(run(shipped))).toBeCloseTo(0.2, 10);
    const netted = run([...shipped, ...stock([200, 220, 240, 260, 280])]);
    expect(shiftOf(netted)).toBeCloseTo(0, 10);
    expect(rowsOf(netted, "Sensing")[0].Sources).toBe("shipments less channel stock");
    const sold = told("POS", 100, [110, 110, 110, 110]);
    expect(shiftOf(run([...sold, ...stock([200, 195, 190, 185, 180])]))).toBeCloseTo(0.15, 10);
    // Two counts in a week: the later one is what there is.
    const daily: Line[] = [-5, -4, -3, -2, -1].map((week): Line => [week - 2 / 7, "channel stock", 999]);
    const late = daily.map(([week, source], i): Line => [week + 2 / 7 + 1 / 7, source, 200 + 20 * i]);
    expect(
      shiftOf(run([...shipped, ...daily.map(([week, s, u]): Line => [week + 2 / 7, s, u]), ...late])),
    ).toBeCloseTo(0, 10);
  });

  test("what runs ahead of demand holds the shift up as far as it speaks of", () => {
    const leading = told("leading", 7, [7, 7, 8.4, 8.4], 0);
    const outcome = run(leading, { lead: 2 });
    const [row] = rowsOf(outcome, "Sensing");
    // Six weeks of news, of which the last two, those to come, are a fifth higher.
    expect(row.Until).toBe(TODAY + 13);
    expect(row.Uplift).toBeCloseTo(2 / 30, 10);
    const weeks = weeksOf(outcome);
    expect(weeks[0]).toBeCloseTo(100 * (1 + (row.Shift as number)), 8);
    expect(weeks[0]).toBe(weeks[2]);
    expect(weeks[3]).toBeLessThan(weeks[2]);
  });

  test("orders on hand are the least a week will be, within the cap, and a note tells of more", () => {
    const orders = tableContent(
      "OpenOrders",
      ["SO", "Line", "Item", "Requested", "Qty", "Shipped"],
      [
        ["1", "1", "A", TODAY + 15, 125, 5],
        ["2", "1", "A", TODAY + 23, 400, ""],
        ["3", "1", "A", TODAY - 9, 30, 10],
      ],
    );
    const outcome = run(told("POS", 40, [40, 40, 40, 40]), {}, stat(100), orders);
    expect(weeksOf(outcome).slice(0, 5)).toEqual([100, 200, 120, 130, 100]);
    const rows = rowsOf(outcome, "Sensed");
    expect(rows.map(({ Booked }) => Booked).slice(0, 5)).toEqual([20, 0, 120, 400, 0]);
    const [row] = rowsOf(outcome, "Sensing");
    expect(row.Sources).toBe("POS, open orders");
    expect(row.Note).toContain("week of 2026-06-22: 400 are sold or ordered");
  });

  test("demand so far: on Thursday three days of the week are known", () => {
    const days = Array.from({ length: 7 * 60 + 3 }, (_, d): CellValue[] => {
      const day = TODAY - 7 * 60 + d;
      const isWeekend = d % 7 >= 5;
      return ["A", day, (isWeekend ? 0 : 20) * (day >= TODAY ? 1.2 : 1)];
    });
    const outcome = runAnalysis(
      sense,
      [tableContent("Demand", ["Item", "Date", "Qty"], days), stat(100)],
      { bucket: "W", on: "2026-06-04", window: 2 },
      "s-1",
    );
    const [row] = rowsOf(outcome, "Sensing");
    // Two weeks as usual, and 72 instead of 60 in the days since.
    expect(row.Uplift).toBeCloseTo(12 / 260, 10);
    expect([row.Sources, row.Until]).toEqual(["demand so far", TODAY + 2]);
    expect(weeksOf(outcome)[0]).toBeCloseTo(72 + 40 * (1 + (row.Shift as number)), 8);
  });

  test("nothing after a day has a say in what is judged of the time before it", () => {
    const noisy = world(1, 0.2, -9, 3);
    const judgedWith = (last: number) =>
      rowsOf(
        runAnalysis(
          sense,
          [
            weeklyDemand(noisy),
            (() => {
              const pos = posUntil(noisy, TODAY);
              // The last three weeks lie after every day that is judged.
              return {
                ...pos,
                rows: pos.rows.map((row, i) => (i >= pos.rows.length - 3 ? [...row.slice(0, 3), last] : row)),
              };
            })(),
          ],
          { bucket: "W" },
          "s-1",
        ),
        "Sensing",
      )[0];
    const [few, many] = [judgedWith(1), judgedWith(500)];
    expect(few.Shift).not.toBe(many.Shift);
    expect([few.BaseError, few.SensedError]).toEqual([many.BaseError, many.SensedError]);
  });

  test("what cannot be used is told", () => {
    const short = run([...told("POS", 40, [48, 48, 48, 48]).slice(-7)]);
    expect(rowsOf(short, "Sensing")[0].Note).toBe(
      "nothing new to sense by; POS shows too little beside demand before the news",
    );
    const stranger = { ...signals([[-1, "POS", 3]]), rows: [["X", TODAY - 7, "POS", 3]] };
    const outcome = runAnalysis(
      sense,
      [flat, { ...stranger, rows: [...stranger.rows, ...signals(told("POS", 4, [4])).rows] }],
      { bucket: "W" },
      "s-1",
    );
    expect(outcome.issues).toEqual([
      { table: "Signals", row: 1, column: "Item", message: "X has no demand to compare with" },
    ]);
    expect(() => runAnalysis(sense, [flat], { bucket: "W" }, "s-1")).toThrow(
      "Signals must hold something to sense by, or Demand be dated by day or week, got neither",
    );
    expect(() => run(told("POS", 40, [48]), { on: "soon" })).toThrow(
      'on must be a date such as 2026-03-31, got the text "soon"',
    );
  });
});
