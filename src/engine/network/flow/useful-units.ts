import { reached } from "../weak-points";
import type { FlowGood } from "./problem";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Units that places from each site on can make use of: demand and minimum stock there, over all periods. */
export function needsBeyond({ sites, lanes }: FlowGood): number[] {
  const customers = sites.map((_, i) => lanes.filter(({ from }) => from === i).map(({ to }) => to));
  const own = sites.map(({ demand, minimum }) => sum(demand) + minimum);
  return sites.map((_, i) => sum([...reached([i], customers)].map((site) => own[site])));
}

/**
 * Units beyond which no shipment on a lane can be worth anything: what is needed beyond it, one lot of every lane there, which rounding up may
 * leave over, what is fixed there, and what lies or arrives before it anyway and may be better off elsewhere. A bound for integer programs.
 */
export function mostUseful(good: FlowGood): number[] {
  const { sites, lanes } = good;
  const customers = sites.map((_, i) => lanes.filter(({ from }) => from === i).map(({ to }) => to));
  const suppliers = sites.map((_, i) => lanes.filter(({ to }) => to === i).map(({ from }) => from));
  const needs = needsBeyond(good);
  return lanes.map(({ from, to }) => {
    const beyond = reached([to], customers);
    const before = reached([from], suppliers);
    const lots = lanes
      .filter((lane) => beyond.has(lane.to))
      .map(({ least, multiple, fixed = [] }) => least + multiple + sum(fixed.map((units) => units ?? 0)));
    const given = [...before].map((i) => sites[i].opening + sum(sites[i].inbound));
    return needs[to] + sum(lots) + sum(given);
  });
}
