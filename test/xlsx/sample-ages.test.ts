import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ageStock } from "../../src/analyses/age-stock";
import { byAge, byStatus, tieOut, type TieOut } from "../../src/analyses/health-lists/stock-split";
import { valueStock } from "../../src/analyses/value-stock";
import { tableContents } from "../../src/cli/workbook-tables";
import { ageingTable, readRows, stockStatusTable, stockTable } from "../../src/workbook/tables";
import type { TableContent } from "../../src/workbook/workbook";
import { openPackage, readWorkbook } from "../../src/xlsx";
import { ran } from "../analyses/valuation/month-tables";

const path = join(__dirname, "../../assets/samples/company.xlsx");
const sample = tableContents(readWorkbook(openPackage(readFileSync(path)), []));

/** What the tab Ageing says of each of its three lists, and the ages by item and place. */
function aged(tables: readonly TableContent[]) {
  const valued = ran(valueStock, tables, { cutOff: "2026-10-31" });
  const written = new Map([...tables, ...valued.contents].map((table) => [table.name, table] as const));
  const { contents, rows } = ran(ageStock, [...written.values()]);
  const table = (name: string, of: readonly TableContent[]) => of.find((one) => one.name === name)!;
  const stock = table("Stock", tables);
  const lines = readRows(stockTable, stock.columns, stock.rows).rows;
  const ageing = table("Ageing", contents);
  const { rows: ages, rowNumbers } = readRows(ageingTable, ageing.columns, ageing.rows);
  const statuses = table("StockStatus", contents);
  const status = readRows(stockStatusTable, statuses.columns, statuses.rows);
  const ties: Record<string, TieOut> = {
    receipt: tieOut(byAge(ages, rowNumbers, "receipt"), lines),
    issue: tieOut(byAge(ages, rowNumbers, "issue"), lines),
    status: tieOut(byStatus(status.rows, status.rowNumbers), lines),
  };
  return { ties, ages: rows("Ageing"), lines };
}

const inCents = (money: unknown) => Math.round(100 * Number(money ?? 0));

test("the sample: ages and status differ from Stock by the consigned seals that Stock calls own, and by nothing else", () => {
  const { ties } = aged(sample);
  for (const { units, stockUnits, value, stockValue, ties: isEqual } of Object.values(ties)) {
    expect(isEqual).toBe(false);
    expect(stockUnits - units).toBe(230);
    expect(inCents(stockValue) - inCents(value)).toBe(inCents(1775.6));
  }
});

describe("with those seals given back to their owner in Stock", () => {
  const corrected = sample.map((table) => {
    if (table.name !== "Stock") return table;
    const [item, place, owner, value] = ["Item", "Location", "Owner", "Value"].map((name) =>
      table.columns.indexOf(name),
    );
    return {
      ...table,
      rows: table.rows.map((row) =>
        row[item] === "SE-306" && row[place] === "D200"
          ? row.map((cell, c) => (c === owner ? "vendor" : c === value ? 0 : cell))
          : row,
      ),
    };
  });
  const { ties, ages, lines } = aged(corrected);

  test.each(["receipt", "issue", "status"])(
    "%s: the tab says that all ties, in units and to the cent",
    (list) => {
      expect(ties[list].ties).toBe(true);
      expect(ties[list].units).toBe(ties[list].stockUnits);
      expect(inCents(ties[list].value)).toBe(inCents(ties[list].stockValue));
    },
  );

  test.each(["receipt", "issue"])("by %s the buckets of each item and place are what lies there", (basis) => {
    const sums = (rows: readonly Readonly<Record<string, unknown>>[]) => {
      const of = new Map<string, [units: number, cents: number]>();
      for (const { Item, Location, Qty, Value } of rows) {
        const key = `${String(Item)}@${String(Location)}`;
        const [units, cents] = of.get(key) ?? [0, 0];
        of.set(key, [units + Number(Qty), cents + inCents(Value)]);
      }
      return new Map([...of].filter(([, [units]]) => units !== 0).sort());
    };
    const own = lines.filter(({ Owner }) => Owner !== "vendor");
    expect(own.length).toBeGreaterThan(150);
    expect(sums(ages.filter(({ Basis }) => Basis === basis))).toEqual(sums(own));
  });
});
