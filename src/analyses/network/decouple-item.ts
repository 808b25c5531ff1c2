import { daysPerYear } from "../../engine/calendar";
import {
  laneEconomics,
  leastStock,
  netDemandSd,
  optimiseBoundary,
  passedOn,
  type LaneEconomics,
  type Network,
} from "../../engine/network";
import type { TellNews } from "../define-analysis";
import { itemTerms } from "./cover-rules";
import { itemEchelons } from "./echelons";
import type { ForecastSpread } from "./forecast-spread";
import { searchNews } from "./search-news";
import type { ShippingLane } from "./shipping-lanes";
import { networkWith, type StockingTask } from "./stocking-task";

/** One item, ready to be worked on anywhere. */
export interface DecouplingTask extends StockingTask {
  readonly shipping: readonly ShippingLane[];
  /** In the order of the network's places; null where no forecast tells its interval. */
  readonly forecast: readonly (ForecastSpread | null)[];
  readonly carryRate: number;
  /** Coefficient of variation up to which demand counts as predictable. */
  readonly predictable: number;
  readonly seconds: number;
}

/** A place whose customers would wait too long, days. */
export interface LatePlace {
  readonly location: string;
  readonly wait: number;
  readonly accepted: number;
}

/** What it costs a year to have the boundary in an echelon. */
export interface BoundaryCost {
  readonly stock: number;
  readonly transport: number;
  /** Places that hold safety stock then. */
  readonly holds: readonly string[];
}

export interface DecoupledEchelon {
  readonly name: string;
  readonly locations: readonly string[];
  /** From its stock to the last customer. */
  readonly days: number;
  /** Units a year that pass it. */
  readonly demand: number;
  /** Of a bucket's demand, each place for itself; null where nothing is asked for. */
  readonly cv: number | null;
  /** Money a unit; null where nothing is asked for. */
  readonly unitValue: number | null;
  /** What the lanes that lead here cost a year beyond the freight of the units themselves. */
  readonly byOrders: number;
  readonly byLots: number;
  /** Null where customers would wait too long. */
  readonly cost: BoundaryCost | null;
  readonly late: readonly LatePlace[];
}

/** Echelons, by position, in which the stock would be that decouples forecast from orders. */
export interface Boundary {
  /** Where safety stock alone costs least. */
  readonly optimiser: number;
  /** As near to the customer as demand is predictable. */
  readonly demand: number;
  /** As near to the customer as lots are cheaper than shipping to order. */
  readonly transport: number;
  /** Where safety stock and transport together cost least. */
  readonly advised: number;
}

export interface DecoupledItem {
  readonly item: string;
  /** Days its customers wait. */
  readonly tolerance: number;
  /** The furthest from the customer first. */
  readonly echelons: readonly DecoupledEchelon[];
  readonly boundary: Boundary;
  /** Largest of any plan. */
  readonly gap: number;
}
/** Costs that differ by less than this share are equal. */
const equalCost = 1e-9;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Where forecast meets orders, by three measures, and in money. Sites' own rules do not count: where stock should be is a question to the
 * whole network.
 */
