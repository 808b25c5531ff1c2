import fc from "fast-check";
import { ageStock } from "../../../src/analyses/age-stock";
import { valueStock } from "../../../src/analyses/value-stock";
import { ran, tableOf, total, type Cells } from "./month-tables";

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
