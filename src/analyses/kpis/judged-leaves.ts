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
      obsolete: ends.map((end, t) => isDead(leaf, t, end, dead, moves.first)),
      ...fill.of(leaf.id),
    };
  });
  return { leaves, fillBasis: fill.basis };
}

function isDead(leaf: LeafHistory, at: number, end: number, dead: number, firstMove: number): boolean {
  const lastIssue = issuedBefore(leaf, end, firstMove);
  const stock = { onHand: leaf.units[at], lastIssue, forecast12: 0 };
  return stockStatus(stock, { asOf: end, slow: dead, dead }) === "Obsolete";
}

/** Day of the last issue up to a day. Stock older than all movements was last issued before them, if ever. */
function issuedBefore({ moves, units }: LeafHistory, day: number, firstMove: number): number | undefined {
  for (let i = moves.length - 1; i >= 0; i--)
    if (moves[i].day <= day && moves[i].kind === "issue" && moves[i].quantity < 0) return moves[i].day;
  const isOlder = Number.isFinite(firstMove) && units[0] > 0;
  return isOlder ? Math.min(firstMove - 1, day) : undefined;
}
