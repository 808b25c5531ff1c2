import { daysPerYear, daysToPeriods, isoTextOfSerial } from "../../engine/calendar";
import { PlanningError, invalidInput } from "../../engine/errors";
import type { FlowProblem } from "../../engine/network";
import { itemsTable, type Issue } from "../../workbook/tables";
import type { TableContent } from "../../workbook/workbook";
import { leafId } from "../forecast/plan-forecast";
import { companyDemand } from "../health/coming-demand";
import { masterData } from "../health/master-data";
import { stockPosition } from "../health/stock-position";
import { lanesByItem, readLanes, readPlaces } from "../network/network-tables";
import { currentPolicies } from "../policies/target-rows";
import { fixedShipments } from "./fixed-shipments";
import { itemFlow, type FlowPlace, type ItemFlow } from "./flow-network";
import { flowPeriods, type FlowBucket } from "./flow-periods";
import type { FlowNames, FlowRow, PlannedItem } from "./flow-rows";
import { openArrivals } from "./open-arrivals";
import { placeCapacities, sharedCapacity } from "./shared-capacity";

interface FlowTables {
  readonly locations: TableContent;
  readonly lanes: TableContent;
  readonly items: TableContent;
  readonly stock: TableContent;
  readonly forecast: TableContent | undefined;
  readonly demand: TableContent | undefined;
  readonly receipts: TableContent | undefined;
  readonly policies: TableContent | undefined;
  readonly plan: TableContent | undefined;
}

interface FlowOptions {
  readonly bucket: FlowBucket;
  readonly periods: number;
  readonly shortage: number;
  readonly below: number;
  readonly carryRate: number;
  readonly item: string;
}

export interface FlowInput {
  readonly problem: FlowProblem;
  readonly names: FlowNames;
  /** First day of each period, and after them the day after the last. */
  readonly starts: readonly number[];
  /** Rows of FlowPlan that stay. */
  readonly kept: readonly FlowRow[];
  readonly issues: readonly Issue[];
}

/** What the tables say of all items that lanes can bring to where they are wanted. */
export function flowInput(tables: FlowTables, options: FlowOptions): FlowInput {
  const { bucket, item: only } = options;
  const master = masterData(tables.items, undefined);
  if (only !== "" && !master.items.has(only)) throw invalidInput("item", "must be in the table Items", only);
  const position = stockPosition(tables.stock, master);
  if (position.asOf === undefined)
    throw invalidInput("Stock[AsOf]", "must tell the day of the stock", undefined);
  const periods = flowPeriods(position.asOf, bucket, options.periods);
  const places = readPlaces(tables.locations);
  const capacities = placeCapacities(tables.locations);
  const lanes = readLanes(tables.lanes);
  const policies = currentPolicies(tables.policies);
  const arrivals = openArrivals(tables.receipts, periods.starts);
  const fixed = fixedShipments(tables.plan, periods.starts, only);
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
    ...capacities.issues,
    ...lanes.issues,
    ...policies.issues,
    ...arrivals.issues,
    ...demand.issues,
  ];
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
  const flows: ItemFlow[] = [];
  const items: PlannedItem[] = [];
  for (const [item, { Cost, StdCost, LeadTime, row }] of master.items) {
    const ways = lanesFor(item);
    const wanted = demand.placesOf(item);
    if (ways.length === 0 || wanted.length === 0 || !fixed.isPlanned(item)) continue;
    try {
      const cost = Cost ?? StdCost;
      if (cost === null)
        throw new PlanningError("insufficient-data", "Cost", `${item}: Cost must not be blank`);
      const named = wanted.filter((location) => location !== "");
      if (named.length === 0)
        throw new PlanningError("insufficient-data", "Location", `${item}: demand must tell its places`);
      const known = new Set([...ways.flatMap(({ from, to }) => [from, to]), ...named]);
      const flow = fixed.of(
        itemFlow(
          {
            item,
            lanes: ways,
            places: new Map([...known].map((location) => [location, placeOf(item, location)])),
            cost,
            leadTime: LeadTime,
          },
          { ...options, types },
        ),
      );
      if (flow.lanes.length === 0) continue;
      flows.push(flow);
      items.push({
        item,
        row,
        cost,
        places: flow.places.map((location) => ({ location, isOurs: types.get(location) !== "supplier" })),
        lanes: flow.lanes.map(({ from, to }) => ({ from, to })),
      });
    } catch (thrown) {
      if (!(thrown instanceof PlanningError)) throw thrown;
      issues.push({ table: itemsTable.name, row, column: "Item", message: thrown.message });
    }
  }
  const shared = sharedCapacity(flows, capacities.places, periods);
  return {
    problem: {
      periods: periods.starts.slice(0, -1).map((start) => periodName(start, bucket)),
      goods: flows.map(({ good }) => good),
      limits: shared.limits,
      stores: shared.stores,
      endWeight: daysToPeriods(daysPerYear, bucket),
    },
    names: { items, limits: shared.limitNames, stores: shared.storeNames },
    starts: periods.starts,
    kept: fixed.rows,
    issues: [...issues, ...shared.issues, ...fixed.issues()],
  };
}

const periodName = (start: number, bucket: FlowBucket) =>
  bucket === "M" ? isoTextOfSerial(start).slice(0, 7) : `the week from ${isoTextOfSerial(start)}`;
