import { bucketStart, serialOfIsoText } from "../engine/calendar";
import { PlanningError, invalidInput } from "../engine/errors";
import type { Verdict } from "../engine/segmentation";
import {
  contractsTable,
  demandTable,
  itemsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  segmentHistoryTable,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { cutsProblem, defaultCuts } from "./classify-items";
import { defineAnalysis, needs, tableColumns, wants, type AnalysisOutcome } from "./define-analysis";
import { planForecast } from "./forecast/plan-forecast";
import { measureItems } from "./item-measures";
import { choiceOption, numberOption, numbersOption, textOption } from "./options";
import { planPolicies, type PlannedItem } from "./policies/plan-policies";
import { currentPolicies, targetTypes } from "./policies/target-rows";
import { classAbove, segmentTarget, type ServiceTargets } from "./segments/class-targets";
import { itemFacts } from "./segments/item-facts";
import { reviewSegments, type Review, type ReviewedItem } from "./segments/review-segments";
import { historyWith, quarterOf } from "./segments/segment-history";
import { segmentMigration, type Migrated } from "./segments/segment-migration";
import { effectsByItem, stockEffect, type EffectTask } from "./segments/stock-effect";

/** A class that value alone gave and that criticality or supply risk speaks against. */
export interface Conflict {
  readonly item: string;
  /** Body row of Items, counted from 0. */
  readonly row: number;
  readonly abc: string;
  readonly upgradeTo: string;
  readonly verdict: Verdict;
  readonly criticality: string;
  readonly supplyRisk: number | null;
  /** Money in safety stock that the target of the class above adds; null where demand, lead time or cost do not tell it. */
  readonly cost: number | null;
}

export interface SegmentsDetails {
  readonly items: readonly ReviewedItem[];
  readonly quarter: string;
  readonly conflicts: readonly Conflict[];
  readonly migration: readonly Migrated[];
  /** By item, of those that move to another target. */
  readonly effects: readonly { readonly item: string; readonly cash: number | null }[];
}

interface State {
  readonly review: Review;
  readonly work: readonly EffectTask[];
  readonly rowCount: number;
  readonly history: TableContent | undefined;
  readonly quarter: string;
  readonly runId: string;
  readonly issues: AnalysisOutcome["issues"];
}

export const segmentReview = defineAnalysis({
  id: "classify-items",
  summary:
    "Quarterly review of segments: classes with memory, conflicts, who moves and what it costs, and the history.",
  notes: [
    "An item keeps its class (Items[ABC]) while it strays over a cut by no more than band. Launches (under six months of demand, or stage New) and phase-outs (a successor, or stage EOL or Inactive) keep the class they were given.",
    "A and B are judged again by Criticality, SupplyRisk and SingleSource; what the class above would cost in safety stock is shown.",
    "SegmentHistory gets a row an item for the quarter of asOf; rows of other quarters stay. Runs gets the options and the hash of the input, enough to perform the run again.",
  ],
  options: {
    abc: numbersOption("Shares of total value where A and where B end", "fraction", defaultCuts.abc),
    xyz: numbersOption("Coefficients of variation where X and where Y end", "ratio", defaultCuts.xyz),
    band: numberOption("Share of value an item may stray over a cut and keep its class", "fraction", 0.02, {
      min: 0,
      max: 0.2,
    }),
    targetType: choiceOption(
      "Service that targets mean where Policies has no row of the segment",
      targetTypes,
      "FILL",
    ),
    targets: numbersOption("Targets of A, B and C where Policies has none", "fraction", [0.98, 0.95, 0.9]),
    asOf: textOption(
      "A day of the quarter, such as 2026-03-31; where it is blank, the last month with demand",
    ),
  },
  reads: {
    items: needs(itemsTable),
    demand: wants(demandTable),
    policies: wants(policiesTable),
    receipts: wants(receiptsTable),
    contracts: wants(contractsTable),
    history: wants(segmentHistoryTable),
  },
  writes: [itemsTable, segmentHistoryTable, runsTable],
  prepare: ({ tables, runId }, { abc, xyz, band, targetType, targets, asOf }) => {
    const problem = cutsProblem({ abc, xyz });
    if (problem !== undefined)
      throw new PlanningError("invalid-input", problem.field, `${problem.field}: ${problem.message}`);
    const outside = targets.find((target) => !(target > 0 && target < 1));
    if (outside !== undefined) throw invalidInput("targets", "must be above 0 and below 1", outside);
    const day = dayOf(asOf, tables.demand);
    const measures = measureItems(tables.items, tables.demand);
    const facts = itemFacts(tables.items);
    const review = reviewSegments(measures, facts.byRow, { abc, xyz, band });
    const work = effectTasks(
      review,
      { ...tables, forecast: undefined },
      { type: targetType, levels: targets },
    );
    const issues = [...measures.issues, ...facts.issues, ...review.issues];
    const state: State = {
      review,
      work,
      rowCount: tables.items.rowCount,
      history: tables.history,
      quarter: quarterOf(day),
      runId,
      issues,
    };
    return { state, work };
  },
  step: (task: EffectTask): number | null => stockEffect(task),
  finish: ({ review, work, rowCount, history, quarter, runId, issues }: State, results): AnalysisOutcome => {
    // What cannot be priced is shown without a price: the class itself does not hang on it.
    const effects = results.map((result) => ("value" in result ? result.value : null));
    const moves = effectsByItem(work, effects, "move");
    const upgrades = effectsByItem(work, effects, "upgrade");
    const conflicts = conflictsOf(review.items, upgrades);
    const moved = review.items.filter(({ old, abc, xyz }) => old !== "" && old !== abc + xyz).length;
    const details: SegmentsDetails = {
      items: review.items,
      quarter,
      conflicts,
      migration: segmentMigration(review.items, moves),
      effects: [...moves].map(([item, cash]) => ({ item, cash })),
    };
    const columns = {
      ABC: new Array<string>(rowCount).fill("-"),
      XYZ: new Array<string>(rowCount).fill("-"),
    };
    for (const { row, abc, xyz } of review.items) {
      columns.ABC[row] = abc;
      columns.XYZ[row] = xyz;
    }
    const count = review.items.length.toLocaleString("en");
    return {
      results: [tableColumns(itemsTable, columns), historyWith(history, quarter, review.items, runId)],
      issues,
      summary: `${count} items classified for ${quarter}, ${moved} moved, ${conflicts.length} conflicts`,
      inputHash: review.inputHash,
      details,
    };
  },
});

/** What may differ in stock: items that move between targets, and conflicts if they were upgraded. */
function effectTasks(
  review: Review,
  tables: Omit<Parameters<typeof planPolicies>[0], "demand"> & { readonly demand: TableContent | undefined },
  targets: ServiceTargets,
): EffectTask[] {
  const { demand } = tables;
  if (demand === undefined) return [];
  const plan = planPolicies({ ...tables, demand }, pricingRules);
  const places = new Map<string, PlannedItem[]>();
  for (const one of plan.items) places.set(one.item, [...(places.get(one.item) ?? []), one]);
  const current = currentPolicies(tables.policies);
  const targetFor = (abc: string, xyz: string) => segmentTarget(abc, xyz, current, targets);
  return review.items.flatMap(({ item, facts, abc, xyz, verdict }) => {
    const tasks = places.get(item) ?? [];
    const effect = (
      why: EffectTask["why"],
      from = targetFor(abc, xyz),
      to = targetFor(abc, xyz),
    ): EffectTask[] =>
      from === undefined || to === undefined || (from.type === to.type && from.level === to.level)
        ? []
        : tasks.map(({ task }) => ({ item, why, task, from, to }));
    const above = verdict === "OK" ? undefined : classAbove(abc);
    return [
      ...(facts.abc === "" ? [] : effect("move", targetFor(facts.abc, facts.xyz))),
      ...(above === undefined ? [] : effect("upgrade", undefined, targetFor(above, xyz))),
    ];
  });
}

/** What set-policies takes where nothing else is said. */
const pricingRules = {
  bucket: "M",
  history: 36,
  otherwise: { type: "FILL", level: 0.95 },
  policy: "sQ",
  review: 0,
  orderCost: 50,
  carryRate: 0.2,
  receipts: 5,
  leadTime: 0,
  partial: "QTY",
  workdays: 0,
  asOf: Infinity,
} as const;

function conflictsOf(
  items: readonly ReviewedItem[],
  upgrades: ReadonlyMap<string, number | null>,
): Conflict[] {
  return items.flatMap(({ item, row, abc, verdict, facts }) => {
    const upgradeTo = classAbove(abc);
    if (verdict === "OK" || upgradeTo === undefined) return [];
    const { criticality, supplyRisk } = facts;
    const risk = Number.isNaN(supplyRisk) ? null : supplyRisk;
    return [
      { item, row, abc, upgradeTo, verdict, criticality, supplyRisk: risk, cost: upgrades.get(item) ?? null },
    ];
  });
}

function dayOf(asOf: string, demand: TableContent | undefined): number {
  if (asOf.trim() !== "") {
    const serial = serialOfIsoText(asOf);
    if (serial === undefined) throw invalidInput("asOf", "must be a date such as 2026-03-31", asOf);
    return serial;
  }
  const next =
    demand === undefined
      ? -Infinity
      : planForecast(demand, undefined, { horizon: 1, bucket: "M", level: "item", asOf: Infinity }).next;
  if (!Number.isFinite(next)) throw invalidInput("asOf", "must be given where there is no demand", "");
  return bucketStart(next, "M") - 1;
}
