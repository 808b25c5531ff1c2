import type { FlowPlan, FlowProblem, PlannedGood } from "../../engine/network";
import type { flowCapacityTable, flowPlanTable, flowStockTable, Row } from "../../workbook/tables";
import { arrivalReasons } from "./arrival-reasons";
import type { CapacityName } from "./shared-capacity";

export type FlowRow = Row<typeof flowPlanTable.columns>;
export type FlowStockRow = Row<typeof flowStockTable.columns>;
export type FlowCapacityRow = Row<typeof flowCapacityTable.columns>;

/** What gives the numbers of a good's plan their names back. */
export interface PlannedItem {
  readonly item: string;
  /** Body row of Items, counted from 1. */
  readonly row: number;
  /** Money a unit. */
  readonly cost: number;
  /** Locations of its sites, and whether they are ours to stock. */
  readonly places: readonly { readonly location: string; readonly isOurs: boolean }[];
  /** Locations at both ends of its lanes. */
  readonly lanes: readonly { readonly from: string; readonly to: string }[];
}

/** Names of a problem's parts, in its order. */
export interface FlowNames {
  readonly items: readonly PlannedItem[];
  readonly limits: readonly CapacityName[];
  readonly stores: readonly CapacityName[];
}

interface Frame {
  /** First day of each period, and after them the day after the last. */
  readonly starts: readonly number[];
  readonly runId: string;
}

/** Share of a capacity below which it counts as full: solvers leave traces. */
const slack = 1e-6;
const isFull = (used: number, most: number) => used >= most * (1 - slack) - slack;

type FullLimit = (good: number, lane: number, period: number) => string | undefined;

/** Names the limit that lets no more leave on a lane in a period. */
export function fullLimits({ goods, limits }: FlowProblem, plan: FlowPlan): FullLimit {
  const limitsOf = goods.map(({ lanes }) => lanes.map((): number[] => []));
  limits.forEach(({ lanes }, k) => lanes.forEach(({ good, lane }) => limitsOf[good][lane].push(k)));
  return (good, lane, t) => {
    const found = limitsOf[good][lane].find((k) => isFull(plan.limits[k].used[t], limits[k].most[t]));
    return found === undefined ? undefined : limits[found].name;
  };
}

/** Shipments of one good. */
export function planRows(
  problem: FlowProblem,
  good: number,
  own: PlannedGood,
  { item, cost, lanes }: PlannedItem,
  fullLimit: FullLimit,
  { starts, runId }: Frame,
): FlowRow[] {
  const isFullLane = (lane: number, t: number) => fullLimit(good, lane, t);
  const reasons = arrivalReasons(problem, problem.goods[good], own, isFullLane);
  return own.shipments.map(({ lane, period, arrives, units, cost: freight, transitCost }, i) => ({
    Item: item,
    From: lanes[lane].from,
    To: lanes[lane].to,
    Date: starts[period],
    Qty: units,
    Fixed: null,
    Arrives: starts[arrives] ?? null,
    Cost: freight,
    TransitCost: transitCost,
    Value: units * cost,
    Limit: isFullLane(lane, period) === undefined ? null : "capacity",
    Reason: reasons[i],
    RunId: runId,
  }));
}

/** One good at its places, period by period; suppliers' stock is theirs. */
export function stockRows(
  problem: FlowProblem,
  good: number,
  own: PlannedGood,
  { item, places }: PlannedItem,
  { starts, runId }: Frame,
): FlowStockRow[] {
  const { sites, lanes, shortagePenalty, minimumPenalty } = problem.goods[good];
  const weight = (t: number) => (t === problem.periods.length - 1 ? (problem.endWeight ?? 1) : 1);
  const total = (of: (shipment: PlannedGood["shipments"][number]) => boolean) =>
    own.shipments.reduce((sum, shipment) => sum + (of(shipment) ? shipment.units : 0), 0);
  return places.flatMap(({ location, isOurs }, i) => {
    if (!isOurs) return [];
    return problem.periods.map((_, t): FlowStockRow => {
      const [stock, waiting, missing] = [own.stock[i][t], own.waiting[i][t], own.belowMinimum[i][t]];
      return {
        Item: item,
        Location: location,
        Date: starts[t],
        Demand: sites[i].demand[t],
        Receipts: sites[i].inbound[t],
        Arrivals: total(({ lane, arrives }) => lanes[lane].to === i && arrives === t),
        Shipped: total(({ lane, period }) => lanes[lane].from === i && period === t),
        Stock: stock,
        Waiting: waiting,
        Missing: missing,
        HoldingCost: stock * sites[i].holdingCost,
        WaitingCost: weight(t) * waiting * shortagePenalty,
        MissingCost: weight(t) * missing * minimumPenalty,
        Gap: own.gap,
        RunId: runId,
      };
    });
  });
}

export function capacityRows(
  problem: FlowProblem,
  plan: FlowPlan,
  names: FlowNames,
  { starts, runId }: Frame,
): FlowCapacityRow[] {
  const row = (
    { kind, from, to, item }: CapacityName,
    t: number,
    most: number,
    used: number,
    worth: number | null,
    isParted: boolean,
  ): FlowCapacityRow => ({
    Kind: kind,
    From: from,
    To: to,
    Item: item,
    Date: starts[t],
    Capacity: most,
    Used: used,
    UsedShare: most > 0 ? used / most : null,
    Worth: worth,
    Parted: isParted ? true : null,
    RunId: runId,
  });
  return [
    ...names.limits.flatMap((name, k) => {
      const { used, worth, isParted } = plan.limits[k];
      return used.map((units, t) => row(name, t, problem.limits[k].most[t], units, worth[t], isParted));
    }),
    ...names.stores.flatMap((name, k) => {
      const { held, isParted } = plan.stores[k];
      return held.map((units, t) => row(name, t, problem.stores[k].most, units, null, isParted));
    }),
  ];
}
