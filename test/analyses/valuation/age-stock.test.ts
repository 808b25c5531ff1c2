import { ageStock } from "../../../src/analyses/age-stock";
import { held, layer, ran, tableOf, type Cells } from "./month-tables";

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

  test("totals by bucket stand in cells, for charts", () => {
    expect(ran(ageStock, stock).rows("AgeingTotals")).toMatchObject([
      { Bucket: "0-90", From: 0, ByReceipt: 60, ByLastIssue: 200, UnitsByReceipt: 30, UnitsByLastIssue: 100 },
      { Bucket: "181-270", ByReceipt: 100, ByLastIssue: 0 },
      { Bucket: "271-365", ByReceipt: 40, ByLastIssue: 0 },
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

  test("lines of earlier steps stay", () => {
    const before = tableOf("TieOut", [{ Step: "layers", Line: "old", AsOf: "2024-12-31", State: "ties" }]);
    expect(ran(ageStock, [...stock, before]).rows("TieOut")[0]).toMatchObject({
      Step: "layers",
      Line: "old",
    });
  });
});
