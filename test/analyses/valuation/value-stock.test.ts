import { valueStock } from "../../../src/analyses/value-stock";
import { ran, tableOf, type Cells } from "./month-tables";

let next = 0;
const move = (Date: string, Item: string, Qty: number, more: Cells = {}): Cells => ({
  TxnId: `T${++next}`,
  Date,
  Item,
  Location: "D01",
  Type: Qty > 0 ? "receipt" : "issue",
  Qty,
  ...more,
});
const valued = (rows: readonly Cells[], options = {}, more: Parameters<typeof ran>[1] = []) =>
  ran(valueStock, [tableOf("Transactions", rows), ...more], { cutOff: "2024-03-31", ...options });

test("the forum case: 2,611 bought, 2,430 sold, the rest at 65 and 76 is 12,876.00 (published answer)", () => {
  const { rows } = valued([
    move("2024-01-05", "A", 2510, { Cost: 65 }),
    move("2024-01-20", "A", -2430),
    move("2024-02-03", "A", 101, { Cost: 76 }),
  ]);
  expect(rows("Valuation")).toMatchObject([{ Item: "A", Qty: 181, Value: 12_876, LastIssue: 45_311 }]);
  expect(rows("Layers")).toMatchObject([
    { Date: 45_296, Qty: 80, UnitCost: 65, Value: 5200 },
    { Date: 45_325, Qty: 101, UnitCost: 76, Value: 7676 },
  ]);
});

// Bastick's case: costs rise by 2 % a period; four disposals of 1, 3, 2 and 3 units cost 100, 304.04, 212.28 and 335.73.
test.each([
  ["2024-02-29", 100],
  ["2024-04-30", 304.04],
  ["2024-06-30", 212.28],
  ["2024-09-30", 335.73],
])("cost of sales of the month to %s is %d", (cutOff, costOfSales) => {
  const { rows } = valued(
    [
      move("2024-01-10", "A", 3, { Cost: 100 }),
      move("2024-02-10", "A", -1),
      move("2024-03-10", "A", 2, { Cost: 104.04 }),
      move("2024-04-10", "A", -3),
      move("2024-05-10", "A", 2, { Cost: 108.243216 }),
      move("2024-06-10", "A", -2),
      move("2024-07-10", "A", 1, { Cost: 112.616242 }),
      move("2024-08-10", "A", 1, { Cost: 114.868567 }),
      move("2024-09-10", "A", -3),
    ],
    { cutOff },
  );
  expect(rows("Valuation")[0].COGS).toBe(costOfSales);
});

/** Freight of 20 on 10 units that had cost 50; 4 are sold before the invoice, so 6 x 2 stays in stock and 8 is cost of sales. */
const lateInvoice = [
  move("2024-03-01", "A", 10, { Cost: 5, Ref: "PO1" }),
  move("2024-03-04", "A", -4, { Ref: "SO1" }),
  move("2024-03-20", "A", 0, { Cost: 20, Ref: "PO1", Type: "invoice" }),
];

describe("costs that come after the goods", () => {
  test("raise the layer and cost of sales of the month (IAS 2.10-11)", () => {
    const { rows } = valued(lateInvoice);
    expect(rows("Valuation")).toMatchObject([
      { Qty: 6, Value: 42, Opening: 0, Received: 70, COGS: 28, Rounding: 0, UnitCost: 7 },
    ]);
  });

  test("reach their units at the place these were moved to", () => {
    const { rows } = valued([
      lateInvoice[0],
      move("2024-03-02", "A", -5, { Type: "transfer", Ref: "TR1" }),
      move("2024-03-05", "A", 5, { Type: "transfer", Ref: "TR1", Location: "D02" }),
      { ...lateInvoice[2], TxnId: "late" },
    ]);
    // 5 units at each place at 5 + 20 / 10.
    expect(rows("Valuation")).toMatchObject([
      { Location: "D01", Qty: 5, Value: 35, Received: 60, Transferred: -25 },
      { Location: "D02", Qty: 5, Value: 35, Received: 10, Transferred: 25 },
    ]);
    expect(rows("Layers")).toMatchObject([
      { Location: "D01", Date: 45_352, Qty: 5 },
      // The layer keeps the day of its receipt.
      { Location: "D02", Date: 45_352, Qty: 5 },
    ]);
  });
});

test("a transfer on its way is stock in transit", () => {
  const { rows } = valued([
    lateInvoice[0],
    move("2024-03-30", "A", -5, { Type: "311", Ref: "TR1" }),
    move("2024-04-02", "A", 5, { Type: "311", Ref: "TR1", Location: "D02" }),
  ]);
  expect(rows("Valuation")).toMatchObject([
    { Location: "D01", Value: 25 },
    { Location: "in transit", Value: 25 },
  ]);
});

