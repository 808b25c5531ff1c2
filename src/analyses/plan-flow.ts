import { planFlow as cheapestPlan, separateFlows, type FlowPlan, type FlowProblem } from "../engine/network";
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
  type FlowCapacityRow,
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
  /** Items that have no capacity in common with those of other parts, each part a piece of work. */
  readonly parts: readonly { readonly problem: FlowProblem; readonly names: FlowNames }[];
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
    const { problem, names, starts, kept, issues } = flowInput(tables, options);
    const parts = separateFlows(problem).map(({ problem: own, goods, limits, stores }) => ({
      problem: own,
      names: {
        items: goods.map((good) => names.items[good]),
        limits: limits.map((limit) => names.limits[limit]),
        stores: stores.map((store) => names.stores[store]),
      },
    }));
    const state: State = { parts, starts, kept, issues, inputHash: tablesHash(tables), runId };
    return { state, work: parts.map((part) => part.problem) };
  },
  step: (problem: FlowProblem, { seconds }, tell): FlowPlan =>
    cheapestPlan(problem, { seconds, gap }, (planned, all) => {
      if (all > 1)
        tell({ text: `${planned.toLocaleString("en")} of ${all.toLocaleString("en")} items planned` });
    }),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const rows = { plan: [] as FlowRow[], stock: [] as FlowStockRow[], capacity: [] as FlowCapacityRow[] };
    const short: StaysShort[] = [];
    const money = { freight: 0, transit: 0, holding: 0, shortage: 0, shortfall: 0 };
    let widest = 0;
    results.forEach((result, part) => {
      const { problem, names } = state.parts[part];
      const issue = (row: number, message: string) =>
        issues.push({ table: itemsTable.name, row, column: "Item", message });
      if ("problem" in result)
        return names.items.forEach(({ item, row }) => issue(row, `${item}: ${result.problem}`));
      const plan = result.value;
      const fullLimit = fullLimits(problem, plan);
      plan.goods.forEach((own, good) => {
        const planned = names.items[good];
        const { item, row, places } = planned;
        if ("problem" in own) return issue(row, `${item}: ${own.problem}`);
        rows.plan.push(...planRows(problem, good, own, planned, fullLimit, state));
        rows.stock.push(...stockRows(problem, good, own, planned, state));
        places.forEach(({ location }, place) => {
          const waits = staysShort(item, location, own.waiting[place], state.starts);
          short.push(...waits);
          if (waits.length > 0) issue(row, shortMessage(waits));
        });
        for (const name of Object.keys(money) as (keyof typeof money)[]) money[name] += own[name];
        widest = Math.max(widest, own.gap);
      });
      rows.capacity.push(...capacityRows(problem, plan, names, state));
    });
    const shown = (amount: number) => Math.round(amount).toLocaleString("en");
    const places = new Set(short.map(({ item, location }) => leafId(item, location))).size;
    const proof = widest > 1e-9 ? `; proven to ${(100 * widest).toFixed(2)} %` : "";
    const details: FlowDetails = { short, ...money };
    return {
      results: [
        tableRows(flowPlanTable, withKept(rows.plan, state.kept)),
        tableRows(flowStockTable, rows.stock),
        tableRows(flowCapacityTable, rows.capacity),
      ],
      issues,
      summary: `${rows.plan.length} shipments of ${new Set(rows.plan.map(({ Item }) => Item)).size} items, freight ${shown(money.freight)}, holding ${shown(money.holding)} and ${shown(money.transit)} under way; ${places} places of items stay short${proof}`,
      inputHash: state.inputHash,
      details,
    };
  },
});
