import known from "../../reference/fifo.json";
import { PlanningError } from "../../../src/engine/errors";
import { nearest } from "../../../src/engine/math/double-double";
import { averageCost, costOfSalesLines, fifoStock, postFirstInFirstOut } from "../../../src/engine/valuation";
import { ledgerOf, tight, type Row } from "./ledger-rows";

const complaintOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(PlanningError);
    return (error as PlanningError).message;
  }
  throw new Error("nothing was wrong");
};

describe("against decimals, token by token", () => {
  test.each(known.ledgers.map((each, i) => [i, each] as const))("ledger %i", (_, each) => {
    const ledger = ledgerOf(each.rows as unknown as Row[]);
    const stock = fifoStock(ledger);
    expect(stock.quantity).toBe(each.quantity);
    expect(Math.abs(stock.value - Number(each.value))).toBeLessThan(tight);
    const lines = costOfSalesLines(ledger, -Infinity).filter(({ error }) => error === undefined);
    expect(lines).toHaveLength(each.costOfSales.length);
    lines.forEach(({ amount }, i) =>
      expect(Math.abs(amount - Number(each.costOfSales[i]))).toBeLessThan(tight),
    );
    const books = postFirstInFirstOut(ledger);
    expect(Math.abs(nearest(books.valueIn) - Number(each.valueIn))).toBeLessThan(tight);
    expect(Math.abs(nearest(books.toSupplier) - Number(each.toSupplier))).toBeLessThan(tight);
  });

  test.each(known.averages.map((each, i) => [i, each] as const))("averages %i", (_, each) => {
    const ledger = ledgerOf(each.rows as unknown as Row[]);
    expect(Math.abs(averageCost(ledger, "MOVING").unitCost - Number(each.moving))).toBeLessThan(tight);
    expect(Math.abs(averageCost(ledger, "PERIODIC").unitCost - Number(each.periodic))).toBeLessThan(tight);
  });
});

