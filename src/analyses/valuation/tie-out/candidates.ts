import { dayOfSerial, isoTextOfSerial } from "../../../engine/calendar";
import type { Period } from "../cut-off";
import type { ItemValue } from "../value-item";
import type { ReadMovements } from "../read-movements";
import { unitsText } from "./money-text";

/** A document that may explain a difference. */
export interface Candidate {
  readonly class:
    "late invoice" | "timing" | "consignment" | "negative stock" | "price" | "quantity" | "transit";
  readonly document: string;
  readonly item: string;
  readonly location: string;
  /** Our figure less theirs if this is the cause. */
  readonly amount: number;
  readonly note: string;
  /** Body row of Transactions counted from 1. */
  readonly row: number;
}

/** Days around the cut-off in which a document of one side may stand on the other side of it elsewhere. */
const nearCutOff = 10;

/** Late invoices that reached stock: the other side may not have them, or have them in another account. */
export function invoiceCandidates(items: readonly ItemValue[]): Candidate[] {
  return items.flatMap(({ item, documents }) =>
    documents
      .filter(({ invoice }) => invoice)
      .map(({ document, row, location, date, toStock }) => ({
        class: "late invoice" as const,
        document,
        item,
        location,
        amount: toStock,
        note: `an invoice of ${isoTextOfSerial(date)} for ${document} came after the goods and is in stock here`,
        row,
      })),
  );
}

/** Movements of single documents near the cut-off, in units: the other side may have them on its other side. */
export function timingCandidates({ byItem, later }: ReadMovements, { cutOff }: Period): Candidate[] {
  const last = dayOfSerial(cutOff);
  const before = [...byItem.values()].flatMap((moves) =>
    moves.dates.flatMap((date, i) => {
      if (moves.vendor[i] || last - dayOfSerial(date) > nearCutOff) return [];
      const document = moves.refs[i] || moves.ids[i];
      return [
        {
          class: "timing" as const,
          document,
          item: moves.item,
          location: moves.places[i],
          amount: moves.quantities[i],
          note: `${document} of ${isoTextOfSerial(date)} (${unitsText(moves.quantities[i])}) is booked here and not there`,
          row: moves.rows[i],
        },
      ];
    }),
  );
  const after = later
    .filter(({ date }) => dayOfSerial(date) - last <= nearCutOff)
    .map(({ id, ref, item, place, quantity, date, row }) => ({
      class: "timing" as const,
      document: ref || id,
      item,
      location: place,
      amount: -quantity,
      note: `${ref || id} of ${isoTextOfSerial(date)} (${unitsText(quantity)}) is after the cut-off here and counted there`,
      row,
    }));
  return [...before, ...after];
}

/** The fewest candidates, at most two, that make up the difference within `within`. */
export function explaining(
  candidates: readonly Candidate[],
  difference: number,
  within: number,
): readonly Candidate[] {
  const one = candidates.find(({ amount }) => Math.abs(amount - difference) < within && amount !== 0);
  if (one !== undefined) return [one];
  const mostPaired = 200;
  const some = candidates.filter(({ amount }) => amount !== 0).slice(0, mostPaired);
  for (let i = 0; i < some.length; i++)
    for (let j = i + 1; j < some.length; j++)
      if (Math.abs(some[i].amount + some[j].amount - difference) < within) return [some[i], some[j]];
  return [];
}
