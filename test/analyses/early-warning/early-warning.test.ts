import { earlyWarning, type WarningDetails } from "../../../src/analyses/early-warning";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import type { CellValue, TableContent } from "../../../src/workbook/workbook";
import { day, forecastRows, itemsOf, movesOf, rowsOf, stockOf } from "../kpis/company";
import { tableContent } from "../table-content";

function run(tables: readonly TableContent[], options: Record<string, unknown> = {}) {
  const outcome = runAnalysis(earlyWarning, tables, options, "run-1");
  return {
    outcome,
    warnings: rowsOf(outcome.results, "Warnings"),
    test: rowsOf(outcome.results, "WarningTest"),
    quality: (outcome.details as WarningDetails).quality,
  };
}

const end = day("2025-12-31");
const items = itemsOf([
  ["pump", "P", 100, 150, 30],
  ["seal", "S", 4, 8, 30],
  ["bolt", "S", 1, 2, 30],
]);
const bom = tableContent(
  "BOM",
  ["Parent", "Component", "Qty", "From", "To"],
  [
    ["pump", "seal", 2, "", ""],
    ["pump", "bolt", 4, "", day("2024-12-31")],
    ["valve", "seal", 1, "", ""],
  ],
);
const changesOf = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Changes", ["ECO", "Item", "Effective", "Kind", "Successor", "Announced"], rows);
const forecast = (rows: readonly (readonly CellValue[])[]) =>
  tableContent("Forecast", ["Item", "Location", "Date", "Final"], rows);
const months = (item: string, units: number, count = 12) =>
  forecastRows(item, "N", "2026-01-01", new Array<number>(count).fill(units));

describe("engineering change by where-used, stock and open orders", () => {
  const stock = stockOf([
    ["pump", "N", "usable", "own", end, 12, 1200],
    ["seal", "N", "usable", "own", end, 90, 360],
  ]);
  const receipts = tableContent(
    "Receipts",
    ["PO", "Line", "Item", "Location", "Due", "Received", "Qty"],
    [
      ["P1", "1", "seal", "N", day("2026-02-01"), "", 50],
      ["P2", "1", "seal", "N", day("2026-03-01"), "", 30],
      ["P3", "1", "seal", "N", day("2025-10-01"), day("2025-10-01"), 20],
    ],
  );
  const removed = changesOf([["E1", "pump", day("2026-04-01"), "remove", "", ""]]);
  // Ten pumps a month until April take 60 seals; nothing else uses them: of 90 and 80 on order 110 are left.
  const { warnings } = run([items, stock, receipts, bom, removed, forecast(months("pump", 10))], {
    threshold: 100,
  });
  const seal = warnings.find(({ Item }) => Item === "seal");
  test("stock and open orders of a component beyond what is used until then", () => {
    expect(seal).toMatchObject({ ECO: "E1", Through: "pump", Stock: 90, OnOrder: 80, Location: "" });
    expect(seal?.Needed).toBeCloseTo(60, 9);
    expect(seal?.Stranded).toBeCloseTo(110, 9);
    expect(seal?.Money).toBeCloseTo(440, 9);
  });
  test("of it 80 are on orders that may still be cancelled, the latest first", () => {
    expect(seal?.Cancel).toBeCloseTo(320, 9);
    expect(seal?.Orders).toBe("P2/1, P1/1");
  });
  test("the item itself is used up before, and a component out of the bill since last year is left alone", () => {
    expect(warnings.map(({ Item }) => Item)).toEqual(["seal"]);
  });
  test("other uses of the component go on: five valves a month for a year from April take 75 with those before", () => {
    const more = itemsOf([...items.rows, ["valve", "V", 50, 70, 30]]);
    const both = forecast([...months("pump", 10), ...months("valve", 5, 24)]);
    const valves = stockOf([...stock.rows, ["valve", "N", "usable", "own", end, 1, 50]]);
    const row = run([more, valves, receipts, bom, removed, both], { threshold: 100 }).warnings.find(
      ({ Item }) => Item === "seal",
    );
    // 60 for pumps, and 5 a month for the 15 months from January to next March.
    expect(row?.Needed).toBeCloseTo(60 + 75, 9);
  });
  test("a parent that lies nowhere is asked for all the same", () => {
    const sealOnly = stockOf(stock.rows.slice(1));
    const found = run([items, sealOnly, receipts, bom, removed, forecast(months("pump", 10))], {
      threshold: 100,
    });
    expect(found.warnings[0].Stranded).toBeCloseTo(110, 9);
  });
  test("a loop in the bill of material is cut", () => {
    const loop = tableContent(
      "BOM",
      ["Parent", "Component", "Qty"],
      [
        ["pump", "seal", 2],
        ["seal", "pump", 1],
      ],
    );
    const { warnings: found } = run([items, stock, loop, removed, forecast(months("pump", 10))], {
      threshold: 100,
    });
    expect(found.map(({ Item }) => Item)).toEqual(["seal"]);
  });
  test("rows that cannot be used are told at their cell", () => {
    const { outcome } = run([
      items,
      stock,
      bom,
      changesOf([
        ["E1", "pump", "", "remove", "", ""],
        ["E2", "nothing", day("2026-04-01"), "remove", "", ""],
        ["E3", "seal", day("2026-04-01"), "", "", ""],
        ["E4", "seal", day("2026-04-01"), "explode", "", ""],
      ]),
    ]);
    expect(
      outcome.issues.filter(({ table }) => table === "Changes").map(({ row, column }) => [row, column]),
    ).toEqual([
      [4, "Kind"],
      [1, "Effective"],
      [2, "Item"],
      [3, "Kind"],
    ]);
  });
});

