import { ModelBuilder, type LinearModel } from "../../optimise";
import { penaltyWeights, type FlowGood, type FlowProblem, type FlowSite } from "./problem";
import { addShips, shown, type ShipColumn } from "./ship-columns";

/** Columns by site, then period; undefined where there is nothing to decide. */
type Grid = readonly (readonly (number | undefined)[])[];

export interface GoodColumns {
  readonly ships: readonly ShipColumn[];
  readonly stock: Grid;
  readonly served: Grid;
  readonly gained: Grid;
  readonly below: Grid;
}

export interface FlowModel {
  readonly model: LinearModel;
  readonly goods: readonly GoodColumns[];
  /** Rules by limit, then period; undefined where there is no limit. */
  readonly limits: Grid;
}

/** Columns that the model of a good has, or a few less. */
export function columnsOf({ sites, lanes }: FlowGood, periods: number): number {
  return periods * (5 * sites.length + lanes.reduce((sum, { least }) => sum + (least > 0 ? 2 : 1), 0));
}

/**
 * A linear program over a time-expanded network, whose shipments are whole where lanes have multiples, and nothing or enough where they have
 * a smallest shipment. Only demand can wait; a site never ships what it does not have. What would arrive after the last period is not
 * shipped, unless it is fixed.
 */
export function flowModel(problem: FlowProblem): FlowModel {
  const { periods, goods, limits, stores } = problem;
  const model = new ModelBuilder();
  const most = goods.map(({ lanes }) => lanes.map(() => new Array<number>(periods.length).fill(Infinity)));
  for (const limit of limits)
    for (const { good, lane } of limit.lanes)
      limit.most.forEach((units, t) => (most[good][lane][t] = Math.min(most[good][lane][t], units)));
  const columns = goods.map((good, g) => addGood(model, problem, good, most[g]));
  const limitRules = limits.map(({ name, lanes, most: units }) =>
    periods.map((period, t) => {
      const terms = lanes.flatMap(({ good, lane }) =>
        columns[good].ships
          .filter((ship) => ship.lane === lane && ship.period === t)
          .map(({ column, unit }): [number, number] => [column, unit]),
      );
      if (terms.length === 0 || units[t] === Infinity) return undefined;
      return model.rule(`at most ${shown(units[t])} ${name} in ${period}`, { upper: units[t] }, terms);
    }),
  );
  const cost = stores.length > 0 ? aboveCost(problem) : 0;
  for (const { name, sites, most: units } of stores) {
    if (sites.length === 0) continue;
    periods.forEach((period, t) => {
      const above = model.decide(`above what ${name} holds in ${period}`, cost);
      model.rule(`at most ${shown(units)} held in ${name} in ${period}`, { upper: units }, [
        [above, -1],
        ...sites.map(({ good, site }): [number, number] => [columns[good].stock[site][t]!, 1]),
      ]);
    });
  }
  return { model: model.build(), goods: columns, limits: limitRules };
}

function addGood(
  model: ModelBuilder,
  problem: FlowProblem,
  good: FlowGood,
  most: readonly (readonly number[])[],
): GoodColumns {
  const { periods } = problem;
  const { sites, shortagePenalty, minimumPenalty } = good;
  const weights = penaltyWeights(problem);
  const grid = <T>(decide: (site: FlowSite, t: number, i: number) => T): T[][] =>
    sites.map((site, i) => periods.map((_, t) => decide(site, t, i)));
  const stock = grid(({ id, holdingCost }, t) =>
    model.decide(`stock of ${id} in ${periods[t]}`, holdingCost),
  );
  const wanted = grid(({ demand }, t) => demand.slice(0, t + 1).reduce((sum, units) => sum + units, 0));
  const waiting = grid(({ id }, t, i) => {
    const upper = wanted[i][t];
    if (upper === 0) return undefined;
    return model.decide(`waiting at ${id} in ${periods[t]}`, weights[t] * shortagePenalty, { upper });
  });
  const served = grid(({ id }, t, i) =>
    wanted[i][t] > 0 ? model.decide(`served at ${id} in ${periods[t]}`, 0) : undefined,
  );
  const below = grid(({ id, minimum }, t) =>
    minimum > 0
      ? model.decide(`missing at ${id} in ${periods[t]}`, weights[t] * minimumPenalty, { upper: minimum })
      : undefined,
  );
  const gained = grid(({ id, source }, t) =>
    source[t] > 0
      ? model.decide(`bought or made at ${id} in ${periods[t]}`, 0, { upper: source[t] })
      : undefined,
  );
  const term = (column: number | undefined, weight: number): [number, number][] =>
    column === undefined ? [] : [[column, weight]];
  const goods = grid(() => 0);
  sites.forEach(({ id, opening, inbound, demand, minimum }, i) =>
    periods.forEach((period, t) => {
      const given = inbound[t] + (t === 0 ? opening : 0);
      goods[i][t] = model.rule(`goods of ${id} in ${period}`, { lower: given, upper: given }, [
        [stock[i][t], 1],
        ...term(served[i][t], 1),
        ...term(gained[i][t], -1),
        ...term(stock[i][t - 1], -1),
      ]);
      if (waiting[i][t] !== undefined)
        model.rule(`customers of ${id} in ${period}`, { lower: demand[t], upper: demand[t] }, [
          ...term(served[i][t], 1),
          ...term(waiting[i][t], 1),
          ...term(waiting[i][t - 1], -1),
        ]);
      if (minimum > 0)
        model.rule(`minimum stock of ${id} in ${period}`, { lower: minimum }, [
          [stock[i][t], 1],
          ...term(below[i][t], 1),
        ]);
    }),
  );
  return { ships: addShips(model, periods, good, most, goods), stock, served, gained, below };
}

/** Dearer than anything that a unit held above could save in one period, whatever lot it belongs to. */
function aboveCost(problem: FlowProblem): number {
  const weight = penaltyWeights(problem).reduce((sum, one) => sum + one, 0);
  const dearest = (of: (good: FlowGood) => number) => Math.max(...problem.goods.map(of));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const unit = dearest(
    ({ sites, lanes, shortagePenalty, minimumPenalty }) =>
      weight * (shortagePenalty + minimumPenalty) +
      sum(lanes.map(({ cost, transitCost }) => cost + transitCost)) +
      problem.periods.length * Math.max(...sites.map(({ holdingCost }) => holdingCost)),
  );
  const lot = dearest(({ lanes }) =>
    Math.max(1, ...lanes.map(({ least, multiple }) => Math.max(least, multiple))),
  );
  return 1 + 2 * unit * lot;
}
