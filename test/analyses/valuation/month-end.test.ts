import fc from "fast-check";
import { ageStock } from "../../../src/analyses/age-stock";
import { monthEnd } from "../../../src/analyses/month-end";
import { postJournal } from "../../../src/analyses/post-journal";
import { reserve } from "../../../src/analyses/reserve";
import { testNrv } from "../../../src/analyses/test-nrv";
import { valueStock } from "../../../src/analyses/value-stock";
import type { CellValue } from "../../../src/workbook/workbook";
import { ran, tableOf, type Cells } from "./month-tables";

const total = (rows: readonly Readonly<Record<string, CellValue>>[], column: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[column] ?? 0) * 100), 0) / 100;

/** One row of Valuation as value-stock writes it. */
const held = (Item: string, Qty: number, Value: number, more: Cells = {}): Cells => ({
  Item,
  Location: "D01",
  AsOf: "2024-12-31",
  Method: "FIFO",
  Qty,
  Value,
  Issued12: 120,
  Issued3: 30,
  LastIssue: "2024-12-20",
  ...more,
});
const layer = (Item: string, Date: string, Qty: number, Value: number, Age: number): Cells => ({
  Item,
  Location: "D01",
  Date,
  Qty,
  UnitCost: Value / Qty,
  Value,
  Age,
});

describe("age-stock", () => {
  /** The layers of the example in docs/valuation.md: 100 units on 2024-12-31 are 30, 50 and 20 of three receipts. */
  const stock = [
    tableOf("Valuation", [held("A", 100, 200)]),
    tableOf("Layers", [
      layer("A", "2024-01-01", 20, 40, 365),
      layer("A", "2024-06-01", 50, 100, 213),
      layer("A", "2024-12-01", 30, 60, 30),
    ]),
  ];

  test("by receipt layer and by last issue, side by side", () => {
    expect(ran(ageStock, stock).rows("Ageing")).toMatchObject([
      { Basis: "receipt", Bucket: "0-90", Qty: 30, Value: 60 },
      { Basis: "receipt", Bucket: "181-270", Qty: 50, Value: 100 },
      { Basis: "receipt", Bucket: "271-365", Qty: 20, Value: 40 },
      { Basis: "issue", Bucket: "0-90", Qty: 100, Value: 200 },
    ]);
  });

  test.each<[string, Cells, Cells[]]>([
    ["Active", {}, []],
    ["Slow", { LastIssue: "2024-05-01" }, []],
    ["Obsolete", { LastIssue: "2023-11-01" }, []],
    ["Excess", { Issued12: 60 }, []],
    ["Obsolete", {}, [{ Item: "A", LastShip: "2024-10-31" }]],
  ])("%s", (status, more, lifecycle) => {
    const tables = [tableOf("Valuation", [held("A", 100, 200, more)]), stock[1]];
    const with_ = lifecycle.length === 0 ? tables : [...tables, tableOf("Lifecycle", lifecycle)];
    expect(ran(ageStock, with_).rows("StockStatus")[0].Status).toBe(status);
  });

  test("what was never issued is new while it is young", () => {
    const never = { LastIssue: "", Issued12: 0, Issued3: 0 };
    const age = (date: string, days: number) =>
      ran(ageStock, [
        tableOf("Valuation", [held("A", 10, 10, never)]),
        tableOf("Layers", [layer("A", date, 10, 10, days)]),
      ]).rows("StockStatus")[0].Status;
    expect([age("2024-12-01", 30), age("2024-05-01", 244), age("2023-01-01", 730)]).toEqual([
      "New",
      "Slow",
      "Obsolete",
    ]);
  });

  test("a superseded item with 14 months of stock is told", () => {
    const { outcome } = ran(ageStock, [
      tableOf("Valuation", [held("A", 140, 280)]),
      tableOf("Layers", [layer("A", "2024-12-01", 140, 280, 30)]),
      tableOf("Items", [{ Item: "A", Successor: "B" }]),
    ]);
    // 30 issued in three months are 10 a month.
    expect((outcome.details as { findings: { message: string }[] }).findings).toEqual([
      {
        table: "Valuation",
        row: 1,
        column: "Qty",
        message: "superseded: A is replaced by B and has stock for 14.0 months of demand, worth 280.00",
      },
    ]);
  });

  test("excess is what forecast of the place does not take in twelve months", () => {
    const forecast = Array.from({ length: 12 }, (_, m) => ({
      Item: "A",
      Location: "D01",
      Date: `2025-${String(m + 1).padStart(2, "0")}-01`,
      Stat: 5,
    }));
    const [row] = ran(ageStock, [...stock, tableOf("Forecast", forecast)]).rows("StockStatus");
    expect(row).toMatchObject({
      Forecast12: 60,
      Cover: 20,
      ExcessQty: 40,
      ExcessValue: 80,
      Status: "Excess",
    });
  });
});

