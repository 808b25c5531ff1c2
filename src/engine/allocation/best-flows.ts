import { PlanningError } from "../errors";
import { cheapestFlow } from "../optimise";
import { lanesByProgram } from "./lanes-by-program";
import type { Transport } from "./transport";

/** Per lane: free (0), closed (-1), or carrying at least the smallest move (1). */
type Decisions = Int8Array;

interface Flows {
  readonly flows: Float64Array;
  readonly unmet: number;
  readonly cost: number;
}

const hair = 1e-9;

/** Flows solved by branch and bound at most: a quarter of a second's work, then the integer program takes over. */
function mostFlows(lanes: number): number {
  return Math.max(50, Math.min(4000, Math.floor(2e6 / (1 + lanes))));
}

/**
 * As much as can be carried, at the least cost. Branch and bound over the lanes that carry too little is quick where few lanes are
 * contested; where it is not, an integer program says which lanes run, and the flows over them are solved exactly.
 */
export function bestFlows(transport: Transport): { readonly flows: Float64Array; readonly proven: boolean } {
  const searched = branchAndBound(transport);
  if (searched.proven) return searched;
  const chosen = lanesByProgram(transport, searched.most);
  const found =
    chosen &&
    relaxed(
      transport,
      Int8Array.from(chosen, (runs) => (runs ? 1 : -1)),
    );
  return found === undefined ? searched : { flows: found.flows, proven: true };
}

interface Searched {
  readonly flows: Float64Array;
  readonly proven: boolean;
  /** Units moved in all, where it is certain that no plan moves more. */
  readonly most: number | undefined;
}

function branchAndBound(transport: Transport): Searched {
  const { lanes, columns, smallest } = transport;
  const patience = mostFlows(lanes.length);
  let leastUnmet = 0;
  let best: Flows = { flows: new Float64Array(lanes.length), unmet: Infinity, cost: Infinity };
  const open: Decisions[] = [new Int8Array(lanes.length)];
  let solved = 0;
  while (open.length > 0) {
    if (solved++ === patience) {
      const isMost = best.unmet <= leastUnmet + hair * (1 + leastUnmet);
      const wanted = columns.reduce((sum, units) => sum + units, 0);
      return { flows: best.flows, proven: false, most: isMost ? wanted - best.unmet : undefined };
    }
    const decisions = open.pop()!;
    const found = relaxed(transport, decisions);
    if (solved === 1 && found !== undefined) leastUnmet = found.unmet;
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
  return { flows: best.flows, proven: true, most: undefined };
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
