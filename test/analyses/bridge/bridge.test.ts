import fc from "fast-check";
import { bridge, type BridgeDetails } from "../../../src/analyses/bridge";
import { kpis } from "../../../src/analyses/kpis";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, itemsOf, movesOf, rowsOf, steadyYear, stockOf } from "../kpis/company";
import { tableContent } from "../table-content";

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(bridge, tables, options, "run-1");
  const rows = rowsOf(outcome.results, "Bridge");
  const effect = (driver: string, figure = "Stock value") =>
    Number(rows.find(({ Driver, Figure }) => Driver === driver && Figure === figure)?.Effect);
  return { outcome, rows, effect };
}

const items = itemsOf([["a", "F", 10, 15, 30]]);
const end = day("2025-12-31");
const stockNow = (units: number, value: number) => stockOf([["a", "N", "usable", "own", end, units, value]]);
const from = { from: "2025-11-30" };
/** Ten months of 10 in on the 1st and 10 out on the 15th, then what December brings. */
function year(december: CellValue[][], others: CellValue[][] = []): TableContent {
  const moves: CellValue[][] = [];
  for (let m = 1; m <= 11; m++) {
    const month = String(m).padStart(2, "0");
    moves.push(
      [day(`2025-${month}-01`), "a", "N", "receipt", 10, 10],
      [day(`2025-${month}-15`), "a", "N", "sale", -10, ""],
    );
  }
  return movesOf([...moves, ...others, ...december]);
}

describe("each driver by itself", () => {
  test("nothing moved", () => {
    const { rows, effect } = run(steadyYear(), from);
    expect(effect("Start")).toBe(300);
    expect(effect("End")).toBe(300);
    for (const { Driver, Effect } of rows)
      if (Driver !== "Start" && Driver !== "End") expect(Effect).toBeCloseTo(0, 9);
  });
  test("forecast error: 14 were expected and 10 taken, 4 more lie there at 10", () => {
    const demand = tableContent(
      "Demand",
      ["Item", "Location", "Date", "Qty"],
      [["a", "N", day("2025-12-01"), 10]],
    );
    const forecast = tableContent(
      "Forecast",
      ["Item", "Location", "Date", "Stat"],
      [["a", "N", day("2025-12-01"), 14]],
    );
    const moves = year([
      [day("2025-12-01"), "a", "N", "receipt", 14, 10],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
    ]);
    // What is taken in a month of lead time stays on the shelf or leaves it before an order of that month could come.
    const monthAhead = itemsOf([["a", "F", 10, 15, 31]]);
    const { effect } = run([monthAhead, stockNow(34, 340), moves, demand, forecast], from);
    expect(effect("forecast error")).toBe(40);
    expect(effect("End") - effect("Start")).toBe(40);
  });
  test("lead time: 6 units due in January came in December", () => {
    const receipts = tableContent(
      "Receipts",
      ["PO", "Line", "Item", "Location", "Due", "Received", "Qty", "QtyReceived"],
      [
        ["P1", "1", "a", "N", day("2026-01-10"), day("2025-12-20"), 6, 6],
        ["P2", "1", "a", "N", day("2025-12-01"), day("2025-12-01"), 10, 10],
      ],
    );
    const moves = year([
      [day("2025-12-01"), "a", "N", "receipt", 10, 10],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
      [day("2025-12-20"), "a", "N", "receipt", 6, 10],
    ]);
    expect(run([items, stockNow(36, 360), moves, receipts], from).effect("lead time")).toBe(60);
  });
  test("policy: a safety stock raised from 5 to 8 between the dates", () => {
    const exported = tableContent(
      "Export_Params",
      ["Item", "Location", "Field", "Old", "New", "RunId"],
      [
        ["a", "N", "SS", 5, 8, "r1"],
        ["a", "N", "SS", 1, 5, "r0"],
        ["a", "N", "ROP", 10, 13, "r1"],
      ],
    );
    const runs = tableContent(
      "Runs",
      ["RunId", "At"],
      [
        ["r0", day("2025-06-10")],
        ["r1", day("2025-12-05")],
      ],
    );
    expect(run([...steadyYear(), exported, runs], from).effect("policy")).toBe(30);
  });
  test("write-off: 3 units scrapped", () => {
    const moves = year([
      [day("2025-12-01"), "a", "N", "receipt", 10, 10],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
      [day("2025-12-20"), "a", "N", "scrap", -3, ""],
    ]);
    const { effect } = run([items, stockNow(27, 270), moves], from);
    expect(effect("write-off")).toBe(-30);
    expect(effect("other")).toBeCloseTo(0, 9);
  });
  test("cost: all 30 units go from 10 to 12", () => {
    const { effect } = run(
      [
        items,
        stockNow(30, 360),
        year([
          [day("2025-12-01"), "a", "N", "receipt", 10, 10],
          [day("2025-12-15"), "a", "N", "sale", -10, ""],
        ]),
      ],
      from,
    );
    expect(effect("cost")).toBe(60);
  });
  test("lot size: the mean receipt of the year goes from 10 to 11", () => {
    const moves = year([
      [day("2025-12-01"), "a", "N", "receipt", 22, 10],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
    ]);
    // Eleven receipts of 110 units, then twelve of 132: half a unit more cycle stock at 10.
    expect(run([items, stockNow(42, 420), moves], from).effect("lot size")).toBeCloseTo(5, 9);
  });
  test("mix: a new item counts whole", () => {
    const two = itemsOf([
      ["a", "F", 10, 15, 30],
      ["b", "F", 7, 9, 30],
    ]);
    const stock = stockOf([
      ["a", "N", "usable", "own", end, 30, 300],
      ["b", "N", "usable", "own", end, 5, 35],
    ]);
    const moves = year([
      [day("2025-12-01"), "a", "N", "receipt", 10, 10],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
      [day("2025-12-10"), "b", "N", "receipt", 5, 7],
    ]);
    expect(run([two, stock, moves], from).effect("mix")).toBeCloseTo(35, 9);
  });
});

