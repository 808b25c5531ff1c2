import type { CellValue, TableContent } from "../../workbook/workbook";
import { changedRows } from "../../workbook/tables";
import { changedCells } from "../policies/change-cells";
import { currentPolicies } from "../policies/target-rows";
import type { PolicyCells } from "../policies/policy-columns";
import type { ListedTrigger } from "./trigger-list";

export interface TriggerDecision {
  readonly status: "approved" | "ignored";
  readonly by: string;
  /** Excel serial, UTC. */
  readonly at: number;
}

type WholeColumns = Readonly<Record<string, readonly CellValue[]>>;

/** Columns of Triggers with a decision on some of its rows. */
export function decidedTriggers(
  triggers: TableContent,
  decided: readonly ListedTrigger[],
  { status, by, at }: TriggerDecision,
): WholeColumns {
  return changedRows(triggers, new Map(decided.map(({ row }) => [row, { Status: status, By: by, At: at }])));
}

/**
 * Columns of Policies in which approved triggers are approved proposals: the safety stock and its reorder point move, the lot stays as it
 * is. What two triggers say of one item is the same.
 */
export function approvedProposals(
  policies: TableContent,
  approved: readonly ListedTrigger[],
  { by, at }: TriggerDecision,
): WholeColumns {
  const { byLeaf } = currentPolicies(policies);
  const changes = new Map<string, PolicyCells>();
  for (const { id, cells } of approved) {
    const row = byLeaf.get(id);
    if (row === undefined || cells.New === null) continue;
    const lot = row.Lot ?? row.NewLot;
    const reorderPoint = cells.NewROP ?? (row.ROP === null ? null : row.ROP + cells.New - (cells.Old ?? 0));
    const before = row.StockValue === null || row.Cash === null ? null : row.StockValue - row.Cash;
    changes.set(id, {
      NewSS: cells.New,
      NewROP: reorderPoint,
      NewLot: lot,
      NewMax: reorderPoint === null ? null : reorderPoint + (lot ?? 0),
      CSL: cells.CSL,
      FILL: cells.FILL,
      Cash: cells.Cash,
      StockValue: before === null || cells.Cash === null ? row.StockValue : before + cells.Cash,
      Status: "approved",
      By: by,
      At: at,
      RunId: cells.RunId,
      Basis: cells.Reason,
    });
  }
  return changedCells(policies, changes);
}
