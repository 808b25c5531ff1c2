import { defaultRiskWeights } from "../engine/valuation";
import {
  bomTable,
  lifecycleTable,
  readRows,
  receiptsTable,
  runsTable,
  warningTestTable,
  warningsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import {
  backtestWarnings,
  warningQuality,
  type PastWarning,
  type WarningQuality,
} from "./early-warning/backtest";
import { touchedItems } from "./early-warning/change-exposure";
import type { LeafRecord } from "./early-warning/item-signs";
import { changeWarnings, riskWarnings } from "./early-warning/warning-rows";
import { whereUsed } from "./early-warning/where-used";
import { companyOptions, companyReads, hashOf, readCompany, type Company } from "./health/company";
import { monthEnd } from "./health/month-ends";
import { openPurchases } from "./health/open-purchases";
import { numberOption } from "./options";

type TestRow = Row<typeof warningTestTable.columns>;

export interface WarningDetails {
  readonly quality: WarningQuality;
}

const HORIZON = 120;

export const earlyWarning = defineAnalysis({
  id: "early-warning",
  summary:
    "Warns of stock and open orders that may become obsolete: forecast decay, engineering changes by where-used, age and cover; tells how early past signs came.",
  notes: [
    "Risk is that of OBSRISK over age, cover, trend, stage and replacement. A change of Changes that replaces or removes an item strands what stock and open orders exceed until it takes effect, of the item and of what goes into it (BOM) and is not used otherwise.",
    "WarningTest looks back month by month with what was known then. A write-off is scrapping a good part of the stock, or a year without an issue; precision and lead time are in the summary.",
  ],
  options: {
    ...companyOptions,
    threshold: numberOption("Risk from which it is a warning", "points", 60, { min: 1, max: 100 }),
    patience: numberOption(
      "Months after which a warning that nothing followed was a false alarm",
      "months",
      12,
      {
        min: 1,
        max: 60,
        integer: true,
      },
    ),
    scrapShare: numberOption("Share of the stock whose scrapping is a write-off", "fraction", 0.25, {
      above: 0,
      max: 1,
    }),
    dead: numberOption("Days without an issue beyond which stock is obsolete", "days", 365, { min: 1 }),
    history: numberOption("Months to look back", "months", 36, { min: 6, max: 120, integer: true }),
  },
  reads: {
    ...companyReads,
    bom: wants(bomTable),
    receipts: wants(receiptsTable),
  },
  writes: [warningsTable, warningTestTable, runsTable],
  run: ({ tables, runId }, options): AnalysisOutcome => {
    const company = readCompany(tables, { ...options, months: options.history, horizon: HORIZON });
    const { months } = company.history;
    const today = monthEnd(months[months.length - 1]);
    const purchases = openPurchases(tables.receipts);
    const uses = whereUsed(tables.bom, today);
    const coming = comingByItem(company);
    const { touched, issues: changeIssues } = touchedItems({
      changes: tables.changes,
      uses,
      comingOf: coming,
      first: months[months.length - 1] + 1,
      knows: (item) => company.master.codes.has(item),
    });
    const records = company.history.leaves.map((leaf): LeafRecord => ({
      leaf,
      past: company.demand.of(leaf.item, leaf.location).past,
      replaced: company.replaced.known.get(leaf.item),
    }));
    const seen = { company, records, purchases: purchases.lines, today, runId };
    const byChange = changeWarnings(touched, seen);
    const rows = [
      ...byChange,
      ...riskWarnings(seen, options.threshold, new Set(byChange.map(({ Item }) => Item))),
    ];
    rows.sort((a, b) => (b.Money ?? 0) - (a.Money ?? 0));
    const past = backtestWarnings(records, { ...options, months, weights: defaultRiskWeights });
    const quality = warningQuality(past);
    const issues: Issue[] = [
      ...company.issues,
      ...purchases.issues,
      ...uses.issues,
      ...changeIssues,
      ...lifecycleIssues(tables.lifecycle),
    ];
    const details: WarningDetails = { quality };
    const money = Math.round(rows.reduce((sum, { Money }) => sum + (Money ?? 0), 0)).toLocaleString("en");
    return {
      results: [
        tableRows(warningsTable, rows),
        tableRows(
          warningTestTable,
          past.map((one) => testRow(one, runId)),
        ),
      ],
      issues,
      summary: `${rows.length} warnings over ${money} of money; ${qualityTold(quality)}`,
      inputHash: hashOf([...Object.values(tables)]),
      details,
    };
  },
});

/** Units of each coming month, all places of an item together. */
function comingByItem({ history, demand }: Company): (item: string) => readonly number[] {
  const places = new Map<string, string[]>();
  for (const { item, location } of history.leaves) places.set(item, [...(places.get(item) ?? []), location]);
  const known = new Map<string, readonly number[]>();
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    // A parent that is only made to order lies nowhere, and is asked for all the same.
    const all = new Set([...(places.get(item) ?? []), ...demand.placesOf(item)]);
    if (all.size > 1) all.delete("");
    const series = [...all].map((location) => demand.of(item, location).coming);
    const sum = Array.from({ length: Math.max(0, ...series.map(({ length }) => length)) }, (_, t) =>
      series.reduce((total, values) => total + (values[t] ?? 0), 0),
    );
    known.set(item, sum);
    return sum;
  };
}

function lifecycleIssues(lifecycle: TableContent | undefined): readonly Issue[] {
  return lifecycle === undefined ? [] : readRows(lifecycleTable, lifecycle.columns, lifecycle.rows).issues;
}

function testRow(
  { item, location, warned, writtenOff, lead, money, outcome }: PastWarning,
  runId: string,
): TestRow {
  return {
    Item: item,
    Location: location,
    FirstWarning: warned === undefined ? null : monthEnd(warned),
    WriteOff: writtenOff === undefined ? null : monthEnd(writtenOff),
    Lead: lead ?? null,
    Money: money,
    Outcome: outcome,
    RunId: runId,
  };
}

function qualityTold({ hits, falseAlarms, missed, open, precision, medianLead }: WarningQuality): string {
  if (precision === undefined && missed === 0) return "no past warning can be judged yet";
  const share =
    precision === undefined ? "none could be judged" : `precision ${(100 * precision).toFixed(0)}%`;
  const lead = medianLead === undefined ? "" : `, median ${medianLead.toFixed(1)} quarters ahead`;
  return `looking back ${share}${lead} (${hits} hits, ${falseAlarms} false alarms, ${missed} missed, ${open} open)`;
}
