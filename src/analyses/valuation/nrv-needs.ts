import { partsToTheCent, sumToTheCent } from "../../engine/valuation";
import { nrvTestTable, readRows } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import type { ValuedRow } from "./valued-stock";

export interface NrvNeeds {
  /** A test of this very month end is there. */
  readonly tested: boolean;
  /** Write-downs by item: what is needed now, and what was booked before. */
  readonly needed: ReadonlyMap<string, number>;
  readonly prior: ReadonlyMap<string, number>;
}

/** What test-nrv found for the cut-off. */
export function nrvNeeds(nrv: TableContent | undefined, asOf: number): NrvNeeds {
  const needed = new Map<string, number>();
  const prior = new Map<string, number>();
  if (nrv === undefined) return { tested: false, needed, prior };
  const rows = readRows(nrvTestTable, nrv.columns, nrv.rows).rows.filter(
    ({ AsOf }) => AsOf === null || AsOf === asOf,
  );
  for (const { Item, Needed, Prior } of rows) {
    const item = Item as string;
    needed.set(item, sumToTheCent([needed.get(item) ?? 0, Needed ?? 0]));
    prior.set(item, sumToTheCent([prior.get(item) ?? 0, Prior ?? 0]));
  }
  return { tested: rows.length > 0, needed, prior };
}

/** An amount of an item, shared by the value at each place, to the cent. */
export function sharedByValue(amount: number, rows: readonly ValuedRow[]): readonly number[] {
  const values = rows.map(({ Value }) => Math.max(0, Value ?? 0));
  const whole = sumToTheCent(values);
  if (whole === 0) return values;
  return partsToTheCent(values.map((value) => ({ high: (amount * value) / whole, low: 0 })));
}
