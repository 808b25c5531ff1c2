import { bucketStart } from "../engine/calendar";
import {
  contractsTable,
  demandTable,
  forecastTable,
  itemsTable,
  policiesTable,
  readRows,
  receiptsTable,
  runsTable,
  triggersTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { numberOption } from "./options";
import { withLessons } from "./policies/learn-lessons";
import { planPolicies, type PlannedItem, type PolicyPlan } from "./policies/plan-policies";
import { policyOptions, policyRules } from "./policies/policy-options";
import { itemTriggers, type Trigger, type TriggerRules } from "./triggers/item-triggers";

interface State {
  readonly plan: PolicyPlan;
  readonly before: TableContent | undefined;
  /** Day of the review, as Excel serial. */
  readonly day: number;
  readonly runId: string;
}

interface Work {
  readonly item: PlannedItem;
  readonly rules: TriggerRules;
}

type TriggerRow = Row<typeof triggersTable.columns>;

export const dynamicReview = defineAnalysis({
  id: "dynamic-review",
  summary:
    "Looks for safety stocks to be changed: drift of forecasts and lead times, and proposals outside the dead-band.",
  notes: [
    "A safety stock in force (Policies[SS]) moves only when the proposal of set-policies is further away than deadBand, and by no more than cap.",
    "Forecast drift is that of ERROR.DRIFT over the past forecasts that Forecast holds, lead-time drift that of LEADTIME.DRIFT against the contract or Items.",
    "Triggers gets a row a finding with reason and cash effect. Rows of other days stay, and so does what somebody has decided.",
  ],
  options: {
    ...policyOptions,
    deadBand: numberOption(
      "Change of the safety stock that is left alone, as a share of it",
      "fraction",
      0.1,
      { min: 0, max: 10 },
    ),
    cap: numberOption("Largest change at a time, as a share of the safety stock", "fraction", 0.3, {
      above: 0,
      max: 10,
    }),
    forecastWindow: numberOption("Past forecasts judged together", "buckets", 6, {
      min: 2,
      max: 100,
      integer: true,
    }),
    forecastLimit: numberOption(
      "Tracking signal, and standard errors, from which a forecast has drifted",
      "ratio",
      4,
      { above: 0 },
    ),
    receiptWindow: numberOption("Receipts judged together", "receipts", 6, {
      min: 2,
      max: 100,
      integer: true,
    }),
    receiptLimit: numberOption("Standard errors from which a lead time has drifted", "ratio", 2, {
      above: 0,
    }),
  },
  reads: {
    items: needs(itemsTable),
    demand: needs(demandTable),
    policies: needs(policiesTable),
    forecast: wants(forecastTable),
    receipts: wants(receiptsTable),
    contracts: wants(contractsTable),
    triggers: wants(triggersTable),
  },
  writes: [triggersTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const rules = policyRules(options);
    const plan = withLessons(planPolicies(tables, rules));
    const { deadBand, cap, forecastWindow, forecastLimit, receiptWindow, receiptLimit } = options;
    const limits = { deadBand, cap, forecastWindow, forecastLimit, receiptWindow, receiptLimit };
    const day = Number.isFinite(rules.asOf)
      ? Math.floor(rules.asOf)
      : bucketStart(plan.next, options.bucket) - 1;
    return {
      state: { plan, before: tables.triggers, day, runId } satisfies State,
      work: plan.items.map((item): Work => ({ item, rules: limits })),
    };
  },
  step: ({ item, rules }: Work): Trigger[] => itemTriggers(item, rules),
  finish: ({ plan, before, day, runId }: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...plan.issues];
    const found: TriggerRow[] = [];
    plan.items.forEach(({ item, location, demandRow }, i) => {
      const result = results[i];
      if ("problem" in result) {
        issues.push({
          table: demandTable.name,
          row: demandRow,
          column: "Item",
          message: `${item}: ${result.problem}`,
        });
        return;
      }
      found.push(...result.value.map((trigger) => rowOf(trigger, item, location, day, runId)));
    });
    // Two findings about one item move its stock once.
    const byItem = new Map(found.map((row) => [leafId(row.Item ?? "", row.Location ?? ""), row.Cash ?? 0]));
    const cash = [...byItem.values()].reduce((sum, money) => sum + money, 0);
    const money = Math.round(cash).toLocaleString("en");
    return {
      results: [tableRows(triggersTable, merged(before, found))],
      issues,
      summary: `${found.length.toLocaleString("en")} triggers for ${byItem.size.toLocaleString("en")} items, ${money} of money in safety stock`,
      inputHash: plan.inputHash,
      details: found,
    };
  },
});

function rowOf(trigger: Trigger, item: string, location: string, day: number, runId: string): TriggerRow {
  return {
    Item: item,
    Location: location,
    Date: day,
    Kind: trigger.kind,
    Finding: trigger.finding,
    Old: trigger.old,
    New: trigger.new,
    NewROP: trigger.reorderPoint,
    CSL: trigger.cycleServiceLevel,
    FILL: trigger.fillRate,
    Reason: trigger.reason,
    Cash: trigger.cash,
    Status: "open",
    By: null,
    At: null,
    RunId: runId,
  };
}

/** Triggers with those of today: a second run of a day renews what is still open, and leaves what was decided. */
function merged(before: TableContent | undefined, found: readonly TriggerRow[]): TriggerRow[] {
  const rows = before === undefined ? [] : readRows(triggersTable, before.columns, before.rows).rows;
  const keyOf = ({ Item, Location, Date, Kind }: TriggerRow) =>
    JSON.stringify([leafId(Item ?? "", Location ?? ""), Math.floor(Date ?? 0), Kind]);
  const decided = new Set(rows.filter(({ Status }) => Status !== "open" && Status !== null).map(keyOf));
  const renewed = new Set(found.map(keyOf));
  const kept = rows.filter((row) => decided.has(keyOf(row)) || !renewed.has(keyOf(row)));
  return [...kept, ...found.filter((row) => !decided.has(keyOf(row)))];
}
