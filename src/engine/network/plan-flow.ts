import { PlanningError, invalidInput } from "../errors";
import { ModelBuilder, solveLinear, type LinearModel } from "../optimise";

export interface FlowSite {
  readonly id: string;
  /** Units at the start of the first period. */
  readonly opening: number;
  /** Units on order that arrive, by period. */
  readonly inbound: readonly number[];
  /** Most that can be bought or made here, by period; Infinity for no limit, 0 where nothing can. */
  readonly source: readonly number[];
  /** Units customers want here, by period. */
  readonly demand: readonly number[];
  /** Stock that every period should end with. */
  readonly minimum: number;
  /** Money for a unit that a period ends with. */
  readonly holdingCost: number;
}

export interface FlowLane {
  /** Positions in the list of sites. */
  readonly from: number;
  readonly to: number;
  /** Whole periods; 0 arrives in the period in which it leaves. */
  readonly leadTime: number;
  /** Money a unit. */
  readonly cost: number;
  /** Most that leaves, by period; Infinity for no limit. */
  readonly capacity: readonly number[];
}

export interface FlowPlanProblem {
  readonly periods: number;
  readonly sites: readonly FlowSite[];
  readonly lanes: readonly FlowLane[];
  /** Money for a unit that customers still wait for at the end of a period. */
  readonly shortagePenalty: number;
  /** Money for a unit by which a period ends below the minimum stock. */
  readonly minimumPenalty: number;
  /** Times that both penalties count at the end of the last period, for goods are needed after it too; 1 where left out. */
  readonly endWeight?: number;
}

export interface Shipment {
  readonly lane: number;
  readonly period: number;
  /** Period in which it is there. */
  readonly arrives: number;
  readonly units: number;
  readonly cost: number;
  /** The lane carries no more in that period. */
  readonly full: boolean;
}

export interface FlowPlan {
  readonly shipments: readonly Shipment[];
  /** By site, then period: at its end. */
  readonly stock: readonly (readonly number[])[];
  readonly waiting: readonly (readonly number[])[];
  readonly belowMinimum: readonly (readonly number[])[];
  readonly freight: number;
  readonly holding: number;
  readonly shortage: number;
  readonly shortfall: number;
  /** The four together: no plan is cheaper. */
  readonly total: number;
}

type Grid = readonly (readonly number[])[];

interface Columns {
  readonly ships: readonly { readonly lane: number; readonly period: number; readonly column: number }[];
  readonly stock: Grid;
  readonly waiting: Grid;
  readonly below: Grid;
}

/**
 * When to ship one good on which lane so that freight, holding, waiting customers and missing minimum stock cost the least together: a
 * linear program over a time-expanded network. Only demand can wait; a site never ships what it does not have. What would arrive
 * after the last period is not shipped, and goods under way cost nothing to hold.
 */
export function planFlow(problem: FlowPlanProblem): FlowPlan {
  checkProblem(problem);
  const { model, columns } = flowModel(problem);
  const answer = solveLinear(model);
  if (answer.status === "optimal") return planOf(problem, columns, answer.values);
  const reason = {
    infeasible: () => `cannot be kept together: ${"conflict" in answer ? answer.conflict.join("; ") : ""}`,
    unbounded: () => "let the cost fall without end",
    stopped: () => "took longer than the time there is",
    failed: () => `gave no answer: ${"reason" in answer ? answer.reason : ""}`,
  }[answer.status]();
  throw new PlanningError("no-solution", "lanes", `the rules of the flow ${reason}`);
}

function flowModel(problem: FlowPlanProblem): { readonly model: LinearModel; readonly columns: Columns } {
  const { sites, lanes, periods, shortagePenalty, minimumPenalty } = problem;
  const weight = weights(problem);
  const model = new ModelBuilder();
  const span = [...Array(periods).keys()];
  const bySite = (decide: (site: FlowSite, period: number) => number): number[][] =>
    sites.map((site) => span.map((period) => decide(site, period)));
  const stock = bySite(({ id, holdingCost }, t) =>
    model.decide(`stock of ${id} in period ${t + 1}`, holdingCost),
  );
  const waiting = bySite(({ id, demand }, t) => {
    const everything = demand.slice(0, t + 1).reduce((sum, units) => sum + units, 0);
    return model.decide(`waiting at ${id} in period ${t + 1}`, weight[t] * shortagePenalty, {
      upper: everything,
    });
  });
  const served = bySite(({ id }, t) => model.decide(`served at ${id} in period ${t + 1}`, 0));
  const below = bySite(({ id, minimum }, t) =>
    model.decide(`missing at ${id} in period ${t + 1}`, weight[t] * minimumPenalty, { upper: minimum }),
  );
  const gained = bySite(({ id, source }, t) =>
    model.decide(`bought or made at ${id} in period ${t + 1}`, 0, { upper: source[t] }),
  );
  const goods = sites.map(({ id, opening, inbound }, i) =>
    span.map((t) => {
      const given = inbound[t] + (t === 0 ? opening : 0);
      const before: [number, number][] = t === 0 ? [] : [[stock[i][t - 1], -1]];
      return model.rule(`goods at ${id} in period ${t + 1}`, { lower: given, upper: given }, [
        [stock[i][t], 1],
        [served[i][t], 1],
        [gained[i][t], -1],
        ...before,
      ]);
    }),
  );
  sites.forEach(({ id, demand, minimum }, i) =>
    span.forEach((t) => {
      const before: [number, number][] = t === 0 ? [] : [[waiting[i][t - 1], -1]];
      model.rule(`customers at ${id} in period ${t + 1}`, { lower: demand[t], upper: demand[t] }, [
        [served[i][t], 1],
        [waiting[i][t], 1],
        ...before,
      ]);
      if (minimum > 0)
        model.rule(`minimum stock of ${id} in period ${t + 1}`, { lower: minimum }, [
          [stock[i][t], 1],
          [below[i][t], 1],
        ]);
    }),
  );
  const ships = lanes.flatMap(({ from, to, leadTime, cost, capacity }, lane) =>
    span.slice(0, Math.max(0, periods - leadTime)).map((period) => {
      const name = `shipped from ${sites[from].id} to ${sites[to].id} in period ${period + 1}`;
      const column = model.decide(name, cost, { upper: capacity[period] });
      model.add(goods[from][period], column, 1);
      model.add(goods[to][period + leadTime], column, -1);
      return { lane, period, column };
    }),
  );
  return { model: model.build(), columns: { ships, stock, waiting, below } };
}

