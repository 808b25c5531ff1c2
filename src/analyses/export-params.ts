import {
  exportParamsTable,
  policiesTable,
  readRows,
  runsTable,
  triggersTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { sha256 } from "../engine/math/sha256";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { choiceOption, flagOption, numberOption } from "./options";
import { changedParameters, parameters, same, type Parameter } from "./policies/changed-parameters";
import { mergedPolicies, type PolicyCells } from "./policies/policy-columns";
import { currentPolicies, type PolicyRow } from "./policies/target-rows";

type ExportRow = Row<typeof exportParamsTable.columns>;

export interface ExportDetails {
  readonly rows: readonly ExportRow[];
  /** Items and places with a proposal, changed or not. */
  readonly proposals: number;
  /** Those that change something and that nobody has approved or rejected. */
  readonly waiting: number;
}

export const exportParams = defineAnalysis({
  id: "export-params",
  summary: "Lists the parameters that change, with old value, new value and reason, for the ERP.",
  notes: [
    "Only proposals whose Status in Policies is approved are taken, unless rows says all.",
    "A proposal of set-policies is rounded up to whole units here and nowhere before, and compared with what is in force in Policies; what stays the same is no row.",
    "With apply the new values also become those in force in Policies: exporting again then lists nothing.",
  ],
  options: {
    unit: numberOption("Parameters are rounded up to a multiple of this", "units", 1, { above: 0 }),
    rows: choiceOption(
      "Approved proposals only (Policies[Status]), or all of them",
      ["approved", "all"],
      "approved",
    ),
    apply: flagOption("Also write the new values to Policies as those in force", false),
  },
  reads: { policies: needs(policiesTable), triggers: wants(triggersTable) },
  writes: [exportParamsTable, policiesTable, runsTable],
  run: ({ tables: { policies, triggers }, runId }, { unit, rows: which, apply }): AnalysisOutcome => {
    const current = currentPolicies(policies);
    const reasons = triggerReasons(triggers);
    const rows: ExportRow[] = [];
    const inForce = new Map<string, PolicyCells>();
    let proposals = 0;
    let waiting = 0;
    for (const [id, row] of current.byLeaf) {
      if (row.NewROP === null && row.NewSS === null) continue;
      proposals++;
      const changed = changedParameters(row, unit);
      if (changed.length === 0) continue;
      if (which === "approved" && row.Status !== "approved") {
        if (row.Status !== "rejected") waiting++;
        continue;
      }
      const reason = [reasons.of.get(id), reasonOf(row)].filter((part) => part !== undefined).join("; ");
      for (const { field, value } of changed)
        rows.push({
          Item: row.Item,
          Location: row.Location,
          Field: field,
          Old: row[field],
          New: value,
          Reason: reason,
          RunId: runId,
        });
      const next = new Map<Parameter, number>(changed.map(({ field, value }) => [field, value]));
      inForce.set(id, Object.fromEntries(parameters.map((field) => [field, next.get(field) ?? row[field]])));
    }
    const issues: Issue[] = [...current.issues, ...reasons.issues];
    const details: ExportDetails = { rows, proposals, waiting };
    const items = inForce.size.toLocaleString("en");
    return {
      results: [
        tableRows(exportParamsTable, rows),
        ...(apply ? [mergedPolicies(policies, current, parameters, inForce)] : []),
      ],
      issues,
      summary: `${rows.length.toLocaleString("en")} parameters change, of ${items} items out of ${proposals.toLocaleString("en")} with a proposal${waiting === 0 ? "" : `; ${waiting.toLocaleString("en")} wait for a decision`}`,
      inputHash: hashOf(current.byLeaf),
      details,
    };
  },
});

function reasonOf({ CSL, FILL, SS, Basis, ...row }: PolicyRow): string {
  const percent = (share: number | null) => (share === null ? "not known" : `${(100 * share).toFixed(1)}%`);
  const service = `fill rate ${percent(FILL)}, cycle service ${percent(CSL)}`;
  const bounded = isBounded(row) ? ["bounded by the site"] : [];
  const first = SS === null ? ["no safety stock in force before"] : [];
  return [service, ...bounded, ...first, ...(Basis === null ? [] : [Basis])].join("; ");
}

function isBounded({
  NewSS,
  FreeSS,
  LocalMin,
  LocalMax,
}: Pick<PolicyRow, "NewSS" | "FreeSS" | "LocalMin" | "LocalMax">) {
  if (NewSS === null || FreeSS === null || same(FreeSS, NewSS)) return false;
  return [LocalMin, LocalMax].some((bound) => same(bound, NewSS));
}

/** The latest trigger of each item and place that nobody has put aside. */
function triggerReasons(triggers: TableContent | undefined): {
  readonly of: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
} {
  const of = new Map<string, string>();
  if (triggers === undefined) return { of, issues: [] };
  const { rows, issues } = readRows(triggersTable, triggers.columns, triggers.rows);
  const inOrder = [...rows].sort((a, b) => (a.Date ?? 0) - (b.Date ?? 0));
  for (const { Item, Location, Reason, Status } of inOrder)
    if (Status !== "ignored" && Reason !== null) of.set(leafId(Item as string, Location ?? ""), Reason);
  return { of, issues };
}

function hashOf(rows: ReadonlyMap<string, PolicyRow>): string {
  return sha256(
    [...rows]
      .map(
        ([id, row]) =>
          `${id}\t${JSON.stringify(parameters.map((field) => [row[field], row[`New${field}`]]))}\n`,
      )
      .sort()
      .join(""),
  );
}
