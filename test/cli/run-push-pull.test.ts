import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableContents } from "../../src/cli/workbook-tables";
import { samePlacePool } from "../../src/worker/pool";
import { createXlsx, openPackage, readWorkbook, type NewSheet } from "../../src/xlsx";
import { runCommand } from "./run-command";

// Threads are tested with the pool; here the work stays where the test can see it.
jest.mock("../../src/cli/node-pool", () => ({ nodePool: () => samePlacePool() }));

const folder = mkdtempSync(join(tmpdir(), "stockbook-push-pull-"));
const path = (name: string) => join(folder, `${name}.xlsx`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sheet(name: string, rows: NewSheet["rows"]): NewSheet {
  const width = rows[0].length;
  return { name, rows, tables: [{ name, ref: `A1:${String.fromCharCode(64 + width)}${rows.length}` }] };
}

const firstDay = 45_292;
const items = ["motor", "valve", "odd"];
const book = createXlsx({
  sheets: [
    sheet("Locations", [
      ["Location", "Type"],
      ["S", "supplier"],
      ["PL", "plant"],
      ["D", "DC"],
    ]),
    sheet("Lanes", [
      ["From", "To", "Item", "LeadTime", "Cost"],
      ["S", "PL", "", 14, 1],
      ["PL", "D", "", 3, 1],
      // Planted: this item runs in a circle.
      ["D", "PL", "odd", 1, 1],
    ]),
    sheet("Items", [
      ["Item", "Cost", "Wait"],
      ["motor", 90, 4],
      ["valve", 5, ""],
      ["odd", 7, ""],
    ]),
    sheet("Demand", [
      ["Item", "Location", "Date", "Qty"],
      ...items.flatMap((item) =>
        Array.from({ length: 24 }, (_, month) => [item, "D", firstDay + 30 * month, 100 + 10 * (month % 3)]),
      ),
    ]),
  ],
});
writeFileSync(path("in"), book);

function rowsOf(name: string, wanted: string) {
  const { columns, rows } = tableContents(
    readWorkbook(openPackage(new Uint8Array(readFileSync(path(name))))),
  ).find((table) => table.name === wanted)!;
  return rows.map((row) => Object.fromEntries(columns.map((column, c) => [column, row[c]])));
}

test("boundaries in PushPull, one item again with other options, and both runs in Runs", async () => {
  const first = await runCommand(["run", "push-pull", path("in"), path("all"), "--run-id=p1"]);
  expect(first.out).toMatch(/^boundary of 2 items: Plants 1, Warehouses 1; moved by transport 0, /);
  expect(first.err).toMatch(/odd: lanes must not run in a cycle, got D > PL > D/);
  // Not every row could be used.
  expect(first.code).toBe(1);
  const all = rowsOf("all", "PushPull");
  expect(all.map(({ Item, Advised }) => [Item, Advised])).toEqual([
    ["motor", "PUSH"],
    ["motor", "BUFFER"],
    ["motor", "PULL"],
    ["valve", "PUSH"],
    ["valve", "PUSH"],
    ["valve", "BUFFER"],
  ]);

  const options = ["--item=motor", "--tolerance=30", "--csl=0.99", "--run-id=p2"];
  const again = await runCommand(["run", "push-pull", path("all"), path("one"), ...options]);
  expect(again.out).toMatch(/^boundary of 1 items: Plants 1;/);
  const one = rowsOf("one", "PushPull");
  expect(one).toHaveLength(all.length);
  const motor = (rows: typeof one) =>
    rows.find(({ Item, Echelon }) => Item === "motor" && Echelon === "Plants")!;
  // Its customers wait 4 days whatever the run says; stock for 99 % is 2.3263 / 1.6449 times that for 95 %.
  expect(motor(one).Wait).toBe(4);
  expect((motor(one).StockCost as number) / (motor(all).StockCost as number)).toBeCloseTo(
    2.326348 / 1.644854,
    5,
  );
  expect(rowsOf("one", "Runs").map(({ RunId, Job }) => [RunId, Job])).toEqual([
    ["p1", "push-pull"],
    ["p2", "push-pull"],
  ]);
});

test("a service level that is none is refused, and no file is written", async () => {
  const { code, err } = await runCommand(["run", "push-pull", path("in"), path("none"), "--csl=95"]);
  expect(code).toBe(2);
  expect(err).toMatch(/csl must be a number above 0\.5/);
});
