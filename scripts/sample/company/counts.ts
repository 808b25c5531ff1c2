import { uniformDraws } from "../../../src/engine/math/random";
import { countAdjustments, keyOf, type BookedLeaf } from "./booked-leaf";
import { nextWorkday } from "./bookings";
import { closing, serial } from "./calendar";
import type { Records } from "./records";

type Count = Records["counts"][number];

/** Counts a year by family; what is dear is counted each quarter. All else is counted twice. */
const countsAYear: Readonly<Record<string, number>> = {
  Pumps: 4,
  Motors: 4,
  Electronics: 4,
  "Spare parts": 1,
};
/** The third warehouse began to count in May. */
const startOfCounts: Readonly<Record<string, number>> = { D300: serial(2026, 5, 4) };
const YEAR = 365;
/** Days from a count that did not agree to the next one. */
const RECOUNT = 2;

/**
 * Counts of the twelve months before closing. Most agree; of those that do not, the second count finds what was misplaced, but for the
 * adjustments that Transactions book, two differences of October that wait for approval, and one item that was counted in boxes.
 */
export function countRecords(leaves: readonly BookedLeaf[]): Records["counts"] {
  const uniform = uniformDraws(4117);
  const counts = leaves.flatMap((leaf): Count[] => {
    const start = Math.max(closing - YEAR, startOfCounts[leaf.location] ?? 0);
    const every = YEAR / (countsAYear[leaf.item.family] ?? 2);
    const days: number[] = [];
    for (let day = start + uniform() * every; day < closing - 21; day += every)
      days.push(nextWorkday(Math.floor(day)));
    return days.flatMap((day) => counted(leaf, day, uniform));
  });
  const october = [
    ...countAdjustments.map(({ leaf, day, quantity }) => count(leafOf(leaf), day, quantity, "posted")),
    count(leafOf("SE-310@D300"), serial(2026, 10, 20), -30, "approved"),
    count(leafOf("MO-203@D100"), serial(2026, 10, 22), -1, "counted"),
    inBoxes(leafOf("FI-410@D200"), serial(2026, 10, 14)),
  ];
  return [...counts, ...october].sort((a, b) => (a.Date as number) - (b.Date as number));

  function leafOf(key: string): BookedLeaf {
    return leaves.find((leaf) => keyOf(leaf) === key)!;
  }
}

/** One count, and a second one where the first did not agree. */
function counted(leaf: BookedLeaf, day: number, uniform: () => number): Count[] {
  const book = bookedOn(leaf, day);
  if (book === 0) return [];
  if (uniform() >= 0.05) return [count(leaf, day, 0, "counted")];
  const off = Math.max(1, Math.round(book * 0.04 * uniform()));
  const again = nextWorkday(day + RECOUNT);
  return [
    count(leaf, day, uniform() < 0.7 ? -Math.min(off, book) : off, "recount"),
    count(leaf, again, 0, "counted"),
  ];
}

function count(
  leaf: BookedLeaf,
  day: number,
  difference: number,
  status: "counted" | "recount" | "approved" | "posted",
): Count {
  const book = bookedOn(leaf, day);
  return {
    Item: leaf.item.item,
    Location: leaf.location,
    Date: day,
    Book: book,
    Counted: book + difference,
    Status: status,
  };
}

/** Planted: boxes of 20 counted as pieces, as the warehouse system has them. */
function inBoxes(leaf: BookedLeaf, day: number): Count {
  const pieces = count(leaf, day, 0, "recount");
  return { ...pieces, Counted: Math.ceil((pieces.Book as number) / 20) };
}

/** Units on record in the morning. */
function bookedOn({ moves }: BookedLeaf, day: number): number {
  return moves.reduce((sum, move) => (move.day < day ? sum + move.quantity : sum), 0);
}