describe("test-nrv", () => {
  const tested = (quantity: number, cost: number, inputs: Cells, options = {}) =>
    ran(
      testNrv,
      [
        tableOf("Valuation", [held("A", quantity, quantity * cost)]),
        tableOf("NRVInputs", [{ Item: "A", ...inputs }]),
      ],
      options,
    ).rows("NRVTest");

  test("cost 20, price 24, completion 3, selling 2: net realisable value 19, write-down 1 (IAS 2.6)", () => {
    expect(tested(1, 20, { Price: 24, Completion: 3, Selling: 2 })).toMatchObject([
      { Part: "all", NRV: 19, Needed: 1, WriteDown: 1, Reversal: 0, Carrying: 19 },
    ]);
  });

  test("units under contract at its price, apart from the rest (IAS 2.31)", () => {
    // 60 at 30 - 5 = 25 are above cost and cover nothing of the loss of 1 on the other 40.
    expect(
      tested(100, 20, { Price: 24, Completion: 3, Selling: 2, ContractQty: 60, ContractPrice: 30 }),
    ).toMatchObject([
      { Part: "contract", Qty: 60, NRV: 25, WriteDown: 0, Carrying: 1200 },
      { Part: "general", Qty: 40, NRV: 19, WriteDown: 40, Carrying: 760 },
    ]);
  });

  test("a recovery is taken back at most as far as it was written down (IAS 2.33), and not at all under ASC 330", () => {
    expect(tested(10, 20, { Price: 30, PriorWritedown: 15 })).toMatchObject([
      { Reversal: 15, WriteDown: 0, Carrying: 200 },
    ]);
    expect(tested(10, 20, { Price: 18, PriorWritedown: 30 })).toMatchObject([
      { Reversal: 10, Carrying: 180 },
    ]);
    expect(tested(10, 20, { Price: 18, PriorWritedown: 30 }, { standard: "ASC330" })).toMatchObject([
      { Reversal: 0, WriteDown: 0, Carrying: 170 },
    ]);
  });

  test("netting in a class is refused, as an option and as a row", () => {
    const tables = [
      tableOf("Valuation", [held("A", 1, 20)]),
      tableOf("Items", [{ Item: "A", Family: "Pumps", Price: 30 }]),
      tableOf("NRVInputs", [{ Item: "Pumps", Price: 24 }]),
    ];
    expect(() => ran(testNrv, tables, { level: "CLASS" })).toThrow(/level must be ITEM.*IAS 2\.29/);
    expect(ran(testNrv, tables).outcome.issues).toMatchObject([
      {
        table: "NRVInputs",
        row: 1,
        column: "Item",
        message: expect.stringContaining("not netted (IAS 2.29)"),
      },
    ]);
  });

  test("an item without a price is a line that differs", () => {
    const { rows } = ran(testNrv, [tableOf("Valuation", [held("A", 1, 20)])]);
    expect(rows("TieOut")).toContainEqual(
      expect.objectContaining({
        Line: "Item that was not tested",
        Item: "A",
        Difference: -20,
        State: "differs",
      }),
    );
  });
});

