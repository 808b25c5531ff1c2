import { policiesTable, readRows, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { changedParameters, type ChangedParameter } from "./changed-parameters";
import type { PolicyRow } from "./target-rows";

/** One row of Policies for an item, as it stands in the sheet. */
export interface ListedPolicy {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  /** Body row of Policies, counted from 0. */
  readonly row: number;
  readonly cells: PolicyRow;
  readonly changed: readonly ChangedParameter[];
  readonly decision: "none" | "proposed" | "approved" | "rejected";
  /** What it is ranked by: the money it moves, else the money it binds. */
  readonly money: number;
}

export interface PolicyTotals {
  readonly proposed: number;
  readonly approved: number;
  readonly rejected: number;
  /** Of what is not rejected: change of money in stock where something is in force. */
  readonly cash: number;
  /** Money in stock under all proposals. */
  readonly stockValue: number;
  /** Weighted by the value of demand; null where nothing tells them. */
  readonly fillRate: ServiceChange;
  readonly cycleServiceLevel: ServiceChange;
}

export interface ServiceChange {
  readonly now: number | null;
  readonly next: number | null;
}

/** Rows of items with a proposal, those that move most money first. */
export function policyList(policies: TableContent | undefined): {
  readonly rows: readonly ListedPolicy[];
  readonly issues: readonly Issue[];
} {
  if (policies === undefined) return { rows: [], issues: [] };
  const { rows, rowNumbers, issues } = readRows(policiesTable, policies.columns, policies.rows);
  const listed = rows.flatMap((cells, i): ListedPolicy[] => {
    if (cells.Item === null || (cells.NewROP === null && cells.NewMax === null)) return [];
    const changed = changedParameters(cells, 1);
    const undecided = changed.length === 0 ? "none" : "proposed";
    return [
      {
        id: leafId(cells.Item, cells.Location ?? ""),
        item: cells.Item,
        location: cells.Location ?? "",
        row: rowNumbers[i] - 1,
        cells,
        changed,
        decision: changed.length === 0 ? "none" : (cells.Status ?? undecided),
        money: cells.Cash ?? cells.StockValue ?? 0,
      },
    ];
  });
  listed.sort((a, b) => Math.abs(b.money) - Math.abs(a.money));
  return { rows: listed, issues };
}

export function policyTotals(rows: readonly ListedPolicy[]): PolicyTotals {
  const count = (wanted: ListedPolicy["decision"]) =>
    rows.filter(({ decision }) => decision === wanted).length;
  const kept = rows.filter(({ decision }) => decision !== "rejected");
  const sum = (of: (cells: PolicyRow) => number) => kept.reduce((total, { cells }) => total + of(cells), 0);
  return {
    proposed: count("proposed"),
    approved: count("approved"),
    rejected: count("rejected"),
    cash: sum(({ Cash }) => Cash ?? 0),
    stockValue: sum(({ StockValue }) => StockValue ?? 0),
    fillRate: { now: weighted(kept, "CurrentFILL"), next: weighted(kept, "FILL") },
    cycleServiceLevel: { now: weighted(kept, "CurrentCSL"), next: weighted(kept, "CSL") },
  };
}

type Service = "CSL" | "FILL" | "CurrentCSL" | "CurrentFILL";

/** What is in force is told only where it is known of every item that counts, so that both are of the same items. */
function weighted(rows: readonly ListedPolicy[], field: Service): number | null {
  let total = 0;
  let weights = 0;
  for (const { cells } of rows) {
    const weight = Math.max(0, cells.Mean ?? 0) * (cells.Cost ?? 0);
    if (weight === 0) continue;
    const share = cells[field];
    if (share === null) return null;
    total += share * weight;
    weights += weight;
  }
  return weights === 0 ? null : total / weights;
}

export type BufferOwner = "planner" | "buyer" | "supplier";

/** Who owns most of a buffer; undefined where there is no spread. */
export function bufferOwner({ DemandShare, ReviewShare, LeadTimeShare }: PolicyRow): BufferOwner | undefined {
  const shares: readonly [BufferOwner, number][] = [
    ["planner", DemandShare ?? 0],
    ["buyer", ReviewShare ?? 0],
    ["supplier", LeadTimeShare ?? 0],
  ];
  const [owner, share] = shares.reduce((most, one) => (one[1] > most[1] ? one : most));
  return share > 0 ? owner : undefined;
}
