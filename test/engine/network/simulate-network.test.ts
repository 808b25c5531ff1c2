import {
  buildNetwork,
  evaluatePlan,
  optimiseService,
  passedOn,
  simulateNetwork,
  type Network,
  type NetworkSimulation,
  type StockTerms,
  type Stress,
} from "../../../src/engine/network";
import { normalCdf } from "../../../src/engine/math/normal";

const site = (id: string, processingTime: number, demandSd = 0, maxServiceTime?: number) => ({
  id,
  processingTime,
  holdingCost: 1,
  demandSd,
  inboundTime: 0,
  ...(maxServiceTime === undefined ? {} : { maxServiceTime }),
});
const terms = { z: 1.2, pooling: "ARCS" } as const;

/** Plant, warehouse, two shops. */
const chain = buildNetwork(
  [site("Plant", 6), site("Depot", 3), site("Shop 1", 1, 8, 0), site("Shop 2", 2, 6, 0)],
  [
    { from: "Plant", to: "Depot" },
    { from: "Depot", to: "Shop 1" },
    { from: "Depot", to: "Shop 2" },
  ],
);
const demandMeans = [0, 0, 60, 40];

/** Mean demand over the net lead time and safety stock, as a plan has them. */
function baseStocks(
  network: Network,
  means: readonly number[],
  outbound: readonly number[],
  by: StockTerms,
): number[] {
  const net = passedOn(network, (i) => means[i]);
  return evaluatePlan(network, outbound, by).sites.map(
    ({ netLeadTime, safetyStock }, i) => net[i] * netLeadTime + safetyStock,
  );
}

function simulated(
  outbound: readonly number[],
  change: Partial<NetworkSimulation> = {},
  by: StockTerms = terms,
) {
  const baseStock = baseStocks(chain, demandMeans, outbound, by);
  return simulateNetwork(chain, {
    demandMeans,
    outbound,
    baseStock,
    periods: 2000,
    runs: 8,
    seed: 3,
    ...change,
  });
}

describe("simulateNetwork", () => {
  test("one site: ready in a share of periods that the normal distribution tells, with that much on hand", () => {
    const network = buildNetwork([site("Only", 4, 10, 0)], []);
    const { sites } = simulateNetwork(network, {
      demandMeans: [100],
      outbound: [0],
      baseStock: baseStocks(network, [100], [0], terms),
      periods: 4000,
      runs: 20,
      seed: 5,
    });
    const [{ readyRate, onHand, baseStock }] = sites;
    expect(baseStock).toBeCloseTo(400 + 1.2 * 10 * 2, 9);
    // Four standard errors: the interval is about two.
    expect(Math.abs(readyRate.mean - normalCdf(1.2))).toBeLessThan(2 * readyRate.within);
    // On hand beyond what is owed: sd x E[(z + N)+] = sd (z Phi(z) + phi(z)), sd 20
    const phi = Math.exp(-0.72) / Math.sqrt(2 * Math.PI);
    expect(Math.abs(onHand.mean - 20 * (1.2 * normalCdf(1.2) + phi))).toBeLessThan(2 * onHand.within);
  });

  test("an optimal plan keeps about its promise, and carries about its safety stock", () => {
    const plan = optimiseService(chain, terms);
    const { sites, cost } = simulated(plan.sites.map(({ outbound }) => outbound));
    // Shortages of suppliers come on top of a site's own: service lies below Phi(z), not far.
    for (const { readyRate } of sites) expect(readyRate.mean).toBeGreaterThan(normalCdf(1.2) - 0.12);
    expect(cost.mean).toBeGreaterThan(plan.cost);
    expect(cost.mean).toBeLessThan(1.25 * plan.cost);
  });

  test("more standard deviations, more service at every site", () => {
    const outbound = [0, 0, 0, 0];
    const [low, high] = [0.5, 2.5].map((z) => simulated(outbound, {}, { ...terms, z }));
    low.sites.forEach((one, i) => expect(high.sites[i].readyRate.mean).toBeGreaterThan(one.readyRate.mean));
    for (const { readyRate, fillRate } of high.sites) {
      expect(readyRate.mean).toBeGreaterThan(0.95);
      expect(fillRate.mean).toBeGreaterThan(0.99);
    }
  });

  test("without spread nothing is ever late and nothing lies idle", () => {
    const still = buildNetwork(
      chain.sites.map((one) => ({ ...one, demandSd: 0 })),
      [
        { from: "Plant", to: "Depot" },
        { from: "Depot", to: "Shop 1" },
        { from: "Depot", to: "Shop 2" },
      ],
    );
    const { sites, cost } = simulateNetwork(still, {
      demandMeans,
      outbound: [2, 1, 0, 0],
      baseStock: baseStocks(still, demandMeans, [2, 1, 0, 0], terms),
      periods: 200,
      runs: 2,
      seed: 1,
    });
    for (const { readyRate, fillRate } of sites) expect([readyRate.mean, fillRate.mean]).toEqual([1, 1]);
    expect(cost.mean).toBeCloseTo(0, 6);
  });

  test("the same seed gives the same numbers, another gives others", () => {
    const outbound = [0, 0, 0, 0];
    expect(simulated(outbound, { periods: 100 })).toEqual(simulated(outbound, { periods: 100 }));
    expect(simulated(outbound, { periods: 100, seed: 4 })).not.toEqual(simulated(outbound, { periods: 100 }));
  });

  test.each<[string, Stress]>([
    ["a closed lane", { kind: "lane closed", from: 1, to: 2, first: 50, last: 80 }],
    ["a late plant", { kind: "site late", site: 0, periods: 15, first: 50, last: 80 }],
    ["a spike of demand", { kind: "demand", site: 2, factor: 3, first: 50, last: 60 }],
  ])("%s costs service downstream of it", (_, stress) => {
    const outbound = [0, 0, 0, 0];
    const run = { periods: 200, runs: 6 };
    const [calm, stressed] = [simulated(outbound, run), simulated(outbound, { ...run, stresses: [stress] })];
    expect(stressed.sites[2].fillRate.mean).toBeLessThan(calm.sites[2].fillRate.mean - 0.03);
  });

  test("a closed lane leaves the other shop alone", () => {
    const outbound = [0, 0, 0, 0];
    const stress: Stress = { kind: "lane closed", from: 1, to: 2, first: 50, last: 80 };
    const stressed = simulated(outbound, { periods: 200, stresses: [stress] });
    expect(stressed.sites[3]).toEqual(simulated(outbound, { periods: 200 }).sites[3]);
  });

  test("a plan that cannot be kept is refused", () => {
    const plan = { demandMeans, outbound: [0, 0, 5, 0], baseStock: [0, 0, 0, 0] };
    expect(() => simulateNetwork(chain, { ...plan, periods: 10, runs: 2, seed: 1 })).toThrow(
      'outbound of "Shop 1" must be at most 1, got 5',
    );
  });
});