describe("reserve", () => {
  /** SAP's table of MRN1: 11 months of ROH reach the tier of 10 months, 15 %. */
  const tiers = tableOf("ReservePolicy", [
    { Type: "ROH", Measure: "cover", Months: 6, Percent: 0.1 },
    { Type: "ROH", Measure: "cover", Months: 10, Percent: 0.15 },
    { Type: "ROH", Measure: "cover", Months: 12, Percent: 0.2 },
  ]);
  const items = tableOf("Items", [{ Item: "A", Family: "ROH" }]);
  const stock = [
    tableOf("Valuation", [held("A", 110, 1000)]),
    tableOf("Layers", [layer("A", "2024-12-01", 110, 1000, 30)]),
  ];
  const nrv = (Needed: number, Prior = 0) =>
    tableOf("NRVTest", [
      { Item: "A", Part: "all", AsOf: "2024-12-31", Standard: "IAS2", Qty: 110, Cost: 1000, Needed, Prior },
    ]);
  const before = (Closing: number, Qty: number, Rate: CellValue = "") =>
    tableOf("Reserve", [{ AsOf: "2024-11-30", Item: "A", Location: "D01", Qty, Closing, Rate }]);
  const row = (tables: Parameters<typeof ran>[1], options = {}) => {
    const found = ran(reserve, [...stock, tiers, items, ...tables], options).rows("Reserve");
    return found[found.length - 1];
  };

  test("11 months of ROH: 15 % (SAP, MRN1)", () => {
    expect(row([nrv(0)])).toMatchObject({ Months: 11, Percent: 0.15, Policy: 150, New: 150, Closing: 150 });
  });

  test("the NRV test is the least that is reserved, unless the basis says otherwise", () => {
    expect(row([nrv(400)])).toMatchObject({ Policy: 150, NRV: 400, Closing: 400 });
    expect(row([nrv(400)], { basis: "POLICY" })).toMatchObject({ Closing: 150 });
    expect(row([nrv(40)], { basis: "NRV" })).toMatchObject({ Closing: 40 });
  });

  test("prior, used, released, new: half of the units of November have gone, with half of their reserve", () => {
    const old = [stock[0], tableOf("Layers", [layer("A", "2024-10-01", 110, 1000, 91)])];
    const rolled = (Closing: number, Qty: number, options = {}) => {
      const rows = ran(reserve, [...old, tiers, items, nrv(0), before(Closing, Qty)], options).rows(
        "Reserve",
      );
      return rows[rows.length - 1];
    };
    expect(rolled(200, 220)).toMatchObject({ Prior: 200, Used: 100, Released: 0, New: 50, Closing: 150 });
    expect(rolled(500, 220)).toMatchObject({ Prior: 500, Used: 250, Released: 100, New: 0, Closing: 150 });
    // A write-down is a new cost under ASC 330: what stays is not released.
    expect(rolled(500, 220, { standard: "ASC330" })).toMatchObject({ Used: 250, Released: 0, Closing: 250 });
  });

  test("a reserve in another currency moves with its rate", () => {
    const old = [stock[0], tableOf("Layers", [layer("A", "2024-10-01", 110, 1000, 91)])];
    const rows = ran(reserve, [
      ...old,
      tiers,
      items,
      nrv(0),
      before(100, 110, 1.25),
      tableOf("Settings", [{ Setting: "Currency", Value: "EUR" }]),
      tableOf("Locations", [{ Location: "D01", Currency: "GBP" }]),
      tableOf("Rates", [{ Currency: "GBP", Date: "2024-12-31", Rate: 1.2 }]),
    ]).rows("Reserve");
    // 100 at 1.25 are 96 at 1.20.
    expect(rows[1]).toMatchObject({ Prior: 100, Currency: -4, Used: 0, New: 54, Closing: 150, Rate: 1.2 });
  });

  test("the reserve of stock that is gone is used; rows of other month ends stay", () => {
    const gone = tableOf("Reserve", [
      { AsOf: "2024-11-30", Item: "Z", Location: "D01", Qty: 5, Closing: 80 },
    ]);
    const rows = ran(reserve, [...stock, tiers, items, nrv(0), gone]).rows("Reserve");
    expect(rows).toMatchObject([
      { Item: "Z", AsOf: 45_626, Closing: 80 },
      { Item: "A" },
      { Item: "Z", Prior: 80, Used: 80, Closing: 0, Note: "no stock left" },
    ]);
  });

  test("age by layer: each layer its own tier", () => {
    const byAge = tableOf("ReservePolicy", [
      { Type: "", Measure: "age", Months: 6, Percent: 0.5 },
      { Type: "", Measure: "age", Months: 12, Percent: 1 },
    ]);
    const layers = tableOf("Layers", [
      layer("A", "2023-12-01", 10, 100, 396),
      layer("A", "2024-05-01", 50, 400, 244),
      layer("A", "2024-12-01", 50, 500, 30),
    ]);
    const [only] = ran(reserve, [stock[0], layers, byAge, items, nrv(0)]).rows("Reserve");
    // 100 whole and half of 400.
    expect(only).toMatchObject({ Policy: 300, Percent: 0.3, Closing: 300 });
  });

  describe("overrides", () => {
    const override = (more: Cells) =>
      tableOf("ReserveOverrides", [{ Item: "A", Location: "D01", Percent: 0.05, By: "M. Keller", ...more }]);

    test("hold with a reason and another approver", () => {
      expect(
        row([nrv(0), override({ Reason: "sold to a customer in January", Approver: "A. Roth" })]),
      ).toMatchObject({
        Override: 0.05,
        Policy: 150,
        Closing: 50,
      });
    });

    test.each([
      ["Reason", { Approver: "A. Roth" }],
      ["Approver", { Reason: "sold in January", Approver: "M. keller" }],
    ])("without %s they are issues, and the policy holds", (column, more) => {
      const { outcome, rows } = ran(reserve, [...stock, tiers, items, nrv(0), override(more)]);
      expect(outcome.issues).toMatchObject([{ table: "ReserveOverrides", row: 1, column }]);
      expect(rows("Reserve")[0].Closing).toBe(150);
    });

    test("never go below what the NRV test needs", () => {
      expect(row([nrv(90), override({ Reason: "sold in January", Approver: "A. Roth" })])).toMatchObject({
        Closing: 90,
        Note: "the NRV test needs more than the override",
      });
    });
  });

  test("exposure: 110 units at 10 a month are 80, 50, 20 and none at the ends of the next quarters", () => {
    const rows = ran(reserve, [...stock, tiers, items, nrv(0)]).rows("Exposure");
    expect(rows.map(({ Qty }) => Qty)).toEqual([110, 80, 50, 20, 0]);
    // 8 months of cover reach the tier of 6 months, 10 % of 1000 x 80 / 110; 5 months reach none.
    expect(rows.map(({ Reserve }) => Reserve)).toEqual([150, 72.73, 0, 0, 0]);
    expect(rows.map(({ Date }) => Date)).toEqual([45_657, 45_747, 45_838, 45_930, 46_022]);
  });
});

