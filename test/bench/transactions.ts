import type { CellValue, TableContent } from "../../src/workbook/workbook";
import { random } from "../random";

export interface Movement {
  readonly item: string;
  readonly location: string;
  /** Whole units: + in, - out. */
  readonly units: number;
  /** Whole cents a unit. */
  readonly cents: number;
}

/** Movements of a company at three locations that never take more than there is, and their table: about 700 a day. */
export function companyTransactions(
  count: number,
  items: number,
): { movements: Movement[]; table: TableContent } {
  const { uniform } = random(5);
  const stock = new Map<string, number>();
  const movements: Movement[] = [];
  const rows: CellValue[][] = [];
  for (let i = 0; i < count; i++) {
    const item = `I${String(i % items).padStart(4, "0")}`;
    const location = `D0${1 + Math.floor(uniform() * 3)}`;
    const held = stock.get(item + location) ?? 0;
    const out = held > 0 && uniform() < 0.55;
    const size = 1 + Math.floor(uniform() * 100);
    const units = out ? -Math.min(held, size) : size;
    const cents = Math.floor(uniform() * 1e6);
    stock.set(item + location, held + units);
    movements.push({ item, location, units, cents });
    const cost = out ? "" : cents / 100;
    rows.push([
      `T${i}`,
      45_000 + i / 700,
      item,
      location,
      out ? "issue" : "receipt",
      units,
      cost,
      `${out ? "SO" : "PO"}${i}`,
    ]);
  }
  const columns = ["TxnId", "Date", "Item", "Location", "Type", "Qty", "Cost", "Ref"];
  const name = "Transactions";
  return { movements, table: { name, sheet: name, address: `${name}!A1`, columns, rows, rowCount: count } };
}

/** Value of what is left, in whole cents: a list of layers an item and location, as one writes it first. Exact, since all are whole numbers. */
export function straightforwardFifo(movements: readonly Movement[]): number {
  const books = new Map<string, { units: number; cents: number }[]>();
  for (const { item, location, units, cents } of movements) {
    const key = item + location;
    const layers = books.get(key) ?? [];
    books.set(key, layers);
    if (units > 0) layers.push({ units, cents });
    for (let out = -units; out > 0;) {
      const part = Math.min(out, layers[0].units);
      layers[0].units -= part;
      out -= part;
      if (layers[0].units === 0) layers.shift();
    }
  }
  let total = 0;
  for (const layers of books.values()) for (const { units, cents } of layers) total += units * cents;
  return total;
}