describe("rules", () => {
  test("0.1 and 0.2 less 0.3 is nothing, not a hair too much", () => {
    const ledger = ledgerOf([
      [1000, 0.1, 1],
      [1000, 0.2, 1],
      [1001, -0.3],
    ]);
    expect(fifoStock(ledger)).toEqual({ quantity: 0, value: 0, layers: [] });
  });

  test("thirds that add up to one unit empty it", () => {
    const third = 1 / 3;
    const six = Array.from({ length: 6 }, (_, i): Row => [1001 + i, -third / 2]);
    const { quantity, value } = fifoStock(ledgerOf([[1000, 1, 7], ...six]));
    expect(quantity).toBeLessThan(1e-8);
    expect(value).toBeLessThan(1e-7);
  });

  test("a backdated receipt takes its place by date", () => {
    const rows: Row[] = [
      [1005, 10, 6],
      [1010, -10],
      [1000, 10, 5],
    ];
    expect(fifoStock(ledgerOf(rows)).value).toBe(60);
  });

  test("an issue entered above the receipt of its day that it needs", () => {
    expect(
      fifoStock(
        ledgerOf([
          [1000, -5],
          [1000, 10, 2],
        ]),
      ),
    ).toMatchObject({ quantity: 5, value: 10 });
  });

  test("a late invoice of the day on which the last units went: it was there before they went", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P"],
      [1001, -10, null, "S"],
      [1001, 0, 20, "P"],
    ];
    expect(costOfSalesLines(ledgerOf(rows), -Infinity).map(({ amount }) => amount)).toEqual([70, 0]);
  });

  test("a wrong posting, taken back and posted anew on one day", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P"],
      [1001, -10, null, "S1"],
      [1001, 10, null, "S1"],
      [1001, -8, null, "S2"],
    ];
    expect(fifoStock(ledgerOf(rows))).toMatchObject({ quantity: 2, value: 10 });
  });

  test("a return entered above its issue, of the same day", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P"],
      [1001, 4, null, "S"],
      [1001, -10, null, "S"],
    ];
    expect(fifoStock(ledgerOf(rows))).toMatchObject({ quantity: 4, value: 20 });
  });

  test("a receipt and part of it back to the supplier on one day", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P1"],
      [1001, 10, 6, "P2"],
      [1001, -4, null, "P2"],
    ];
    expect(fifoStock(ledgerOf(rows)).value).toBe(50 + 36);
  });

  test("a row without cost and with the document of a receipt goes back into it", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P1"],
      [1001, 10, 6, "P2"],
      [1002, -12],
      [1003, 3, null, "P1"],
    ];
    expect(fifoStock(ledgerOf(rows)).layers).toEqual([
      { date: 1000, quantity: 3, unitCost: 5, value: 15 },
      { date: 1001, quantity: 8, unitCost: 6, value: 48 },
    ]);
  });

  test("more comes back than was issued: the rest is a receipt at its own cost, or an error without one", () => {
    const start: Row[] = [
      [1000, 10, 5, "P"],
      [1001, -4, null, "S"],
    ];
    expect(fifoStock(ledgerOf([...start, [1002, 6, 9, "S"]])).value).toBe(50 + 18);
    expect(complaintOf(() => fifoStock(ledgerOf([...start, [1002, 6, null, "S"]])))).toBe(
      "cost at position 3 must be given for units beyond those issued, got a blank",
    );
  });

  test("units cannot come back twice, once under each document", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P"],
      [1001, -5, null, "S"],
      [1002, 5, null, "P"],
      [1003, 5, null, "S"],
    ];
    expect(complaintOf(() => fifoStock(ledgerOf(rows)))).toBe(
      "cost at position 4 must be given for units beyond those issued, got a blank",
    );
  });

  test("a late invoice after a return counts what came back as stock", () => {
    const rows: Row[] = [
      [1000, 10, 5, "P"],
      [1001, -6, null, "S"],
      [1002, 1, null, "S"],
      [1003, 0, 20, "P"],
    ];
    const ledger = ledgerOf(rows);
    expect(fifoStock(ledger).value).toBe(5 * 7);
    expect(costOfSalesLines(ledger, -Infinity).map(({ amount }) => amount)).toEqual([30, -5, 10]);
  });

  test("negative stock stops the item on its day; what was before stands", () => {
    const rows: Row[] = [
      [1000, 10, 5],
      [1001, -4],
      [1002, -7],
      [1003, 100, 5],
      [1004, -1],
    ];
    const ledger = ledgerOf(rows);
    const message = "qty must not take stock below 0, got -1 on 1902-09-28 (position 3)";
    expect(complaintOf(() => fifoStock(ledger))).toBe(message);
    const lines = costOfSalesLines(ledger, -Infinity);
    expect(lines.map(({ amount, error }) => error?.message ?? amount)).toEqual([20, message, message]);
  });

  test.each<[string, readonly Row[], string]>([
    [
      "a receipt without cost",
      [[1000, 10]],
      "cost at position 1 must be given where units come in, got a blank",
    ],
    ["a negative cost", [[1000, 10, -3]], "cost at position 1 must be at least 0, got -3"],
    [
      "an invoice of nothing known",
      [
        [1000, 10, 3, "P"],
        [1001, 0, 5, "Q"],
      ],
      'ref at position 2 must be that of an earlier receipt where qty is 0, got the text "Q"',
    ],
    [
      "a credit note above the cost",
      [
        [1000, 10, 3, "P"],
        [1001, 0, -31, "P"],
      ],
      "cost at position 2 must not take more off than the receipt cost, got -31",
    ],
    [
      "too large to count",
      [[1000, 1e16, 1]],
      "qty must add up to less than 9e15 units, in and out, got 10000000000000000",
    ],
  ])("%s", (_, rows, message) => {
    expect(complaintOf(() => fifoStock(ledgerOf(rows)))).toBe(message);
  });

  test("a quarter of a million rows of one day, with documents", () => {
    const rows = Array.from({ length: 250_000 }, (_, i): Row =>
      i % 2 === 0 ? [1000, 2, 3, `P${i}`] : [1000, -1, null, `S${i}`],
    );
    expect(fifoStock(ledgerOf(rows))).toMatchObject({ quantity: 125_000, value: 375_000 });
  });

  test("a return re-opens an old layer without a search through the used ones", () => {
    // 20,000 layers used up, the first opened and emptied again and again: a search would take 4e8 steps.
    const rows: Row[] = [];
    for (let i = 0; i < 20_000; i++)
      rows.push([1000 + i, 1, 1 + (i % 7), `P${i}`], [1000 + i, -1, null, `S${i}`]);
    for (let i = 0; i < 20_000; i++)
      rows.push([30_000 + i, 1, null, i === 0 ? "S0" : `T${i - 1}`], [30_000 + i, -1, null, `T${i}`]);
    const start = performance.now();
    const books = postFirstInFirstOut(ledgerOf(rows));
    expect(books.fault).toBeUndefined();
    expect(nearest(books.costOfSales[books.costOfSales.length - 1].amount)).toBe(1);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
