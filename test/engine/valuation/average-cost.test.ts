import { averageCost, type Ledger } from "../../../src/engine/valuation";

type Row = readonly [date: number, quantity: number, cost?: number | null, ref?: string];

const ledgerOf = (rows: readonly Row[]): Ledger => ({
  dates: rows.map(([date]) => date),
  quantities: rows.map(([, quantity]) => quantity),
  costs: rows.map(([, , cost]) => cost ?? NaN),
  refs: rows.map(([, , , ref]) => ref ?? ""),
});

test("a return from a customer comes back at what its issue took, not at the average of the day", () => {
  const rows: Row[] = [
    [1, 10, 4, "P1"],
    [2, -5, null, "S1"],
    [3, 5, 8, "P2"],
    [4, 2, null, "S1"],
  ];
  // 5 at 4 and 5 at 8 make 60; 2 come back at 4: 68 for 12.
  expect(averageCost(ledgerOf(rows), "MOVING")).toEqual({ quantity: 12, unitCost: 68 / 12, value: 68 });
});

test("a late invoice is carried by the units in stock as far as they go", () => {
  const start: Row[] = [
    [1, 10, 5, "P1"],
    [2, -4, null, "S1"],
  ];
  // 6 of the 10 are left: 12 of 20.
  expect(averageCost(ledgerOf([...start, [3, 0, 20, "P1"]]), "MOVING")).toMatchObject({
    quantity: 6,
    value: 42,
  });
  // More stock than the receipt had: all of it.
  const more: Row[] = [...start, [3, 14, 5, "P2"], [4, 0, 20, "P1"]];
  expect(averageCost(ledgerOf(more), "MOVING")).toMatchObject({ quantity: 20, value: 120 });
});

test("periodic: late invoices and goods back to suppliers belong to what was bought, returns from customers do not", () => {
  const rows: Row[] = [
    [1, 10, 5, "P1"],
    [2, 10, 6, "P2"],
    [3, -5, null, "P2"],
    [4, -4, null, "S1"],
    [5, 1, null, "S1"],
    [6, 0, 25, "P1"],
  ];
  // Bought 10 at 5 and 5 at 6, and 25 of freight: 105 for 15.
  expect(averageCost(ledgerOf(rows), "PERIODIC")).toEqual({ quantity: 12, unitCost: 7, value: 84 });
});

test("used up, the moving average stays what it last was and nothing is left of its money", () => {
  const rows: Row[] = [
    [1, 3, 1],
    [2, 4, 2],
    [3, -7],
  ];
  expect(averageCost(ledgerOf(rows), "MOVING")).toEqual({ quantity: 0, unitCost: 11 / 7, value: 0 });
});