test("a receipt that was entered late takes its place by its date", () => {
  const { rows } = valued([
    move("2024-01-06", "A", 10, { Cost: 6 }),
    move("2024-01-11", "A", -10),
    move("2024-01-01", "A", 10, { Cost: 5 }),
  ]);
  expect(rows("Valuation")[0].Value).toBe(60);
});

test("negative stock is told with its day, not priced, and the rest of the item goes on", () => {
  const { outcome, rows } = valued([
    move("2024-03-01", "A", 10, { Cost: 2 }),
    move("2024-03-05", "A", -12, { Ref: "SO9" }),
    move("2024-03-09", "A", 4, { Cost: 3 }),
  ]);
  expect(rows("Valuation")).toMatchObject([{ Qty: 4, Short: 2, Value: 12, COGS: 20 }]);
  expect(outcome.issues).toEqual([
    {
      table: "Transactions",
      row: 2,
      column: "Qty",
      message: "Qty must not take stock below 0, got -2 on 2024-03-05",
    },
  ]);
  expect(rows("TieOut").find(({ Class }) => Class === "negative stock")).toMatchObject({
    Document: "SO9",
    Difference: -2,
    State: "differs",
  });
});

test("stock of the vendor counts in units and never in value; withdrawal makes it own at its price", () => {
  const { rows } = valued([
    move("2024-03-01", "A", 100, { Owner: "vendor", Ref: "K1" }),
    move("2024-03-10", "A", -30, { Owner: "vendor", Ref: "W1" }),
    move("2024-03-10", "A", 30, { Cost: 4, Ref: "W1-own" }),
    move("2024-03-12", "A", -10),
  ]);
  expect(rows("Valuation")).toMatchObject([{ Qty: 20, VendorQty: 70, Value: 80, COGS: 40 }]);
});

describe("other cost formulas", () => {
  const buys = [
    move("2024-02-01", "A", 10, { Cost: 4 }),
    move("2024-03-02", "A", -5),
    move("2024-03-03", "A", 15, { Cost: 8 }),
    move("2024-03-04", "A", -4),
  ];
  test("moving average: 5 at 4 and 15 at 8 are 20 at 7 (IAS 2.27)", () => {
    expect(valued(buys, { method: "MOVING" }).rows("Valuation")).toMatchObject([
      { Qty: 16, UnitCost: 7, Value: 112, Opening: 40, Received: 120, COGS: 48 },
    ]);
  });
  test("periodic: March has 10 at 4 and 15 at 8, 160 / 25 = 6.40 for all that leaves", () => {
    expect(valued(buys, { method: "PERIODIC" }).rows("Valuation")).toMatchObject([
      { Qty: 16, UnitCost: 6.4, Value: 102.4, COGS: 57.6 },
    ]);
  });
  test("standard 5, from March 6: revaluation, purchase price variance, and what of it stays in stock", () => {
    const standards = tableOf("StandardCosts", [
      { Item: "A", From: "2024-01-01", StdCost: 5 },
      { Item: "A", From: "2024-03-01", StdCost: 6 },
    ]);
    // 10 held rise by 1; 15 cost 2 more than 6; 16 left at 6. By layers 1 is left of 10 at 4 and 15 at 8: 124, so 28 above standard.
    const plain = valued(buys, { method: "STANDARD", capitalise: false }, [standards]).rows("Valuation");
    expect(plain).toMatchObject([
      { Opening: 50, Revaluation: 10, PPV: 30, Received: 120, COGS: 84, Value: 96 },
    ]);
    const whole = valued(buys, { method: "STANDARD" }, [standards]).rows("Valuation");
    // Opening carries 40 - 50 = -10 of variance, closing 28: cost of sales is 38 less.
    expect(whole).toMatchObject([{ Opening: 40, PPV: 30, COGS: 46, Variance: 28, Value: 124 }]);
  });
});

test("bad rows are issues with their cell and never stop the run", () => {
  const { outcome, rows } = valued(
    [
      move("2024-03-01", "A", 10, { Cost: 5, Currency: "EUR", TxnId: "D1" }),
      move("2024-03-01", "A", 10, { Cost: 5, Currency: "EUR", TxnId: "D1" }),
      move("2024-03-02", "A", 10, { Cost: -5, Currency: "EUR" }),
      move("31.03.2024", "A", 10, { Cost: 5, Currency: "EUR" }),
      move("2024-03-03", "", 10, { Cost: 5, Currency: "EUR" }),
      move("2024-03-04", "A", 10, { Cost: 5 }),
      move("2024-03-05", "A", 10, { Cost: 5, Currency: "USD" }),
      move("2024-03-06", "A", 1, { Cost: 10, Currency: "GBP" }),
      move("2024-03-07", "A", 3, { Currency: "EUR" }),
    ],
    {},
    [
      tableOf("Settings", [{ Setting: "Currency", Value: "EUR" }]),
      tableOf("Rates", [{ Currency: "GBP", Date: "2024-03-01", Rate: 1.2 }]),
    ],
  );
  expect(outcome.issues.map(({ row, column }) => [row, column])).toEqual(
    expect.arrayContaining([
      [2, "TxnId"],
      [3, "Cost"],
      [4, "Date"],
      [5, "Item"],
      [6, "Currency"],
      [7, "Currency"],
      [9, "Cost"],
    ]),
  );
  expect(outcome.issues).toHaveLength(7);
  // 10 at 5, and 1 at 10 pounds of 1.20.
  expect(rows("Valuation")).toMatchObject([{ Qty: 11, Value: 62, Unpriced: 3 }]);
});

