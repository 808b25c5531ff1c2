import { planFlow, totalOf, type FlowLane, type FlowProblem } from "../../../../src/engine/network";
import { provideSolver, solverMissing } from "../../../../src/engine/optimise";
import { loadHighsSolver } from "../../../../src/worker/highs-solver";
import {
  PERIODS,
  constant,
  exact,
  good,
  lane,
  limit,
  planned,
  problem,
  refusals,
  shipped,
  site,
  supplier,
} from "./flow-problems";
import { referencePlans } from "./reference-plans";

describe.each([
  ["HiGHS", async () => provideSolver(await loadHighsSolver()), true],
  ["the fallback", async () => solverMissing("the test wants the fallback"), false],
] as const)("a flow plan by %s", (_, prepare, isWhole) => {
  beforeAll(prepare);
  afterAll(() => solverMissing("the test is over"));

  test("costs what scipy's programs cost, and what cannot be is refused", () => {
    const cases = referencePlans.filter(({ hasLots }) => isWhole || !hasLots);
    expect(cases.length).toBeGreaterThanOrEqual(isWhole ? 52 : 29);
    for (const { problem: given, total } of cases) {
      const plan = planFlow(given, exact);
      if (total === null) expect(refusals(plan).join()).toMatch(/cannot be kept together/);
      else {
        expect(refusals(plan)).toEqual([]);
        expect(Math.abs(plan.total / total - 1)).toBeLessThan(1e-6);
        const parts = given.goods.map((_one, g) => totalOf(planned(plan, g)));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(plan.total, 9);
      }
    }
  });

  test("a lane that is too narrow for a peak is used before it", () => {
    const shop = site("shop", { demand: [0, 0, 10, 0] });
    const narrow = problem({ sites: [supplier, shop], lanes: [lane(0, 1)] }, { limits: [limit(6)] });
    // Four a period early cost 1 each to hold; waiting would cost 10.
    expect(shipped(narrow)).toEqual([
      [0, 1, 4],
      [0, 2, 6],
    ]);
    const plan = planFlow(narrow);
    expect(plan.total).toBeCloseTo(10 * 2 + 4 * 1, 6);
    expect(plan.limits[0].used).toEqual([0, 4, 6, 0]);
    // A unit more in the peak saves a period of holding; the fallback does not tell.
    expect(plan.limits[0].worth).toEqual(isWhole ? [0, 0, expect.closeTo(1, 9), 0] : [0, null, null, 0]);
  });

  test("goods leave a lead time ahead, and what came too late waits", () => {
    const shop = site("shop", { opening: 5, demand: [5, 3, 4, 0] });
    const far = problem({ sites: [supplier, shop], lanes: [lane(0, 1, { leadTime: 2 })] });
    // Nothing can be there in the second period: its 3 units wait once.
    expect(shipped(far)).toEqual([[0, 0, 7]]);
    const plan = planFlow(far);
    expect(planned(plan).waiting[1]).toEqual([0, 3, 0, 0]);
    expect(plan.total).toBeCloseTo(7 * 2 + 3 * 10, 6);
  });

  test("capital under way costs: the slow lane is no longer the cheap one", () => {
    const shop = site("shop", { demand: [0, 0, 4, 0] });
    const sea = lane(0, 1, { leadTime: 2, cost: 1, transitCost: 3 });
    const air = lane(0, 1, { cost: 3.5 });
    const sites = [supplier, shop];
    expect(shipped(problem({ sites, lanes: [{ ...sea, transitCost: 0 }, air] }))).toEqual([[0, 0, 4]]);
    expect(shipped(problem({ sites, lanes: [sea, air] }))).toEqual([[1, 2, 4]]);
    const plan = planFlow(problem({ sites, lanes: [sea] }));
    expect(planned(plan)).toMatchObject({ freight: 4, transit: 12 });
    expect(plan.total).toBe(16);
  });

  test("customers wait where freight costs more than that", () => {
    const shop = site("shop", { demand: [0, 0, 4, 4] });
    const dear = problem({ sites: [supplier, shop], lanes: [lane(0, 1, { cost: 15 })] });
    // The units of the third period would wait twice at 10 each: 20 is more than 15. Those of the last wait once: 10 is less.
    expect(shipped(dear)).toEqual([[0, 2, 4]]);
    expect(planFlow(dear).total).toBeCloseTo(4 * 15 + 4 * 10, 6);
    expect(shipped({ ...dear, endWeight: 2 })).toEqual([
      [0, 2, 4],
      [0, 3, 4],
    ]);
  });

  test("the dear route carries what the cheap one cannot", () => {
    const shop = site("shop", { demand: [9, 9, 9, 9], holdingCost: 50 });
    const lanes = [lane(0, 1), lane(0, 1, { cost: 7 })];
    expect(shipped(problem({ sites: [supplier, shop], lanes }, { limits: [limit(5)] }))).toEqual([
      ...[0, 1, 2, 3].map((period) => [0, period, 5]),
      ...[0, 1, 2, 3].map((period) => [1, period, 4]),
    ]);
  });

  test("a site ships what it has, never on credit, and open orders count when they arrive", () => {
    const depot = site("depot", { inbound: [0, 0, 8, 0] });
    const shop = site("shop", { demand: [8, 0, 0, 0] });
    const plan = planFlow(problem({ sites: [depot, shop], lanes: [lane(0, 1)] }));
    expect(planned(plan).shipments).toMatchObject([{ period: 2, arrives: 2 }]);
    expect(plan.total).toBeCloseTo(8 * 2 + 2 * 8 * 10, 6);
  });

  test("minimum stock is filled where that is worth its freight, else what is missing is told", () => {
    const shop = site("shop", { minimum: 6 });
    const cheap = planFlow(problem({ sites: [supplier, shop], lanes: [lane(0, 1)] }));
    expect(planned(cheap).belowMinimum[1]).toEqual([0, 0, 0, 0]);
    expect(cheap.total).toBeCloseTo(6 * 2 + PERIODS * 6, 6);
    const dear = planned(planFlow(problem({ sites: [supplier, shop], lanes: [lane(0, 1, { cost: 30 })] })));
    expect(dear.shipments).toEqual([]);
    expect(dear.shortfall).toBeCloseTo(PERIODS * 6 * 5, 6);
  });

  test("what is fixed leaves as it is; the plan goes on around it", () => {
    const shop = site("shop", { demand: [0, 6, 6, 0] });
    const fixed = [null, 0, 9, null];
    expect(shipped(problem({ sites: [supplier, shop], lanes: [lane(0, 1, { fixed })] }))).toEqual([
      [0, 0, 6],
      [0, 2, 9],
    ]);
  });

  test("fixed shipments that cannot be are refused by name; other goods are planned all the same", () => {
    const depot = site("A at depot", { opening: 5 });
    const shop = site("A at shop", { demand: constant(1) });
    const impossible = good({
      sites: [depot, shop],
      lanes: [lane(0, 1, { fixed: [null, 9, null, null] })],
    });
    const other = good({
      name: "B",
      sites: [supplier, site("shop", { demand: constant(1) })],
      lanes: [lane(0, 1)],
    });
    const plan = planFlow(problem({}, { goods: [impossible, other] }));
    const [said] = refusals(plan);
    expect(said).toMatch(/^no plan: these cannot be kept together: /);
    expect(said).toContain("9 fixed from A at depot to A at shop in summer");
    expect(said).toContain("goods of A at depot in spring");
    expect(planned(plan, 1).shipments).toHaveLength(PERIODS);
    expect(plan.total).toBe(totalOf(planned(plan, 1)));
  });

  test("fixed shipments above a capacity are refused with it", () => {
    const shop = site("shop", { demand: constant(1) });
    const lanes = [lane(0, 1, { fixed: [null, 9, null, null] })];
    const plan = planFlow(problem({ sites: [supplier, shop], lanes }, { limits: [limit(8)] }));
    expect(refusals(plan)).toEqual([
      expect.stringMatching(/at most 8 from supplier in summer; 9 fixed from|9 fixed from.*; at most 8/),
    ]);
  });

  test("a full store is not filled, unless what arrives leaves no choice", () => {
    const shop = site("shop", { opening: 4, inbound: [0, 3, 0, 0], demand: [0, 0, 0, 20] });
    const held = (most: number) =>
      planFlow(
        problem(
          { sites: [supplier, shop], lanes: [lane(0, 1)] },
          { limits: [limit(10)], stores: [{ name: "shop", sites: [{ good: 0, site: 1 }], most }] },
        ),
      ).stores[0].held;
    expect(held(9)).toEqual([4, 7, 9, 0]);
    expect(held(8)).toEqual([4, 7, 8, 0]);
    expect(held(5)).toEqual([4, 7, 7, 0]);
  });

  test("nothing to plan is no trouble", () => {
    expect(planFlow(problem({}, { goods: [] }))).toMatchObject({ goods: [], total: 0 });
    const alone = planFlow(problem({ sites: [site("shop", { demand: constant(2) })] }));
    expect(alone.total).toBeCloseTo((2 + 4 + 6 + 8) * 10, 6);
    expect(planFlow(problem({ sites: [supplier, site("shop")], lanes: [lane(0, 1)] })).total).toBe(0);
  });

  test("lots need the solver in WebAssembly", () => {
    const shop = site("shop", { demand: [3, 3, 3, 3] });
    const plan = planFlow(problem({ sites: [supplier, shop], lanes: [lane(0, 1, { multiple: 4 })] }));
    expect(refusals(plan)).toEqual(
      isWhole
        ? []
        : [
            expect.stringContaining(
              "needs the solver in WebAssembly, which is not there (the test wants the fallback): some of its decisions must be whole",
            ),
          ],
    );
  });
});

