import { fifoStock, totalCostOfSales, type Ledger } from "../../../src/engine/valuation";
import { random } from "../../random";

/**
 * 250,000 movements against whole numbers: quantities in thousandths, costs in ten-thousandths, money in BigInt, layer by layer. Sums in
 * plain doubles are shown to be further off, so that the test would notice if ours were plain.
 */
const rows = 250_000;

function movements() {
  const { uniform } = random(7);
  const thousandths = new Array<number>(rows);
  const costs = new Array<number>(rows);
  let stock = 0;
  for (let i = 0; i < rows; i++) {
    const out = stock > 0 && uniform() < 0.5;
    const size = 1 + Math.floor(uniform() * 5_000_000);
    thousandths[i] = out ? -Math.min(stock, size) : size;
    costs[i] = out ? 0 : Math.floor(uniform() * 1e8);
    stock += thousandths[i];
  }
  return { thousandths, costs };
}

/** Exact: money times 10 to the 7th. */
function exactBooks(thousandths: readonly number[], costs: readonly number[]) {
  const layers: { left: number; cost: bigint }[] = [];
  let head = 0;
  let sold = 0n;
  let valueIn = 0n;
  thousandths.forEach((units, i) => {
    if (units > 0) {
      layers.push({ left: units, cost: BigInt(costs[i]) });
      valueIn += BigInt(units) * BigInt(costs[i]);
    }
    for (let out = -units; out > 0;) {
      const layer = layers[head];
      const part = Math.min(out, layer.left);
      sold += BigInt(part) * layer.cost;
      layer.left -= part;
      out -= part;
      if (layer.left === 0) head++;
    }
  });
  return { sold, valueIn, left: valueIn - sold };
}

const cents = (money: number): bigint => BigInt(Math.round(money * 100));
const centsOf = (exact: bigint): bigint => (exact + 50_000n) / 100_000n;

test("a quarter of a million movements tie out to the cent", () => {
  const { thousandths, costs } = movements();
  const exact = exactBooks(thousandths, costs);
  // One movement a day: within a day receipts would go first, and the exact books take the rows as they come.
  const daily: Ledger = {
    dates: thousandths.map((_, i) => 40_000 + i),
    quantities: thousandths.map((units) => units / 1000),
    costs: costs.map((cost) => cost / 10_000),
  };
  const { value } = fifoStock(daily);
  const { amount } = totalCostOfSales(daily, -Infinity);
  // More than 100,000 million in money, of which doubles still tell a hundredth of a cent apart.
  expect(exact.valueIn).toBeGreaterThan(10n ** 18n);
  expect(cents(value)).toBe(centsOf(exact.left));
  expect(cents(amount)).toBe(centsOf(exact.sold));
  expect(cents(value) + cents(amount) - centsOf(exact.valueIn)).toBeGreaterThanOrEqual(-1n);
  expect(cents(value) + cents(amount) - centsOf(exact.valueIn)).toBeLessThanOrEqual(1n);

  // The same sum in plain doubles, and as a running balance, as a sheet would have it.
  let balance = 0;
  let sold = 0;
  const layers = new Map<number, number>();
  let head = 0;
  daily.quantities.forEach((units, i) => {
    if (units > 0) {
      layers.set(i, units);
      balance += units * daily.costs[i];
    }
    for (let out = -units; out > 1e-9;) {
      while (!((layers.get(head) ?? 0) > 1e-9)) head++;
      const part = Math.min(out, layers.get(head) as number);
      sold += part * daily.costs[head];
      balance -= part * daily.costs[head];
      layers.set(head, (layers.get(head) as number) - part);
      out -= part;
    }
  });
  const off = (money: number, truth: bigint) => Math.abs(money - Number(truth) / 1e7);
  expect(off(sold, exact.sold)).toBeGreaterThan(off(amount, exact.sold));
  expect(off(balance, exact.left)).toBeGreaterThan(off(value, exact.left));
});
