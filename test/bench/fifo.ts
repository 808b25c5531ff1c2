/**
 * Rows a second of FIFO.VALUE from cells to value, over one item and over many, beside two baselines of the same run: a list of layers
 * from whose front used ones are removed (what one writes first), and the array formula's way, which values what is left by cumulated
 * sums of the whole column for each receipt.
 */
import { evaluate } from "../../src/functions/evaluate";
import { findFunction } from "../../src/functions/catalogue";
import { random } from "../random";

const fifoValue = findFunction("FIFO.VALUE");
if (fifoValue === undefined) throw new Error("FIFO.VALUE is not in the catalogue");

interface Movements {
  readonly dates: readonly number[];
  readonly quantities: readonly number[];
  readonly costs: readonly (number | null)[];
}

/** Movements of items in turn. Few issues at first, so that many layers are open. */
function movements(count: number, items = 1): Movements {
  const { uniform } = random(11);
  const dates: number[] = [];
  const quantities: number[] = [];
  const costs: (number | null)[] = [];
  const stocks = new Float64Array(items);
  for (let i = 0; i < count; i++) {
    const stock = stocks[i % items];
    const out = stock > 0 && uniform() < (i < count / 4 ? 0.2 : 0.55);
    const size = (1 + Math.floor(uniform() * 1000)) / 10;
    const units = out ? -Math.min(stock, size) : size;
    dates.push(40_000 + i / 50);
    quantities.push(units);
    costs.push(out ? null : Math.floor(uniform() * 1e6) / 100);
    stocks[i % items] = Math.round((stock + units) * 10) / 10;
  }
  return { dates, quantities, costs };
}

function straightforward({ quantities, costs }: Movements): number {
  const layers: { quantity: number; cost: number }[] = [];
  quantities.forEach((quantity, i) => {
    if (quantity > 0) layers.push({ quantity, cost: costs[i] as number });
    for (let out = -quantity; out > 1e-9;) {
      const part = Math.min(out, layers[0].quantity);
      layers[0].quantity -= part;
      out -= part;
      if (layers[0].quantity < 1e-9) layers.splice(0, 1);
    }
  });
  return layers.reduce((sum, { quantity, cost }) => sum + quantity * cost, 0);
}

/** SUMIFS down the column, as spreadsheets do it: for each receipt all receipts up to it and all issues. */
function arrayFormula({ quantities, costs }: Movements): number {
  let value = 0;
  for (let i = 0; i < quantities.length; i++) {
    if (quantities[i] <= 0) continue;
    let received = 0;
    let issued = 0;
    for (let j = 0; j < quantities.length; j++) {
      if (quantities[j] < 0) issued -= quantities[j];
      else if (j <= i) received += quantities[j];
    }
    value += Math.max(0, Math.min(quantities[i], received - issued)) * (costs[i] as number);
  }
  return value;
}

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
const columnsOf = ({ dates, quantities, costs }: Movements) => [dates, quantities, costs].map(column);

for (const count of [50_000, 250_000]) {
  const data = movements(count);
  const [value, ours] = timed(() => evaluate(fifoValue, columnsOf(data))[0][0] as number);
  const spread = movements(count, 500);
  const items = column(spread.dates.map((_, i) => `item ${i % 500}`));
  const [, many] = timed(() => evaluate(fifoValue, [...columnsOf(spread), null, items]));
  const [simple, theirs] = timed(() => straightforward(data));
  report(`${count.toLocaleString("en")} rows, FIFO.VALUE, one item`, count, ours);
  report(`${count.toLocaleString("en")} rows, FIFO.VALUE, 500 items`, count, many);
  report(`${count.toLocaleString("en")} rows, list of layers in plain doubles`, count, theirs);
  console.log(
    `  difference of the values: ${Math.abs(value - simple).toExponential(1)} of ${value.toFixed(2)}`,
  );
}
const small = movements(10_000);
report(
  "10,000 rows, cumulated sums for each receipt (grows with the square)",
  10_000,
  timed(() => arrayFormula(small))[1],
);

function timed<T>(act: () => T): readonly [T, number] {
  const start = performance.now();
  const result = act();
  return [result, performance.now() - start];
}

function report(what: string, count: number, milliseconds: number): void {
  const speed = Math.round((count / milliseconds) * 1000).toLocaleString("en");
  console.log(`${what}: ${milliseconds.toFixed(0)} ms, ${speed} rows a second`);
}
