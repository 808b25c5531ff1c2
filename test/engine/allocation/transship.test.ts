import { transship } from "../../../src/engine/allocation";
import { provideSolver, solverMissing } from "../../../src/engine/optimise";
import { loadHighsSolver } from "../../../src/worker/highs-solver";
import reference from "../../reference/allocation.json";
import contested from "../../reference/contested-moves.json";

describe("transship", () => {
  test("moves as much as integer programs do, for as little", () => {
    for (const { excess, need, cost, smallest, moved, money } of reference.transshipments) {
      const lanes = cost.map((row) => row.map((one) => one ?? NaN));
      const moves = transship({ excess, need, cost: lanes, smallestMove: smallest });
      expect(moves.proven).toBe(true);
      expect(moves.moved).toBeCloseTo(moved, 5);
      expect(moves.cost).toBeCloseTo(money, 3);
      moves.units.forEach((row, i) => {
        expect(row.reduce((sum, units) => sum + units, 0)).toBeLessThanOrEqual(excess[i] + 1e-9);
        row.forEach((units, j) => {
          if (Number.isNaN(lanes[i][j])) expect(units).toBe(0);
          if (units > 0) expect(units).toBeGreaterThanOrEqual(smallest - 1e-9);
        });
      });
      need.forEach((units, j) => {
        const arrived = moves.units.reduce((sum, row) => sum + row[j], 0);
        expect(arrived).toBeLessThanOrEqual(units + 1e-9);
      });
    }
  });

  test("whole multiples, never beyond excess or need", () => {
    const moves = transship({ excess: [25], need: [17, 9], cost: [[1, 2]], smallestMove: 0, multiple: 6 });
    expect(moves.units).toEqual([[12, 6]]);
  });

  test("a saving is taken, a cost does not stop a move that is needed", () => {
    const moves = transship({ excess: [10, 10], need: [10], cost: [[5], [-2]], smallestMove: 0 });
    expect(moves).toMatchObject({ units: [[0], [10]], cost: -20 });
  });

  test("fractions stay what they are", () => {
    const moves = transship({ excess: [2.5], need: [0.75, 3], cost: [[1, 2]], smallestMove: 0 });
    expect(moves.units).toEqual([[0.75, 1.75]]);
  });

  test("no lane, no move", () => {
    expect(transship({ excess: [5], need: [5], cost: [[NaN]], smallestMove: 0 })).toEqual({
      units: [[0]],
      moved: 0,
      cost: 0,
      proven: true,
    });
  });

  describe("with smallest moves that many lanes compete for", () => {
    const moves = () =>
      contested.problems.map(({ excess, need, cost, smallest }) =>
        transship({
          excess,
          need,
          cost: cost.map((row) => row.map((one) => one ?? NaN)),
          smallestMove: smallest,
        }),
      );

    test("an integer program settles what branch and bound leaves open", async () => {
      provideSolver(await loadHighsSolver());
      const found = moves();
      solverMissing("the test is over");
      found.forEach((one, k) => {
        const { moved, money, smallest } = contested.problems[k];
        expect(one.proven).toBe(true);
        expect(one.moved).toBeCloseTo(moved, 6);
        expect(one.cost).toBeCloseTo(money, 3);
        // Lanes are chosen by the solver, flows over them are exact.
        for (const units of one.units.flat()) expect(units === 0 || units >= smallest).toBe(true);
      });
    }, 60_000);

    test("without the solver it says that nothing is proven", () => {
      expect(moves().some(({ proven }) => !proven)).toBe(true);
    });
  });
});