describe("whole shipments", () => {
  beforeAll(async () => provideSolver(await loadHighsSolver()));
  afterAll(() => solverMissing("the test is over"));
  const shop = site("shop", { demand: [3, 3, 3, 3], holdingCost: 1 });
  const by = (own: Partial<FlowLane>, more: Partial<FlowProblem> = {}) =>
    shipped(problem({ sites: [supplier, shop], lanes: [lane(0, 1, own)] }, more));

  test("a smallest shipment gathers periods, a multiple rounds up", () => {
    expect(by({ least: 6 })).toEqual([
      [0, 0, 6],
      [0, 2, 6],
    ]);
    expect(by({ multiple: 4 })).toEqual([
      [0, 0, 4],
      [0, 1, 4],
      [0, 2, 4],
    ]);
    // Two lots at least. All at once: 24 of freight and 18 of holding; 8 and 8: 32 and 18; 8 alone: 16 and 7, and 5 wait at 10.
    expect(by({ multiple: 4, least: 5 })).toEqual([[0, 0, 12]]);
  });

  test("a lane that carries less than its smallest shipment carries nothing", () => {
    expect(by({ least: 6 }, { limits: [limit(5)] })).toEqual([]);
    expect(by({ multiple: 6 }, { limits: [limit(5)] })).toEqual([]);
  });

  test("their limits have no price, and what is proven is told", () => {
    const plan = planFlow(
      problem({ sites: [supplier, shop], lanes: [lane(0, 1, { multiple: 4 })] }, { limits: [limit(4)] }),
    );
    expect(plan.limits[0].worth).toContain(null);
    expect(planned(plan).gap).toBeLessThanOrEqual(1e-3);
  });
});

