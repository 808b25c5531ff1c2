import { daysPerMonth } from "../../engine/calendar";
import { cutOff, findCycle, reached, suppliersFirst } from "../../engine/network";
import type { Fault } from "./fault";
import type { NetworkLane } from "./network-tables";
import type { PlaceDemand } from "./place-demand";

/** One item's part of the network. */
export interface ItemNetwork {
  readonly item: string;
  readonly lanes: readonly NetworkLane[];
  /** By place; undefined where no table tells demand, so that the last places count as places of demand. */
  readonly demand: ReadonlyMap<string, PlaceDemand> | undefined;
  /** Money a unit; null where not known. */
  readonly margin: number | null;
}

const DAYS_IN_WEEK = 7;
/** Cycles, places of demand without supply, lanes that carry too little, and single points of failure of one item. */
export function itemFaults({ item, lanes, demand, margin }: ItemNetwork): Fault[] {
  const supply = lanes.filter(({ lateral, from, to }) => !lateral && from !== "" && to !== "" && from !== to);
  const ids = [...new Set([...supply.flatMap(({ from, to }) => [from, to]), ...(demand?.keys() ?? [])])];
  const position = new Map(ids.map((id, i) => [id, i]));
  const suppliers = ids.map((): number[] => []);
  const customers = ids.map((): number[] => []);
  for (const { from, to } of supply) {
    const [a, b] = [position.get(from)!, position.get(to)!];
    if (customers[a].includes(b)) continue;
    customers[a].push(b);
    suppliers[b].push(a);
  }
  const faults: Fault[] = [];
  const order = suppliersFirst(suppliers, customers);
  if (order.length < ids.length) {
    const cycle = findCycle(suppliers, new Set(order)).map((i) => ids[i]);
    const way = [...cycle, cycle[0]].join(" > ");
    faults.push({
      severity: "ERROR",
      finding: "cycle",
      location: cycle[0],
      item,
      problem: `goods go round: ${way}`,
    });
  }
  const weekly = (place: number) => DAYS_IN_WEEK * (demand?.get(ids[place])?.mean ?? 0);
  const places = ids.flatMap((_, i) =>
    (demand === undefined ? customers[i].length === 0 : weekly(i) > 0) ? [i] : [],
  );
  const roots = ids.flatMap((_, i) => (suppliers[i].length === 0 && customers[i].length > 0 ? [i] : []));
  const supplied = reached(roots, customers);
  for (const place of places) {
    if (supplied.has(place)) continue;
    const problem = `demand at ${ids[place]}, but no supply lane leads there`;
    faults.push({ severity: "ERROR", finding: "not supplied", location: ids[place], item, problem });
  }
  cutOff(roots, places, customers).forEach((lost, i) => {
    if (lost.length === 0) return;
    faults.push({
      severity: "WARNING",
      finding: "single point of failure",
      location: ids[i],
      item,
      problem: `without ${ids[i]} nothing reaches ${lost.map((place) => ids[place]).join(", ")}`,
      cutOff: lost.map((place) => ids[place]),
      margin:
        margin === null || demand === undefined
          ? null
          : margin * lost.reduce((sum, place) => sum + weekly(place), 0),
    });
  });
  if (demand === undefined) return faults;
  return [...faults, ...narrowLanes({ item, lanes: supply, demand, margin })];
}

/** Lanes that are the only way into a place of demand and carry less in a month than it needs. */
function narrowLanes({ item, lanes, demand }: ItemNetwork): Fault[] {
  return lanes.flatMap(({ from, to, capacity, item: own }): Fault[] => {
    const monthly = daysPerMonth * (demand?.get(to)?.mean ?? 0);
    const alone = lanes.filter((lane) => lane.to === to).length === 1;
    if (own === "" || !alone || !(capacity < monthly)) return [];
    const problem = `the only lane to ${to} carries ${capacity} a month, demand there is ${Math.round(monthly)}`;
    return [{ severity: "WARNING", finding: "capacity", location: from, to, item, problem }];
  });
}
