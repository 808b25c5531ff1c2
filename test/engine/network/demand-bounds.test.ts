import { buildNetwork, evaluatePlan, optimiseService, type StockTerms } from "../../../src/engine/network";
import { empiricalTables } from "../../../src/engine/network";
import { longestReplenishment, type Network } from "../../../src/engine/network/network";
import { poissonBound } from "../../../src/engine/network/poisson-bound";
import { neverFalling } from "../../../src/engine/network/stock-term";
import { normalCdf, normalQuantile } from "../../../src/engine/math/normal";
import { random, type Random } from "../../random";
import { cheapestOfAll, randomNetwork, site } from "./random-network";

const poisson = { z: 1.645, pooling: "ARCS", bound: "POISSON" } as const;

/** Steps of any size in any place, some of them long after the last. */
function randomTables(draw: Random, network: Network): StockTerms {
  const bound = longestReplenishment(network).map((longest) => {
    let level = 0;
    return neverFalling(longest, () => (level += draw.uniform() < 0.5 ? 0 : 10 * draw.uniform()));
  });
  return { z: 1, pooling: "ARCS", bound };
}

/** Holds against every combination of whole service times, folded as far as possible and not at all; true where a core is left to search. */
function holdsAgainstAll(network: Network, terms: StockTerms): boolean {
  const cheapest = cheapestOfAll(network, 30, terms);
  const plan = optimiseService(network, terms);
  for (const found of [plan, optimiseService(network, terms, { folding: false })]) {
    expect(found.cost).toBeCloseTo(cheapest, 9);
    expect(found.bound).toBeLessThanOrEqual(cheapest + 1e-9);
    expect(found.gap).toBeLessThanOrEqual(1e-8);
  }
  return plan.method === "SEARCHED";
}

