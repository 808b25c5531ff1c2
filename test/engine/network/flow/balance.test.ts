import fc from "fast-check";
import { planFlow, type FlowProblem, type PlannedGood } from "../../../../src/engine/network";
import { provideSolver, solverMissing } from "../../../../src/engine/optimise";
import { loadHighsSolver } from "../../../../src/worker/highs-solver";

beforeAll(async () => provideSolver(await loadHighsSolver()));
afterAll(() => solverMissing("the test is over"));

const PERIODS = 4;
const PLACES = 3;
const whole = (max: number) => fc.integer({ min: 0, max });
const byPeriod = (max: number) => fc.array(whole(max), { minLength: PERIODS, maxLength: PERIODS });
const site = fc.record({
  opening: whole(20),
  inbound: byPeriod(5),
  demand: byPeriod(12),
  minimum: whole(6),
  holdingCost: whole(20).map((tenths) => tenths / 10),
});
const lane = fc.record({
  leadTime: whole(2),
  cost: whole(30).map((tenths) => tenths / 10),
  transitCost: whole(5).map((tenths) => tenths / 10),
  least: fc.constantFrom(0, 0, 0, 5, 12),
  multiple: fc.constantFrom(0, 0, 0, 3, 2.5),
});
/** Lanes between any two of three places; the first place buys what it wants. */
const ends = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 1],
] as const;
const good = fc
  .tuple(
    fc.array(site, { minLength: PLACES, maxLength: PLACES }),
    fc.array(lane, { minLength: ends.length, maxLength: ends.length }),
    whole(40),
    whole(10),
  )
  .map(([sites, lanes, shortage, minimum]) => ({
    sites: sites.map((one, i) => ({
      ...one,
      source: new Array<number>(PERIODS).fill(i === 0 ? Infinity : 0),
    })),
    lanes: lanes.map((one, k) => ({ ...one, from: ends[k][0], to: ends[k][1] })),
    shortagePenalty: shortage / 10,
    minimumPenalty: minimum / 10,
  }));
const problems = fc
  .tuple(
    fc.array(good, { minLength: 1, maxLength: 2 }),
    fc.array(byPeriod(25), { minLength: 4, maxLength: 4 }),
    byPeriod(30),
  )
  .map(([goods, capacities, output]): FlowProblem => {
    const named = goods.map((one, g) => ({
      ...one,
      name: `g${g}`,
      sites: one.sites.map((place, i) => ({ ...place, id: `g${g} at ${i}` })),
    }));
    const limitOf = (name: string, lanes: readonly number[], most: readonly number[]) => ({
      name,
      most,
      lanes: named.flatMap((_, g) => lanes.map((k) => ({ good: g, lane: k }))),
    });
    return {
      periods: Array.from({ length: PERIODS }, (_, t) => `period ${t + 1}`),
      goods: named,
      limits: [
        ...capacities.map((most, k) => limitOf(`lane ${k}`, [k], most)),
        limitOf("place 0", [0, 1], output),
      ],
      stores: [],
    };
  });

const search = { gap: 1e-7, seconds: 30 };
function plansOf(problem: FlowProblem): PlannedGood[] {
  return planFlow(problem, search).goods.map((one) => {
    if ("problem" in one) throw new Error(one.problem);
    return one;
  });
}

test("every unit is somewhere, no limit is broken, nothing leaves that is not there, lots are whole", () => {
  let [shipments, full, lots] = [0, 0, 0];
  fc.assert(
    fc.property(problems, (problem) => {
      const plans = plansOf(problem);
      const left = problem.limits.map(() => new Array<number>(PERIODS).fill(0));
      plans.forEach(({ shipments: moves, stock, waiting, belowMinimum }, g) => {
        const { sites, lanes } = problem.goods[g];
        for (const { lane: k, period, arrives, units } of moves) {
          const { least, multiple, leadTime } = lanes[k];
          shipments++;
          expect(arrives).toBe(period + leadTime);
          expect(arrives).toBeLessThan(PERIODS);
          expect(units).toBeGreaterThanOrEqual(least - 1e-6);
          if (multiple > 0) {
            lots++;
            expect(units / multiple).toBe(Math.round(units / multiple));
          }
          problem.limits.forEach((limit, l) => {
            if (limit.lanes.some((one) => one.good === g && one.lane === k)) left[l][period] += units;
          });
        }
        sites.forEach(({ opening, inbound, demand, minimum }, i) => {
          let [held, owed] = [opening, 0];
          for (let t = 0; t < PERIODS; t++) {
            const sum = (of: typeof moves) => of.reduce((total, { units }) => total + units, 0);
            const came =
              inbound[t] + sum(moves.filter(({ lane: k, arrives }) => lanes[k].to === i && arrives === t));
            const went = sum(moves.filter(({ lane: k, period }) => lanes[k].from === i && period === t));
            const served = owed + demand[t] - waiting[i][t];
            expect(served).toBeGreaterThanOrEqual(-1e-6);
            if (i > 0) {
              expect(went).toBeLessThanOrEqual(held + came + 1e-5);
              expect(stock[i][t]).toBeCloseTo(held + came - went - served, 5);
            }
            expect(belowMinimum[i][t]).toBe(Math.max(0, minimum - stock[i][t]));
            [held, owed] = [stock[i][t], waiting[i][t]];
          }
        });
      });
      problem.limits.forEach(({ most }, l) =>
        most.forEach((units, t) => {
          if (units > 0 && left[l][t] > units - 1e-6) full++;
          expect(left[l][t]).toBeLessThanOrEqual(units + 1e-5);
        }),
      );
    }),
    { numRuns: 80, seed: 61 },
  );
  expect([shipments > 200, full > 50, lots > 50]).toEqual([true, true, true]);
});

test("a wider limit never costs, and together is never dearer than parted", () => {
  let [cheaper, saved] = [0, 0];
  fc.assert(
    fc.property(problems, whole(4), (problem, l) => {
      const { total } = planFlow(problem, search);
      const slack = 1e-5 * (1 + total);
      const limits = problem.limits.map((one, k) =>
        k === l ? { ...one, most: one.most.map((units) => units + 10) } : one,
      );
      const wider = planFlow({ ...problem, limits }, search).total;
      expect(wider).toBeLessThanOrEqual(total + slack);
      if (wider < total - slack) cheaper++;
      const parted = planFlow(problem, { ...search, mostColumns: 0 });
      expect(parted.total).toBeGreaterThanOrEqual(total - slack);
      if (parted.total > total + slack) saved++;
    }),
    { numRuns: 60, seed: 62 },
  );
  expect([cheaper > 5, saved > 5]).toEqual([true, true]);
});
