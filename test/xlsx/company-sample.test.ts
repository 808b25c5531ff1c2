import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bookLeaves, bookedUntil, keyOf } from "../../scripts/sample/company/booked-leaf";
import { buildCompany } from "../../scripts/sample/company/build-company";
import { closing } from "../../scripts/sample/company/calendar";
import { playCompany } from "../../scripts/sample/company/company";
import { tourFunctions } from "../../scripts/sample/company/tour-sheet";
import { bridge, type BridgeDetails } from "../../src/analyses/bridge";
import { kpis } from "../../src/analyses/kpis";
import { runAnalysis } from "../../src/analyses/run-analysis";
import { calculateWorkbook } from "../../src/calculator/calculate-workbook";
import { directTransport } from "../../src/calculator/call-transport";
import { tableContents } from "../../src/cli/workbook-tables";
import { readRows, tables } from "../../src/workbook/tables";
import { openPackage, readWorkbook } from "../../src/xlsx";
import { rowsOf } from "../analyses/kpis/company";
import { typedCells } from "./typed-cells";

const path = join(__dirname, "../../assets/samples/company.xlsx");
const built = readWorkbook(openPackage(buildCompany()), tourFunctions);
const committed = readWorkbook(openPackage(readFileSync(path)), tourFunctions);
const leaves = bookLeaves(playCompany());

const contents = tableContents(committed);

/** Rows of a table of the sample as records. */
function recordsOf(name: string): Record<string, string | number>[] {
  const { columns, rows } = contents.find((table) => table.name === name)!;
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, row[i] as string | number])),
  );
}

test("the committed file is fresh: run npx tsx scripts/make-sample.ts company.xlsx", () => {
  expect(typedCells(committed)).toEqual(typedCells(built));
});

test("every table reads without an issue", () => {
  expect(contents.length).toBeGreaterThan(20);
  for (const { name, columns, rows } of contents.filter((table) => table.name !== "WMS")) {
    const schema = tables.find((table) => table.name === name)!;
    expect([name, readRows(schema, columns, rows).issues]).toEqual([name, []]);
  }
});

test("each of the seven steps shows two numbers that differ, and they are those of today's functions", async () => {
  const start = committed.sheets[0];
  const numbers = start.cells.filter(({ formula }) => formula !== undefined);
  expect(numbers).toHaveLength(14);
  for (const row of new Set(numbers.map((cell) => cell.row))) {
    const [misleading, holding] = numbers
      .filter((cell) => cell.row === row)
      .map(({ value }) => value as number);
    expect(Math.abs(misleading - holding)).toBeGreaterThan(0.002 * Math.abs(holding));
  }
  const { sheets, kept } = await calculateWorkbook(committed, { transport: directTransport() });
  expect(kept).toEqual([]);
  const now = sheets[0].cells.map(({ content, value }) => [content.row, content.column, value]);
  expect(now).toEqual(numbers.map(({ row, column, value }) => [row, column, value]));
});

test("no movement ever takes more than there is, and Stock is what the movements lead to", () => {
  const held = new Map<string, number>();
  for (const { Item, Location, Qty } of recordsOf("Stock"))
    held.set(`${Item}@${Location}`, (held.get(`${Item}@${Location}`) ?? 0) + (Qty as number));
  for (const leaf of leaves) {
    let quantity = 0;
    for (const move of leaf.moves) expect((quantity += move.quantity)).toBeGreaterThanOrEqual(0);
    expect(held.get(keyOf(leaf)) ?? 0).toBe(quantity);
    expect(bookedUntil(leaf, closing)).toBe(leaf.value);
  }
});

test("ledger and stock records differ by the late invoice and the consigned goods alone", () => {
  const inCents = (money: number | string) => Math.round(100 * (money as number));
  const ledger = recordsOf("Ledger").reduce((sum, { Amount }) => sum + inCents(Amount), 0);
  const own = leaves.filter(({ owner }) => owner === "own");
  const valued = own.reduce((sum, { value }) => sum + inCents(value), 0);
  const invoice = recordsOf("Transactions").find(({ Type }) => Type === "invoice")!;
  const consigned = leaves.find((leaf) => keyOf(leaf) === "SE-306@D200")!;
  expect(ledger - valued).toBe(inCents(invoice.Cost) + inCents(consigned.value));
});

test("counts: the books of the morning, and those that were posted are the adjustments of Transactions", () => {
  const counts = recordsOf("Counts");
  expect(counts.length).toBeGreaterThan(300);
  for (const { Item, Location, Date, Book } of counts) {
    const { moves } = leaves.find((leaf) => keyOf(leaf) === `${Item}@${Location}`)!;
    expect(Book).toBe(
      moves.reduce((sum, { day, quantity }) => (day < (Date as number) ? sum + quantity : sum), 0),
    );
  }
  const difference = ({ Item, Location, Date, Counted, Book }: (typeof counts)[number]) =>
    [Item, Location, Date, (Counted as number) - (Book as number)].join();
  const adjusted = recordsOf("Transactions")
    .filter(({ Type }) => Type === "adjustment")
    .map(({ Item, Location, Date, Qty }) => [Item, Location, Date, Qty].join());
  expect(
    counts
      .filter(({ Status }) => Status === "posted")
      .map(difference)
      .sort(),
  ).toEqual(adjusted.sort());
});

test("record accuracy of the sample: the planted differences and those of the first counts", () => {
  const counts = recordsOf("Counts");
  const wrong = counts.filter(({ Book, Counted }) => Book !== Counted);
  const { results } = runAnalysis(kpis, contents, {}, "run");
  const ira = rowsOf(results, "KPI")
    .filter((row) => row.KPI === "IRA" && row.Dimension === "total")
    .at(-1)!;
  expect(ira.Value).toBeCloseTo(1 - wrong.length / counts.length, 12);
  expect(ira.Value).toBeGreaterThan(0.9);
  expect(ira.Value).toBeLessThan(0.98);
});

test("the bridge of the sample names every cause: nothing is left for other, and the superseded item was ordered beyond its policy", () => {
  const { details } = runAnalysis(bridge, contents, { from: "2026-03-31" }, "run");
  const rows = (details as BridgeDetails).rows.filter(({ Figure }) => Figure === "Stock value");
  const { Effect } = rows.find(({ Driver }) => Driver === "other")!;
  expect(Math.abs(Effect as number)).toBeLessThan(0.01);
  expect(rows.find(({ Driver }) => Driver === "ordering")?.Items).toMatch(/EL-502 \+\d+/);
});
