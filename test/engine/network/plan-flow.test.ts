import { planFlow, type FlowLane, type FlowPlanProblem, type FlowSite } from "../../../src/engine/network";
import { provideSolver, solverMissing } from "../../../src/engine/optimise";
import { loadHighsSolver } from "../../../src/worker/highs-solver";
import reference from "../../reference/flow-plans.json";

const PERIODS = 4;
const constant = (value: number) => new Array<number>(PERIODS).fill(value);
const site = (id: string, own: Partial<FlowSite> = {}): FlowSite => ({
  id,
  opening: 0,
  inbound: constant(0),
  source: constant(0),
  demand: constant(0),
  minimum: 0,
  holdingCost: 1,
  ...own,
});
const lane = (from: number, to: number, own: Partial<FlowLane> = {}): FlowLane => ({
  from,
  to,
  leadTime: 0,
  cost: 2,
  capacity: constant(Infinity),
  ...own,
});
const supplier = site("supplier", { source: constant(Infinity) });
const problem = (own: Partial<FlowPlanProblem>): FlowPlanProblem => ({
  periods: PERIODS,
  sites: [],
  lanes: [],
  shortagePenalty: 10,
  minimumPenalty: 5,
  ...own,
});
const shipped = (of: FlowPlanProblem) =>
  planFlow(of).shipments.map(({ lane: way, period, units }) => [way, period, Math.round(units * 1e6) / 1e6]);

/** null stands for Infinity, which JSON does not know. */
const limits = (series: readonly (number | null)[]) => series.map((most) => most ?? Infinity);
const cases = reference.cases.map(({ problem: given, total }) => ({
  total,
  given: {
    ...given,
    sites: given.sites.map((one) => ({ ...one, source: limits(one.source) })),
    lanes: given.lanes.map((one) => ({ ...one, capacity: limits(one.capacity) })),
  } satisfies FlowPlanProblem,
}));

describe.each([
  ["HiGHS", async () => provideSolver(await loadHighsSolver())],
  ["the fallback", async () => solverMissing("the test wants the fallback")],
])("a flow plan by %s", (_, prepare) => {
  beforeAll(prepare);
  afterAll(() => solverMissing("the test is over"));

  test("costs what scipy's linear programs cost", () => {
    for (const { given, total } of cases) {
      const plan = planFlow(given);
      expect(Math.abs(plan.total / total - 1)).toBeLessThan(1e-6);
      expect(plan.freight + plan.holding + plan.shortage + plan.shortfall).toBeCloseTo(plan.total, 9);
    }
  });

  test("a lane that is too narrow for a peak is used before it", () => {
    const shop = site("shop", { demand: [0, 0, 10, 0] });
    const narrow = problem({ sites: [supplier, shop], lanes: [lane(0, 1, { capacity: constant(6) })] });
    // Four a period early cost 1 each to hold; waiting would cost 10.
    expect(shipped(narrow)).toEqual([
      [0, 1, 4],
      [0, 2, 6],
    ]);
    const plan = planFlow(narrow);
    expect(plan.shipments.map(({ full }) => full)).toEqual([false, true]);
    expect(plan.total).toBeCloseTo(10 * 2 + 4 * 1, 6);
  });

  test("goods leave a lead time ahead, and what came too late waits", () => {
    const shop = site("shop", { opening: 5, demand: [5, 3, 4, 0] });
    const far = problem({ sites: [supplier, shop], lanes: [lane(0, 1, { leadTime: 2 })] });
    // Nothing can be there in the second period: its 3 units wait once.
    expect(shipped(far)).toEqual([[0, 0, 7]]);
    const plan = planFlow(far);
    expect(plan.waiting[1][1]).toBeCloseTo(3, 6);
    expect(plan.total).toBeCloseTo(7 * 2 + 3 * 10, 6);
  });

  test("customers wait where freight costs more than that", () => {
    const shop = site("shop", { demand: [0, 0, 4, 4] });
    const dear = problem({ sites: [supplier, shop], lanes: [lane(0, 1, { cost: 15 })] });
    // The units of the third period would wait twice at 10 each: 20 is more than 15. Those of the last wait once: 10 is less.
    expect(shipped(dear)).toEqual([[0, 2, 4]]);
    expect(planFlow(dear).total).toBeCloseTo(4 * 15 + 4 * 10, 6);
  });

  test("with a weight on the end, the last demand is worth its freight too", () => {
    const shop = site("shop", { demand: [0, 0, 4, 4] });
    const lanes = [lane(0, 1, { cost: 15 })];
    expect(shipped(problem({ sites: [supplier, shop], lanes, endWeight: 2 }))).toEqual([
      [0, 2, 4],
      [0, 3, 4],
    ]);
  });

  test("the dear route carries what the cheap one cannot", () => {
    const shop = site("shop", { demand: [9, 9, 9, 9], holdingCost: 50 });
    const lanes = [lane(0, 1, { capacity: constant(5) }), lane(0, 1, { cost: 7 })];
    expect(shipped(problem({ sites: [supplier, shop], lanes }))).toEqual([
      ...[0, 1, 2, 3].map((period) => [0, period, 5]),
      ...[0, 1, 2, 3].map((period) => [1, period, 4]),
    ]);
  });

  test("a site ships what it has, never on credit, and open orders count when they arrive", () => {
    const depot = site("depot", { inbound: [0, 0, 8, 0] });
    const shop = site("shop", { demand: [8, 0, 0, 0] });
    const plan = planFlow(problem({ sites: [depot, shop], lanes: [lane(0, 1)] }));
    expect(plan.shipments).toMatchObject([{ period: 2, arrives: 2 }]);
    expect(plan.total).toBeCloseTo(8 * 2 + 2 * 8 * 10, 6);
  });

  test("minimum stock is filled where that is worth its freight, else what is missing is told", () => {
    const shop = site("shop", { minimum: 6 });
    const cheap = planFlow(problem({ sites: [supplier, shop], lanes: [lane(0, 1)] }));
    expect(cheap.belowMinimum[1].every((units) => units < 1e-6)).toBe(true);
    expect(cheap.total).toBeCloseTo(6 * 2 + PERIODS * 6, 6);
    const dear = planFlow(problem({ sites: [supplier, shop], lanes: [lane(0, 1, { cost: 30 })] }));
    expect(dear.shipments).toEqual([]);
    expect(dear.shortfall).toBeCloseTo(PERIODS * 6 * 5, 6);
  });
});

