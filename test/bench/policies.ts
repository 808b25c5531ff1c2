/**
 * set-policies over 50,000 item-locations, half of them slow movers: items a second of processor time from tables in memory to the table
 * Policies, one thread, beside the same number of plain SAFETYSTOCK calls; and the memory that it took.
 * Run: npx tsx test/bench/policies.ts [item-locations]
 */
import { runAnalysis } from "../../src/analyses/run-analysis";
import { setPolicies } from "../../src/analyses/set-policies";
import { normalDraws, uniformDraws } from "../../src/engine/math/random";
import { safetyStock } from "../../src/engine/safety-stock";
import type { CellValue, TableContent } from "../../src/workbook/workbook";

const count = Number(process.argv[2] ?? 50_000);
const places = 5;
const buckets = 24;
const january = 45_292;

function table(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
): TableContent {
  return { name, sheet: name, address: `${name}!A1`, columns, rows, rowCount: rows.length };
}

const [draw, chance] = [normalDraws(1), uniformDraws(2)];
const items: CellValue[][] = [];
const demand: CellValue[][] = [];
const receipts: CellValue[][] = [];
for (let i = 0; i < count / places; i++) {
  const item = `I${i}`;
  const slow = i % 2 === 1;
  items.push([item, 1 + 50 * chance(), 10 + (i % 60)]);
  if (i % 3 === 0) {
    for (let k = 0; k < 6; k++) {
      const ordered = january + 60 * k;
      receipts.push([`${item}-${k}`, "1", item, ordered, ordered + 10 + Math.floor(30 * chance()), 10]);
    }
  }
  for (let place = 0; place < places; place++) {
    for (let t = 0; t < buckets; t++) {
      if (slow && chance() < 0.6) continue;
      const quantity = slow ? 1 + Math.floor(6 * chance()) : Math.max(0, Math.round(100 + 25 * draw()));
      demand.push([item, `L${place}`, january + Math.floor(30.44 * t) + 10, quantity]);
    }
  }
}
const contents = [
  table("Items", ["Item", "Cost", "LeadTime"], items),
  table("Demand", ["Item", "Location", "Date", "Qty"], demand),
  table("Receipts", ["PO", "Line", "Item", "Ordered", "Received", "QtyReceived"], receipts),
];
/** Seconds of processor time since the start; other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [start, onTheClock] = [processorTime(), performance.now()];
const before = process.memoryUsage().rss;
const { summary, issues } = runAnalysis(setPolicies, contents, {}, "bench");
const [seconds, elapsed] = [processorTime() - start, (performance.now() - onTheClock) / 1000];
const memory = (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;

const plainStart = processorTime();
let sum = 0;
for (let i = 0; i < count; i++)
  sum += safetyStock(
    { mean: 100, sd: 20 + (i % 7), leadTime: 2, leadTimeSd: 0.3, review: 0 },
    0.95,
    "NORMAL",
  );
const plain = processorTime() - plainStart;

console.log(`${summary} from ${demand.length.toLocaleString("en")} lines of demand, ${issues.length} issues`);
console.log(
  `${seconds.toFixed(1)} s of processor time (${elapsed.toFixed(1)} s on the clock), up to ${memory.toFixed(0)} MB more than the tables, ${Math.round(count / seconds).toLocaleString("en")} item-locations a second`,
);
console.log(
  `plain SAFETYSTOCK of as many: ${plain.toFixed(3)} s, a ${(seconds / plain).toFixed(0)}th of it (sum ${sum.toFixed(0)})`,
);
