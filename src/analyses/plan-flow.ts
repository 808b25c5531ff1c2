import {
  firstTasks,
  flowPlan,
  nextTasks,
  solveGroup,
  taskProblems,
  type FlowProblem,
  type FlowTask,
  type GroupPlan,
  type TaskAnswer,
} from "../engine/network";
import {
  demandTable,
  flowCapacityTable,
  flowPlanTable,
  flowStockTable,
  forecastTable,
  itemsTable,
  lanesTable,
  locationsTable,
  policiesTable,
  receiptsTable,
  runsTable,
  stockTable,
  type Issue,
} from "../workbook/tables";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { flowInput } from "./flow/flow-input";
import { flowBuckets } from "./flow/flow-periods";
import {
  capacityRows,
  fullLimits,
  planRows,
  stockRows,
  type FlowNames,
  type FlowRow,
  type FlowStockRow,
} from "./flow/flow-rows";
import { withKept } from "./flow/kept-rows";
import { shortMessage, staysShort, type StaysShort } from "./flow/stays-short";
import { leafId } from "./forecast/plan-forecast";
import { networkOptions } from "./network/network-options";
import { choiceOption, numberOption, textOption } from "./options";
import { tablesHash } from "./tables-hash";

interface State {
  readonly problem: FlowProblem;
  readonly names: FlowNames;
  /** What has been planned, each a piece of work, and what came out; the last ones are still to do. */
  readonly tasks: readonly FlowTask[];
  readonly answers: readonly TaskAnswer[];
  /** First day of each period, and after them the day after the last. */
  readonly starts: readonly number[];
  /** Rows of FlowPlan that stay. */
  readonly kept: readonly FlowRow[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What is told beside the tables: who waits, and the parts of the cost. */
export interface FlowDetails {
  readonly short: readonly StaysShort[];
  readonly freight: number;
  readonly transit: number;
  readonly holding: number;
  readonly shortage: number;
  readonly shortfall: number;
}

/** Share of its cost by which a plan with whole shipments may miss the best. */
const gap = 1e-3;

export const planFlow = defineAnalysis({
  id: "plan-flow",
  summary:
    "Plans week by week or month by month what to ship on which lane: early where a lane is too narrow for a peak, late where waiting costs less.",
  notes: [
    "The least of freight, carrying stock and goods under way, waiting customers and stock below safety stock (Policies[SS]), of all items together. Supply lanes only. Suppliers have what is asked; another place that no lane leads to has it after Items[LeadTime].",
    "Periods begin the day after the stock was counted (Stock[AsOf]): seven days each, or calendar months. Lead times are rounded to whole periods; monthly demand is spread evenly over days. Nothing is shipped that would arrive after the last period, and what is missing at its end costs as if it lasted a year: else the last demand would never be worth its freight.",
    "Lanes[Capacity] and Locations[Output] limit what leaves in a month, Locations[Capacity] what a place holds at the end of a period: more only where what is there leaves no choice. Items that share a capacity they would exceed are planned in one program; where that would have more than 100,000 columns each has a part of it by its need. Shipments keep Lanes[MOQ] and are whole multiples of Lanes[Multiple], proven to 0.1 % or as far as the time allows.",
    "Rows of FlowPlan with Fixed stay exactly as they are. With item the shipments of all other items in FlowPlan stay too, and it has the capacity they leave.",
    "Receipts count when they are expected (ETA, else Due), overdue ones in the first period.",
  ],
  solverSeconds: ({ seconds }) => seconds,
  options: {
    bucket: choiceOption("Week or month", flowBuckets, "M"),
    periods: numberOption("How far to plan", "periods", 8, { min: 1, max: 104, integer: true }),
    shortage: numberOption(
      "What a unit that a customer waits for costs each period, as part of its cost",
      "fraction",
      0.25,
      { min: 0, max: 100 },
    ),
    below: numberOption(
      "What a unit missing from safety stock costs each period, as part of its cost",
      "fraction",
      0.05,
      { min: 0, max: 100 },
    ),
    carryRate: networkOptions.carryRate,
    seconds: numberOption("Longest search for items that are planned together", "seconds", 20, {
      above: 0,
      max: 3600,
    }),
    item: textOption("Only this item; blank for all"),
  },
  reads: {
    locations: needs(locationsTable),
    lanes: needs(lanesTable),
    items: needs(itemsTable),
    stock: needs(stockTable),
    forecast: wants(forecastTable),
    demand: wants(demandTable),
    receipts: wants(receiptsTable),
    policies: wants(policiesTable),
    plan: wants(flowPlanTable),
  },
  writes: [flowPlanTable, flowStockTable, flowCapacityTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const input = flowInput(tables, options);
    const tasks = firstTasks(input.problem);
    const state: State = { ...input, tasks, answers: [], inputHash: tablesHash(tables), runId };
    return { state, work: taskProblems(input.problem, tasks) };
  },
  step: (problem: FlowProblem, { seconds }, tell): GroupPlan => {
    const { length } = problem.goods;
    if (length > 1) tell({ text: `${length.toLocaleString("en")} items together` });
    return solveGroup(problem, { seconds, gap });
  },
  more: (state: State, results) => {
    const { problem, tasks } = state;
    const answers = [
      ...state.answers,
      ...results.map((result) => ("value" in result ? result.value : result)),
    ];
    const next = nextTasks(problem, tasks, answers);
    return { state: { ...state, tasks: [...tasks, ...next], answers }, work: taskProblems(problem, next) };
  },
  finish: (state: State): AnalysisOutcome => {
    const { problem, names, starts } = state;
    const plan = flowPlan(problem, state.tasks, state.answers);
    const fullLimit = fullLimits(problem, plan);
    const issues: Issue[] = [...state.issues];
    const shipments: FlowRow[] = [];
    const stock: FlowStockRow[] = [];
    const short: StaysShort[] = [];
    const money = { freight: 0, transit: 0, holding: 0, shortage: 0, shortfall: 0 };
    let widest = 0;
    plan.goods.forEach((own, good) => {
      const planned = names.items[good];
      const { item, row, places } = planned;
      const issue = (message: string) =>
        issues.push({ table: itemsTable.name, row, column: "Item", message });
      if ("problem" in own) return issue(`${item}: ${own.problem}`);
      shipments.push(...planRows(problem, good, own, planned, fullLimit, state));
      stock.push(...stockRows(problem, good, own, planned, state));
      places.forEach(({ location }, place) => {
        const waits = staysShort(item, location, own.waiting[place], starts);
        short.push(...waits);
        if (waits.length > 0) issue(shortMessage(waits));
      });
      for (const name of Object.keys(money) as (keyof typeof money)[]) money[name] += own[name];
      widest = Math.max(widest, own.gap);
    });
    const shown = (amount: number) => Math.round(amount).toLocaleString("en");
    const places = new Set(short.map(({ item, location }) => leafId(item, location))).size;
    const proof = widest > 1e-9 ? `; proven to ${(100 * widest).toFixed(2)} %` : "";
    const details: FlowDetails = { short, ...money };
    return {
      results: [
        tableRows(flowPlanTable, withKept(shipments, state.kept)),
        tableRows(flowStockTable, stock),
        tableRows(flowCapacityTable, capacityRows(problem, plan, names, state)),
      ],
      issues,
      summary: `${shipments.length} shipments of ${new Set(shipments.map(({ Item }) => Item)).size} items, freight ${shown(money.freight)}, holding ${shown(money.holding)} and ${shown(money.transit)} under way; ${places} places of items stay short${proof}`,
      inputHash: state.inputHash,
      details,
    };
  },
});
