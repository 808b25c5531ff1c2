import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableContents } from "../../src/cli/workbook-tables";
import { samePlacePool } from "../../src/worker/pool";
import { createXlsx, openPackage, readWorkbook, type NewSheet } from "../../src/xlsx";
import { runCommand } from "./run-command";

// Threads are tested with the pool; here the work stays where the test can see it.
jest.mock("../../src/cli/node-pool", () => ({ nodePool: () => samePlacePool() }));

const folder = mkdtempSync(join(tmpdir(), "stockbook-policies-"));
const path = (name: string) => join(folder, `${name}.xlsx`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firstDay = 45_292;
const days = 730;
const codes = ["001", "002", "003"];

function sheet(name: string, rows: NewSheet["rows"]): NewSheet {
  const width = rows[0].length;
  return { name, rows, tables: [{ name, ref: `A1:${String.fromCharCode(64 + width)}${rows.length}` }] };
}

/** Quantities of a day: a fast mover, a slower one, and one that is asked for every eleventh day. */
const asked = (item: number, t: number) =>
  [8 + ((t * 7) % 5), (t * 5) % 3, t % 11 === 0 ? 1 + (t % 3) : 0][item];

const each = codes.flatMap((code, i) => Array.from({ length: days }, (_, t) => ({ code, i, t })));
const book = createXlsx({
  sheets: [
    sheet("Items", [
      ["Item", "Cost", "LeadTime", "ABC", "XYZ", "Criticality"],
      ["001", 20, 12, "", "", "D"],
      ["002", 15, 20, "", "", "E"],
      ["003", 2, 30, "", "", "V"],
    ]),
    sheet("Demand", [
      ["Item", "Date", "Qty"],
      ...each
        .filter(({ i, t }) => asked(i, t) > 0)
        .map(({ code, i, t }) => [code, firstDay + t, asked(i, t)]),
    ]),
    sheet("Transactions", [
      ["TxnId", "Date", "Item", "Qty"],
      ...codes.map((code) => [`${code}-open`, firstDay - 1, code, 800]),
      ...each
        .filter(({ i, t }) => asked(i, t) > 0)
        .map(({ code, i, t }) => [`${code}-${t}`, firstDay + t, code, -asked(i, t)]),
      ...each
        .filter(({ t }) => t % 30 === 10)
        .map(({ code, i, t }) => [`${code}-in-${t}`, firstDay + t, code, [310, 40, 8][i]]),
    ]),
    sheet("Policies", [
      ["Item", "ROP", "SS", "Lot", "Note"],
      ["001", 500, 300, 400, "since 2019"],
      ["002", 60, 20, 100, ""],
    ]),
  ],
});
writeFileSync(path("in"), book);

const tablesIn = (name: string) =>
  tableContents(readWorkbook(openPackage(new Uint8Array(readFileSync(path(name))))));
const table = (name: string, wanted: string) => {
  const found = tablesIn(name).find((one) => one.name === wanted);
  if (found === undefined) throw new Error(`no table ${wanted}`);
  return found.rows.map((row) => Object.fromEntries(found.columns.map((column, c) => [column, row[c]])));
};

test("from raw tables to exported parameters, one command after the other", async () => {
  const steps: [string, string, string, ...string[]][] = [
    ["classify-items", "in", "classes", "--run-id=c1"],
    ["set-service-targets", "classes", "targets", "--target-type=CSL"],
    ["set-policies", "targets", "policies", "--bucket=W"],
    ["dynamic-review", "policies", "triggers", "--bucket=W"],
    ["backtest-policies", "triggers", "backtest", "--bucket=W"],
    ["export-params", "backtest", "export", "--rows=all", "--apply=true"],
    ["export-params", "export", "again", "--rows=all"],
  ];
  const said: string[] = [];
  for (const [analysis, from, to, ...options] of steps) {
    const today = ["classify-items", "export-params", "set-service-targets"].includes(analysis)
      ? []
      : ["--as-of=2025-12-31"];
    const { code, out, err } = await runCommand([
      "run",
      analysis,
      path(from),
      path(to),
      ...options,
      ...today,
    ]);
    expect({ analysis, code, err }).toEqual({ analysis, code: 0, err: expect.not.stringContaining("must") });
    said.push(out.trim());
  }
  expect(said[0]).toMatch(/^3 items classified for \d{4}-Q[1-4], 0 moved, 1 conflicts$/);
  expect(said[2]).toBe("3 policies proposed");
  expect(said[4]).toMatch(
    /^3 items replayed, booked stock reproduced on 100\.0% of days; proposals recommended for \d, worse for \d$/,
  );
  expect(said[6]).toMatch(/^0 parameters change, of 0 items out of 3 with a proposal$/);

  expect(table("classes", "Items").map(({ ABC }) => ABC)).toEqual(["A", "B", "C"]);
  const targets = table("targets", "Policies");
  expect(targets.slice(2).map(({ Segment, TargetType, Target }) => [Segment, TargetType, Target])).toEqual([
    ["AX", "CSL", 0.98],
    ["BX", "CSL", 0.95],
    ["CX", "CSL", 0.9],
  ]);
  const policies = table("policies", "Policies");
  expect(policies[0]).toMatchObject({ Item: "001", ROP: 500, Note: "since 2019" });
  expect(policies[0].CSL).toBeCloseTo(0.98, 6);
  expect(policies.at(-1)).toMatchObject({ Item: "003", ROP: "" });
  expect(table("triggers", "Triggers").map(({ Item, Kind }) => [Item, Kind])).toContainEqual([
    "001",
    "proposal",
  ]);
  expect(table("backtest", "Backtest")).toHaveLength(4 + 4 + 3);
  const exported = table("export", "Export_Params");
  expect(exported.map(({ Item, Field }) => `${Item} ${Field}`)).toContain("003 ROP");
  const inForce = table("export", "Policies").find(({ Item }) => Item === "001");
  expect(inForce?.ROP).toBe(exported.find(({ Item, Field }) => Item === "001" && Field === "ROP")?.New);
  expect(table("again", "Export_Params").filter(({ Item }) => Item !== "")).toEqual([]);
  expect(table("again", "Runs").map(({ Job }) => Job)).toEqual(steps.map(([analysis]) => analysis));
});

test("the run of classes is performed again from the file", async () => {
  const { code, out } = await runCommand([
    "run",
    "reperform-classes",
    path("again"),
    path("audit"),
    "--run=c1",
  ]);
  expect([code, out]).toEqual([
    0,
    "3 of 3 classes of c1 come out as they were written; the tables are as they were\n",
  ]);
  expect(table("audit", "Runs").at(-1)).toMatchObject({ Job: "reperform-classes" });
});
