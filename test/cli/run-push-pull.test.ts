import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableContents } from "../../src/cli/workbook-tables";
import { samePlacePool } from "../../src/worker/pool";
import { openPackage, readWorkbook } from "../../src/xlsx";
import { runCommand } from "./run-command";

// Threads are tested with the pool; here the work stays where the test can see it.
jest.mock("../../src/cli/node-pool", () => ({ nodePool: () => samePlacePool() }));

const folder = mkdtempSync(join(tmpdir(), "stockbook-push-pull-"));
const path = (name: string) => join(folder, `${name}.xlsx`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const company = join(__dirname, "../../assets/samples/company.xlsx");

function rowsOf(name: string, wanted: string) {
  const book = readWorkbook(openPackage(new Uint8Array(readFileSync(path(name)))));
  const { columns, rows } = tableContents(book).find((table) => table.name === wanted)!;
  return rows.map((row) => Object.fromEntries(columns.map((column, c) => [column, row[c]])));
}

test("the sample company: boundaries in PushPull, one item again, and the run in Runs", async () => {
  const first = await runCommand(["run", "push-pull", company, path("all"), "--run-id=p1"]);
  expect(first.out).toMatch(
    /^boundary of 61 items: Warehouses \d+, Plants \d+, Shops and points of demand \d+;/,
  );
  // Planted faults of the sample are named, and told by the exit code.
  expect(first.code).toBe(1);
  expect(first.err).toMatch(/MO-208: lanes must not run in a cycle/);
  const all = rowsOf("all", "PushPull");
  expect(new Set(all.map(({ Item }) => Item)).size).toBe(61);
  for (const { Advised, More } of all) if (Advised === "BUFFER") expect(More).toBe(0);

  const again = await runCommand([
    "run",
    "push-pull",
    path("all"),
    path("one"),
    "--item=MO-201",
    "--tolerance=30",
    "--csl=0.99",
    "--run-id=p2",
  ]);
  expect(again.out).toMatch(/^boundary of 1 items: Plants 1;/);
  const one = rowsOf("one", "PushPull");
  expect(one).toHaveLength(all.length);
  const motor = (rows: typeof one) =>
    rows.find(({ Item, Echelon }) => Item === "MO-201" && Echelon === "Plants")!;
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

test("a share of service that is none is refused", async () => {
  const { code, err } = await runCommand(["run", "push-pull", company, path("none"), "--csl=95"]);
  expect(code).not.toBe(0);
  expect(err).toMatch(/csl must be a number above 0\.5/);
});