test("SHAPLEY prices units at the mean of both costs, SEQ at the old one", () => {
  const tables = [
    items,
    stockNow(40, 480),
    year([
      [day("2025-12-01"), "a", "N", "receipt", 20, 14],
      [day("2025-12-15"), "a", "N", "sale", -10, ""],
    ]),
  ];
  const quantity = ({ effect }: ReturnType<typeof run>) =>
    effect("lot size") + effect("mix") + effect("other");
  const [seq, shapley] = [run(tables, from), run(tables, { ...from, method: "SHAPLEY" })];
  // 30 at 10 became 40 at 12: 10 units at 10 and 40 at 2, or 10 at 11 and 35 at 2.
  expect(quantity(seq)).toBeCloseTo(100, 9);
  expect(seq.effect("cost")).toBeCloseTo(80, 9);
  expect(quantity(shapley)).toBeCloseTo(110, 9);
  expect(shapley.effect("cost")).toBeCloseTo(70, 9);
});

test("owners are those of Settings, else the usual roles", () => {
  const settings = tableContent("Settings", ["Setting", "Value"], [["Owner of lead time", "Ann"]]);
  const { rows } = run([...steadyYear(), settings], from);
  const owner = (driver: string) => rows.find(({ Driver }) => Driver === driver)?.Owner;
  expect(owner("lead time")).toBe("Ann");
  expect(owner("write-off")).toBe("finance");
  expect(rows.filter(({ Driver, Owner }) => Owner === "" && Driver !== "Start" && Driver !== "End")).toEqual(
    [],
  );
});

