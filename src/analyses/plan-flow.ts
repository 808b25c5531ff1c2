import { daysToPeriods } from "../engine/calendar";
import { PlanningError, invalidInput } from "../engine/errors";
import { planFlow as cheapestPlan, type FlowPlan, type FlowPlanProblem } from "../engine/network";
import { defaultLimits } from "../engine/optimise";
import {
  demandTable,
  flowPlanTable,
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
import { capacityShares, itemFlow, type FlowPlace, type ItemFlow } from "./flow/flow-network";
import {
  rowsOf,
  shortMessage,
  staysShort,
  type FlowRow,
  type PlannedItem,
  type StaysShort,
} from "./flow/flow-rows";
import { flowBuckets, flowPeriods } from "./flow/flow-periods";
import { openArrivals } from "./flow/open-arrivals";
import { leafId } from "./forecast/plan-forecast";
import { companyDemand } from "./health/coming-demand";
import { masterData } from "./health/master-data";
import { stockPosition } from "./health/stock-position";
import { networkOptions } from "./network/network-options";
import { lanesByItem, readLanes, readPlaces } from "./network/network-tables";
import { choiceOption, numberOption, textOption } from "./options";
import { currentPolicies } from "./policies/target-rows";
import { tablesHash } from "./tables-hash";

interface State {
  readonly items: readonly PlannedItem[];
  /** First day of each period, and after them the day after the last. */
  readonly starts: readonly number[];
  readonly issues: readonly Issue[];
  readonly inputHash: string;
  readonly runId: string;
}

/** What is told beside the table: who waits, and the parts of the cost. */
export interface FlowDetails {
  readonly short: readonly StaysShort[];
  readonly freight: number;
  readonly holding: number;
  readonly shortage: number;
  readonly shortfall: number;
}

export const planFlow = defineAnalysis({
  id: "plan-flow",
  summary:
    "Plans week by week or month by month what to ship on which lane: early where a lane is too narrow for a peak, late where waiting costs less.",
  notes: [
    "Per item the least of freight, holding, waiting customers and stock below safety stock (Policies[SS]), as a linear program. Supply lanes only. Suppliers have what is asked; another place that no lane leads to has it after Items[LeadTime]. Smallest shipments and multiples are not kept: see Lanes[MOQ] before you order.",
    "Periods begin the day after the stock was counted (Stock[AsOf]): seven days each, or calendar months. Lead times are rounded to whole periods; monthly demand is spread evenly over days. Nothing is shipped that would arrive after the last period, and what is missing at its end costs as if it lasted a year: else the last demand would never be worth its freight.",
    "Lanes[Capacity] of a lane for all items is shared among them by what they need beyond it. Receipts count when they are expected (ETA, else Due), overdue ones in the first period.",
  ],
  solverSeconds: () => defaultLimits.seconds,
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
  },
  writes: [flowPlanTable, runsTable],
  prepare: ({ tables, runId }, options) => {
    const master = masterData(tables.items, undefined);
    if (options.item !== "" && !master.items.has(options.item))
      throw invalidInput("item", "must be in the table Items", options.item);
    const position = stockPosition(tables.stock, master);
    if (position.asOf === undefined)
      throw invalidInput("Stock[AsOf]", "must tell the day of the stock", undefined);
    const periods = flowPeriods(position.asOf, options.bucket, options.periods);
    const places = readPlaces(tables.locations);
    const lanes = readLanes(tables.lanes);
    const policies = currentPolicies(tables.policies);
    const arrivals = openArrivals(tables.receipts, periods.starts);
    const demand = companyDemand({
      forecast: tables.forecast,
      demand: tables.demand,
      last: periods.firstMonth - 1,
      horizon: periods.months,
      shareOf: () => 0,
    });
    const issues: Issue[] = [
      ...master.issues,
      ...position.issues,
      ...places.issues,
      ...lanes.issues,
      ...policies.issues,
      ...arrivals.issues,
      ...demand.issues,
    ];
    const periodsAYear = daysToPeriods(365.25, options.bucket);
    const types = new Map(places.places.map(({ id, type }) => [id, type]));
    const stockAt = new Map(position.leaves.map((leaf) => [leaf.id, leaf.ownUsable + leaf.vendorUsable]));
    const lanesFor = lanesByItem(lanes.lanes);
    const placeOf = (item: string, location: string): FlowPlace => {
      const id = leafId(item, location);
      return {
        stock: stockAt.get(id) ?? 0,
        minimum: policies.byLeaf.get(id)?.SS ?? 0,
        demand: periods.spread(demand.of(item, location).coming),
        inbound: arrivals.of.get(id) ?? new Array<number>(options.periods).fill(0),
      };
    };
    const flows: (ItemFlow & { readonly cost: number; readonly row: number })[] = [];
    for (const [item, { Cost, StdCost, LeadTime, row }] of master.items) {
      const ways = lanesFor(item);
      const wanted = demand.placesOf(item);
      if (ways.length === 0 || wanted.length === 0) continue;
      try {
        const cost = Cost ?? StdCost;
        if (cost === null)
          throw new PlanningError("insufficient-data", "Cost", `${item}: Cost must not be blank`);
        if (wanted.every((location) => location === ""))
          throw new PlanningError("insufficient-data", "Location", `${item}: demand must tell its places`);
        const known = new Set([
          ...ways.flatMap(({ from, to }) => [from, to]),
          ...wanted.filter((location) => location !== ""),
        ]);
        const flow = itemFlow(
          {
            item,
            lanes: ways,
            places: new Map([...known].map((location) => [location, placeOf(item, location)])),
            cost,
            carryRate: options.carryRate / periodsAYear,
            leadTime: LeadTime,
          },
          types,
          options.bucket,
          options.periods,
        );
        if (flow.lanes.length > 0) flows.push({ ...flow, cost, row });
      } catch (thrown) {
        if (!(thrown instanceof PlanningError)) throw thrown;
        issues.push({ table: itemsTable.name, row, column: "Item", message: thrown.message });
      }
    }
    const capacityOf = capacityShares(flows);
    const planned = flows.filter(({ item }) => options.item === "" || item === options.item);
    const work = planned.map(({ sites, lanes: ways, cost }): FlowPlanProblem => ({
      periods: options.periods,
      sites,
      lanes: ways.map((way) => {
        const monthly = new Array<number>(periods.months).fill(capacityOf(way));
        const { from, to, leadTime, cost: freight } = way;
        return { from, to, leadTime, cost: freight, capacity: periods.spread(monthly) };
      }),
      shortagePenalty: options.shortage * cost,
      minimumPenalty: options.below * cost,
      endWeight: periodsAYear,
    }));
    const state: State = {
      items: planned.map(({ item, row, sites, lanes: ways }) => ({
        item,
        row,
        places: sites.map(({ id }) => id),
        lanes: ways.map(({ lane: { from, to } }) => ({ from, to })),
      })),
      starts: periods.starts,
      issues,
      inputHash: tablesHash(tables),
      runId,
    };
    return { state, work };
  },
  step: (problem: FlowPlanProblem): FlowPlan => cheapestPlan(problem),
  finish: (state: State, results): AnalysisOutcome => {
    const issues: Issue[] = [...state.issues];
    const rows: FlowRow[] = [];
    const short: StaysShort[] = [];
    const money = { freight: 0, holding: 0, shortage: 0, shortfall: 0 };
    results.forEach((result, i) => {
      const planned = state.items[i];
      const issue = (message: string) =>
        issues.push({ table: itemsTable.name, row: planned.row, column: "Item", message });
      if ("problem" in result) return issue(`${planned.item}: ${result.problem}`);
      rows.push(...rowsOf(planned, result.value.shipments, state));
      planned.places.forEach((location, place) => {
        const waits = staysShort(planned.item, location, result.value.waiting[place], state.starts);
        short.push(...waits);
        if (waits.length > 0) issue(shortMessage(waits));
      });
      for (const part of ["freight", "holding", "shortage", "shortfall"] as const)
        money[part] += result.value[part];
    });
    const details: FlowDetails = { short, ...money };
    const shown = (amount: number) => Math.round(amount).toLocaleString("en");
    const places = new Set(short.map(({ item, location }) => leafId(item, location))).size;
    return {
      results: [tableRows(flowPlanTable, rows)],
      issues,
      summary: `${rows.length} shipments of ${new Set(rows.map(({ Item }) => Item)).size} items, freight ${shown(money.freight)}, holding ${shown(money.holding)}; ${places} places of items stay short`,
      inputHash: state.inputHash,
      details,
    };
  },
});
