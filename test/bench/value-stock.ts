/**
 * Rows a second of value-stock, from the cells of Transactions to Valuation, Layers and TieOut, one thread, beside a list of layers in
 * plain numbers that reads no cells, checks nothing and ties nothing.
 * Run: npx tsx test/bench/value-stock.ts
 */
import { runAnalysis } from "../../src/analyses/run-analysis";
import { valueStock } from "../../src/analyses/value-stock";
import { companyTransactions, straightforwardFifo } from "./transactions";

for (const count of [50_000, 250_000]) {
  const { movements, table } = companyTransactions(count, 500);
  for (const method of ["FIFO", "MOVING", "STANDARD"] as const) {
    const items = { ...table, name: "Items", columns: ["Item", "StdCost"], rows: itemRows(), rowCount: 500 };
    const started = performance.now();
    const { summary } = runAnalysis(valueStock, [table, items], { method }, "bench");
    report(`${count.toLocaleString("en")} rows, ${method}`, count, performance.now() - started);
    console.log(`  ${summary}`);
  }
  const started = performance.now();
  const cents = straightforwardFifo(movements);
  report(`${count.toLocaleString("en")} rows, list of layers`, count, performance.now() - started);
  console.log(`  ${(cents / 100).toFixed(2)}`);
}

function itemRows(): (string | number)[][] {
  return Array.from({ length: 500 }, (_, i) => [`I${String(i).padStart(4, "0")}`, 5000]);
}

function report(what: string, count: number, milliseconds: number): void {
  const speed = Math.round((count / milliseconds) * 1000).toLocaleString("en");
  console.log(`${what}: ${milliseconds.toFixed(0)} ms, ${speed} rows a second`);
}
