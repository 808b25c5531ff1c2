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
  /** Items whose service in force is known. */
  readonly compared: number;
  /** Weighted by the value of demand. */
  readonly fillRate: ServiceChange;
  readonly cycleServiceLevel: ServiceChange;
}

export interface ServiceChange {
  /** Of all proposals; null where nothing tells it. */
  readonly next: number | null;
  /** Proposed less in force, over the items where both are known; null where there are none. */
  readonly change: number | null;
}

export interface PolicyList {
  /** Rows of items with a proposal, those that move most money first. */
  readonly rows: readonly ListedPolicy[];
  readonly totals: PolicyTotals;
  readonly issues: readonly Issue[];
}

/** Rows read between two stops: some milliseconds. */
const SLICE = 250;

/** The list in steps, so that a pane with twenty thousand rows can answer in between. */
export function* policyListInSteps(policies: TableContent | undefined): Generator<void, PolicyList> {
  const listed: ListedPolicy[] = [];
  const issues: Issue[] = [];
  const body = policies?.rows ?? [];
  for (let from = 0; from < body.length; from += SLICE) {
    const read = readRows(policiesTable, policies?.columns ?? [], body.slice(from, from + SLICE));
    read.rows.forEach((cells, i) => {
      const one = listedPolicy(cells, from + read.rowNumbers[i] - 1);
      if (one !== undefined) listed.push(one);
    });
    // A column that is missing is told once.
    issues.push(
      ...read.issues
        .filter(({ row }) => row > 0 || from === 0)
        .map((issue) => (issue.row === 0 ? issue : { ...issue, row: from + issue.row })),
    );
    yield;
  }
  listed.sort((a, b) => Math.abs(b.money) - Math.abs(a.money));
  yield;
  return { rows: listed, totals: policyTotals(listed), issues };
}

/** The list at once. */
export function policyList(policies: TableContent | undefined): PolicyList {
  const steps = policyListInSteps(policies);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Undefined for rows of segments, and where nothing is proposed. */
function listedPolicy(cells: PolicyRow, row: number): ListedPolicy | undefined {
  if (cells.Item === null || (cells.NewROP === null && cells.NewMax === null)) return undefined;
  const changed = changedParameters(cells, 1);
  return {
    id: leafId(cells.Item, cells.Location ?? ""),
    item: cells.Item,
    location: cells.Location ?? "",
    row,
    cells,
    changed,
    decision: changed.length === 0 ? "none" : (cells.Status ?? "proposed"),
    money: cells.Cash ?? cells.StockValue ?? 0,
  };
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
    compared: kept.filter(({ cells }) => cells.CurrentFILL !== null).length,
    fillRate: serviceChange(kept, "CurrentFILL", "FILL"),
    cycleServiceLevel: serviceChange(kept, "CurrentCSL", "CSL"),
  };
}

type Service = "CSL" | "FILL" | "CurrentCSL" | "CurrentFILL";

function serviceChange(rows: readonly ListedPolicy[], now: Service, next: Service): ServiceChange {
  const both = rows.filter(({ cells }) => cells[now] !== null && cells[next] !== null);
  const [before, after] = [weighted(both, now), weighted(both, next)];
  return {
    next: weighted(rows, next),
    change: before === null || after === null ? null : after - before,
  };
}

function weighted(rows: readonly ListedPolicy[], field: Service): number | null {
  let total = 0;
  let weights = 0;
  for (const { cells } of rows) {
    const weight = Math.max(0, cells.Mean ?? 0) * (cells.Cost ?? 0);
    if (cells[field] === null) continue;
    total += cells[field] * weight;
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
