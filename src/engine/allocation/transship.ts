import { PlanningError } from "../errors";
import { cheapestFlow } from "../optimise";

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

/** Flows solved at most; only smallest moves need more than one. */
const mostFlows = 4000;
const hair = 1e-9;

/**
 * Moves as many units as excess, needs and lanes allow, at the least cost of all ways to do so: the transportation problem (Ahuja, Magnanti
 * and Orlin 1993, section 1.2) by network simplex. A smallest move makes a lane all or nothing at its lower end; that is decided by branch
 * and bound over the lanes that carry too little.
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

interface Lane {
  readonly i: number;
  readonly j: number;
  readonly cost: number;
}

interface Transport {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly lanes: readonly Lane[];
  readonly smallest: number;
}

/** Per lane: free (0), closed (-1), or carrying at least the smallest move (1). */
type Decisions = Int8Array;

interface Flows {
  readonly flows: Float64Array;
  readonly unmet: number;
  readonly cost: number;
}

function bestFlows(transport: Transport): { flows: Float64Array; proven: boolean } {
  const { lanes, smallest } = transport;
  let best: Flows = { flows: new Float64Array(lanes.length), unmet: Infinity, cost: Infinity };
  const open: Decisions[] = [new Int8Array(lanes.length)];
  let solved = 0;
  while (open.length > 0) {
    if (solved++ === mostFlows) return { flows: best.flows, proven: false };
    const decisions = open.pop()!;
    const found = relaxed(transport, decisions);
    if (found === undefined || !isBetter(found, best)) continue;
    const short = lanes.reduce((worst, _, a) => {
      const units = found.flows[a];
      const isShort = units > hair && units < smallest * (1 - hair);
      return isShort && (worst < 0 || units > found.flows[worst]) ? a : worst;
    }, -1);
    if (short < 0) {
      best = found;
      continue;
    }
    const [closed, opened] = [Int8Array.from(decisions), Int8Array.from(decisions)];
    closed[short] = -1;
    opened[short] = 1;
    // The last is looked at first: a lane that is nearly full enough is opened, one that is nearly empty is closed.
    open.push(...(found.flows[short] > smallest / 2 ? [closed, opened] : [opened, closed]));
  }
  return { flows: best.flows, proven: true };
}

/** More is moved, or as much for less. */
function isBetter(one: Flows, other: Flows): boolean {
  if (other.unmet === Infinity) return true;
  const same = 1e-9 * (1 + other.unmet);
  if (Math.abs(one.unmet - other.unmet) > same) return one.unmet < other.unmet;
  return one.cost < other.cost - 1e-9 * (1 + Math.abs(other.cost));
}

/**
 * The best flows when lanes without a decision may carry any amount; undefined where the decisions cannot be kept. What stays and what
 * stays unmet runs over arcs of its own, the unmet at a cost that no detour reaches, so that cost decides only between equal quantities.
 */
function relaxed({ rows, columns, lanes, smallest }: Transport, decisions: Decisions): Flows | undefined {
  const fixed = (a: number) => (decisions[a] === 1 ? smallest : 0);
  const spare = [...rows];
  const missing = [...columns];
  lanes.forEach(({ i, j }, a) => {
    spare[i] -= fixed(a);
    missing[j] -= fixed(a);
  });
  if (Math.min(...spare, ...missing) < -hair) return undefined;
  const total = (units: readonly number[]) => units.reduce((sum, one) => sum + one, 0);
  const [staying, unmet] = [rows.length + columns.length, rows.length + columns.length + 1];
  const supply = [...spare, ...missing.map((units) => -units), -total(spare), total(missing)];
  const dearest = lanes.reduce((most, { cost }) => Math.max(most, Math.abs(cost)), 0);
  const penalty = 1 + 2 * (Math.min(rows.length, columns.length) + 1) * dearest;
  const free = [
    ...rows.map((_, i) => ({ from: i, to: staying, cost: 0 })),
    ...columns.map((_, j) => ({ from: unmet, to: rows.length + j, cost: penalty })),
    { from: unmet, to: staying, cost: 0 },
  ];
  const arcs = [...lanes.map(({ i, j, cost }) => ({ from: i, to: rows.length + j, cost })), ...free];
  const answer = cheapestFlow({
    supply,
    from: arcs.map(({ from }) => from),
    to: arcs.map(({ to }) => to),
    cost: arcs.map(({ cost }) => cost),
    capacity: arcs.map((_, a) => (decisions[a] === -1 ? 0 : Infinity)),
  });
  // Everything can stay where it is, and nothing pays without end.
  if (answer.status !== "optimal") throw new PlanningError("not-converged", "excess", answer.status);
  const flows = answer.flow.slice(0, lanes.length).map((units, a) => units + fixed(a));
  const served = flows.reduce((sum, units) => sum + units, 0);
  const cost = lanes.reduce((sum, lane, a) => sum + flows[a] * lane.cost, 0);
  return { flows, unmet: total(columns) - served, cost };
}
