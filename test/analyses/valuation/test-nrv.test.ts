import { testNrv } from "../../../src/analyses/test-nrv";
import { held, ran, tableOf, type Cells } from "./month-tables";

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
