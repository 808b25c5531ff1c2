import { planFlow, type FlowGood, type FlowProblem } from "../../../../src/engine/network";
import { provideSolver, solverMissing } from "../../../../src/engine/optimise";
import { loadHighsSolver } from "../../../../src/worker/highs-solver";
import { exact, lane, limit, problem, refusals, site, supplier } from "./flow-problems";
import { referencePlans } from "./reference-plans";

describe("laws of a flow plan", () => {
  beforeAll(async () => provideSolver(await loadHighsSolver()));
  afterAll(() => solverMissing("the test is over"));
  const possible = referencePlans.flatMap(({ problem: given, total, hasLots }) =>
    total === null ? [] : [{ given, total, hasLots }],
  );
  const cost = (of: FlowProblem) => {
    const plan = planFlow(of, exact);
    expect(refusals(plan)).toEqual([]);
    return plan.total;
  };

  test("more capacity or a second lane never cost; dearer waiting never saves", () => {
    for (const { given, total } of possible.filter((one) => one.given.stores.length === 0 && !one.hasLots)) {
      const slack = 1e-6 * (1 + total);
      given.limits.forEach((_, k) => {
        const limits = given.limits.map((one, i) =>
          i === k ? { ...one, most: one.most.map((most) => most + 5) } : one,
        );
        expect(cost({ ...given, limits })).toBeLessThan(total + slack);
      });
      const more = given.goods.map((one) => ({
        ...one,
        lanes: [...one.lanes, { ...one.lanes[0], fixed: [] }],
      }));
      expect(cost({ ...given, goods: more })).toBeLessThan(total + slack);
      const dearer = given.goods.map((one) => ({ ...one, shortagePenalty: 2 * one.shortagePenalty }));
      expect(cost({ ...given, goods: dearer })).toBeGreaterThan(total - slack);
    }
  });

  test("planned together is never dearer than parted by need", () => {
    let [dearer, joint] = [0, 0];
    for (const { given } of possible.filter((one) => one.given.goods.length > 1)) {
      const free = { ...given, stores: [] };
      const parted = planFlow(free, { ...exact, mostColumns: 0 });
      if (refusals(parted).length > 0) continue;
      const total = cost(free);
      joint++;
      if (parted.total > total * (1 + 1e-6)) dearer++;
      expect(parted.total).toBeGreaterThan(total * (1 - 1e-6));
    }
    expect(joint).toBeGreaterThan(10);
    expect(dearer).toBeGreaterThan(5);
  });

  test("a unit more of a full limit saves at most its worth, and a little less of it costs at least that", () => {
    let priced = 0;
    for (const { given, total, hasLots } of possible) {
      if (hasLots || given.stores.length > 0) continue;
      const { limits } = planFlow(given, exact);
      limits.forEach(({ worth, used }, k) =>
        worth.forEach((money, t) => {
          if (money === null) throw new Error("a linear program tells what capacity is worth");
          const { most } = given.limits[k];
          if (money > 0) expect(used[t]).toBeCloseTo(most[t], 5);
          if (money === 0 || priced > 40) return;
          priced++;
          const changed = (by: number) => ({
            ...given,
            limits: given.limits.map((one, i) =>
              i === k ? { ...one, most: most.map((units, p) => (p === t ? units + by : units)) } : one,
            ),
          });
          expect(cost(changed(1))).toBeGreaterThan(total - money - 1e-6 * (1 + total));
          if (most[t] > 0.001) {
            const less = planFlow(changed(-0.001), exact);
            if (refusals(less).length === 0)
              expect(less.total).toBeGreaterThan(total + 0.001 * money - 1e-6 * (1 + total));
          }
        }),
      );
    }
    expect(priced).toBeGreaterThan(20);
  });

  test("a site whose demand is split between itself and a twin it reaches at once and free costs the same", () => {
    for (const { given, total } of possible.filter(({ given: { stores } }) => stores.length === 0)) {
      const goods = given.goods.map((one) => {
        const last = one.sites.length - 1;
        const half = one.sites[last].demand.map((units) => units / 2);
        const none = half.map(() => 0);
        const twin = {
          ...one.sites[last],
          id: "twin",
          demand: half,
          opening: 0,
          inbound: none,
          source: none,
          minimum: 0,
        };
        return {
          ...one,
          sites: [...one.sites.slice(0, last), { ...one.sites[last], demand: half }, twin],
          lanes: [...one.lanes, lane(last, last + 1, { cost: 0 })],
        };
      });
      expect(Math.abs(cost({ ...given, goods }) / total - 1)).toBeLessThan(1e-6);
    }
  });

  test("what cannot be is refused by name", () => {
    const sites = [supplier, site("shop")];
    const refused = (own: Partial<FlowGood>, more: Partial<FlowProblem> = {}) =>
      expect(() => planFlow(problem(own, more)));
    refused({ sites, lanes: [lane(0, 2)] }).toThrow("lane 1 of A must join two sites, got 2");
    refused({ sites, lanes: [lane(0, 1, { leadTime: 0.5 })] }).toThrow(
      "leadTime of lane 1 of A must be whole periods, got 0.5",
    );
    refused({ sites, lanes: [lane(0, 1, { multiple: -1 })] }).toThrow(
      "multiple of lane 1 of A must be at least 0, got -1",
    );
    refused({ sites: [site("shop", { opening: -1 })] }).toThrow("opening of shop must be at least 0, got -1");
    refused({ sites: [site("shop", { demand: [1] })] }).toThrow("demand of shop must have 4 periods, got 1");
    refused({ sites }, { limits: [limit(3)] }).toThrow("from supplier must name lanes of goods");
    refused({}, { periods: [] }).toThrow("periods must be at least 1, got 0");
  });
});
