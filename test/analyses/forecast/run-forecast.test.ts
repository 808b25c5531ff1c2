import { createHash } from "node:crypto";
import { runAnalysis } from "../../../src/analyses/run-analysis";
import { forecast, forecastDetails } from "../../../src/analyses/run-forecast";
import { newRunId, runRecord } from "../../../src/analyses/run-record";
import { forecastChanges, forecastRowsOf } from "../../../src/analyses/forecast/forecast-rows";
import type { CellValue } from "../../../src/workbook/workbook";
import { tableContent } from "../table-content";

const months = Array.from({ length: 12 }, (_, m) => Date.UTC(2024, m, 1) / 86_400_000 + 25_569);
const JANUARY_2025 = 45_658;
const demand = tableContent(
  "Demand",
  ["Item", "Date", "Qty"],
  ["0042", "b"].flatMap((item) => months.map((date, t): CellValue[] => [item, date, 10 + (t % 3)])),
);
const run = (given: Readonly<Record<string, unknown>>, ...tables: Parameters<typeof runAnalysis>[1]) =>
  runAnalysis(forecast, [demand, ...tables], given, "run-1");
const rowsOf = (outcome: ReturnType<typeof run>) => {
  const [result] = outcome.results;
  if (result.kind !== "rows") throw new Error("Forecast comes as rows");
  return result;
};

test("a new table gets the schema's columns and a row for each item and bucket; Final is blank", () => {
  const outcome = run({ horizon: 2 });
  const { table, columns, rows } = rowsOf(outcome);
  expect([table, columns]).toEqual([
    "Forecast",
    ["Item", "Location", "Date", "Stat", "Final", "Low", "High", "Model", "RunId"],
  ]);
  expect(rows.map(([item, location, date]) => [item, location, date])).toEqual([
    ["0042", "", JANUARY_2025],
    ["0042", "", JANUARY_2025 + 31],
    ["b", "", JANUARY_2025],
    ["b", "", JANUARY_2025 + 31],
  ]);
  for (const [, , , stat, final, low, high, model, runId] of rows) {
    expect(stat).toBeGreaterThan(9);
    expect([final, runId]).toEqual(["", "run-1"]);
    expect(low).toBeLessThan(stat as number);
    expect(high).toBeGreaterThan(stat as number);
    expect(model).not.toBe("");
  }
  expect(outcome.summary).toBe("2 items forecast, 2 buckets ahead");
});

test("of a table that is there only what runs write is renewed; rows of other dates stay, Final is not in it", () => {
  const before = tableContent(
    "Forecast",
    ["final", "Note", "Item", "location", "Date", "Stat"],
    [
      [7, "mine", "b", "", JANUARY_2025, 1],
      [8, "old", "b", "", JANUARY_2025 - 31, 1],
      ["", "", "", "", "", ""],
    ],
  );
  const { columns, rows } = rowsOf(run({ horizon: 1 }, before));
  expect(columns).toEqual(["Item", "Location", "Date", "Stat", "Low", "High", "Model", "RunId"]);
  expect(rows).toHaveLength(3);
  expect(rows[0].slice(0, 3)).toEqual(["b", "", JANUARY_2025]);
  expect(rows[0][3]).toBeGreaterThan(9);
  expect(rows[0][7]).toBe("run-1");
  expect(rows[1]).toEqual(["b", "", JANUARY_2025 - 31, 1, "", "", "", ""]);
  expect(rows[2].slice(0, 3)).toEqual(["0042", "", JANUARY_2025]);
});

test("a second run over its own result changes rows and adds none", () => {
  const first = run({ horizon: 2 });
  const table = tableContent("Forecast", rowsOf(first).columns, rowsOf(first).rows);
  const { changed, added } = forecastChanges(forecastDetails(first), table, "run-2");
  expect([changed, added]).toEqual([4, []]);
  expect(forecastRowsOf(table, "b", "")).toEqual([2, 3]);
});

test("asOf leaves out the bucket that is not over", () => {
  const rows = rowsOf(run({ horizon: 1, asOf: "2024-12-31" })).rows;
  expect(rows[0][2]).toBe(months[11]);
  expect(() => run({ asOf: "soon" })).toThrow('asOf must be a date such as 2026-03-31, got the text "soon"');
});

test.each([
  [{ horizon: 0 }, "horizon"],
  [{ horizon: 1.5 }, "horizon"],
  [{ bucket: "Y" }, "bucket"],
  [{ level: "world" }, "level"],
])("%j is refused", (given, argument) => {
  expect(() => run(given)).toThrow(argument);
});

test("the run can be performed again: what it was told, the hash of what it read, when and by whom", () => {
  const outcome = run({ horizon: 2 });
  const startedAt = new Date("2025-01-15T09:30:00Z");
  const facts = { runId: newRunId(forecast, startedAt), version: "1.2.3", by: "somebody", startedAt };
  const record = runRecord(forecast, outcome, { ...facts, options: { horizon: 2, asOf: "2025-01-15" } });
  expect(record).toMatchObject({
    RunId: "forecast-2025-01-15-093000",
    Job: "forecast",
    Version: "1.2.3",
    Params: "horizon=2 bucket=M level=item asOf=2025-01-15",
    By: "somebody",
  });
  expect(record.At).toBeCloseTo(45_672 + 9.5 / 24, 9);
  const series = "10\t11\t12\t10\t11\t12\t10\t11\t12\t10\t11\t12";
  // Next bucket 2025-01 is month 24,300 counted from year 0; no family, no stage, no lead time.
  const text = `24300\n0042\t\t\t\t\t${series}\nb\t\t\t\t\t${series}\n`;
  expect(record.InputHash).toBe(createHash("sha256").update(text).digest("hex"));
});
