import type { FlowRow } from "./flow-rows";

/**
 * New rows, those that were fixed marked as such, and after them the rows that stay though the plan has none of the kind: nothing fixed at 0, what
 * could not be planned, or what lies outside the plan.
 */
export function withKept(planned: readonly FlowRow[], kept: readonly FlowRow[]): FlowRow[] {
  const fixed = new Set(kept.filter(({ Fixed }) => Fixed === true).map(rowId));
  const there = new Set(planned.map(rowId));
  return [
    ...planned.map((row) => (fixed.has(rowId(row)) ? { ...row, Fixed: true } : row)),
    ...kept.filter((row) => !there.has(rowId(row))),
  ];
}

const rowId = ({ Item, From, To, Date }: FlowRow) => JSON.stringify([Item, From, To, Date]);
