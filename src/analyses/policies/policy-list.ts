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
  const counter = totalsCounter();
  const issues: Issue[] = [];
  const body = policies?.rows ?? [];
  for (let from = 0; from < body.length; from += SLICE) {
    const read = readRows(policiesTable, policies?.columns ?? [], body.slice(from, from + SLICE));
    read.rows.forEach((cells, i) => {
      const one = listedPolicy(cells, from + read.rowNumbers[i] - 1);
      if (one === undefined) return;
      listed.push(one);
      counter.add(one);
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
  return { rows: listed, totals: counter.totals(), issues };
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
  const counter = totalsCounter();
  rows.forEach(counter.add);
  return counter.totals();
}

/** Sums that grow row by row, so that a long table is summed while it is read. */
function totalsCounter() {
  const decisions = { none: 0, proposed: 0, approved: 0, rejected: 0 };
  let [cash, stockValue, compared] = [0, 0, 0];
  const fillRate = serviceCounter();
  const cycleServiceLevel = serviceCounter();
  return {
    add: ({ decision, cells }: ListedPolicy): void => {
      decisions[decision]++;
      if (decision === "rejected") return;
      cash += cells.Cash ?? 0;
      stockValue += cells.StockValue ?? 0;
      if (cells.CurrentFILL !== null) compared++;
      const weight = Math.max(0, cells.Mean ?? 0) * (cells.Cost ?? 0);
      fillRate.add(weight, cells.CurrentFILL, cells.FILL);
      cycleServiceLevel.add(weight, cells.CurrentCSL, cells.CSL);
    },
    totals: (): PolicyTotals => {
      const { proposed, approved, rejected } = decisions;
      return {
        proposed,
        approved,
        rejected,
        cash,
        stockValue,
        compared,
        fillRate: fillRate.change(),
        cycleServiceLevel: cycleServiceLevel.change(),
      };
    },
  };
}

function serviceCounter() {
  const all = { weight: 0, next: 0 };
  const both = { weight: 0, next: 0, now: 0 };
  return {
    add: (weight: number, now: number | null, next: number | null): void => {
      if (next === null) return;
      all.weight += weight;
      all.next += weight * next;
      if (now === null) return;
      both.weight += weight;
      both.next += weight * next;
      both.now += weight * now;
    },
    change: (): ServiceChange => ({
      next: all.weight === 0 ? null : all.next / all.weight,
      change: both.weight === 0 ? null : (both.next - both.now) / both.weight,
    }),
  };
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
