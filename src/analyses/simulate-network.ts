import { daysToPeriods } from "../engine/calendar";
import { normalQuantile } from "../engine/math/normal";
import {
  demandTable,
  itemsTable,
  lanesTable,
  locationsTable,
  networkSimulationTable,
  placementTable,
  runsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, type AnalysisOutcome } from "./define-analysis";
import type { PlacementBound } from "./network/cover-rules";
import { itemWorths } from "./network/item-worth";
import { networkOptions } from "./network/network-options";
import {
  simulateItem,
  type PlaceAgainstNormal,
  type SimulatedItem,
  type SimulationTask,
} from "./network/simulate-item";
import { siteRules } from "./network/site-rules";
import { standingPlan } from "./network/standing-plan";
import { stockingItems } from "./network/stocking-items";
import { stressRules, stressWords } from "./network/stress-rules";
import { numberOption, textOption } from "./options";
import { tablesHash } from "./tables-hash";

interface State {
  readonly items: readonly string[];
  readonly boundOf: Readonly<Record<string, PlacementBound>>;
  readonly rowOf: Readonly<Record<string, number>>;
  /** Price less cost, by item; null where one is missing. */
  readonly marginOf: Readonly<Record<string, number | null>>;
  readonly stress: string;
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What is told beside the table, for programs. */
export interface SimulationDetails {
  /** In words; "" for a normal year. */
  readonly stress: string;
  readonly items: readonly SimulatedItem[];
}

export const simulateNetwork = defineAnalysis({
  id: "simulate-network",
  summary:
    "Plays the plan in Placement day by day, in a normal year or under stress: service and cost with confidence intervals.",
  notes: [
    "Base stock at every place, as Placement has it: mean demand over NetTime, and SS. One order a day, first come first served. Nothing is added for what the plan leaves uncovered: service that falls short shows.",
    "Demand is drawn as the plan's Bound sees it. NORMAL: normal days, gamma where they vary much. POISSON: whole units by the mean. EMPIRICAL: the history again, from a day drawn at random, its end followed by its beginning, all places in step; inside a bucket at random.",
    "Suppliers have no row in Placement: they promise as late as their customers count on, and hold what Bound, pooling and csl ask for. A plan that is not of today's lanes and demand is told, and its levels are played as they stand.",
    "Stress: close is a lane such as S05>D300, late a place whose goods come latedays later, spike a place whose demand is multiplied by factor; each from day stressfrom for stressdays. Items it touches are played twice with the same draws, so that what it changes has a narrow interval.",
  ],
  options: {
    csl: numberOption("Cycle service level of suppliers that hold stock", "fraction", 0.95, {
      above: 0.5,
      max: 0.999999,
    }),
    days: numberOption("Days of one run", "days", 365, { min: 30, max: 3660, integer: true }),
    runs: numberOption("Runs", "runs", 10, { min: 2, max: 1000, integer: true }),
    seed: numberOption("Settles the draws", "number", 1, { min: 0, max: 1e9, integer: true }),
    close: textOption("Lane that is closed"),
    late: textOption("Place that is late"),
    latedays: numberOption("Days it is late", "days", 14, { min: 0, max: 365, integer: true }),
    spike: textOption("Place whose demand is multiplied"),
    factor: numberOption("By how much", "times", 2, { min: 0, max: 100 }),
    stressfrom: numberOption("Day on which the stress begins", "day", 30, {
      min: 0,
      max: 3660,
      integer: true,
    }),
    stressdays: numberOption("Days it lasts", "days", 30, { min: 1, max: 3660, integer: true }),
    ...networkOptions,
    item: textOption("Only this item; blank for all"),
  },
  reads: {
    locations: needs(locationsTable),
    lanes: needs(lanesTable),
    items: needs(itemsTable),
    demand: needs(demandTable),
    placement: needs(placementTable),
  },
  writes: [networkSimulationTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const { items, issues: itemIssues } = stockingItems(tables, options);
    const placed = siteRules(tables.placement);
    const planned = items.flatMap(({ item, row, network }) => {
      const plan = standingPlan(item, network, placed);
      return plan === undefined ? [] : [{ item, row, network, plan }];
    });
    const stress = stressRules(
      options,
      planned.map(({ network }) => network),
    );
    const { pooling, bucket, days, runs, seed } = options;
    const work = planned.map(({ item, network, plan }): SimulationTask => ({
      item,
      network,
      plan,
      z: normalQuantile(options.csl),
      pooling,
      bucketDays: 1 / daysToPeriods(1, bucket),
      days,
      runs,
      seed,
      stress,
    }));
    const worths = itemWorths(tables.items).of;
    const state: State = {
      items: planned.map(({ item }) => item),
      boundOf: Object.fromEntries(planned.map(({ item, plan }) => [item, plan.bound])),
      rowOf: Object.fromEntries(planned.map(({ item, row }) => [item, row])),
      marginOf: Object.fromEntries(planned.map(({ item }) => [item, worths.get(item)!.margin])),
      stress: stressWords(stress),
      issues: [...itemIssues, ...placed.issues],
      inputHash: tablesHash(tables),
      runId,
    };
    return { state, work };
  },
  step: (task: SimulationTask): SimulatedItem => simulateItem(task),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const done: SimulatedItem[] = [];
    results.forEach((result, i) => {
      const item = state.items[i];
      const tell = (place: Pick<Issue, "table" | "row" | "column">, message: string) =>
        issues.push({ ...place, message: `${item}: ${message}` });
      if ("problem" in result)
        return tell({ table: itemsTable.name, row: state.rowOf[item], column: "Item" }, result.problem);
      done.push(result.value);
      const { outdated } = result.value;
      if (outdated !== undefined) tell({ table: placementTable.name, ...outdated }, outdated.message);
    });
    return {
      results: [
        tableRows(
          networkSimulationTable,
          done.flatMap((item) => rowsOf(item, state)),
        ),
      ],
      issues,
      summary: done.length === 0 ? nonePlayed(state) : summaryOf(done, state.stress),
      inputHash: state.inputHash,
      details: { stress: state.stress, items: done } satisfies SimulationDetails,
    };
  },
});

