import { ageStock } from "../../../src/analyses/age-stock";
import { monthEnd } from "../../../src/analyses/month-end";
import { postJournal } from "../../../src/analyses/post-journal";
import { reserve } from "../../../src/analyses/reserve";
import { testNrv } from "../../../src/analyses/test-nrv";
import { valueStock } from "../../../src/analyses/value-stock";
import { ran, tableOf } from "./month-tables";

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
