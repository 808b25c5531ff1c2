import { dayOfSerial } from "../../engine/calendar";
import type { Ledger } from "../../engine/valuation";
import type { ItemMovements } from "./read-movements";

/** The own movements of an item as a ledger, and where each of its rows stands among the movements. */
export function itemLedger(movements: ItemMovements): {
  readonly ledger: Ledger;
  readonly rows: readonly number[];
} {
  const rows = movements.vendor.flatMap((vendor, i) => (vendor ? [] : [i]));
  const pick = <T>(values: readonly T[]): T[] => rows.map((i) => values[i]);
  const transfers = rows.map((i) => movements.kinds[i] === "transfer" && movements.quantities[i] !== 0);
  return {
    rows,
    ledger: {
      dates: pick(movements.dates),
      quantities: pick(movements.quantities),
      costs: pick(movements.costs),
      refs: withTransferDocuments(movements, rows, transfers),
      positions: pick(movements.rows),
      places: pick(movements.places),
      transfers,
    },
  };
}

/** A transfer without a document belongs to the one of the same day and as many units. */
function withTransferDocuments(
  { dates, quantities, refs }: ItemMovements,
  rows: readonly number[],
  transfers: readonly boolean[],
): string[] {
  const counts = new Map<string, number>();
  return rows.map((i, k) => {
    if (!transfers[k]) return refs[i];
    // Prefixed, so that a transfer never meets a receipt or issue of the same number.
    if (refs[i] !== "") return `transfer ${refs[i]}`;
    const key = `${dayOfSerial(dates[i])} ${Math.abs(quantities[i])}`;
    const sign = quantities[i] < 0 ? "out" : "in";
    const count = (counts.get(`${key} ${sign}`) ?? 0) + 1;
    counts.set(`${key} ${sign}`, count);
    return `transfer of ${key} ${count}`;
  });
}
