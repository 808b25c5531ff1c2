import { transship } from "../../src/engine/allocation";
import {
  ModelBuilder,
  cheapestFlow,
  provideSolver,
  solveByTableau,
  solveLinear,
  solverMissing,
  type LinearAnswer,
  type LinearModel,
  type LinearSolver,
} from "../../src/engine/optimise";
import { loadHighsSolver } from "../../src/worker/highs-solver";
import { random } from "../random";

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadHighsSolver();
  provideSolver(solver);
});
afterAll(() => solverMissing("the test is over"));

/** Supplies to demands over lanes with capacities; `surplus` below 0 makes it impossible. */
function transport(seed: number, sources: number, sinks: number, surplus: number) {
  const { uniform } = random(seed);
  const model = new ModelBuilder();
  const demand = Array.from({ length: sinks }, () => 5 + Math.floor(uniform() * 20));
  const total = demand.reduce((sum, units) => sum + units, 0);
  const spread = Math.floor((total + surplus) / sources);
  const supply = new Array<number>(sources).fill(spread);
  supply[0] = total + surplus - spread * (sources - 1);
  const rows = supply.map((units, i) => model.rule(`supply ${i}`, { upper: units }));
  const columns = demand.map((units, j) => model.rule(`demand ${j}`, { lower: units }));
  const cost: number[][] = [];
  supply.forEach((_, i) => {
    cost.push([]);
    demand.forEach((_, j) => {
      cost[i].push(1 + Math.floor(uniform() * 50));
      const lane = model.decide(`lane ${i}-${j}`, cost[i][j]);
      model.add(rows[i], lane, 1);
      model.add(columns[j], lane, 1);
    });
  });
  return { model: model.build(), supply, demand, cost };
}

const conflictOf = (answer: LinearAnswer) => (answer.status === "infeasible" ? answer.conflict : []);
const objective = (model: LinearModel) => {
  const answer = solveLinear(model);
  return answer.status === "optimal" ? answer.objective : answer;
};

