import { excessStock, stockStatus } from "../../engine/valuation";
import type { TableContent } from "../../workbook/workbook";
import type { Company } from "../health/company";
import type { LeafHistory } from "../health/leaf-history";
import { monthEnd } from "../health/month-ends";
import { fillLines } from "./fill-lines";
import type { JudgedLeaf } from "./unit-figures";

const YEAR = 12;

/** Every item and place with excess, death and service beside its history. */
export function judgedLeaves(
  { history, demand, moves }: Company,
  demandContent: TableContent | undefined,
  dead: number,
): { readonly leaves: readonly JudgedLeaf[]; readonly fillBasis: string | undefined } {
  const fill = fillLines(demandContent, history);
  const ends = history.months.map(monthEnd);
  // Stock older than all movements was last issued before them, if ever.
  const before = moves.firstMonth === undefined ? undefined : monthEnd(moves.firstMonth - 1);
  const leaves = history.leaves.map((leaf): JudgedLeaf => {
    const coming = demand.of(leaf.item, leaf.location);
    const needed = coming.coming.slice(0, YEAR);
    const excess =
      needed.length < YEAR
        ? Math.max(0, leaf.units.at(-1) ?? 0)
        : excessStock(leaf.units.at(-1) ?? 0, needed, { horizon: YEAR, safetyStock: 0 });
    return {
      history: leaf,
      demand: coming,
      excess,
      obsolete: ends.map((end, t) => isDead(leaf, t, end, dead, before)),
      ...fill.of(leaf.id),
    };
  });
  return { leaves, fillBasis: fill.basis };
}

function isDead(
  leaf: LeafHistory,
  at: number,
  end: number,
  dead: number,
  before: number | undefined,
): boolean {
  const lastIssue = issuedBefore(leaf, end, before);
  const stock = { onHand: leaf.units[at], lastIssue, forecast12: 0 };
  return stockStatus(stock, { asOf: end, slow: dead, dead }) === "Obsolete";
}

/** Day of the last issue up to a day, at the earliest the day before all movements; undefined for stock that came later. */
function issuedBefore(
  { moves, units }: LeafHistory,
  day: number,
  before: number | undefined,
): number | undefined {
  for (let i = moves.length - 1; i >= 0; i--)
    if (moves[i].day <= day && moves[i].kind === "issue" && moves[i].quantity < 0) return moves[i].day;
  return before !== undefined && units[0] > 0 ? Math.min(before, day) : undefined;
}
