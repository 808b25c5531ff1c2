import { sumToTheCent } from "../../engine/valuation";
import type { Row } from "../../workbook/tables";
import type { ageingTable, exposureTable, stockStatusTable, stockTable } from "../../workbook/tables";

type AgeingRow = Row<typeof ageingTable.columns>;
type StatusRow = Row<typeof stockStatusTable.columns>;
type ExposureRow = Row<typeof exposureTable.columns>;
type StockRow = Row<typeof stockTable.columns>;

export interface Split {
  readonly name: string;
  readonly units: number;
  readonly value: number;
  /** Body rows counted from 0. */
  readonly places: readonly number[];
}

const cents = (value: number): number => Math.round(value * 100) / 100;

function splitBy<R>(
  rows: readonly R[],
  places: readonly number[],
  of: (row: R) => { readonly name: string; readonly units: number; readonly value: number } | undefined,
): Split[] {
  const sums = new Map<string, { units: number; value: number; places: number[] }>();
  rows.forEach((row, i) => {
    const part = of(row);
    if (part === undefined) return;
    const sum = sums.get(part.name) ?? { units: 0, value: 0, places: [] };
    sums.set(part.name, sum);
    sum.units += part.units;
    sum.value += part.value;
    sum.places.push(places[i]);
  });
  return [...sums].map(([name, sum]) => ({ name, ...sum, value: cents(sum.value) }));
}

/** Stock by age, in the order of ages: by receipt layer, or by last issue. */
export function byAge(
  rows: readonly AgeingRow[],
  places: readonly number[],
  basis: "receipt" | "issue",
): Split[] {
  const lowest = new Map(rows.map(({ Bucket, From }) => [Bucket ?? "", From ?? Infinity] as const));
  return splitBy(rows, places, ({ Basis, Bucket, Qty, Value }) =>
    Basis === basis ? { name: Bucket ?? "", units: Qty ?? 0, value: Value ?? 0 } : undefined,
  ).sort((a, b) => (lowest.get(a.name) ?? 0) - (lowest.get(b.name) ?? 0));
}

const order = ["Active", "New", "Slow", "Excess", "Obsolete", "No stock"];

/** Stock by status, the harmless first. */
export function byStatus(rows: readonly StatusRow[], places: readonly number[]): Split[] {
  return splitBy(rows, places, ({ Status, Qty, Value }) =>
    Status === null ? undefined : { name: Status, units: Qty ?? 0, value: Value ?? 0 },
  ).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

export interface TieOut {
  readonly units: number;
  readonly value: number;
  /** Own stock of the latest day of Stock; value undefined where some row has none. */
  readonly stockUnits: number;
  readonly stockValue: number | undefined;
  readonly ties: boolean;
}

/** Whether parts add up to own stock, to the cent. */
export function tieOut(parts: readonly Split[], stock: readonly StockRow[]): TieOut {
  const latest = stock.reduce((last, { AsOf }) => Math.max(last, Math.floor(AsOf ?? 0)), 0);
  const own = stock.filter(
    ({ AsOf, Owner }) => Owner !== "vendor" && (AsOf === null || Math.floor(AsOf) === latest),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const units = sum(parts.map((part) => part.units));
  const value = cents(sum(parts.map((part) => part.value)));
  const stockUnits = sum(own.map(({ Qty }) => Qty ?? 0));
  const isValued = own.length > 0 && own.every(({ Value }) => Value !== null);
  const stockValue = isValued ? cents(sum(own.map(({ Value }) => Value ?? 0))) : undefined;
  const ties =
    Math.abs(units - stockUnits) < 1e-6 && (stockValue === undefined || Math.abs(value - stockValue) < 0.005);
  return { units, value, stockUnits, stockValue, ties };
}

export const riskClasses = ["High", "Medium", "Low"] as const;
export type RiskClass = (typeof riskClasses)[number];

/** From 70 of 100 points a risk is high, from 40 medium. */
export const riskClass = (points: number | null): RiskClass =>
  points !== null && points >= 70 ? "High" : points !== null && points >= 40 ? "Medium" : "Low";

export interface Quarter {
  readonly quarter: number;
  readonly date: number | null;
  readonly byRisk: Readonly<Record<RiskClass, number>>;
  readonly excess: number;
  readonly reserve: number;
}

/** Excess and reserve now and for the quarters to come, by risk, to the cent. */
export function exposureByQuarter(rows: readonly ExposureRow[]): Quarter[] {
  const quarters = new Map<number, ExposureRow[]>();
  for (const row of rows) {
    const quarter = row.Quarter ?? 0;
    const known = quarters.get(quarter);
    if (known === undefined) quarters.set(quarter, [row]);
    else known.push(row);
  }
  return [...quarters]
    .sort(([a], [b]) => a - b)
    .map(([quarter, all]) => {
      const excessOf = (some: readonly ExposureRow[]) =>
        sumToTheCent(some.map(({ ExcessValue }) => ExcessValue ?? 0));
      const of = (wanted: RiskClass) => excessOf(all.filter(({ Risk }) => riskClass(Risk) === wanted));
      return {
        quarter,
        date: all[0].Date,
        byRisk: { High: of("High"), Medium: of("Medium"), Low: of("Low") },
        excess: excessOf(all),
        reserve: sumToTheCent(all.map(({ Reserve }) => Reserve ?? 0)),
      };
    });
}