describe("bounds on demand other than the normal", () => {
  // scipy 1.10, scipy.stats.poisson.isf(scipy.stats.norm.sf(z), mean)
  test.each([
    [0, 0.25, 0],
    [0, 2.5, 2],
    [0, 12345.6, 12345],
    [0.6745, 7.75, 10],
    [1.2816, 0.25, 1],
    [1.2816, 300.5, 323],
    [1.645, 0.01, 0],
    [1.645, 1, 3],
    [1.645, 40, 51],
    [2.3263, 2.5, 7],
    [2.3263, 12345.6, 12605],
    [3.0902, 7.75, 18],
    [3.0902, 300.5, 355],
    [5, 0.01, 2],
    [5, 0.25, 5],
    [5, 12345.6, 12905],
  ])("z %d of a Poisson mean of %d is %d", (z, mean, count) => {
    expect(poissonBound(mean, normalCdf(-z))).toBe(count);
  });

  test("no demand needs no stock", () => {
    expect(poissonBound(0, 0.05)).toBe(0);
    const network = buildNetwork([site("A", { processingTime: 9 })], []);
    expect(evaluatePlan(network, [0], poisson).cost).toBe(0);
  });

  test("stock by time never falls, though bound less mean would between two steps", () => {
    // scipy 1.10: the running maximum of poisson.isf(norm.sf(1.645), 0.25 t) - 0.25 t at t = 1 ... 6
    const stock = [1, 2, 3, 4, 5, 6].map((processingTime) => {
      const network = buildNetwork([site("A", { processingTime, demandSd: 0.5 })], []);
      return evaluatePlan(network, [0], poisson).sites[0].safetyStock;
    });
    expect(stock).toEqual([0.75, 1.5, 1.5, 2, 2, 2.5]);
  });

  test("a supplier's demand is that of its customers together; a site's own z is kept", () => {
    const sites = [
      site("DC", { processingTime: 2, z: 2.3263 }),
      site("A", { demandSd: Math.sqrt(0.5), maxServiceTime: 0 }),
      site("B", { demandSd: Math.sqrt(0.75), maxServiceTime: 0 }),
    ];
    const lanes = ["A", "B"].map((to) => ({ from: "DC", to }));
    const plan = evaluatePlan(buildNetwork(sites, lanes), [0, 0, 0], poisson);
    // 7 at a mean of 2.5 and z 2.3263, as above; scipy 1.10: isf(norm.sf(1.645), [0.5, 0.75]) is 2 and 2
    expect(plan.sites.map(({ safetyStock }) => safetyStock)).toEqual([
      expect.closeTo(4.5, 12),
      expect.closeTo(1.5, 12),
      expect.closeTo(1.25, 12),
    ]);
  });

  test("POISSON equals every combination tried, on small random networks", () => {
    const draw = random(11);
    let searched = 0;
    for (let k = 0; k < 120; k++)
      if (holdsAgainstAll(buildNetwork(...randomNetwork(draw, 2 + (k % 5), 0.5, 2)), poisson)) searched++;
    expect(searched).toBeGreaterThan(5);
  });

  test("tables of any shape equal every combination tried", () => {
    const draw = random(12);
    let searched = 0;
    for (let k = 0; k < 240; k++) {
      const network = buildNetwork(...randomNetwork(draw, 2 + (k % 5), 0.5, 2));
      if (holdsAgainstAll(network, randomTables(draw, network))) searched++;
    }
    expect(searched).toBeGreaterThan(10);
  });

  test("the optimum of a table may lie in no corner: a step that a longer wait of one period just avoids", () => {
    const network = buildNetwork(
      [site("A", { processingTime: 5 }), site("B", { processingTime: 3, maxServiceTime: 0, demandSd: 1 })],
      [{ from: "A", to: "B" }],
    );
    const bound = [Float64Array.of(0, 1, 1, 1, 9, 9), Float64Array.of(0, 0, 0, 0, 0, 0, 9, 9, 9)];
    const plan = optimiseService(network, { z: 1, pooling: "ARCS", bound });
    expect(plan.sites[0].outbound).toBe(2);
    expect(plan.cost).toBe(1);
  });

  test("for fast demand POISSON tends to NORMAL", () => {
    const draw = random(13);
    for (let k = 0; k < 10; k++) {
      const [sites, lanes] = randomNetwork(draw, 8, 0.15);
      const fast = sites.map((one) => ({ ...one, demandSd: 300 * one.demandSd }));
      const network = buildNetwork(fast, lanes);
      const normal = optimiseService(network, { ...poisson, bound: "NORMAL" }).cost;
      expect(Math.abs(optimiseService(network, poisson).cost - normal)).toBeLessThanOrEqual(
        0.01 * normal + 1e-9,
      );
    }
  });

  test("observed sums: quantile less mean, between buckets on a line, else by the square root", () => {
    const network = buildNetwork([site("A", { processingTime: 20 })], []);
    const histories = [[3, 0, 6, 1, 0, 2, 9, 0, 3]];
    // By hand at a share of 0.8, mean 24/9: 8th of 9 single buckets is 6, 7th of 8 pairs is 9, 6th of 7 triples is 11.
    const z = 0.8416212335729143;
    const [stock] = empiricalTables(network, { histories, bucketTime: 2, z });
    const mean = 24 / 9;
    expect(stock[2]).toBeCloseTo(6 - mean, 12);
    expect(stock[4]).toBeCloseTo(9 - 2 * mean, 12);
    expect(stock[1]).toBeCloseTo((6 - mean) * Math.sqrt(0.5), 12);
    expect(stock[3]).toBeCloseTo((6 - mean + 9 - 2 * mean) / 2, 12);
    // Three buckets need less (11 - 8) than two: never falling.
    expect(stock[6]).toBeCloseTo(9 - 2 * mean, 12);
    expect(stock[20]).toBeCloseTo(3 * Math.sqrt(10 / 3), 12);
  });

  test("a supplier sees its customers bucket by bucket, short histories from their end", () => {
    const lanes = ["A", "B"].map((to) => ({ from: "DC", to }));
    const network = buildNetwork([site("DC"), site("A"), site("B")], lanes);
    const together = empiricalTables(network, {
      histories: [[], [5, 0, 5, 0, 5, 0], [5, 0, 5]],
      bucketTime: 1,
      z: 3,
    });
    // 5, 0, 5, 5, 5, 5: the largest less the mean of 25/6
    expect(together[0][1]).toBeCloseTo(5 - 25 / 6, 12);
    expect(together[1][1]).toBeCloseTo(5 - 15 / 6, 12);
    expect(() =>
      empiricalTables(network, { histories: [[], [1, 2], [3, 4, 5]], bucketTime: 1, z: 3 }),
    ).toThrow("demand of A must have at least 3 buckets of history for the bound EMPIRICAL, got 2");
  });

  test("long normal histories tend to NORMAL", () => {
    const draw = random(14);
    const normal = () => normalQuantile(draw.uniform());
    const network = buildNetwork([site("A", { processingTime: 3, demandSd: 10 })], []);
    const histories = [Array.from({ length: 20000 }, () => 100 + 10 * normal())];
    const [stock] = empiricalTables(network, { histories, bucketTime: 1, z: 1.645 });
    // The standard error of this quantile is about 1.5 %, that of overlapping sums of three about 2.5 %.
    expect(stock[1] / 16.45).toBeCloseTo(1, 1);
    expect(stock[3] / (16.45 * Math.sqrt(3))).toBeCloseTo(1, 1);
  });

  test("one stream on several paths is not Poisson, and refused", () => {
    const network = buildNetwork([site("A", { demandSd: 1 })], []);
    expect(() => optimiseService(network, { ...poisson, pooling: "PATHS" })).toThrow(
      "pooling must be ARCS where the bound is POISSON, got PATHS",
    );
  });
});
