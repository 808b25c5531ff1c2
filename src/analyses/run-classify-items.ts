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
  type Issue,
} from "../workbook/tables";
import { cutsProblem, defaultCuts } from "./classify-items";
import { defineAnalysis, needs, tableColumns, wants, type AnalysisOutcome } from "./define-analysis";
import { choiceOption, numberOption, numbersOption, textOption } from "./options";
import { targetTypes } from "./policies/target-rows";
import { classAbove } from "./segments/class-targets";
import { classColumnsOf, type ClassColumns } from "./segments/class-columns";
import { effectTasks } from "./segments/effect-tasks";
import type { ReviewedItem } from "./segments/review-segments";
import { reviewTables } from "./segments/review-tables";
import { historyWith, type SegmentHistory } from "./segments/segment-history";
import { segmentMigration, type Migrated } from "./segments/segment-migration";
import { effectsByItem, stockEffect, type EffectTask, type StockEffect } from "./segments/stock-effect";

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
  readonly units: number | null;
}

/** Share of value, and variation, that keep a class from flapping. */
export const usualBand = 0.02;
export const usualXyzBand = 0.05;

export interface SegmentsDetails {
  readonly items: readonly ReviewedItem[];
  readonly quarter: string;
  readonly conflicts: readonly Conflict[];
  readonly migration: readonly Migrated[];
  /** By item, of those that move to another target. */
  readonly effects: readonly ({ readonly item: string; readonly units: number | null } & Pick<
    StockEffect,
    "cash"
  >)[];
}

interface State {
  readonly items: readonly ReviewedItem[];
  readonly work: readonly EffectTask[];
  readonly columns: ClassColumns;
  readonly history: SegmentHistory;
  readonly quarter: string;
  readonly runId: string;
  readonly inputHash: string;
  readonly issues: AnalysisOutcome["issues"];
}

export const segmentReview = defineAnalysis({
  id: "classify-items",
  summary:
    "Quarterly review of segments: classes with memory, conflicts, who moves and what it costs, and the history.",
  notes: [
    "An item keeps its class (Items[ABC]) while it strays over a cut by no more than band, and Items[XYZ] by xyzBand. Launches (under six months of demand, or stage New) and phase-outs (a successor, or stage EOL or Inactive) keep the class they were given.",
    "A and B are judged again by Criticality, SupplyRisk and SingleSource; what the class above would cost in safety stock is shown. An upgrade that is accepted stays in Items[MinABC].",
    "SegmentHistory gets a row an item for the quarter of asOf, with what it was judged by; rows of other quarters stay. Runs gets the options and the hash of the input, enough to perform the run again.",
    "Demand after the last month that is over on asOf is left out.",
  ],
  options: {
    abc: numbersOption("Shares of total value where A and where B end", "fraction", defaultCuts.abc),
    xyz: numbersOption("Coefficients of variation where X and where Y end", "ratio", defaultCuts.xyz),
    band: numberOption(
      "Share of value an item may stray over a cut and keep its class",
      "fraction",
      usualBand,
      { min: 0, max: 0.2 },
    ),
    xyzBand: numberOption(
      "Variation by which an item may stray over a cut of XYZ and keep its class",
      "ratio",
      usualXyzBand,
      { min: 0, max: 0.5 },
    ),
    targetType: choiceOption(
      "Service that targets mean where Policies has no row of the segment",
      targetTypes,
      "FILL",
    ),
    targets: numbersOption("Targets of A, B and C where Policies has none", "fraction", [0.98, 0.95, 0.9]),
    leadTime: numberOption(
      "Lead time in days for the stock effect where receipts, Contracts and Items do not tell it; 0: it must be known",
      "days",
      0,
      { min: 0, max: 3660 },
    ),
    upgrades: textOption("Upgrades that are accepted: items with the class they get, such as P-1:B;P-2:A"),
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
  prepare: (
    { tables, runId },
    { abc, xyz, band, xyzBand, targetType, targets, leadTime, upgrades, asOf },
  ) => {
    const problem = cutsProblem({ abc, xyz });
    if (problem !== undefined)
      throw new PlanningError("invalid-input", problem.field, `${problem.field}: ${problem.message}`);
    const outside = targets.find((target) => !(target > 0 && target < 1));
    if (outside !== undefined) throw invalidInput("targets", "must be above 0 and below 1", outside);
    const reviewed = reviewTables(tables, { abc, xyz, band, xyzBand, upgrades, asOf });
    const { items, quarter, until, history, acceptsUpgrades, inputHash } = reviewed;
    const { work, issues: unpriced } = effectTasks(
      items,
      tables,
      { type: targetType, levels: targets },
      { leadTime, asOf: until + 1 },
    );
    const columns = classColumnsOf(tables.items, items, acceptsUpgrades);
    const issues = distinctIssues([...reviewed.issues, ...unpriced]);
    const state: State = { items, work, columns, history, quarter, runId, inputHash, issues };
    return { state, work };
  },
  step: (task: EffectTask): StockEffect => stockEffect(task),
  finish: (state: State, results): AnalysisOutcome => {
    const { items, work, columns, history, quarter, runId, inputHash, issues } = state;
    // What cannot be priced is shown without a price: the class itself does not hang on it.
    const effects = results.map((result) => ("value" in result ? result.value : null));
    const moves = effectsByItem(work, effects, "move");
    const conflicts = conflictsOf(items, effectsByItem(work, effects, "upgrade"));
    const moved = items.filter(({ old, abc, xyz }) => old !== "" && old !== abc + xyz).length;
    const details: SegmentsDetails = {
      items,
      quarter,
      conflicts,
      migration: segmentMigration(items, moves),
      effects: [...moves].map(([item, effect]) => ({
        item,
        units: effect?.units ?? null,
        cash: effect?.cash ?? null,
      })),
    };
    return {
      results: [tableColumns(itemsTable, columns), historyWith(history, quarter, items, runId)],
      issues,
      summary: `${items.length.toLocaleString("en")} items classified for ${quarter}, ${moved} moved, ${conflicts.length} conflicts`,
      inputHash,
      details,
    };
  },
});

function conflictsOf(
  items: readonly ReviewedItem[],
  upgrades: ReadonlyMap<string, StockEffect | null>,
): Conflict[] {
  return items.flatMap(({ item, row, abc, verdict, facts }) => {
    const upgradeTo = classAbove(abc);
    if (verdict === "OK" || upgradeTo === undefined) return [];
    const { criticality, supplyRisk } = facts;
    const risk = Number.isNaN(supplyRisk) ? null : supplyRisk;
    const effect = upgrades.get(item);
    return [
      {
        item,
        row,
        abc,
        upgradeTo,
        verdict,
        criticality,
        supplyRisk: risk,
        cost: effect?.cash ?? null,
        units: effect?.units ?? null,
      },
    ];
  });
}

/** Two readers of one table tell the same row. */
function distinctIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