const nonePlayed = ({ items }: State) =>
  items.length === 0
    ? "no item has a plan in Placement: run place-safety-stock first"
    : "no item could be played: the issues say why";

function rowsOf(
  { item, places }: SimulatedItem,
  { stress, runId, marginOf, boundOf }: State,
): Partial<Row<typeof networkSimulationTable.columns>>[] {
  return places
    .filter(({ ours }) => ours)
    .map(({ location, baseStock, fillRate, readyRate, onHand, cost, demand, against }) => ({
      Item: item,
      Location: location,
      BaseStock: baseStock,
      FillRate: fillRate.mean,
      FillRateWithin: Math.min(1, fillRate.within),
      ReadyRate: readyRate.mean,
      ReadyRateWithin: Math.min(1, readyRate.within),
      OnHand: onHand.mean,
      Cost: cost.mean,
      CostWithin: cost.within,
      Stress: against === undefined ? null : stress,
      RunId: runId,
      Demand: demand,
      Bound: boundOf[item],
      ...(against === undefined ? {} : comparedColumns(against, marginOf[item])),
    }));
}

function comparedColumns({ normal, change, late }: PlaceAgainstNormal, margin: number | null) {
  return {
    NormalFillRate: normal.fillRate.mean,
    FillRateChange: change.fillRate.mean,
    FillRateChangeWithin: Math.min(1, change.fillRate.within),
    NormalCost: normal.cost.mean,
    CostChange: change.cost.mean,
    CostChangeWithin: change.cost.within,
    Late: late.mean,
    LateWithin: late.within,
    LateMargin: margin === null ? null : late.mean * margin,
  };
}

function summaryOf(items: readonly SimulatedItem[], stress: string): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const mean = (rates: readonly number[]) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const rates = items.map(({ fillRate }) => fillRate.mean);
  const normal = items.map(({ fillRate, against }) => (against?.normal.fillRate ?? fillRate).mean);
  const instead = stress === "" ? "" : `, ${percent(mean(normal))} in a normal year`;
  const under = stress === "" ? "" : ` under stress (${stress})`;
  return `${items.length} items played${under}: customers get ${percent(mean(rates))} of units in time${instead}, ${percent(Math.min(...rates))} at worst`;
}