describe("laws of a flow plan", () => {
  beforeAll(async () => provideSolver(await loadHighsSolver()));
  afterAll(() => solverMissing("the test is over"));
  const cost = (of: FlowPlanProblem) => planFlow(of).total;

  test("more capacity, more stock on order or a second lane never cost; dearer waiting never saves", () => {
    for (const { given } of cases) {
      const before = cost(given);
      const slack = 1e-6 * (1 + before);
      given.lanes.forEach((one, k) => {
        const wider = { ...one, capacity: one.capacity.map((most) => most + 5) };
        expect(
          cost({ ...given, lanes: given.lanes.map((other, i) => (i === k ? wider : other)) }),
        ).toBeLessThan(before + slack);
      });
      expect(cost({ ...given, lanes: [...given.lanes, given.lanes[0]] })).toBeLessThan(before + slack);
      expect(cost({ ...given, shortagePenalty: given.shortagePenalty * 2 })).toBeGreaterThan(before - slack);
    }
  });

  test("a site whose demand is split between itself and a twin it reaches at once and free costs the same", () => {
    for (const { given } of cases) {
      const last = given.sites.length - 1;
      const half = given.sites[last].demand.map((units) => units / 2);
      const split: FlowPlanProblem = {
        ...given,
        sites: [
          ...given.sites.slice(0, last),
          { ...given.sites[last], demand: half },
          {
            ...given.sites[last],
            id: "twin",
            demand: half,
            opening: 0,
            inbound: half.map(() => 0),
            source: half.map(() => 0),
            minimum: 0,
          },
        ],
        lanes: [
          ...given.lanes,
          { from: last, to: last + 1, leadTime: 0, cost: 0, capacity: half.map(() => Infinity) },
        ],
      };
      expect(Math.abs(cost(split) / cost(given) - 1)).toBeLessThan(1e-6);
    }
  });

  test("every unit is somewhere: what comes in is served, shipped or in stock", () => {
    for (const { given } of cases) {
      const plan = planFlow(given);
      given.sites.forEach((one, i) => {
        if (one.source.some((most) => most > 0)) return;
        let goods = one.opening;
        for (let t = 0; t < given.periods; t++) {
          const before = t === 0 ? 0 : plan.waiting[i][t - 1];
          goods += one.inbound[t] - (one.demand[t] + before - plan.waiting[i][t]);
          for (const { lane: k, period, arrives, units } of plan.shipments) {
            if (given.lanes[k].to === i && arrives === t) goods += units;
            if (given.lanes[k].from === i && period === t) goods -= units;
          }
          expect(goods).toBeCloseTo(plan.stock[i][t], 4);
        }
      });
    }
  });

  test("what cannot be is refused by name", () => {
    const sites = [supplier, site("shop")];
    expect(() => cost(problem({ sites, lanes: [lane(0, 2)] }))).toThrow("lane 1 must join two sites, got 2");
    expect(() => cost(problem({ sites, lanes: [lane(0, 1, { leadTime: 0.5 })] }))).toThrow(
      "leadTime of lane 1 must be whole periods, got 0.5",
    );
    expect(() => cost(problem({ sites: [site("shop", { opening: -1 })] }))).toThrow(
      "opening of shop must be at least 0, got -1",
    );
    expect(() => cost(problem({ sites: [site("shop", { demand: [1] })] }))).toThrow(
      "demand of shop must have 4 periods, got 1",
    );
  });
});
