import { dayOfSerial } from "../../engine/calendar";
import { leafId } from "../forecast/plan-forecast";
import type { Contracts } from "./contracts";
import type { ReceivedLines } from "./lead-times";

/** An order line of a supplier, of whatever item. */
export interface PacedLine {
  /** Day since 1970 of its last part. */
  readonly received: number;
  /** Its lead time in those agreed. */
  readonly ratio: number;
}

/** The latest lines of a supplier that tell how it keeps to what was agreed. */
const mostLines = 200;

/** How suppliers keep to their contracts: what stands in for the receipts of an item that has too few of its own. Oldest line first. */
export function supplierPaces(
  { byLeaf }: ReceivedLines,
  { byItem }: Contracts,
): ReadonlyMap<string, readonly PacedLine[]> {
  const paces = new Map<string, PacedLine[]>();
  for (const [item, agreements] of byItem) {
    for (const { supplier, days, received } of byLeaf.get(leafId(item, "")) ?? []) {
      const agreed = agreements.find((one) => one.supplier === supplier)?.leadTime ?? 0;
      if (agreed <= 0) continue;
      const known = paces.get(supplier) ?? [];
      paces.set(supplier, known);
      known.push({ received: dayOfSerial(received), ratio: days / agreed });
    }
  }
  for (const [supplier, lines] of paces)
    paces.set(supplier, lines.sort((a, b) => a.received - b.received).slice(-mostLines));
  return paces;
}
