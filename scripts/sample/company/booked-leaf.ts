import { postFirstInFirstOut } from "../../../src/engine/valuation";
import { nearest } from "../../../src/engine/math/double-double";
import { serial } from "./calendar";
import type { Movement } from "./bookings";
import type { Company, Leaf } from "./company";
import { cents } from "./items";

/** A leaf with what happened beside sales and purchases, in the order of booking. */
export interface BookedLeaf extends Leaf {
  readonly moves: readonly Movement[];
  /** Money each move brings into stock, by first in, first out. */
  readonly amounts: readonly number[];
  readonly onHand: number;
  /** Money in stock at the end of the month, by first in, first out. */
  readonly value: number;
}

interface Special {
  readonly leaf: string;
  readonly day: number;
  readonly type: "transfer" | "adjustment" | "scrap";
  readonly quantity: number;
  readonly reference: string;
  /** Where a transfer goes. */
  readonly to?: string;
}

const specials: readonly Special[] = [
  {
    leaf: "MO-208@D100",
    day: serial(2026, 8, 11),
    type: "transfer",
    quantity: -10,
    reference: "TR001",
    to: "MO-208@D200",
  },
  {
    leaf: "SE-309@D100",
    day: serial(2026, 9, 14),
    type: "transfer",
    quantity: -200,
    reference: "TR002",
    to: "SE-309@D300",
  },
  {
    leaf: "FI-404@D100",
    day: serial(2026, 10, 6),
    type: "transfer",
    quantity: -100,
    reference: "TR003",
    to: "FI-404@D200",
  },
  { leaf: "CH-701@D100", day: serial(2026, 10, 20), type: "scrap", quantity: -12, reference: "SC001" },
  { leaf: "CH-702@D100", day: serial(2026, 10, 20), type: "scrap", quantity: -8, reference: "SC002" },
  { leaf: "EL-506@D200", day: serial(2026, 7, 7), type: "scrap", quantity: -3, reference: "SC003" },
  { leaf: "SE-301@D100", day: serial(2026, 10, 27), type: "adjustment", quantity: -14, reference: "CNT01" },
  { leaf: "SE-302@D200", day: serial(2026, 10, 27), type: "adjustment", quantity: 6, reference: "CNT01" },
  { leaf: "FI-408@D100", day: serial(2026, 10, 28), type: "adjustment", quantity: -2, reference: "CNT02" },
];

/** Differences of counts that were posted. */
export const countAdjustments = specials.filter(({ type }) => type === "adjustment");

/** Adds transfers, scrap and counts, and values every movement. */
export function bookLeaves({ leaves }: Company): BookedLeaf[] {
  const booked = new Map<string, BookedLeaf>();
  const arriving = new Map<string, Movement[]>();
  // Warehouse D100 sends, the others receive: its leaves come first.
  const order = [...leaves].sort((a, b) => (a.location < b.location ? -1 : a.location > b.location ? 1 : 0));
  for (const leaf of order) {
    const key = keyOf(leaf);
    const own = specials.filter((special) => special.leaf === key);
    const added = own.map(({ day, type, quantity, reference }): Movement => ({
      day,
      type,
      quantity,
      cost: quantity > 0 ? leaf.item.cost : null,
      reference,
    }));
    const moves = inOrder([...leaf.bookings.movements, ...added, ...(arriving.get(key) ?? [])]);
    const { amounts, value, onHand } = valued(moves);
    own.forEach(({ to, reference, quantity, day }) => {
      if (to === undefined) return;
      const amount = amounts[moves.findIndex((move) => move.reference === reference)];
      const cost = cents(amount / quantity);
      if (cents(cost * quantity) !== amount)
        throw new Error(`${reference} must take from one layer, costs ${cost} a unit`);
      arriving.set(to, [{ day, type: "transfer", quantity: -quantity, cost, reference }]);
    });
    booked.set(key, { ...leaf, moves, amounts, value, onHand });
  }
  return leaves.map((leaf) => booked.get(keyOf(leaf))!);
}

export function keyOf({ item, location }: Pick<Leaf, "item" | "location">): string {
  return `${item.item}@${location}`;
}

/** In before out on the same day. */
function inOrder(moves: readonly Movement[]): Movement[] {
  return moves
    .map((move, i) => ({ move, i }))
    .sort(
      (a, b) =>
        a.move.day - b.move.day || Number(b.move.quantity > 0) - Number(a.move.quantity > 0) || a.i - b.i,
    )
    .map(({ move }) => move);
}

function valued(moves: readonly Movement[]): { amounts: number[]; value: number; onHand: number } {
  const books = postFirstInFirstOut({
    dates: moves.map(({ day }) => day),
    quantities: moves.map(({ quantity }) => quantity),
    costs: moves.map(({ cost }) => cost ?? NaN),
    refs: moves.map(({ reference }) => reference),
  });
  if (books.fault !== undefined) throw books.fault.error;
  const amounts = moves.map(({ quantity, cost }) => (cost === null ? 0 : cents(quantity * cost)));
  for (const { row, amount } of books.costOfSales) amounts[row] = -cents(nearest(amount));
  const onHand = moves.reduce((sum, { quantity }) => sum + quantity, 0);
  return { amounts, value: cents(amounts.reduce((sum, amount) => sum + amount, 0)), onHand };
}

export function bookedUntil({ moves, amounts }: BookedLeaf, day: number): number {
  return cents(moves.reduce((sum, move, i) => (move.day <= day ? sum + amounts[i] : sum), 0));
}

export const monthBefore = serial(2026, 9, 30);