test("turns start and end as kpis has them, where both look back a whole year", () => {
  const before: CellValue[][] = [];
  for (let m = 1; m <= 12; m++)
    before.push(
      [day(`2024-${String(m).padStart(2, "0")}-10`), "a", "N", "receipt", 9, 10],
      [day(`2024-${String(m).padStart(2, "0")}-20`), "a", "N", "sale", -9, ""],
    );
  const moves = year(
    [
      [day("2025-12-01"), "a", "N", "receipt", 30, 11],
      [day("2025-12-15"), "a", "N", "sale", -12, ""],
    ],
    before,
  );
  const tables = [items, stockNow(48, 500), moves];
  const { effect } = run(tables, { from: "2025-06-30" });
  const kpiRows = rowsOf(runAnalysis(kpis, tables, {}, "r").results, "KPI");
  const turns = (date: string) =>
    Number(
      kpiRows.find(({ KPI, Date, Unit }) => KPI === "Turns" && Unit === "" && Date === day(date))?.Value,
    );
  expect(effect("Start", "Turns")).toBeCloseTo(turns("2025-06-30"), 12);
  expect(effect("End", "Turns")).toBeCloseTo(turns("2025-12-31"), 12);
});

describe("a bridge closes", () => {
  const move = fc.record({
    item: fc.constantFrom("a", "b", "c"),
    place: fc.constantFrom("N", "S"),
    date: fc.integer({ min: day("2024-06-01"), max: end }),
    type: fc.constantFrom("receipt", "sale", "scrap", "transfer", "count"),
    units: fc.integer({ min: 1, max: 60 }),
    cost: fc.integer({ min: 100, max: 2000 }),
  });
  const stock = fc.record({
    item: fc.constantFrom("a", "b", "c"),
    place: fc.constantFrom("N", "S"),
    units: fc.integer({ min: 0, max: 400 }),
    value: fc.integer({ min: 0, max: 400_000 }),
  });
  test.each(["SEQ", "SHAPLEY"])("to a hundredth, by %s, whatever moved", (method) => {
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 1, maxLength: 60 }),
        fc.uniqueArray(stock, { minLength: 1, selector: ({ item, place }) => item + place }),
        (moves, lying) => {
          const tables = [
            itemsOf([
              ["a", "F", 10, 15, 30],
              ["b", "F", 3.33, 5, 30],
              ["c", "G", 0.07, 1, 30],
            ]),
            stockOf(
              lying.map(({ item, place, units, value }) => [
                item,
                place,
                "usable",
                "own",
                end,
                units,
                value / 100,
              ]),
            ),
            movesOf([
              [day("2024-06-01"), "a", "N", "receipt", 1, 10],
              ...moves.map(({ item, place, date, type, units, cost }) => [
                date,
                item,
                place,
                type,
                type === "receipt" || (type === "transfer" && units % 2 === 0) ? units : -units,
                type === "receipt" ? cost / 100 : "",
              ]),
            ]),
          ];
          const { outcome } = run(tables, { method, from: "2025-09-30" });
          const { rows } = outcome.details as BridgeDetails;
          for (const figure of ["Stock value", "Turns"]) {
            const steps = rows.filter(({ Figure }) => Figure === figure);
            if (steps.length === 0) continue;
            const [start, last] = [steps[0], steps[steps.length - 1]];
            const told = steps.slice(1, -1).reduce((sum, { Effect }) => sum + (Effect as number), 0);
            // Turns of next to no stock are large: the hundredth is of the figure then.
            const scale = Math.max(1, Math.abs(start.Effect as number), Math.abs(last.Effect as number));
            expect(Math.abs((start.Effect as number) + told - (last.Effect as number)) / scale).toBeLessThan(
              1e-8,
            );
            expect((steps[steps.length - 2].Running as number) / scale).toBeCloseTo(
              (last.Effect as number) / scale,
              8,
            );
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });
});

test("dates that Transactions do not reach are refused with the dates there are", () => {
  expect(() => run(steadyYear(), { from: "2020-01-31" })).toThrow(
    "from must be a month end from 2024-12-31 to before 2025-12-31, over which Transactions reach, got",
  );
});
