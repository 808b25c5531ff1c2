import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { findAnalysis } from "../../src/analyses";
import { runAnalysis } from "../../src/analyses/run-analysis";
import { run } from "../../src/cli/stockbook";
import { tableContents, tableEdits } from "../../src/cli/workbook-tables";
import { samePlacePool } from "../../src/worker/pool";
import { createXlsx, openPackage, readWorkbook, writeTable, type NewSheet } from "../../src/xlsx";
import { monthDate } from "../analyses/table-content";

jest.setTimeout(30_000);

// Threads are tested with the pool; here the work stays where the test can see it.
jest.mock("../../src/cli/node-pool", () => ({ nodePool: () => samePlacePool() }));

const folder = mkdtempSync(join(tmpdir(), "stockbook-run-"));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const months = Array.from({ length: 24 }, (_, month) => month);
const items: NewSheet = {
  name: "Items",
  rows: [
    ["Item", "Cost", "Note", "ABC"],
    ["001", 10, "bolt", ""],
    ["002", 1, { formula: "=1+1", value: 2 }, "C"],
    ["003", "dear", "nut", ""],
  ],
  tables: [{ name: "Items", ref: "A1:D4" }],
};
const demand: NewSheet = {
  name: "History",
  rows: [
    ["Item", "Date", "Qty"],
    ...months.flatMap((month) => [
      ["001", monthDate(month), 10 + (month % 3)],
      ["002", monthDate(month), month % 5 === 0 ? 40 : 0],
    ]),
  ],
  tables: [{ name: "Demand", ref: `A1:C${2 * months.length + 1}` }],
};
const bytes = createXlsx({ sheets: [items, demand] });
writeFileSync(path("in.xlsx"), bytes);

