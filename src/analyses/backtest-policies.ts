import { bucketOf, dayOfSerial, serialOfDay } from "../engine/calendar";
import { PlanningError } from "../engine/errors";
import {
  backtestTable,
  contractsTable,
  demandTable,
  itemsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  stockTable,
  transactionsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { bookedMovements } from "./backtest/movements";
import { replayItem, type ItemReplay } from "./backtest/replay-item";
import { replayTask, type ReplayTask } from "./backtest/replay-task";
import { totalsOf, type WayTotal } from "./backtest/totals";
import { fillTargetOf, type Verdict } from "./backtest/verdict";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { numberOption } from "./options";
import { lessonsOf } from "./policies/learn-lessons";
import { planPolicies } from "./policies/plan-policies";
import { policyOptions, policyRules } from "./policies/policy-options";

export interface BacktestDetails {
  readonly items: readonly (ItemReplay & {
    readonly item: string;
    readonly location: string;
    readonly abc: string;
  })[];
  readonly totals: readonly WayTotal[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Days that came out as booked, of all days. */
  readonly reproduced: number;
  /** Snapshots of Stock that the movements lead to, of those that could be checked. */
  readonly snapshots: { readonly agreeing: number; readonly checked: number };
  /** Share of the A items with movements that were replayed; null where no item is A. */
  readonly coverageOfA: number | null;
}

interface Described {
  readonly id: string;
  readonly item: string;
  readonly location: string;
  readonly abc: string;
  readonly unitCost: number | null;
  readonly demandRow: number;
  readonly units: number;
  readonly target: number | null;
}

interface State {
  readonly described: readonly Described[];
  readonly issues: readonly Issue[];
  readonly snapshots: BacktestDetails["snapshots"];
  readonly inputHash: string;
  readonly runId: string;
}

/** A proposal may see all of the past, planned or not: the plan itself holds it. */
const allOfHistory = 5200;

export const backtestPolicies = defineAnalysis({
  id: "backtest-policies",
  summary:
    "Replays real receipts and issues: what was done, the parameters in force, the proposals of the time, and hindsight.",
  notes: [
    "Issues in Transactions tell on which days customers took something, Demand how much they asked for: what Demand holds beyond the issues of a bucket in which the shelf ran empty was not served, and stands on the first such day. Scrap, transfers and counts leave stock under every policy.",
    "Proposals are made anew at the start of every bucket from the demand and receipts before it: nothing of the future is seen, and past runs of Forecast are not used.",
    "Orders under way at the start are the same for all; later ones take the lead time of the real order nearest in time. What customers did not get at once waits.",
    "Hindsight knows every issue: the cheapest lots that serve all of them. Regret is money above it.",
    "A proposal is weighed by its fill rate, its stock and its cost of carrying, ordering and shortages together. It is recommended where it costs no more, gains on something and keeps the fill rate of before or the target; never where fill rate and stock are both worse. Where nothing is better it is worse; the rest is a trade-off.",
  ],
  options: {
    ...policyOptions,
    days: numberOption("Days replayed, the last ones with movements", "days", 365, {
      min: 28,
      max: 3660,
      integer: true,
    }),
    shortageRate: numberOption("Cost of a unit that has to wait, as a share of its cost", "fraction", 0.25, {
      min: 0,
      max: 100,
    }),
  },
  reads: {
    items: needs(itemsTable),
    demand: needs(demandTable),
    transactions: needs(transactionsTable),
    stock: wants(stockTable),
    receipts: wants(receiptsTable),
    contracts: wants(contractsTable),
    policies: wants(policiesTable),
  },
  writes: [backtestTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const { receipts, history, days, shortageRate } = options;
    const plan = planPolicies(
      { ...tables, forecast: undefined, transactions: undefined },
      { ...policyRules(options), history: allOfHistory },
    );
    const booked = bookedMovements(tables.transactions, tables.stock);
    if (!Number.isFinite(booked.first))
      throw new PlanningError(
        "insufficient-data",
        "Transactions",
        "the table Transactions holds no movement that can be used",
      );
    const today = policyRules(options).asOf;
    const last = Number.isFinite(today) ? Math.min(booked.last, dayOfSerial(today) - 1) : booked.last;
    const from = Math.max(booked.first, last - days + 1);
    // Learnt once, from what was known on the first day.
    const firstBucket = bucketOf(serialOfDay(from), options.bucket);
    const lessons = lessonsOf(
      plan.items.map(({ task, start }) => ({
        ...task,
        series: task.series.slice(0, Math.max(0, firstBucket - start)).slice(-history),
      })),
    );
    const described: Described[] = [];
    const work: ReplayTask[] = [];
    for (const item of plan.items) {
      const moves = booked.byLeaf.get(item.id);
      if (moves === undefined) continue;
      const task = replayTask(
        { ...item, task: { ...item.task, lessons } },
        moves,
        { first: booked.first, from, last },
        { history, receipts, shortageRate },
      );
      described.push({
        id: item.id,
        item: item.item,
        location: item.location,
        abc: item.segment.slice(0, 1),
        unitCost: item.task.unitCost,
        demandRow: item.demandRow,
        units: task.wanted.reduce((sum, units) => sum + units, 0),
        target: fillTargetOf(item.task.target),
      });
      work.push(task);
    }
    const [agreeing, differing] = [...booked.byLeaf.values()].reduce(
      ([a, d], moves) => [a + moves.agreeing, d + moves.differing],
      [0, 0],
    );
    const state: State = {
      described,
      issues: [...plan.issues, ...booked.issues],
      snapshots: { agreeing, checked: agreeing + differing },
      inputHash: plan.inputHash,
      runId,
    };
    return { state, work };
  },
  step: (task: ReplayTask): ItemReplay => replayItem(task),
  finish: ({ described, issues, snapshots, inputHash, runId }: State, results): AnalysisOutcome => {
    const problems: Issue[] = [];
    const replayed = described.flatMap((item, i) => {
      const result = results[i];
      if ("value" in result) return [{ ...item, replay: result.value }];
      const message = `${item.item}: ${result.problem}`;
      problems.push({ table: demandTable.name, row: item.demandRow, column: "Item", message });
      return [];
    });
    const ofA = (items: readonly Described[]) => items.filter(({ abc }) => abc === "A").length;
    const verdicts = { recommended: 0, "trade-off": 0, "no change": 0, worse: 0 };
    for (const { replay } of replayed) verdicts[replay.verdict]++;
    const allDays = replayed.reduce((sum, { replay }) => sum + replay.days, 0);
    const details: BacktestDetails = {
      items: replayed.map(({ item, location, abc, replay }) => ({ item, location, abc, ...replay })),
      totals: totalsOf(replayed),
      verdicts,
      reproduced:
        allDays === 0 ? 1 : replayed.reduce((sum, { replay }) => sum + replay.reproduced, 0) / allDays,
      snapshots,
      coverageOfA: ofA(described) === 0 ? null : ofA(replayed) / ofA(described),
    };
    const { recommended, worse } = verdicts;
    const count = replayed.length.toLocaleString("en");
    return {
      results: [
        tableRows(
          backtestTable,
          replayed.flatMap((item) => rowsOf(item, runId)),
        ),
      ],
      issues: [...issues, ...problems],
      summary: `${count} items replayed, booked stock reproduced on ${(100 * details.reproduced).toFixed(1)}% of days; proposals recommended for ${recommended}, worse for ${worse}`,
      inputHash,
      details,
    };
  },
});

interface Replayed extends Described {
  readonly replay: ItemReplay;
}

function rowsOf(
  { item, location, abc, units, unitCost, target, replay }: Replayed,
  runId: string,
): Partial<Row<typeof backtestTable.columns>>[] {
  return replay.ways.map((way) => ({
    Item: item,
    Location: location,
    Way: way.way,
    ABC: abc,
    Days: replay.days,
    Reproduced: replay.days === 0 ? 1 : replay.reproduced / replay.days,
    Units: units,
    Target: target,
    StockoutDays: way.stockoutDays,
    FILL: way.fillRate,
    Stock: way.stock,
    StockValue: unitCost === null ? null : way.stock * unitCost,
    Orders: way.orders,
    Short: way.short,
    Carrying: way.carrying,
    Ordering: way.ordering,
    Shortage: way.shortage,
    Regret: way.regret,
    Verdict: way.way === "proposed" ? replay.verdict : null,
    RunId: runId,
  }));
}
