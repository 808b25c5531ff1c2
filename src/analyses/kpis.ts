import { isoTextOfSerial } from "../engine/calendar";
import {
  countsTable,
  kpiDefsTable,
  kpiTable,
  kpiTargetsTable,
  policiesTable,
  readRows,
  runsTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { companyOptions, companyReads, hashOf, readCompany } from "./health/company";
import { monthEnd } from "./health/month-ends";
import { countedRecords } from "./kpis/counted-records";
import { entitlement, pipelineRules, withoutPolicy, type Entitlement } from "./kpis/entitlement";
import { withFlags } from "./kpis/flags";
import { judgedLeaves } from "./kpis/judged-leaves";
import { kpiList } from "./kpis/kpi-list";
import { kpiTerms, type KpiTerms } from "./kpis/kpi-owners";
import { kpiRow, mergedKpis, withPeers, type KpiRow } from "./kpis/kpi-rows";
import { targetPath } from "./kpis/target-path";
import { targetRows, type TargetRow } from "./kpis/target-rows";
import { companyUnits, unitFigures, type UnitFigures } from "./kpis/unit-figures";
import { choiceOption, numberOption } from "./options";
import { currentPolicies } from "./policies/target-rows";

export interface KpisDetails {
  readonly date: number;
  readonly rows: readonly KpiRow[];
  readonly targets: readonly TargetRow[];
}

const YEAR = 12;
const costWords = { FIFO: "at cost of its receipts", CURRENT: "at today's unit cost" };

export const kpis = defineAnalysis({
  id: "kpis",
  summary:
    "Measures turns, days of supply, GMROI, fill rate, record accuracy, excess and obsolete stock by unit, with peers, targets and what looks like gaming.",
  notes: [
    "Stock of earlier month ends is that of Stock less what Transactions moved since. Transactions are taken as movements of own stock: stock of the vendor's is available and counts 0 in value, turns and days of supply.",
    "KPI gets a row a KPI, unit and date; basis, averaging and currency date travel with the number. Rows of other dates and KPIs the team keeps itself stay.",
    "KPITargets holds what the policies entitle to (cycle stock, safety stock, pipeline) and the way there: excess burns at forecast and no faster.",
    "A flag says which KPI got better while its counter-metric got worse, or whose month ends dip below the days between them.",
  ],
  options: {
    ...companyOptions,
    owner: choiceOption("Whose stock counts as available", ["own", "vendor", "all"], "all"),
    trend: numberOption("Months of trend, of the whole company and of business units", "months", 12, {
      min: 0,
      max: 60,
      integer: true,
    }),
    compare: numberOption("Months back to compare with for flags", "months", 3, {
      min: 1,
      max: 60,
      integer: true,
    }),
    tolerance: numberOption("Difference of a counted record that counts as right", "fraction", 0, {
      min: 0,
      max: 1,
    }),
    moved: numberOption("Change of a KPI below which it has not moved", "fraction", 0.02, { min: 0, max: 1 }),
    dip: numberOption("Dip of month ends from which it is flagged", "fraction", 0.15, { above: 0, max: 1 }),
    dead: numberOption("Days without an issue beyond which stock is obsolete", "days", 365, { min: 1 }),
    pipeline: choiceOption(
      "Whether demand over the lead time is part of what is entitled: where goods under way are our own (OWNED)",
      pipelineRules,
      "OWNED",
    ),
    horizon: numberOption("Months of the way to the target", "months", 12, {
      min: 1,
      max: 60,
      integer: true,
    }),
  },
  reads: {
    ...companyReads,
    policies: wants(policiesTable),
    counts: wants(countsTable),
    defs: wants(kpiDefsTable),
    before: wants(kpiTable),
  },
  writes: [kpiTable, kpiTargetsTable, runsTable],
  run: ({ tables, runId }, options): AnalysisOutcome => {
    const { owner, trend, compare, tolerance, dead, horizon } = options;
    const back = Math.max(trend, compare);
    const company = readCompany(tables, {
      ...options,
      months: back + YEAR,
      horizon: Math.max(horizon, YEAR),
    });
    const { months } = company.history;
    const last = months[months.length - 1];
    const { leaves, fillBasis } = judgedLeaves(company, tables.demand, dead);
    const counts = countedRecords(tables.counts);
    const others = othersIn(tables.before);
    const { of: terms, issues: defIssues } = kpiTerms(tables.defs, others);
    const policies = currentPolicies(tables.policies);
    const entitlements = new Map<string, Entitlement>();
    const isOwned = company.position.leaves.some(({ ownTransit }) => ownTransit > 0);
    const hasPipeline = options.pipeline === "ALL" || (options.pipeline === "OWNED" && isOwned);
    for (const leaf of leaves) {
      const own = entitlement(leaf, policies.byLeaf.get(leaf.history.id), hasPipeline);
      if (own !== undefined) entitlements.set(leaf.history.id, own);
    }
    const rows: KpiRow[] = [];
    const targets: TargetRow[] = [];
    const judged = companyUnits(leaves, company.master).map((unit) => ({
      unit,
      figures: unitFigures(unit, months.length),
    }));
    for (const { unit, figures } of judged) {
      const ids = new Set(unit.leaves.map(({ history }) => history.id));
      const reach = unit.dimension === "total" || unit.dimension === "BU" ? back : 0;
      for (let at = Math.max(0, months.length - 1 - reach); at < months.length; at++) {
        const date = monthEnd(months[at]);
        const from = monthEnd(months[at] - YEAR);
        const counted = counts.records.filter(({ id, day }) => ids.has(id) && day > from && day <= date);
        const isLatest = at === months.length - 1;
        const costBasis = costWords[options.basis];
        const one = { unit, figures, at, isLatest, owner, tolerance, counted, fillBasis, costBasis };
        for (const kpi of kpiList) {
          const row = kpiRow(kpi, one, { date, terms: terms.get(kpi.name) as KpiTerms, runId });
          if (row !== undefined) rows.push(row);
        }
      }
      const path = targetPath(unit.leaves, entitlements, horizon);
      targets.push(...targetRows({ unit, path, last, yearlyCost: yearlyCost(figures), terms, runId }));
    }
    const rules = {
      tolerance: options.moved,
      since: monthEnd(last - compare),
      dip: options.dip,
      months,
      date: monthEnd(last),
      runId,
    };
    const flagged = withFlags(mergedKpis(tables.before, withPeers(rows)), judged, terms, rules);
    const flags = flagged.filter((row) => row.RunId === runId && row.Flag !== null).length;
    const issues: Issue[] = [
      ...company.issues,
      ...counts.issues,
      ...defIssues,
      ...policies.issues,
      ...withoutPolicy(leaves, policies),
    ];
    const own = flagged.filter((row) => row.RunId === runId);
    const details: KpisDetails = { date: monthEnd(last), rows: own, targets };
    return {
      results: [tableRows(kpiTable, flagged), tableRows(kpiTargetsTable, targets)],
      issues,
      summary: `${kpiList.length} KPIs of ${judged.length} units as of ${isoTextOfSerial(monthEnd(last))}, ${flags} ${flags === 1 ? "flag" : "flags"}`,
      inputHash: hashOf([...Object.values(tables)]),
      details,
    };
  },
});

/** Cost of issues of the last year, at a yearly rate where the history is shorter. */
function yearlyCost({ issuedCost }: UnitFigures): number {
  const year = issuedCost.slice(1).slice(-YEAR);
  return year.length === 0 ? 0 : (year.reduce((sum, cost) => sum + cost, 0) * YEAR) / year.length;
}

/** KPIs with values of their own in the table KPI. */
function othersIn(before: TableContent | undefined): ReadonlySet<string> {
  if (before === undefined) return new Set();
  const { rows } = readRows(kpiTable, before.columns, before.rows);
  return new Set(rows.filter(({ Value }) => Value !== null).map(({ KPI }) => (KPI as string).toLowerCase()));
}