describe("looking back", () => {
  const date = (month: number, d = 10) =>
    day(
      `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
    );
  /** Bought 60 in January 2023; demand of 10 a month that stops after `sold` months, and 30 scrapped in `scrapped`. */
  function story(sold: number, scrapped?: number): TableContent[] {
    const moves: CellValue[][] = [[date(0, 1), "seal", "N", "receipt", 10 * sold + 30, 4]];
    const demand: CellValue[][] = [];
    for (let m = 0; m < 36; m++) {
      if (m < sold) moves.push([date(m), "seal", "N", "sale", -10, ""]);
      demand.push(["seal", "N", date(m, 1), m < sold ? 10 : 0]);
    }
    if (scrapped !== undefined) moves.push([date(scrapped), "seal", "N", "scrap", -30, ""]);
    return [
      items,
      stockOf([
        [
          "seal",
          "N",
          "usable",
          "own",
          end,
          scrapped === undefined ? 30 : 0,
          scrapped === undefined ? 120 : 0,
        ],
      ]),
      movesOf(moves),
      tableContent("Demand", ["Item", "Location", "Date", "Qty"], demand),
    ];
  }
  test("stock without demand is warned of before it has lain for a year", () => {
    const { test: rows, quality } = run(story(12));
    // The last issue was in December 2023: dead by the end of December 2024.
    expect(rows[0]).toMatchObject({ Outcome: "hit", WriteOff: day("2024-12-31"), Location: "N", Money: 120 });
    expect(quality).toMatchObject({ hits: 1, falseAlarms: 0, precision: 1 });
    expect(Number(rows[0].Lead)).toBeGreaterThan(0);
  });
  test("a warning uses nothing that came later: cutting off the later tables does not move it", () => {
    const whole = run(story(12)).test[0];
    const [master, , moves, demand] = story(12);
    const cut = day("2024-12-31");
    const upTo = ({ name, columns, rows }: TableContent, column: string) =>
      tableContent(
        name,
        columns,
        rows.filter((row) => Number(row[columns.indexOf(column)]) <= cut),
      );
    const early = run([
      master,
      stockOf([["seal", "N", "usable", "own", cut, 30, 120]]),
      upTo(moves, "Date"),
      upTo(demand, "Date"),
    ]);
    expect(early.test[0].FirstWarning).toBe(whole.FirstWarning);
  });
  test("scrapping a good part of the stock is a write-off; a warning after it has missed", () => {
    const { test: rows } = run(story(12, 13));
    expect(rows[0]).toMatchObject({ WriteOff: day("2024-02-29"), Money: 120 });
    expect(rows[0].Outcome).toBe(rows[0].FirstWarning === "" ? "missed" : "hit");
  });
  test("steady demand is not warned of, and a warning that nothing followed is a false alarm", () => {
    expect(run(story(36)).test).toEqual([]);
    const patient = run(story(36), { threshold: 1, patience: 12 });
    expect(patient.test[0]).toMatchObject({ Outcome: "false alarm" });
    expect(patient.quality.precision).toBe(0);
  });
});