describe("HiGHS behind the model layer", () => {
  test("equals the dense tableau and the network simplex", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { model, supply, demand, cost } = transport(seed, 3 + (seed % 4), 4 + (seed % 5), 7);
      const fallback = solveByTableau(model);
      expect(fallback).toMatchObject({ status: "optimal" });
      const found = objective(model) as number;
      expect(found).toBeCloseTo((fallback as { objective: number }).objective, 6);
      const moves = transship({ excess: supply, need: demand, cost, smallestMove: 0 });
      expect(moves.cost).toBeCloseTo(found, 6);
    }
  });

  test("equals the network simplex on thousands of lanes", () => {
    const { model, supply, demand, cost } = transport(5, 40, 120, 300);
    const lanes = cost.flatMap((row, i) => row.map((money, j) => ({ from: i, to: 40 + j, money })));
    const rest = supply.map((_, i) => ({ from: i, to: 160, money: 0 }));
    const arcs = [...lanes, ...rest];
    const flow = cheapestFlow({
      supply: [...supply, ...demand.map((units) => -units), -300],
      from: arcs.map(({ from }) => from),
      to: arcs.map(({ to }) => to),
      cost: arcs.map(({ money }) => money),
      capacity: arcs.map(() => Infinity),
    });
    expect((flow as { cost: number }).cost).toBeCloseTo(objective(model) as number, 5);
  });

  test("whole decisions: the best of all combinations", () => {
    const { uniform } = random(3);
    for (let round = 0; round < 10; round++) {
      const weights = Array.from({ length: 10 }, () => 1 + Math.floor(uniform() * 30));
      const worth = weights.map(() => 1 + Math.floor(uniform() * 50));
      const model = new ModelBuilder();
      const items = worth.map((money, i) => model.decide(`item ${i}`, -money, { upper: 1, whole: true }));
      model.rule(
        "budget",
        { upper: 60 },
        items.map((item, i) => [item, weights[i]]),
      );
      let best = 0;
      for (let set = 0; set < 1 << 10; set++) {
        const sum = (of: readonly number[]) =>
          of.reduce((total, one, i) => total + (set & (1 << i) ? one : 0), 0);
        if (sum(weights) <= 60) best = Math.max(best, sum(worth));
      }
      const answer = solveLinear(model.build(), { gap: 1e-9 });
      expect(answer).toMatchObject({ status: "optimal", objective: -best });
    }
  });

  test("what cannot be kept together is named, with either solver", () => {
    const model = new ModelBuilder();
    const [a, b] = [model.decide("A-1", 1), model.decide("B", 1)];
    model.rule("capacity of the lane", { upper: 10 }, [[a, 1]]);
    model.rule("demand", { lower: 15 }, [
      [a, 1],
      [b, 1],
    ]);
    model.rule("stock of B", { upper: 3 }, [[b, 1]]);
    model.rule("harmless", { upper: 100 }, [
      [a, 1],
      [b, 1],
    ]);
    const conflict = ["capacity of the lane", "demand", "stock of B"];
    const built = model.build();
    const answer = solveLinear(built);
    expect(answer.status).toBe("infeasible");
    expect([...conflictOf(answer)].sort()).toEqual(conflict);
    solverMissing("blocked");
    expect(solveLinear(built)).toEqual({ status: "infeasible", conflict });
    provideSolver(solver);
  });

  test("a shortage is infeasible and names the supplies", () => {
    const answer = solveLinear(transport(2, 3, 4, -1).model);
    expect(answer.status).toBe("infeasible");
    expect(conflictOf(answer)).toEqual(
      expect.arrayContaining(["supply 0", "supply 1", "supply 2", "demand 0"]),
    );
  });

  test("a cost without end", () => {
    const model = new ModelBuilder();
    model.decide("more", -1);
    expect(solveLinear(model.build())).toEqual({ status: "unbounded" });
    solverMissing("blocked");
    const kept = new ModelBuilder();
    kept.rule("some", { lower: 1 }, [[kept.decide("more", -1), 1]]);
    expect(solveLinear(kept.build())).toEqual({ status: "unbounded" });
    provideSolver(solver);
  });

  test("an answer that breaks a rule is refused", () => {
    const model = new ModelBuilder();
    model.rule("at least 5", { lower: 5 }, [[model.decide("x", 1), 1]]);
    provideSolver(() => ({ status: "optimal", values: Float64Array.of(4), objective: 4, bound: 4 }));
    expect(solveLinear(model.build())).toEqual({
      status: "failed",
      reason: "the solver's answer was checked and refused: at least 5 comes to 4, below 5",
    });
    provideSolver(solver);
  });

  test("without WebAssembly, what the fallback cannot do says so", () => {
    solverMissing("the page forbids it");
    const model = new ModelBuilder();
    model.decide("x", 1, { whole: true });
    expect(solveLinear(model.build())).toEqual({
      status: "failed",
      reason:
        "the plan needs the solver in WebAssembly, which is not there (the page forbids it): some of its decisions must be whole",
    });
    provideSolver(solver);
  });

  test("out of time: the best plan so far with its bound, or the reason", () => {
    const { uniform } = random(9);
    const model = new ModelBuilder();
    const picks = Array.from({ length: 60 }, (_, j) =>
      model.decide(`pick ${j}`, 1 + uniform(), { upper: 1, whole: true }),
    );
    for (let i = 0; i < 80; i++) {
      model.rule(
        `cover ${i}`,
        { lower: 1 },
        picks
          .filter(() => uniform() < 0.06)
          .concat(picks[i % 60])
          .map((pick) => [pick, 1]),
      );
    }
    const answer = solveLinear(model.build(), { seconds: 1e-3, gap: 0 });
    expect(["optimal", "stopped", "failed"]).toContain(answer.status);
    if (answer.status === "stopped") expect(answer.bound).toBeLessThanOrEqual(answer.objective);
  });
});
