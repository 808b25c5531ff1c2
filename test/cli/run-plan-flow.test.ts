import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findAnalysis } from "../../src/analyses";
import { tableContents } from "../../src/cli/workbook-tables";
import { flowCapacityTable, flowPlanTable, flowStockTable, readRows } from "../../src/workbook/tables";
import { samePlacePool } from "../../src/worker/pool";
import { openPackage, readWorkbook } from "../../src/xlsx";
import { runCommand } from "./run-command";

// Threads are tested with the pool; here the work stays where the test can see it.
jest.mock("../../src/cli/node-pool", () => ({ nodePool: () => samePlacePool() }));

const folder = mkdtempSync(join(tmpdir(), "stockbook-flow-"));
const company = join(__dirname, "../../assets/samples/company.xlsx");
const result = join(folder, "flow.xlsx");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(file: string) {
  const contents = tableContents(readWorkbook(openPackage(readFileSync(file))));
  const table = (name: string) => contents.find((one) => one.name === name)!;
  return {
    plan: readRows(flowPlanTable, table("FlowPlan").columns, table("FlowPlan").rows),
    stock: readRows(flowStockTable, table("FlowStock").columns, table("FlowStock").rows),
    capacity: readRows(flowCapacityTable, table("FlowCapacity").columns, table("FlowCapacity").rows),
    runs: table("Runs").rows,
  };
}

// The whole company, read, planned and written.
jest.setTimeout(240_000);

let answer: Awaited<ReturnType<typeof runCommand>>;
beforeAll(async () => {
  answer = await runCommand(["run", "plan-flow", company, result, "--run-id", "flow-1"]);
});

test("the sample company is planned; what cannot be is told, and every table reads as it was meant", () => {
  expect(answer.out).toMatch(
    /^\d+ shipments of 62 items, freight [\d,]+, holding [\d,]+ and [\d,]+ under way;/,
  );
  // Two of its items have planted faults.
  expect(answer.code).toBe(1);
  expect(answer.err).toContain("SE-314: S99 stands in no row of Locations");
  expect(answer.err).toContain(
    "EL-507: LeadTime of the lane from S05 to D300 must be at least 0, got a blank",
  );
  const { plan, stock, capacity, runs } = read(result);
  for (const { issues, rows } of [plan, stock, capacity]) {
    expect(issues).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.every(({ RunId }) => RunId === "flow-1")).toBe(true);
  }
  expect(runs[0].slice(0, 2)).toEqual(["flow-1", "plan-flow"]);
});

test("the plant that makes too little works ahead, and what more of it would save grows towards the end", () => {
  const { plan, capacity } = read(result);
  const output = capacity.rows.filter(({ Kind, From }) => Kind === "output" && From === "PL1");
  expect(output).toHaveLength(8);
  for (const { Used, Capacity } of output) expect(Used!).toBeLessThanOrEqual(Capacity! * (1 + 1e-9));
  const full = output.filter(({ UsedShare }) => UsedShare! > 1 - 1e-9);
  expect(full.length).toBeGreaterThan(3);
  const worth = full.map(({ Worth }) => Worth!);
  expect(worth).toEqual([...worth].sort((a, b) => a - b));
  expect(worth[0]).toBeGreaterThan(0);
  const reasons = plan.rows.flatMap(({ From, Reason }) => (From === "PL1" ? [Reason] : []));
  expect(reasons.some((reason) => /ahead: no more can go out of PL1 in 2027-/.test(reason!))).toBe(true);
  const pallets = plan.rows.filter(({ Item, From }) => Item === "PU-101" && From === "PL1");
  expect(pallets.length).toBeGreaterThan(5);
  for (const { Qty } of pallets) expect(Qty! % 6).toBe(0);
});

test("stock of every item at every place is what the rows say of it", () => {
  const { stock, plan } = read(result);
  const first = Math.min(...stock.rows.map(({ Date }) => Date!));
  let [held, owed, checked] = [0, 0, 0];
  for (const row of stock.rows) {
    const served = owed + row.Demand! - row.Waiting!;
    if (row.Date !== first) {
      expect(served).toBeGreaterThan(-1e-4);
      // A place that no lane leads to replenishes itself besides.
      const sum = held + row.Receipts! + row.Arrivals! - row.Shipped! - served;
      if (plan.rows.some(({ To }) => To === row.Location)) expect(row.Stock).toBeCloseTo(sum, 4);
      checked++;
    }
    [held, owed] = [row.Stock!, row.Waiting!];
  }
  expect(checked).toBeGreaterThan(1000);
});

test("help tells of it", async () => {
  const { out } = await runCommand(["help", "run"]);
  expect(out).toContain(findAnalysis("plan-flow")!.summary);
  expect(out).toMatch(/--seconds +Longest search for items that are planned together/);
});
