import {
  rebalance,
  type Layer,
  type RebalanceLane,
  type RebalanceProblem,
} from "../../../src/engine/allocation";
import { provideSolver, solverMissing } from "../../../src/engine/optimise";
import { loadHighsSolver } from "../../../src/worker/highs-solver";
import { random } from "../../random";

beforeAll(async () => provideSolver(await loadHighsSolver()));
afterAll(() => solverMissing("the test is over"));

function randomProblem(seed: number, sites: number): RebalanceProblem {
  const { uniform } = random(seed);
  const whole = (below: number) => Math.floor(uniform() * below);
  const layers = (from: number, to: number): Layer[] =>
    Array.from({ length: to - from }, (_, k) => [
      { site: from + k, units: whole(12), worth: whole(10) },
      { site: from + k, units: whole(12), worth: 0 },
    ]).flat();
  const half = Math.floor(sites / 2);
  const lanes: RebalanceLane[] = Array.from({ length: half * (sites - half) }, (_, k) => ({
    from: Math.floor(k / (sites - half)),
    to: half + (k % (sites - half)),
    freight: 1 + whole(8),
    least: 0,
    multiple: 1,
  }));
  return { sources: layers(0, half), sinks: layers(half, sites), lanes, moveCost: 0 };
}

const benefit = ({ lanes, moveCost }: RebalanceProblem, moves: ReturnType<typeof rebalance>) =>
  moves.reduce(
    (sum, { lane, units, avoided, gained }) =>
      sum + avoided + gained - units * lanes[lane].freight - moveCost,
    0,
  );

describe("rebalance", () => {
  test("network simplex and integer program agree where both can", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = randomProblem(seed, 6);
      const flow = benefit(problem, rebalance(problem));
      // A cost too small to matter sends it through the integer program.
      const program = rebalance({ ...problem, moveCost: 1e-7 });
      expect(benefit(problem, program)).toBeCloseTo(flow, 4);
    }
  });

  test("packs, smallest moves and the cost of a move: the best of all combinations", () => {
    const problem: RebalanceProblem = {
      sources: [
        { site: 0, units: 9, worth: 2 },
        { site: 1, units: 7, worth: 2 },
      ],
      sinks: [{ site: 2, units: 12, worth: 3 }],
      lanes: [
        { from: 0, to: 2, freight: 1, least: 4, multiple: 2 },
        { from: 1, to: 2, freight: 2, least: 0, multiple: 3 },
      ],
      moveCost: 5,
    };
    let best = 0;
    for (let a = 0; a <= 9; a += 2)
      for (let b = 0; b <= 7; b += 3)
        if (a + b <= 12 && (a === 0 || a >= 4))
          best = Math.max(best, 4 * a + 3 * b - 5 * (a > 0 ? 1 : 0) - 5 * (b > 0 ? 1 : 0));
    const moves = rebalance(problem);
    expect(benefit(problem, moves)).toBeCloseTo(best, 9);
    for (const { lane, units } of moves) expect(units % problem.lanes[lane].multiple).toBe(0);
  });

  test("units that pay nothing themselves fill the pack of those that do", () => {
    const layers = {
      sources: [{ site: 0, units: 30, worth: 0 }],
      sinks: [
        { site: 1, units: 6, worth: 10 },
        { site: 1, units: 50, worth: 0 },
      ],
    };
    const lanes = [{ from: 0, to: 1, freight: 1, least: 0, multiple: 10 }];
    // 6 x 10 gained, 10 x 1 of freight.
    const packs = { ...layers, lanes, moveCost: 0 };
    expect(rebalance(packs)).toEqual([{ lane: 0, units: 10, avoided: 0, gained: 60 }]);
    const smallest = { ...packs, lanes: [{ ...lanes[0], multiple: 1, least: 20 }] };
    expect(rebalance(smallest)).toEqual([{ lane: 0, units: 20, avoided: 0, gained: 60 }]);
    expect(rebalance({ ...smallest, lanes: [{ ...smallest.lanes[0], freight: 4 }] })).toEqual([]);
  });

  test("nothing moves where freight eats what it brings", () => {
    const layers = { sources: [{ site: 0, units: 5, worth: 1 }], sinks: [{ site: 1, units: 5, worth: 1 }] };
    expect(
      rebalance({ ...layers, lanes: [{ from: 0, to: 1, freight: 2, least: 0, multiple: 1 }], moveCost: 0 }),
    ).toEqual([]);
  });
});