async function stockbook(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  // Read as it comes: a stream that nobody reads takes no more once it is full.
  let [out, err] = ["", ""];
  stdout.on("data", (text) => (out += String(text)));
  stderr.on("data", (text) => (err += String(text)));
  const code = await run(args, { stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  await Promise.all([finished(stdout), finished(stderr)]);
  return { code, out, err };
}

const read = (name: string) => readWorkbook(openPackage(new Uint8Array(readFileSync(path(name)))));
const rowsOf = (name: string, table: string) => tableContents(read(name)).find((one) => one.name === table)!;

test("classify fills the tables of a workbook as the analysis says, and leaves all else alone", async () => {
  const { code, out, err } = await stockbook(
    "run",
    "classify",
    path("in.xlsx"),
    path("out.xlsx"),
    "--abc",
    "0.7,0.9",
  );
  expect({ code, out }).toEqual({ code: 1, out: "2 items classified\n" });
  expect(err).toContain('Items row 3: Cost must be a number, got the text "dear"');
  const outcome = runAnalysis(
    findAnalysis("classify")!,
    tableContents(read("in.xlsx")),
    { abc: [0.7, 0.9] },
    "",
  );
  const [result] = outcome.results;
  if (result.kind !== "columns") throw new Error("columns were expected");
  const written = rowsOf("out.xlsx", "Items");
  expect(written.columns).toEqual(["Item", "Cost", "Note", "ABC", "XYZ"]);
  expect(written.rows.map((row) => row[3])).toEqual(result.columns.ABC);
  expect(written.rows.map((row) => row[4])).toEqual(result.columns.XYZ);
  expect(result.columns.ABC[0]).toBe("A");
  expect(read("out.xlsx").sheets[0].cells.find(({ formula }) => formula !== undefined)?.formula).toBe("=1+1");
  const before = openPackage(bytes);
  const after = openPackage(new Uint8Array(readFileSync(path("out.xlsx"))));
  for (const part of before.partNames.filter((name) => !/sheet1|table1/.test(name))) {
    expect([...after.read(part)]).toEqual([...before.read(part)]);
  }
  expect(new Uint8Array(readFileSync(path("in.xlsx")))).toEqual(bytes);
});

test("--issues writes them to a table; run again, the table is filled anew", async () => {
  expect((await stockbook("run", "classify", path("in.xlsx"), path("issues.xlsx"), "--issues")).code).toBe(1);
  const { columns, rows } = rowsOf("issues.xlsx", "Issues");
  expect(columns).toEqual(["Table", "Row", "Column", "Message"]);
  expect(rows).toEqual([["Items", 3, "Cost", 'Cost must be a number, got the text "dear"']]);
  await stockbook("run", "classify", path("issues.xlsx"), path("again.xlsx"), "--issues");
  expect(rowsOf("again.xlsx", "Issues").rows).toEqual(rows);
});

describe("what cannot be done is said, and nothing is written", () => {
  const listing = () => readdirSync(folder).sort();
  test.each([
    [["run"], "the name of an analysis is missing"],
    [["run", "clasify", path("in.xlsx"), path("no.xlsx")], "there is no analysis clasify; there is classify"],
    [["run", "classify", path("in.xlsx")], "expected IN.xlsx and OUT.xlsx, got 1 argument(s)"],
    [
      ["run", "classify", path("in.xlsx"), path("no.xlsx"), "--abc", "0.7"],
      '--abc must be 2 numbers such as 0.8,0.95, got the text "0.7"',
    ],
    [["run", "classify", path("in.xlsx"), path("no.xlsx"), "--abc", "0.9,0.8"], "abc: A must end above 0 %"],
    [["run", "classify", path("in.xlsx"), path("in.xlsx")], "the result must go to another file"],
    [["run", "classify", path("none.xlsx"), path("no.xlsx")], "there is no such file"],
    [["run", "classify", path("empty.xlsx"), path("no.xlsx")], "the table Items is missing"],
  ])("%j", async (args, message) => {
    writeFileSync(path("empty.xlsx"), createXlsx({ sheets: [{ name: "Plan", rows: [[1]] }] }));
    const before = listing();
    const { code, err } = await stockbook(...args);
    expect({ code, said: err.includes(message) ? message : err }).toEqual({ code: 2, said: message });
    expect(listing()).toEqual(before);
  });
});

test("help lists the analyses with their options", async () => {
  const { out } = await stockbook("help", "run");
  expect(out).toContain("classify\n    Gives every item its classes");
  expect(out).toMatch(/--abc +Shares of total value where A and where B end: 2 numbers such as 0.8,0.95/);
});

test("forecast fills Forecast and records the run; run again, Final and formulas stay and Runs grows", async () => {
  const first = await stockbook(
    "run",
    "forecast",
    path("in.xlsx"),
    path("forecast.xlsx"),
    ...["--horizon", "3", "--bucket", "M", "--run-id", "first"],
  );
  expect(first).toMatchObject({ code: 0, out: "2 items forecast, 3 buckets ahead\n" });
  const forecasts = rowsOf("forecast.xlsx", "Forecast");
  expect(forecasts.rows).toHaveLength(6);
  expect(forecasts.rows.map((row) => row[0])).toEqual(["001", "001", "001", "002", "002", "002"]);
  const record = rowsOf("forecast.xlsx", "Runs").rows[0];
  const today = new Date().toLocaleDateString("sv");
  expect(record.slice(0, 2)).toEqual(["first", "forecast"]);
  expect(record[3]).toBe(`horizon=3 bucket=M level=item asOf=${today}`);
  expect(record[4]).toMatch(/^[0-9a-f]{64}$/);
  expect(record[5]).toBe("command line");

  const pkg = openPackage(new Uint8Array(readFileSync(path("forecast.xlsx"))));
  const finals = forecasts.rows.map((_, r) => 100 + r);
  const edit = {
    name: "Forecast",
    rowCount: 6,
    columns: [{ name: "Final", format: "General", values: finals }],
  };
  writeFileSync(path("final.xlsx"), writeTable(pkg, edit));
  await stockbook("run", "forecast", path("final.xlsx"), path("second.xlsx"), "--horizon", "4");
  const second = rowsOf("second.xlsx", "Forecast");
  const finalOf = second.columns.indexOf("Final");
  expect(second.rows).toHaveLength(8);
  expect(second.rows.slice(0, 6).map((row) => row[finalOf])).toEqual(finals);
  const runs = rowsOf("second.xlsx", "Runs").rows;
  expect(runs.map(([id]) => id)).toEqual([
    "first",
    expect.stringMatching(/^forecast-\d{4}-\d\d-\d\d-\d{6}$/),
  ]);
  expect(runs[1][4]).toBe(record[4]);
  expect(second.rows[0].at(-1)).toBe(runs[1][0]);
});

test("columns of the planner's own stay with their rows, formulas go down", () => {
  const book = createXlsx({
    sheets: [
      {
        name: "Stock",
        rows: [
          ["Mine", "Item", "Location", "Qty", "Twice"],
          ["count again", "b", "L1", 1, { formula: "=[@Qty]*2", value: 2 }],
          ["fine", "a", "L1", 2, { formula: "=[@Qty]*2", value: 4 }],
        ],
        tables: [{ name: "Settings", ref: "A1:E3", columnFormulas: { Twice: "=[@Qty]*2" } }],
      },
    ],
  });
  const schema = {
    name: "Settings",
    summary: "",
    columns: Object.fromEntries(
      ["Item", "Location", "Qty"].map((name) => [
        name,
        {
          kind: "text",
          unit: "",
          help: "",
          required: false,
          key: name !== "Qty",
          format: "General",
        } as const,
      ]),
    ),
  };
  const analysis = { ...findAnalysis("classify")!, writes: [schema] };
  const rows = [
    ["a", "L1", 20],
    ["b", "L1", 10],
    ["c", "L1", 30],
  ];
  const result = { kind: "rows", table: "Settings", columns: ["Item", "Location", "Qty"], rows } as const;
  const pkg = openPackage(book);
  const [edit] = tableEdits(analysis, { results: [result], issues: [], summary: "" }, readWorkbook(pkg));
  const after = readWorkbook(openPackage(writeTable(pkg, edit)));
  expect(tableContents(after)[0].rows.map((row) => row.slice(0, 4))).toEqual([
    ["fine", "a", "L1", 20],
    ["count again", "b", "L1", 10],
    ["", "c", "L1", 30],
  ]);
  expect(after.sheets[0].cells.filter(({ formula }) => formula !== undefined)).toHaveLength(3);
});
