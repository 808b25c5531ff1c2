import type { GoodColumns } from "./model";
import { penaltyWeights, type FlowGood, type FlowProblem } from "./problem";

export interface Shipment {
  /** Position among the good's lanes. */
  readonly lane: number;
  readonly period: number;
  /** Period in which it is there; the number of periods or more where that is after them. */
  readonly arrives: number;
  readonly units: number;
  /** Freight. */
  readonly cost: number;
  /** For the capital that is under way. */
  readonly transitCost: number;
}

/** Money by what it is for. */
export interface FlowCosts {
  readonly freight: number;
  /** Of goods under way. */
  readonly transit: number;
  readonly holding: number;
  readonly shortage: number;
  /** Below minimum stock. */
  readonly shortfall: number;
}

/** By site, then period, at its end. */
type Grid = readonly (readonly number[])[];

export interface GoodPlan extends FlowCosts {
  readonly shipments: readonly Shipment[];
  readonly stock: Grid;
  readonly waiting: Grid;
  readonly belowMinimum: Grid;
}

export const totalOf = ({ freight, transit, holding, shortage, shortfall }: FlowCosts): number =>
  freight + transit + holding + shortage + shortfall;

/** Solvers leave traces of 1e-7 and less; they are no shipments. */
const trace = 1e-6;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A whole number that a solver left a little beside itself. */
function cleaned(units: number): number {
  const whole = Math.round(units);
  return Math.max(0, Math.abs(units - whole) <= trace ? whole : units);
}

/** The plan of one good, in which stock is what shipments and service leave of it: the balance holds by itself. */
export function goodPlan(
  problem: FlowProblem,
  good: FlowGood,
  columns: GoodColumns,
  values: ArrayLike<number>,
): GoodPlan {
  const { periods } = problem;
  const { sites, lanes, shortagePenalty, minimumPenalty } = good;
  const shipments = columns.ships.flatMap(({ lane, period, column, unit }): Shipment[] => {
    const units = unit === 1 ? cleaned(values[column]) : unit * values[column];
    if (units <= 0) return [];
    const { cost, transitCost, leadTime } = lanes[lane];
    return [
      {
        lane,
        period,
        arrives: period + leadTime,
        units,
        cost: units * cost,
        transitCost: units * transitCost,
      },
    ];
  });
  const given = sites.map(({ inbound, opening }) =>
    inbound.map((units, t) => units + (t === 0 ? opening : 0)),
  );
  for (const { lane, period, arrives, units } of shipments) {
    given[lanes[lane].from][period] -= units;
    if (arrives < periods.length) given[lanes[lane].to][arrives] += units;
  }
  const valueOf = (column: number | undefined) => (column === undefined ? 0 : cleaned(values[column]));
  const stock = sites.map((): number[] => []);
  const waiting = sites.map((): number[] => []);
  sites.forEach(({ demand, source }, i) => {
    let [held, owed] = [0, 0];
    periods.forEach((_, t) => {
      const gained = source[t] > 0 ? valueOf(columns.gained[i][t]) : 0;
      const there = held + given[i][t] + gained;
      const served = Math.min(valueOf(columns.served[i][t]), owed + demand[t], Math.max(0, there));
      held = cleaned(there - served);
      owed = cleaned(owed + demand[t] - served);
      stock[i].push(held);
      waiting[i].push(owed);
    });
  });
  const belowMinimum = sites.map(({ minimum }, i) => stock[i].map((units) => Math.max(0, minimum - units)));
  const weights = penaltyWeights(problem);
  const weighted = (of: Grid) => sum(of.map((row) => sum(row.map((units, t) => weights[t] * units))));
  return {
    shipments,
    stock,
    waiting,
    belowMinimum,
    freight: sum(shipments.map(({ cost }) => cost)),
    transit: sum(shipments.map(({ transitCost }) => transitCost)),
    holding: sum(stock.map((row, i) => sites[i].holdingCost * sum(row))),
    shortage: shortagePenalty * weighted(waiting),
    shortfall: minimumPenalty * weighted(belowMinimum),
  };
}