/** How often each period's penalties count. */
function weights({ periods, endWeight = 1 }: FlowPlanProblem): number[] {
  return Array.from({ length: periods }, (_, t) => (t === periods - 1 ? endWeight : 1));
}

/** Solvers leave traces of 1e-7 and less; they are no shipments. */
const trace = 1e-6;

function planOf(problem: FlowPlanProblem, columns: Columns, values: ArrayLike<number>): FlowPlan {
  const { sites, lanes, shortagePenalty, minimumPenalty } = problem;
  const grid = (of: Grid) => of.map((row) => row.map((column) => Math.max(0, values[column])));
  const [stock, waiting, belowMinimum] = [columns.stock, columns.waiting, columns.below].map(grid);
  const shipments = columns.ships.flatMap(({ lane, period, column }): Shipment[] => {
    const { cost, leadTime, capacity } = lanes[lane];
    const units = values[column];
    if (units <= trace) return [];
    const full = units >= capacity[period] * (1 - trace);
    return [{ lane, period, arrives: period + leadTime, units, cost: units * cost, full }];
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const weight = weights(problem);
  const weighted = (of: Grid) => sum(of.map((row) => sum(row.map((units, t) => weight[t] * units))));
  const freight = sum(shipments.map(({ cost }) => cost));
  const holding = sum(stock.map((row, i) => sites[i].holdingCost * sum(row)));
  const shortage = shortagePenalty * weighted(waiting);
  const shortfall = minimumPenalty * weighted(belowMinimum);
  const total = freight + holding + shortage + shortfall;
  return { shipments, stock, waiting, belowMinimum, freight, holding, shortage, shortfall, total };
}

function checkProblem(problem: FlowPlanProblem): void {
  const { periods, sites, lanes, shortagePenalty, minimumPenalty, endWeight = 1 } = problem;
  const finite = (name: string, value: number) => {
    if (!(value >= 0 && value < Infinity)) throw invalidInput(name, "must be at least 0", value);
  };
  const series = (name: string, values: readonly number[], most: number) => {
    if (values.length !== periods) throw invalidInput(name, `must have ${periods} periods`, values.length);
    const wrong = values.find((value) => !(value >= 0 && value <= most));
    if (wrong !== undefined) throw invalidInput(name, "must be at least 0", wrong);
  };
  if (!Number.isInteger(periods) || periods < 1)
    throw invalidInput("periods", "must be a whole number of at least 1", periods);
  finite("shortagePenalty", shortagePenalty);
  finite("minimumPenalty", minimumPenalty);
  finite("endWeight", endWeight);
  for (const { id, opening, inbound, source, demand, minimum, holdingCost } of sites) {
    finite(`opening of ${id}`, opening);
    finite(`minimum of ${id}`, minimum);
    finite(`holdingCost of ${id}`, holdingCost);
    series(`inbound of ${id}`, inbound, Number.MAX_VALUE);
    series(`demand of ${id}`, demand, Number.MAX_VALUE);
    series(`source of ${id}`, source, Infinity);
  }
  lanes.forEach(({ from, to, leadTime, cost, capacity }, k) => {
    for (const end of [from, to])
      if (sites[end] === undefined) throw invalidInput(`lane ${k + 1}`, "must join two sites", end);
    if (from === to) throw invalidInput(`lane ${k + 1}`, "must join two different sites", sites[from].id);
    if (!Number.isInteger(leadTime) || leadTime < 0)
      throw invalidInput(`leadTime of lane ${k + 1}`, "must be whole periods", leadTime);
    finite(`cost of lane ${k + 1}`, cost);
    series(`capacity of lane ${k + 1}`, capacity, Infinity);
  });
}
