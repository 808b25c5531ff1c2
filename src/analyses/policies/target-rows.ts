import { policiesTable, readRows, type Issue, type Row } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";

export const targetTypes = ["CSL", "FILL"] as const;
export type TargetType = (typeof targetTypes)[number];

/** A service target, never without which. */
export interface ServiceTarget {
  readonly type: TargetType;
  /** 0-1. */
  readonly level: number;
}

export type PolicyRow = Row<typeof policiesTable.columns>;

export interface CurrentPolicies {
  /** Body rows of Policies, counted from 0, by item and location, or by `segmentId`. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly byLeaf: ReadonlyMap<string, PolicyRow>;
  readonly bySegment: ReadonlyMap<string, PolicyRow>;
  /** Items whose own row holds something that cannot be used: they keep what they have. */
  readonly unusable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** Policies as it stands: rows of items, rows of segments. */
export function currentPolicies(policies: TableContent | undefined): CurrentPolicies {
  const rowOf = new Map<string, number>();
  const byLeaf = new Map<string, PolicyRow>();
  const bySegment = new Map<string, PolicyRow>();
  const unusable = new Set<string>();
  if (policies === undefined) return { rowOf, byLeaf, bySegment, unusable, issues: [] };
  const keys = readRows(keyColumns, policies.columns, policies.rows);
  const { rows, rowNumbers, issues: readIssues } = readRows(policiesTable, policies.columns, policies.rows);
  const issues: Issue[] = [...readIssues];
  const usable = new Set(rowNumbers);
  keys.rows.forEach(({ Segment: segment, Item, Location }, i) => {
    if (Item === null && segment === null) return;
    const id = Item === null ? segmentId(segment ?? "") : leafId(Item, Location ?? "");
    if (rowOf.has(id)) return;
    rowOf.set(id, keys.rowNumbers[i] - 1);
    if (!usable.has(keys.rowNumbers[i])) unusable.add(id);
  });
  rows.forEach((row, i) => {
    const issue = (column: string, message: string) =>
      issues.push({ table: policiesTable.name, row: rowNumbers[i], column, message });
    const id = row.Item === null ? undefined : leafId(row.Item, row.Location ?? "");
    const problem = targetProblem(row);
    if (problem !== undefined) {
      issue("Target", problem);
      if (id !== undefined) unusable.add(id);
    } else if (row.LocalMin !== null && row.LocalMax !== null && row.LocalMin > row.LocalMax) {
      issue("LocalMin", `LocalMin must be at most LocalMax (${row.LocalMax}), got ${row.LocalMin}`);
      if (id !== undefined) unusable.add(id);
    } else if (id !== undefined) {
      if (byLeaf.has(id))
        issue("Item", `Item and Location must stand in one row only, got ${row.Item} again`);
      else byLeaf.set(id, row);
    } else if (row.Segment !== null) {
      const segment = row.Segment.toUpperCase();
      if (bySegment.has(segment))
        issue("Segment", `Segment must stand in one row only, got ${segment} again`);
      else bySegment.set(segment, row);
    }
  });
  return { rowOf, byLeaf, bySegment, unusable, issues };
}

/** Unlike that of any item. */
export function segmentId(segment: string): string {
  return `\n${segment.toUpperCase()}`;
}

const { Segment, Item, Location } = policiesTable.columns;
const keyColumns = { ...policiesTable, columns: { Segment, Item, Location } };

/** No stock meets every demand, and half a target is none. */
function targetProblem({ Target, TargetType }: PolicyRow): string | undefined {
  if (Target !== null && (Target <= 0 || Target >= 1)) {
    return `Target must be above 0 and below 100%, got ${Target}: no stock meets every demand`;
  }
  if (Target !== null && TargetType === null) {
    return "TargetType must say which service Target is: CSL (cycle service level) or FILL (fill rate)";
  }
  return undefined;
}

/** The target of an item: its own, else that of its segment such as AX, of its class such as A, else the one given. */
export function targetOf(
  id: string,
  segment: string,
  { byLeaf, bySegment }: CurrentPolicies,
  otherwise: ServiceTarget,
): ServiceTarget & { readonly from: "item" | "segment" | "option" } {
  const own = targetIn(byLeaf.get(id));
  if (own !== undefined) return { ...own, from: "item" };
  const ofSegment =
    targetIn(bySegment.get(segment.toUpperCase())) ??
    targetIn(bySegment.get(segment.slice(0, 1).toUpperCase()));
  return ofSegment === undefined ? { ...otherwise, from: "option" } : { ...ofSegment, from: "segment" };
}

function targetIn(row: PolicyRow | undefined): ServiceTarget | undefined {
  if (row === undefined || row.Target === null || row.TargetType === null) return undefined;
  return { type: row.TargetType, level: row.Target };
}