describe("goods that share", () => {
  beforeAll(async () => provideSolver(await loadHighsSolver()));
  afterAll(() => solverMissing("the test is over"));
  const wants = (name: string, demand: readonly number[], holdingCost: number) =>
    good({ name, sites: [supplier, site("shop", { demand, holdingCost })], lanes: [lane(0, 1)] });
  const both = [
    { good: 0, lane: 0 },
    { good: 1, lane: 0 },
  ];

  test("the one that is cheap to hold goes early; parted by need each would hold its own", () => {
    const goods = [wants("cheap", [0, 0, 0, 8], 0.1), wants("dear", [0, 0, 0, 8], 3)];
    const given = problem({}, { goods, limits: [limit(8, both)] });
    const together = planFlow(given);
    expect(together.total).toBeCloseTo(16 * 2 + 8 * 0.1, 9);
    expect(planned(together)).toMatchObject({ together: 2 });
    expect(together.limits[0]).toMatchObject({ used: [0, 0, 8, 8], isParted: false });
    const parted = planFlow(given, { mostColumns: 10 });
    expect(parted.total).toBeCloseTo(16 * 2 + 4 * 0.1 + 4 * 3, 9);
    expect(parted.limits[0]).toMatchObject({ used: [0, 0, 8, 8], isParted: true });
    expect(planned(parted)).toMatchObject({ together: 1 });
  });

  test("where they cannot be planned together each has its part, and only the one at fault is refused", () => {
    const fixed = (name: string, units: number) => {
      const one = wants(name, [0, 0, 0, 8], 1);
      return { ...one, lanes: [lane(0, 1, { fixed: [units, null, null, null] })] };
    };
    const plan = planFlow(
      problem(
        {},
        {
          goods: [fixed("A", 6), fixed("B", 4), fixed("C", 3)],
          limits: [limit(12, [...both, { good: 2, lane: 0 }])],
        },
      ),
    );
    expect(refusals(plan)).toEqual([
      expect.stringMatching(
        /^no plan: these cannot be kept together: .*at most 4 from supplier \(its part\) in spring/,
      ),
    ]);
    expect(plan.goods[0]).toHaveProperty("problem");
    expect(plan.limits[0]).toMatchObject({ used: [7, 0, 1, 8], isParted: true });
  });

  test("those that do not meet are planned apart", () => {
    const goods = [wants("A", [4, 0, 0, 0], 1), wants("B", [0, 4, 0, 0], 1)];
    const plan = planFlow(problem({}, { goods, limits: [limit(4, both)] }));
    expect(planned(plan)).toMatchObject({ together: 1 });
    expect(plan.limits[0].used).toEqual([4, 4, 0, 0]);
  });
});
