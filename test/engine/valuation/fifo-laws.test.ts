import fc from "fast-check";
import { nearest, plus, zero } from "../../../src/engine/math/double-double";
import {
  averageCost,
  costOfSalesLines,
  fifoStock,
  postFirstInFirstOut,
  totalCostOfSales,
} from "../../../src/engine/valuation";
import { ledgerOf, tight, type Row } from "./ledger-rows";

/** Movements that never take stock below 0, with returns, goods back to suppliers and late invoices; some on one day. */
const movements = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom("in", "in", "out", "back", "supplier", "late"),
      size: fc.integer({ min: 1, max: 500 }),
      cost: fc.integer({ min: 0, max: 99_999 }),
      ref: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((draws) => {
    const rows: Row[] = [];
    let day = 45_000;
    let stock = 0;
    const issued = new Map<string, number>();
    const receipts = new Set<string>();
    for (const { gap, kind, size, cost, ref } of draws) {
      // Only where what follows depends on what came before does the day have to change.
      day += kind === "in" ? gap : gap + 1;
      if (kind === "in") {
        rows.push([day, size / 100, cost / 1000, `P${ref}`]);
        receipts.add(`P${ref}`);
        stock += size;
      } else if (kind === "out" && stock > 0) {
        const steps = Math.min(stock, size);
        rows.push([day, -steps / 100, null, `S${ref}`]);
        issued.set(`S${ref}`, (issued.get(`S${ref}`) ?? 0) + steps);
        stock -= steps;
      } else if (kind === "back" && (issued.get(`S${ref}`) ?? 0) > 0) {
        const steps = Math.min(size, issued.get(`S${ref}`) as number);
        rows.push([day, steps / 100, null, `S${ref}`]);
        issued.set(`S${ref}`, (issued.get(`S${ref}`) as number) - steps);
        stock += steps;
      } else if (kind === "supplier" && receipts.has(`P${ref}`) && stock > 0) {
        const steps = Math.min(stock, size);
        rows.push([day, -steps / 100, null, `P${ref}`]);
        stock -= steps;
      } else if (kind === "late" && receipts.has(`P${ref}`)) rows.push([day, 0, cost / 100, `P${ref}`]);
    }
    return { rows, stock: stock / 100 };
  });

