import { cheapestFlow, type FlowProblem } from "../../../src/engine/optimise";
import { random } from "../../random";

/** A network of random arcs with whole numbers; the supplies balance. */
function randomFlow(seed: number, nodes: number, arcs: number): FlowProblem {
  const { uniform } = random(seed);
  const whole = (below: number) => Math.floor(uniform() * below);
  const supply = Array.from({ length: nodes }, () => 0);
  for (let k = 0; k < nodes / 2; k++) {
    const units = whole(20);
    supply[whole(nodes)] += units;
    supply[whole(nodes)] -= units;
  }
  const list = Array.from({ length: arcs }, () => [whole(nodes), whole(nodes), whole(50) - 5, 5 + whole(40)]);
  const column = (k: number) => list.map((arc) => arc[k]);
  return { supply, from: column(0), to: column(1), cost: column(2), capacity: column(3) };
}

/** Potentials from scratch (Bellman and Ford) over what could still change: a negative cycle would make the flow cheaper. */
function hasCheaperCycle({ supply, from, to, cost, capacity }: FlowProblem, flow: Float64Array): boolean {
  const distance = new Float64Array(supply.length);
  for (let round = 0; round <= supply.length; round++) {
    let changed = false;
    for (let a = 0; a < cost.length; a++) {
      const relax = (i: number, j: number, length: number) => {
        if (distance[i] + length >= distance[j] - 1e-7) return;
        distance[j] = distance[i] + length;
        changed = true;
      };
      if (flow[a] < capacity[a] - 1e-9) relax(from[a], to[a], cost[a]);
      if (flow[a] > 1e-9) relax(to[a], from[a], -cost[a]);
    }
    if (!changed) return false;
  }
  return true;
}

describe("cheapestFlow", () => {
  test("flows balance, keep capacities, stay whole, and no cycle is left that would save", () => {
    let solved = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = randomFlow(seed, 4 + (seed % 20), 10 + seed * 3);
      const answer = cheapestFlow(problem);
      if (answer.status !== "optimal") continue;
      solved++;
      const left = Array.from(problem.supply);
      answer.flow.forEach((units, a) => {
        expect(Number.isInteger(units) && units >= 0 && units <= problem.capacity[a]).toBe(true);
        left[problem.from[a]] -= units;
        left[problem.to[a]] += units;
      });
      expect(left.every((units) => units === 0)).toBe(true);
      expect(hasCheaperCycle(problem, answer.flow)).toBe(false);
    }
    expect(solved).toBeGreaterThan(30);
  });

  test("what cannot leave or arrive is named", () => {
    const answer = cheapestFlow({ supply: [5, -2, -3], from: [0], to: [1], cost: [1], capacity: [2] });
    expect(answer).toEqual({
      status: "infeasible",
      stuck: [
        { node: 0, units: 3 },
        { node: 2, units: 3 },
      ],
    });
  });

  test("a cycle that pays without end", () => {
    const cycle = { from: [0, 1], to: [1, 0], cost: [-1, 0], capacity: [Infinity, Infinity] };
    expect(cheapestFlow({ supply: [0, 0], ...cycle })).toEqual({ status: "unbounded" });
  });

  test("many equal ways do not turn in circles", () => {
    const side = 12;
    const pairs = Array.from({ length: side * side }, (_, k) => [Math.floor(k / side), side + (k % side)]);
    const supply = Array.from({ length: 2 * side }, (_, i) => (i < side ? 1 : -1));
    const ones = pairs.map(() => 1);
    const answer = cheapestFlow({
      supply,
      from: pairs.map(([i]) => i),
      to: pairs.map(([, j]) => j),
      cost: ones,
      capacity: ones,
    });
    expect(answer).toMatchObject({ status: "optimal", cost: side });
  });
});
