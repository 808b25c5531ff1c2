import { bestFlows } from "./best-flows";

/** What can be moved between sites: rows are sources, columns are sinks. */
export interface Rebalancing {
  /** Units each source can spare. */
  readonly excess: readonly number[];
  /** Units each sink lacks. */
  readonly need: readonly number[];
  /** Money a unit moved; NaN where there is no lane. */
  readonly cost: readonly (readonly number[])[];
  /** A lane moves nothing or at least so many units. */
  readonly smallestMove: number;
  /** Quantities are whole multiples of it; undefined leaves them unrounded. */
  readonly multiple?: number;
}

export interface Moves {
  /** Units, sources x sinks. */
  readonly units: readonly (readonly number[])[];
  readonly moved: number;
  readonly cost: number;
  /** False where the search for the best use of smallest moves was given up: better moves may exist. */
  readonly proven: boolean;
}

const hair = 1e-9;

/**
 * Moves as many units as excess, needs and lanes allow, at the least cost of all ways to do so: the transportation problem (Ahuja, Magnanti
 * and Orlin 1993, section 1.2) by network simplex. A smallest move makes a lane all or nothing at its lower end; which lanes run is then
 * part of the question.
 */
export function transship(problem: Rebalancing): Moves {
  const pack = problem.multiple ?? 1;
  const packs = (units: number) => (problem.multiple === undefined ? units : Math.floor(units / pack + hair));
  const rows = problem.excess.map(packs);
  const columns = problem.need.map(packs);
  const smallest =
    problem.multiple === undefined ? problem.smallestMove : Math.ceil(problem.smallestMove / pack - hair);
  const lanes = problem.cost.flatMap((row, i) =>
    row.flatMap((cost, j) => {
      const most = Math.min(rows[i], columns[j]);
      return Number.isNaN(cost) || most <= 0 || most < smallest ? [] : [{ i, j, cost }];
    }),
  );
  const { flows, proven } = bestFlows({ rows, columns, lanes, smallest });
  const units = rows.map(() => columns.map(() => 0));
  let [moved, cost] = [0, 0];
  lanes.forEach((lane, a) => {
    units[lane.i][lane.j] = flows[a] * pack;
    moved += flows[a] * pack;
    cost += flows[a] * pack * lane.cost;
  });
  return { units, moved, cost, proven };
}
