import { exportParamsTable, readRows, runsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { currentPolicies, type PolicyRow } from "../policies/target-rows";

type Field = "ROP" | "SS" | "Lot" | "Max";

interface Change {
  /** When it was exported, an Excel serial. */
  readonly at: number;
  readonly old: number | null;
  readonly next: number;
}

/** What a policy in force asks for. */
export interface Parameters {
  readonly safetyStock: number | null;
  /** Position above which nothing is ordered, and how far above it an order may take it; null where the policy does not say both. */
  readonly band: { readonly floor: number; readonly width: number } | null;
}

/** Parameters of one item at one place as they were in force at the end of a day; `daily` is what was expected to be taken a day then. */
export type ParametersOn = (day: number, daily: number) => Parameters;

export interface PoliciesInForce {
  readonly of: (id: string) => ParametersOn | undefined;
  readonly issues: readonly Issue[];
}

/** Policies as it stands, and before the changes that Export_Params tells, each at the time of its run. */
export function policiesInForce(
  policies: TableContent | undefined,
  exported: TableContent | undefined,
  runs: TableContent | undefined,
): PoliciesInForce {
  const { byLeaf, issues: policyIssues } = currentPolicies(policies);
  const { changes, issues } = exportedChanges(exported, runs);
  const of = (id: string): ParametersOn | undefined => {
    const row = byLeaf.get(id);
    const own = changes.get(id);
    if (row === undefined && own === undefined) return undefined;
    return (day, daily) => {
      const value = (field: Field) => valueOn(day, own?.get(field) ?? [], row?.[field] ?? null);
      return { safetyStock: value("SS"), band: bandOf(value, row, daily) };
    };
  };
  return { of, issues: [...policyIssues, ...issues] };
}

/** (s,Q) orders lots at s, (s,S) and (R,s,S) up to S at s, (R,S) up to S at each review, between which demand takes it down. */
function bandOf(
  value: (field: Field) => number | null,
  row: PolicyRow | undefined,
  daily: number,
): Parameters["band"] {
  const [floor, lot, most] = [value("ROP"), value("Lot"), value("Max")];
  if (floor === null) {
    const width = daily * (row?.Review ?? 0);
    return most === null || row?.Policy !== "RS" ? null : { floor: most - width, width };
  }
  if (most !== null && most >= floor && row?.Policy !== "sQ") return { floor, width: most - floor };
  return lot === null ? null : { floor, width: lot };
}

function valueOn(day: number, changes: readonly Change[], current: number | null): number | null {
  const done = changes.filter(({ at }) => at < day + 1);
  if (done.length > 0) return done[done.length - 1].next;
  return changes.length > 0 ? changes[0].old : current;
}

function exportedChanges(exported: TableContent | undefined, runs: TableContent | undefined) {
  const changes = new Map<string, Map<Field, Change[]>>();
  if (exported === undefined || runs === undefined) return { changes, issues: [] };
  const read = readRows(exportParamsTable, exported.columns, exported.rows);
  const started = readRows(runsTable, runs.columns, runs.rows);
  const times = new Map(started.rows.map(({ RunId, At }) => [RunId, At] as const));
  for (const { Item, Location, Field, Old, New, RunId } of read.rows) {
    const at = times.get(RunId) ?? null;
    if (Field === null || New === null || at === null) continue;
    const id = leafId(Item as string, Location ?? "");
    const byField = changes.get(id) ?? new Map<Field, Change[]>();
    changes.set(id, byField);
    byField.set(Field, [...(byField.get(Field) ?? []), { at, old: Old, next: New }]);
  }
  for (const byField of changes.values())
    for (const list of byField.values()) list.sort((a, b) => a.at - b.at);
  return { changes, issues: [...read.issues, ...started.issues] };
}