describe("post-journal", () => {
  const tables = [
    tableOf("Valuation", [held("A", 110, 1000)]),
    tableOf("Reserve", [
      {
        AsOf: "2024-12-31",
        Item: "A",
        Location: "D01",
        Prior: 500,
        Used: 250,
        Released: 100,
        New: 0,
        Currency: 0,
        Closing: 150,
      },
      {
        AsOf: "2024-12-31",
        Item: "B",
        Location: "D01",
        Prior: 0,
        Used: 0,
        Released: 0,
        New: 40.1,
        Currency: 0,
        Closing: 40.1,
      },
    ]),
    tableOf("TieOut", [
      {
        Step: "ledger",
        Line: "Late invoice",
        Location: "D01",
        Document: "PO1",
        AsOf: "2024-12-31",
        Difference: 12,
        State: "explained",
        Class: "late invoice",
      },
    ]),
  ];

  test("books what the reserve moved and what the ledger has to correct", () => {
    const { rows } = ran(postJournal, tables, { preparer: "M. Keller", approver: "A. Roth" });
    expect(
      rows("Journal").map(({ Account, Debit, Credit, Status }) => [Account, Debit, Credit, Status]),
    ).toEqual([
      ["Write-down of inventory", 40.1, undefined, "approved"],
      ["Allowance for inventory", undefined, 40.1, "approved"],
      ["Allowance for inventory", 100, undefined, "approved"],
      ["Reversal of write-down of inventory", undefined, 100, "approved"],
      ["Allowance for inventory", 250, undefined, "approved"],
      ["Cost of sales", undefined, 250, "approved"],
      ["Inventory", 12, undefined, "approved"],
      ["Goods and invoices received", undefined, 12, "approved"],
    ]);
    expect(
      rows("TieOut")
        .filter(({ Step }) => Step === "journal")
        .map(({ State }) => State),
    ).toEqual(["ties", "ties", "ties"]);
  });

  test.each([
    ["M. Keller", "m. keller ", "m. keller  prepared it and approves it"],
    ["M. Keller", "", "nobody has approved it"],
    ["", "A. Roth", "nobody is named as preparer"],
  ])("%s and %s: told, and it stays prepared", (preparer, approver, note) => {
    const { rows } = ran(postJournal, tables, { preparer, approver });
    expect(new Set(rows("Journal").map(({ Status }) => Status))).toEqual(new Set(["prepared"]));
    expect(rows("TieOut").find(({ Class }) => Class === "approval")).toMatchObject({
      State: "differs",
      Note: note,
    });
  });
});

