import {
  demandTable,
  forecastTable,
  itemsTable,
  lanesTable,
  locationsTable,
  pushPullTable,
  readRows,
  runsTable,
  type Issue,
} from "../workbook/tables";
import type { TableContent } from "../workbook/workbook";
import { defineAnalysis, needs, tableRows, wants, type AnalysisOutcome } from "./define-analysis";
import { leafId } from "./forecast/plan-forecast";
import { decoupleItem, type DecoupledItem, type DecouplingTask } from "./network/decouple-item";
import { forecastSpreads } from "./network/forecast-spread";
import { stockingOptions } from "./network/network-options";
import { agreedEchelons, agreementProblem, pushPullRows, type PushPullRow } from "./network/push-pull-rows";
import { shippingIssues, shippingLanes } from "./network/shipping-lanes";
import { stockingItems } from "./network/stocking-items";
import { stockingTask } from "./network/stocking-task";
import { numberOption } from "./options";
import { tablesHash } from "./tables-hash";

interface State {
  readonly items: readonly string[];
  /** Body row of Items, counted from 1. */
  readonly rowOf: Readonly<Record<string, number>>;
  readonly before: readonly PushPullRow[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What is told beside the table, for programs. */
export interface PushPullDetails {
  readonly items: readonly DecoupledItem[];
}

export const pushPull = defineAnalysis({
  id: "push-pull",
  summary:
    "Where stock should decouple forecast from orders in each item's network, and what it costs to move that one echelon.",
  notes: [
    "Upstream of the boundary goods are pushed by forecast, downstream they are pulled by orders and no stock is held (Olhager 2003). The boundary is the last echelon that holds safety stock in the cheapest plan of the guaranteed-service model (Graves and Willems 2000), transport included; Optimiser is the same without transport. Sites' own rules in Placement do not count.",
    "A boundary elsewhere is solved anew: echelons beyond it hold nothing, its places cover at least their own lead time, and echelons it has left behind on its way towards the customer hold nothing either, but for places whose own customers would not wait. Where customers would wait longer than Items[Wait] (tolerance where that is blank) Reason says who.",
    "ByDemand lies as near to the customer as demand is predictable in every echelon so far: CV up to the option predictable. CV is that of forecast errors where Forecast has an interval (High) for coming buckets, else that of demand; what several places ask for is added up as the option pooling says.",
    "ByTransport lies where the lanes last gain from full lots (Simchi-Levi et al. 2008). An order is what customers ask for between two departures (Lanes[DaysOpen]), at least one unit; a shipment is at least Lanes[MOQ] and a multiple of Lanes[Multiple], and pays Lanes[Cost] for each unit of it, used or not. Shipping to order pays for the room that is left; shipping in lots holds half of what exceeds an order. Each lane carries all that its end needs.",
  ],
  options: {
    ...stockingOptions,
    predictable: numberOption("Coefficient of variation up to which demand is predictable", "ratio", 0.5, {
      above: 0,
      max: 10,
    }),
  },
  reads: {
    locations: needs(locationsTable),
    lanes: needs(lanesTable),
    items: needs(itemsTable),
    demand: needs(demandTable),
    forecast: wants(forecastTable),
    pushPull: wants(pushPullTable),
  },
  writes: [pushPullTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const { items, next, issues: itemIssues } = stockingItems(tables, options);
    const forecast = forecastSpreads(tables.forecast, options.bucket, next);
    const before = earlierRows(tables.pushPull);
    const { carryRate, predictable, seconds } = options;
    const work = items.map((one): DecouplingTask => ({
      ...stockingTask(one, options),
      shipping: shippingLanes(one.lanes),
      forecast: one.network.places.map(({ id }) => forecast.of.get(leafId(one.item, id)) ?? null),
      carryRate,
      predictable,
      seconds,
    }));
    const used = new Map(items.flatMap(({ lanes }) => lanes.map((lane) => [lane.row, lane])));
    const state: State = {
      items: items.map(({ item }) => item),
      rowOf: Object.fromEntries(items.map(({ item, row }) => [item, row])),
      before: before.rows,
      issues: [...itemIssues, ...forecast.issues, ...before.issues, ...shippingIssues([...used.values()])],
      inputHash: tablesHash(tables),
      runId,
    };
    return { state, work };
  },
  step: (task: DecouplingTask, _, tell): DecoupledItem => decoupleItem(task, tell),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const agreed = agreedEchelons(state.before);
    const done: DecoupledItem[] = [];
    results.forEach((result, i) => {
      const item = state.items[i];
      const tell = (message: string) =>
        issues.push({ table: itemsTable.name, row: state.rowOf[item], column: "Item", message });
      if ("problem" in result) return tell(`${item}: ${result.problem}`);
      done.push(result.value);
      const problem = agreementProblem(result.value, agreed.get(item) ?? none);
      if (problem !== undefined) tell(problem);
    });
    const known = new Set(done.map(({ item }) => item));
    const kept = state.before.filter(({ Item }) => !known.has(Item as string));
    const fresh = done.flatMap((one) => pushPullRows(one, agreed.get(one.item) ?? none, state.runId));
    const details: PushPullDetails = { items: done };
    return {
      results: [tableRows(pushPullTable, [...kept, ...fresh])],
      issues,
      summary: summaryOf(done),
      inputHash: state.inputHash,
      details,
    };
  },
});

const none: ReadonlySet<string> = new Set();

function earlierRows(content: TableContent | undefined) {
  if (content === undefined) return { rows: [], issues: [] };
  return readRows(pushPullTable, content.columns, content.rows);
}

function summaryOf(items: readonly DecoupledItem[]): string {
  if (items.length === 0) return "no item has a network to look at";
  const counts = new Map<string, number>();
  let [cost, moved, unforeseen] = [0, 0, 0];
  for (const { echelons, boundary } of items) {
    const { name, cost: best } = echelons[boundary.advised];
    counts.set(name, (counts.get(name) ?? 0) + 1);
    cost += best!.stock + best!.transport;
    if (boundary.optimiser !== boundary.advised) moved++;
    if (boundary.demand < boundary.advised) unforeseen++;
  }
  const where = [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
  const money = Math.round(cost).toLocaleString("en");
  return `boundary of ${items.length.toLocaleString("en")} items: ${where}; moved by transport ${moved}, on demand that is hard to foresee ${unforeseen}; ${money} a year`;
}