describe("tie-out", () => {
  const stock = (rows: readonly Cells[]) =>
    tableOf(
      "Stock",
      rows.map((row) => ({
        Location: "D01",
        Lot: "",
        Status: "usable",
        Owner: "own",
        AsOf: "2024-03-31",
        ...row,
      })),
    );
  const lines = (result: ReturnType<typeof valued>, step: string) =>
    result.rows("TieOut").filter(({ Step }) => Step === step);

  test("everything that agrees ties", () => {
    const result = valued(lateInvoice, {}, [
      stock([{ Item: "A", Qty: 6, Value: 42 }]),
      tableOf("Ledger", [{ Posting: "1", Date: "2024-03-31", Amount: 42 }]),
    ]);
    expect(new Set(result.rows("TieOut").map(({ State }) => State))).toEqual(new Set(["ties"]));
  });

  test("the late invoice is the document behind what FIFO and Stock differ by", () => {
    const result = valued(lateInvoice, {}, [stock([{ Item: "A", Qty: 6, Value: 30 }])]);
    expect(lines(result, "ledger")).toMatchObject([
      { Line: "Own units, sub-ledger against Stock", State: "ties" },
      { Line: "Value, sub-ledger against Stock", Ours: 42, Theirs: 30, Difference: 12, State: "explained" },
      { Item: "A", Document: "PO1", Class: "late invoice", Difference: 12, State: "explained" },
    ]);
    const { findings } = result.outcome.details as { findings: unknown };
    expect(findings).toContainEqual(
      expect.objectContaining({ table: "Transactions", row: 3, column: "Cost" }),
    );
  });

  test("the ledger document by document: invoice, what follows from it, timing, a document that is missing", () => {
    const ledger = tableOf("Ledger", [
      { Posting: "1", Date: "2024-03-01", Ref: "PO1", Amount: 50 },
      { Posting: "2", Date: "2024-03-04", Ref: "SO1", Amount: -20 },
      { Posting: "3", Date: "2024-04-02", Ref: "PO2", Amount: 30 },
      { Posting: "4", Date: "2024-03-15", Ref: "X9", Amount: 7 },
    ]);
    const result = valued([...lateInvoice, move("2024-03-30", "A", 5, { Cost: 6, Ref: "PO2" })], {}, [
      ledger,
    ]);
    // Ours 42 + 30, theirs 50 - 20 + 7.
    expect(lines(result, "ledger")[0]).toMatchObject({
      Ours: 72,
      Theirs: 37,
      Difference: 35,
      State: "explained",
    });
    expect(lines(result, "ledger").slice(1)).toMatchObject([
      { Document: "PO2", Class: "timing", Difference: 30 },
      { Document: "PO1", Class: "late invoice", Difference: 12 },
      { Document: "X9", Class: "missing", Difference: -7 },
    ]);
  });

  test("stock of the vendor that is booked as own is found, in units and in money", () => {
    const result = valued([move("2024-03-01", "A", 40, { Owner: "vendor", Ref: "K1" })], {}, [
      stock([{ Item: "A", Qty: 40, Value: 200 }]),
    ]);
    expect(lines(result, "ledger")).toMatchObject([
      { Difference: -40, State: "explained" },
      { Difference: -200, State: "explained" },
      { Line: "Units at an item and location", Class: "consignment", Document: "K1" },
      { Line: "Value at an item and location", Class: "consignment", Document: "K1", Difference: -200 },
    ]);
  });

  test("units that no document explains stay a difference", () => {
    const result = valued(lateInvoice, {}, [stock([{ Item: "A", Qty: 5, Value: 35 }])]);
    expect(lines(result, "ledger").slice(0, 3)).toMatchObject([
      { State: "differs" },
      { State: "differs" },
      { Class: "quantity", State: "differs" },
    ]);
  });

  test("lines of this run's steps are renewed, and those of later ones go with what they spoke of", () => {
    const before = tableOf("TieOut", [
      { Step: "nrv", Line: "old", AsOf: "2024-03-31", State: "ties" },
      { Step: "layers", Line: "old", AsOf: "2024-03-31", State: "ties" },
    ]);
    const steps = valued(lateInvoice, {}, [before])
      .rows("TieOut")
      .map(({ Step, Line }) => [Step, Line === "old"]);
    expect(steps).toContainEqual(["layers", false]);
    expect(steps).not.toContainEqual(expect.arrayContaining([true]));
  });
});