/** Movements that never take more than there is, at two places, with moves between them; one movement a day. */
const company = fc
  .array(
    fc.record({
      item: fc.constantFrom("A", "B"),
      place: fc.constantFrom("D01", "D02"),
      kind: fc.constantFrom("in", "in", "out", "move", "late"),
      size: fc.integer({ min: 1, max: 300 }),
      cost: fc.integer({ min: 0, max: 99_999 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((draws) => {
    const stock = new Map<string, number>();
    const receipts = new Map<string, string>();
    const rows: Cells[] = [];
    draws.forEach(({ item, place, kind, size, cost }, i) => {
      const at = (where: string) => `${item}\t${where}`;
      const row = { TxnId: `T${i}`, Date: 45_300 + i * 7, Item: item, Location: place };
      const there = stock.get(at(place)) ?? 0;
      if (kind === "in") {
        rows.push({ ...row, Type: "receipt", Qty: size / 10, Cost: cost / 1000, Ref: `PO${i}` });
        stock.set(at(place), there + size);
        receipts.set(item, `PO${i}`);
      } else if (kind === "late" && receipts.has(item)) {
        rows.push({ ...row, Type: "invoice", Qty: 0, Cost: cost / 100, Ref: receipts.get(item) as string });
      } else if (there > 0 && kind === "out") {
        const out = Math.min(size, there);
        rows.push({ ...row, Type: "issue", Qty: -out / 10, Ref: `SO${i}` });
        stock.set(at(place), there - out);
      } else if (there > 0 && kind === "move") {
        const out = Math.min(size, there);
        const other = place === "D01" ? "D02" : "D01";
        rows.push({ ...row, Type: "transfer", Qty: -out / 10, Ref: `TR${i}` });
        rows.push({
          ...row,
          TxnId: `T${i}b`,
          Location: other,
          Type: "transfer",
          Qty: out / 10,
          Ref: `TR${i}`,
        });
        stock.set(at(place), there - out);
        stock.set(at(other), (stock.get(at(other)) ?? 0) + out);
      }
    });
    return rows;
  });

describe("laws of the whole month end", () => {
  const closing = (rows: readonly Cells[], method: string) =>
    ran(valueStock, [tableOf("Transactions", rows)], { cutOff: "2024-12-31", method });

  test.each(["FIFO", "MOVING", "PERIODIC"])(
    "%s: layers, ageing and the month's movements tie to the cent",
    (method) => {
      fc.assert(
        fc.property(company, (rows) => {
          fc.pre(rows.length > 0);
          const valued = closing(rows, method);
          expect(valued.outcome.issues).toEqual([]);
          const aged = ran(ageStock, valued.contents);
          const all = [...valued.rows("TieOut"), ...aged.rows("TieOut")];
          expect(all.filter(({ State }) => State !== "ties")).toEqual([]);
          const value = total(valued.rows("Valuation"), "Value");
          expect(total(valued.rows("Layers"), "Value")).toBe(value);
          for (const basis of ["receipt", "issue"])
            expect(
              total(
                aged.rows("Ageing").filter(({ Basis }) => Basis === basis),
                "Value",
              ),
            ).toBe(value);
        }),
        { numRuns: 60 },
      );
    },
  );

  test("value in, less cost of sales, is value left: cost of sales of all months, whatever the method", () => {
    fc.assert(
      fc.property(company, fc.constantFrom("FIFO", "MOVING", "PERIODIC"), (rows, method) => {
        fc.pre(rows.length > 0);
        const moves = closing(rows, method).rows("Valuation");
        const cents = (column: string) => Math.round(total(moves, column) * 100);
        const left =
          cents("Opening") + cents("Received") + cents("Transferred") - cents("COGS") + cents("Rounding");
        expect(left).toBe(cents("Value"));
        // A figure is at most half a cent off, and a place has six of them.
        expect(Math.abs(cents("Rounding"))).toBeLessThanOrEqual(3 * moves.length);
      }),
      { numRuns: 60 },
    );
  });

  test("splitting a receipt, and turning a day's rows around, changes no value", () => {
    fc.assert(
      fc.property(company, fc.nat(), (rows, which) => {
        const receipts = rows.flatMap((row, i) =>
          row.Type === "receipt" && Number(row.Qty) > 0.1 ? [i] : [],
        );
        fc.pre(receipts.length > 0);
        const at = receipts[which % receipts.length];
        const tenths = Math.round(Number(rows[at].Qty) * 10);
        const halves = [
          { ...rows[at], Qty: 1 / 10 },
          { ...rows[at], TxnId: "half", Qty: (tenths - 1) / 10 },
        ];
        const split = [...rows.slice(0, at), ...halves, ...rows.slice(at + 1)];
        const values = (of: readonly Cells[]) =>
          closing(of, "FIFO")
            .rows("Valuation")
            .map(({ Item, Location, Value }) => `${Item} ${Location} ${Value}`)
            .sort();
        expect(values(split)).toEqual(values(rows));
        // Every day has one movement, or both ends of a transfer: in any order a ledger calls them equal.
        expect(values([...rows].reverse())).toEqual(values(rows));
      }),
      { numRuns: 60 },
    );
  });
});

test("month-end in one go writes what the jobs write one after the other", () => {
  const tables = [
    tableOf("Transactions", [
      {
        TxnId: "1",
        Date: "2024-11-05",
        Item: "A",
        Location: "D01",
        Type: "receipt",
        Qty: 100,
        Cost: 20,
        Ref: "PO1",
      },
      { TxnId: "2", Date: "2024-12-05", Item: "A", Location: "D01", Type: "issue", Qty: -10, Ref: "SO1" },
    ]),
    tableOf("Items", [{ Item: "A", Family: "ROH" }]),
    tableOf("NRVInputs", [{ Item: "A", Price: 24, Completion: 3, Selling: 2 }]),
    tableOf("ReservePolicy", [{ Type: "", Measure: "cover", Months: 12, Percent: 0.5 }]),
  ];
  const options = { cutOff: "2024-12-31" };
  const whole = ran(monthEnd, tables, { ...options, preparer: "M. Keller", approver: "A. Roth" });
  let contents = tables;
  for (const [job, given] of [
    [valueStock, options],
    [ageStock, {}],
    [testNrv, {}],
    [reserve, {}],
    [postJournal, { preparer: "M. Keller", approver: "A. Roth" }],
  ] as const) {
    const one = ran(job, contents, given);
    const names = new Set(one.contents.map(({ name }) => name));
    contents = [...contents.filter(({ name }) => !names.has(name)), ...one.contents];
  }
  for (const { name, rows } of whole.contents)
    expect([name, rows]).toEqual([name, contents.find((table) => table.name === name)?.rows]);
  // 90 held, 10 issued in the year: 108 months of cover, half of 1,800; the NRV test needs 90.
  expect(whole.rows("Reserve")).toMatchObject([{ Policy: 900, NRV: 90, Closing: 900 }]);
});

test("without a policy the month end says what is missing, and values stock all the same", () => {
  const { outcome, rows } = ran(
    monthEnd,
    [tableOf("Transactions", [{ TxnId: "1", Date: "2024-11-05", Item: "A", Qty: 1, Cost: 5 }])],
    { cutOff: "2024-11-30" },
  );
  expect(rows("Valuation")).toMatchObject([{ Value: 5 }]);
  expect(outcome.issues).toContainEqual(
    expect.objectContaining({
      table: "ReservePolicy",
      message: "reserve was not run: ReservePolicy is missing",
    }),
  );
});
