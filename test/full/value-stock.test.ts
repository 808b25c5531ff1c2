import { ageStock } from "../../src/analyses/age-stock";
import { valueStock } from "../../src/analyses/value-stock";
import { ran } from "../analyses/valuation/month-tables";
import { companyTransactions, straightforwardFifo } from "../bench/transactions";

jest.setTimeout(300_000);

test("250,000 movements of 500 items at three locations tie to the cent, through layers and both ways of ageing", () => {
  const { movements, table } = companyTransactions(250_000, 500);
  const valued = ran(valueStock, [table], { cutOff: "2026-12-31" });
  expect(valued.outcome.issues).toEqual([]);
  const cents = (rows: ReturnType<typeof valued.rows>) =>
    rows.reduce((sum, { Value }) => sum + Math.round(Number(Value) * 100), 0);
  // Receipts go before issues on a day here, and in the order of entry there: the value is the same, since both take the oldest first.
  const exact = straightforwardFifo(movements);
  expect(cents(valued.rows("Valuation"))).toBe(exact);
  expect(cents(valued.rows("Layers"))).toBe(exact);
  const aged = ran(ageStock, valued.contents);
  for (const basis of ["receipt", "issue"])
    expect(cents(aged.rows("Ageing").filter(({ Basis }) => Basis === basis))).toBe(exact);
  const states = [...valued.rows("TieOut"), ...aged.rows("TieOut")].map(({ State }) => State);
  expect(new Set(states)).toEqual(new Set(["ties"]));
});
