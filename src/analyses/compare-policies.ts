import {
  contractsTable,
  demandTable,
  itemsTable,
  policiesTable,
  policyComparisonTable,
  receiptsTable,
  runsTable,
  suppliersTable,
  transactionsTable,
  type Issue,
  type Row,
} from "../workbook/tables";
import { orderDaysOf, weekdayNames, workingDays } from "./compare/order-days";
import { playPolicies, type PlayTask, type PlayedPolicy } from "./compare/play-policies";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { numberOption, numbersOption } from "./options";
import { withLessons } from "./policies/learn-lessons";
import { planPolicies, type PlannedItem } from "./policies/plan-policies";
import { policyOptions, policyRules } from "./policies/policy-options";

interface State {
  readonly items: readonly (Pick<PlannedItem, "item" | "location" | "demandRow"> & {
    readonly limits: string;
  })[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

export const comparePolicies = defineAnalysis({
  id: "compare-policies",
  summary:
    "Continuous against periodic control of each item, within the supplier's order days, minimum, packs and trucks, best first.",
  notes: [
    "(s,Q) and (s,S) look at the stock on every order day, (R,S) and (R,s,S) on the first order day of each interval. Levels are those that set-policies proposes without Forecast, for the item's own target, CSL or FILL.",
    "Every policy, and the one in force, is played through the item's own demand with the same lead times. Where demand grows, falls or has a season, it is played about the height now expected. Demand of a bucket is dealt to its days at random, the same each time, to as many days as Transactions have with issues; where demand often stays away it falls on one day.",
    "Those that meet the target within one point come first, cheapest first: carrying and ordering a year. Order days are Suppliers[OrderDays], Monday to Friday where blank; minimum, packs and trucks those of Contracts.",
  ],
  options: {
    ...policyOptions,
    reviews: numbersOption("Days between reviews of the periodic policies", "days", [7, 14, 28]),
    items: numberOption("Items and places compared, those of most value a year; 0 for all", "items", 200, {
      min: 0,
      integer: true,
    }),
    seed: numberOption("Starts the random days and lead times", "seed", 1, {
      min: 0,
      max: 1e9,
      integer: true,
    }),
  },
  reads: {
    items: needs(itemsTable),
    demand: needs(demandTable),
    suppliers: wants(suppliersTable),
    receipts: wants(receiptsTable),
    contracts: wants(contractsTable),
    policies: wants(policiesTable),
    transactions: wants(transactionsTable),
  },
  writes: [policyComparisonTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const plan = withLessons(planPolicies({ ...tables, forecast: undefined }, policyRules(options)));
    const { bySupplier, issues } = orderDaysOf(tables.suppliers);
    const byValue = [...plan.items].sort((a, b) => valueOf(b) - valueOf(a));
    const chosen = options.items === 0 ? byValue : byValue.slice(0, options.items);
    const work = chosen.map((item, i): PlayTask => ({
      item,
      orderDays: bySupplier.get(item.supplier) ?? workingDays,
      reviews: [...new Set(options.reviews)],
      seed: options.seed * 1_000_003 + i,
    }));
    const state: State = {
      items: work.map(({ item: { item, location, demandRow, task }, orderDays }) => ({
        item,
        location,
        demandRow,
        limits: limitsText(orderDays, task.moq, task.multiple),
      })),
      issues: [...plan.issues, ...issues],
      inputHash: plan.inputHash,
      runId,
    };
    return { state, work };
  },
  step: (task: PlayTask): PlayedPolicy[] => playPolicies(task),
  finish: ({ items, issues: found, inputHash, runId }: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...found];
    let periodic = 0;
    const rows = items.flatMap(({ item, location, demandRow, limits }, i) => {
      const result = results[i];
      if ("problem" in result) {
        const message = `${item}${location === "" ? "" : ` at ${location}`}: ${result.problem}`;
        issues.push({ table: demandTable.name, row: demandRow, column: "Item", message });
        return [];
      }
      const best = result.value.find(({ inForce }) => !inForce);
      if (best?.meets === true && best.review > 0) periodic++;
      return result.value.map((policy, rank) => rowOf(policy, rank + 1, item, location, limits, runId));
    });
    const count = (results.length - (issues.length - found.length)).toLocaleString("en");
    return {
      results: [tableRows(policyComparisonTable, rows)],
      issues,
      summary: `${count} items compared; periodic review is cheapest for ${periodic.toLocaleString("en")}`,
      inputHash,
    };
  },
});

/** Money a bucket, enough to rank by. */
function valueOf({ task: { series, unitCost } }: PlannedItem): number {
  return ((unitCost ?? 0) * series.reduce((sum, units) => sum + units, 0)) / Math.max(1, series.length);
}

function limitsText(orderDays: readonly number[], moq: number, multiple: number): string {
  const parts = [
    `orders ${weekdayNames(orderDays)}`,
    ...(moq > 0 ? [`at least ${moq.toLocaleString("en")}`] : []),
    ...(multiple > 0 ? [`in ${multiple.toLocaleString("en")}s`] : []),
  ];
  return parts.join(", ");
}

function rowOf(
  { kind, review, inForce, meets, ...policy }: PlayedPolicy,
  rank: number,
  item: string,
  location: string,
  limits: string,
  runId: string,
): Row<typeof policyComparisonTable.columns> {
  return {
    Item: item,
    Location: location,
    Policy: kind,
    Review: review,
    InForce: inForce ? true : null,
    Rank: rank,
    Meets: meets,
    ROP: policy.reorderPoint,
    Lot: policy.lot,
    Max: policy.max,
    CSL: policy.cycleServiceLevel,
    FILL: policy.fillRate,
    Stock: policy.stock,
    Orders: policy.orders,
    Carrying: policy.carrying,
    Ordering: policy.ordering,
    Cost: policy.cost,
    Limits: limits,
    RunId: runId,
  };
}