describe("laws", () => {
  test("value in, less cost of sales, less goods back to suppliers, is the value left", () => {
    fc.assert(
      fc.property(movements, ({ rows, stock }) => {
        const books = postFirstInFirstOut(ledgerOf(rows));
        expect(books.fault).toBeUndefined();
        const sold = books.costOfSales.reduce((sum, { amount }) => plus(sum, amount), zero);
        const { quantity, value, layers } = fifoStock(ledgerOf(rows));
        expect(quantity).toBe(stock);
        expect(value).toBeGreaterThanOrEqual(0);
        const left = nearest(books.valueIn) - nearest(sold) - nearest(books.toSupplier);
        expect(Math.abs(left - value)).toBeLessThan(tight);
        expect(Math.abs(layers.reduce((sum, layer) => sum + layer.value, 0) - value)).toBeLessThan(tight);
      }),
    );
  });

  test("splitting a receipt changes nothing", () => {
    fc.assert(
      fc.property(movements, fc.nat(), fc.nat(), ({ rows }, which, at) => {
        const receipts = rows.flatMap((row, i) => (String(row[3]).startsWith("P") && row[1] > 0 ? [i] : []));
        fc.pre(receipts.length > 0);
        const split = receipts[which % receipts.length];
        const [day, quantity, cost, ref] = rows[split];
        const steps = Math.round(quantity * 100);
        fc.pre(steps > 1);
        const first = 1 + (at % (steps - 1));
        const halves: Row[] = [
          [day, first / 100, cost, ref],
          [day, (steps - first) / 100, cost, ref],
        ];
        const after = [...rows.slice(0, split), ...halves, ...rows.slice(split + 1)];
        const [before, now] = [ledgerOf(rows), ledgerOf(after)];
        expect(Math.abs(fifoStock(now).value - fifoStock(before).value)).toBeLessThan(tight);
        const [a, b] = [before, now].map((ledger) => totalCostOfSales(ledger, -Infinity).amount);
        expect(Math.abs(a - b)).toBeLessThan(tight);
      }),
    );
  });

  test("rows of different days, and ins and outs of one day, may be entered in any order", () => {
    fc.assert(
      fc.property(movements, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), ({ rows }, keys) => {
        // Receipts of one day keep their order, as do issues: the order of layers hangs on it.
        const shuffled = rows
          .map((row, i) => ({
            row,
            i,
            key: keys[(Math.floor(row[0]) * 2 + (row[1] > 0 ? 0 : 1)) % keys.length],
          }))
          .sort((a, b) => a.key - b.key || a.i - b.i)
          .map(({ row }) => row);
        expect(fifoStock(ledgerOf(shuffled)).value).toBe(fifoStock(ledgerOf(rows)).value);
      }),
    );
  });

  test("what goes out on one day, each under its own document, may be entered in any order: cost of sales of the day and value left are equal", () => {
    fc.assert(
      fc.property(movements, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), ({ rows }, keys) => {
        // Ins of a day stay in their order, and nothing comes back: a ledger calls all orders of the outs equal.
        const plain = rows
          .filter(([, quantity, cost]) => quantity < 0 || (quantity > 0 && cost !== null))
          .map(([day, quantity, cost], i): Row => [
            quantity < 0 ? Math.floor(day / 7) * 7 + 6 : day,
            quantity,
            cost,
            `D${i}`,
          ]);
        const shuffled = plain
          .map((row, i) => ({ row, key: row[1] < 0 ? keys[i % keys.length] : -1, i }))
          .sort((a, b) => a.key - b.key || a.i - b.i)
          .map(({ row }) => row);
        const [before, after] = [ledgerOf(plain), ledgerOf(shuffled)];
        fc.pre(postFirstInFirstOut(before).fault === undefined);
        expect(fifoStock(after).value).toBe(fifoStock(before).value);
        const [a, b] = [before, after].map((ledger) => totalCostOfSales(ledger, -Infinity).amount);
        expect(Math.abs(a - b)).toBeLessThan(tight);
      }),
    );
  });

  // On one day what comes in is posted first, so a row entered later that day may still count for an earlier one.
  test("rows of later days change no cost of sales before them", () => {
    fc.assert(
      fc.property(movements, fc.nat(), ({ rows }, cut) => {
        fc.pre(rows.length > 0);
        const [last] = rows[cut % rows.length];
        const until = rows.filter(([date]) => date <= last);
        const lines = costOfSalesLines(ledgerOf(until), -Infinity);
        expect(costOfSalesLines(ledgerOf(rows), -Infinity).slice(0, lines.length)).toEqual(lines);
      }),
    );
  });

  test("a late invoice of units that are all still there is no cost of sales, to the last bit", () => {
    const rows: Row[] = [
      [45_000, 0.01, 0, "P1"],
      [45_001, 0, 27.59, "P1"],
      [45_001, 2.7, 0, "P1"],
    ];
    expect(costOfSalesLines(ledgerOf(rows), -Infinity).map(({ amount }) => amount)).toEqual([0]);
  });

  test("one cost throughout: first in first out and both averages agree", () => {
    fc.assert(
      fc.property(movements, ({ rows, stock }) => {
        const same = rows
          .filter(([, quantity]) => quantity !== 0)
          .map(([d, q, , ref]): Row => [d, q, 2.5, ref]);
        fc.pre(stock > 0);
        const ledger = ledgerOf(same);
        const { value } = fifoStock(ledger);
        expect(Math.abs(averageCost(ledger, "MOVING").value - value)).toBeLessThan(tight);
        expect(Math.abs(averageCost(ledger, "PERIODIC").value - value)).toBeLessThan(tight);
      }),
    );
  });
});