export function decoupleItem(task: DecouplingTask, tell: TellNews): DecoupledItem {
  const { item, network, seconds, tolerance, predictable } = task;
  const stocked = networkWith(task, {});
  const { names, of } = itemEchelons(network.places, network.lanes);
  const echelonOf = network.places.map(({ id }) => of.get(id)!);
  const end = performance.now() + 1000 * seconds;
  const news = searchNews(tell);
  const { boundary: optimiser, at } = optimiseBoundary(
    stocked,
    itemTerms(task, network.places, stocked),
    echelonOf,
    {
      stop: () => performance.now() > end,
      onProgress: (progress) => news({ item, ...progress }),
    },
  );

  const demand = passedOn(stocked, (i) => daysPerYear * network.places[i].demandMean);
  const lanes = laneCosts(task, demand);
  const days = daysToCustomer(stocked);
  const spread = bucketSpread(task, stocked);
  const echelons = names.map((name, e): DecoupledEchelon => {
    const sites = echelonOf.flatMap((of, i) => (of === e ? [i] : []));
    const total = (figure: (site: number) => number) => sum(sites.map(figure));
    const units = total((i) => demand[i]);
    const value = (i: number) => network.places[i].holdingCost / task.carryRate;
    const inbound = lanes.filter(({ to }) => of.get(to) === e);
    const plan = at[e];
    return {
      name,
      locations: sites.map((i) => network.places[i].id),
      days: Math.max(...sites.map((i) => days[i])),
      demand: units,
      cv: ratio(
        total((i) => spread.sd[i]),
        total((i) => spread.mean[i]),
      ),
      unitValue: ratio(
        total((i) => demand[i] * value(i)),
        units,
      ),
      byOrders: sum(inbound.map(({ byOrders }) => byOrders)),
      byLots: sum(inbound.map(({ byLots }) => byLots)),
      ...("late" in plan
        ? {
            cost: null,
            late: plan.late.map(({ site, ...times }) => ({ ...times, location: network.places[site].id })),
          }
        : {
            cost: {
              stock: plan.cost,
              transport: sum(lanes.map((lane) => laneCost(lane, of.get(lane.to)! > e))),
              holds: plan.sites.flatMap(({ id, safetyStock }) => (safetyStock > leastStock ? [id] : [])),
            },
            late: [],
          }),
    };
  });
  const unforeseen = echelons.findIndex(({ cv }) => cv === null || cv > predictable);
  return {
    item,
    tolerance,
    echelons,
    boundary: {
      optimiser,
      demand: unforeseen < 0 ? echelons.length - 1 : Math.max(0, unforeseen - 1),
      transport: lastWhere(echelons, ({ byOrders, byLots }) => byLots < byOrders),
      advised: cheapest(echelons, optimiser),
    },
    gap: Math.max(...at.map((plan) => ("late" in plan ? 0 : plan.gap))),
  };
}

interface LaneCosts extends LaneEconomics {
  readonly to: string;
}

/** Each lane carries all that its end needs: parts that all must be there are not told from alternatives. */
function laneCosts({ network: { places }, shipping }: DecouplingTask, demand: Float64Array): LaneCosts[] {
  const position = new Map(places.map(({ id }, i) => [id, i]));
  return shipping.map(({ to, ...terms }) => {
    const i = position.get(to)!;
    return { to, ...laneEconomics({ ...terms, demand: demand[i], holdingCost: places[i].holdingCost }) };
  });
}

/** What works to order is shipped as ordered; what is pushed, or fills the buffer, travels the cheaper way. */
function laneCost({ byOrders, byLots }: LaneCosts, isPulled: boolean): number {
  return isPulled ? byOrders : Math.min(byOrders, byLots);
}

/** From the stock of each site to the last of its customers. */
function daysToCustomer({ sites, customers, order }: Network): Float64Array {
  const days = new Float64Array(sites.length);
  for (const i of [...order].reverse())
    days[i] = customers[i].reduce((most, j) => Math.max(most, sites[j].processingTime + days[j]), 0);
  return days;
}

/** Mean and spread of what reaches each site in a bucket: by the forecast and its errors where it tells them, else by history. */
function bucketSpread(
  { network: { places }, forecast, pooling, bucketDays }: DecouplingTask,
  stocked: Network,
) {
  const own = places.map(({ demandMean, demandSd }, i) => forecast[i] ?? { mean: demandMean, sd: demandSd });
  const sites = stocked.sites.map((site, i) => ({ ...site, demandSd: own[i].sd }));
  return {
    mean: passedOn(stocked, (i) => bucketDays * own[i].mean),
    sd: netDemandSd({ ...stocked, sites }, pooling).map((daily) => Math.sqrt(bucketDays) * daily),
  };
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The echelon of least cost; where several cost the same, that of the optimiser if it is one of them, else the nearest to the customer. */
function cheapest(echelons: readonly DecoupledEchelon[], optimiser: number): number {
  const costs = echelons.map(({ cost }) => (cost === null ? Infinity : cost.stock + cost.transport));
  const least = Math.min(...costs) * (1 + equalCost);
  return costs[optimiser] <= least ? optimiser : lastWhere(costs, (cost) => cost <= least);
}

/** Place of the last that is so; 0 where none is. */
function lastWhere<T>(values: readonly T[], isSo: (value: T) => boolean): number {
  return values.reduce((last, value, i) => (isSo(value) ? i : last), 0);
}
