import { buildNetwork, simulateNetwork, type NetworkSimulation } from "../../../src/engine/network";
import { customerDemand } from "../../../src/engine/network/customer-demand";
import { poissonBound } from "../../../src/engine/network/poisson-bound";
import { poissonKernel } from "../../../src/engine/math/gamma-function";
import { gammaDraws } from "../../../src/engine/math/gamma-draws";

const site = (id: string, processingTime: number, demandSd = 0) => ({
  id,
  processingTime,
  holdingCost: 1,
  demandSd,
  inboundTime: 0,
});

/** Probability of at most so many units, and the mean of the lesser of demand and a level, summed term by term. */
const poissonUpTo = (level: number, mean: number) =>
  Array.from({ length: level + 1 }, (_, k) => poissonKernel(k, mean)).reduce((sum, p) => sum + p, 0);
const lesser = (level: number, mean: number) =>
  Array.from({ length: level }, (_, k) => 1 - poissonUpTo(k, mean)).reduce((sum, p) => sum + p, 0);

describe("a POISSON plan of one site", () => {
  const rate = 0.7;
  const time = 5;
  const level = poissonBound(rate * time, 0.05);
  const network = buildNetwork([site("Only", time, Math.sqrt(rate))], []);
  const played = (seed: number, size: Pick<NetworkSimulation, "periods" | "runs">) =>
    simulateNetwork(network, {
      demandMeans: [rate],
      outbound: [0],
      baseStock: [level],
      demand: "POISSON",
      seed,
      ...size,
    }).sites[0];
  // A unit is in time if it is delivered in the period in which it is asked for.
  const exact = {
    readyRate: poissonUpTo(level, rate * time),
    onHand: level - lesser(level, rate * time),
    fillRate: (lesser(level, rate * time) - lesser(level, rate * (time - 1))) / rate,
  };

  test("keeps its cycle service level, and every figure is what the distribution tells", () => {
    expect(exact.readyRate).toBeGreaterThanOrEqual(0.95);
    const { readyRate, onHand, fillRate } = played(11, { periods: 5000, runs: 30 });
    for (const [measured, truth] of [
      [readyRate, exact.readyRate],
      [onHand, exact.onHand],
      [fillRate, exact.fillRate],
    ] as const)
      expect(Math.abs(measured.mean - truth)).toBeLessThan(measured.within);
    expect(readyRate.within).toBeLessThan(0.003);
  });

  test("its 95 % intervals hold the truth for about 95 % of 200 seeds", () => {
    const count = { readyRate: 0, onHand: 0, fillRate: 0 };
    for (let seed = 1; seed <= 200; seed++) {
      const site = played(seed, { periods: 400, runs: 10 });
      for (const name of ["readyRate", "onHand", "fillRate"] as const)
        if (Math.abs(site[name].mean - exact[name]) <= site[name].within) count[name]++;
    }
    // Binomial with 190 expected: 99.9 % of it lies between 179 and 199.
    for (const held of Object.values(count)) {
      expect(held).toBeGreaterThanOrEqual(179);
      expect(held).toBeLessThanOrEqual(199);
    }
  });

  test("one unit less in stock, and service is below the level", () => {
    expect(poissonUpTo(level - 1, rate * time)).toBeLessThan(0.95);
  });
});

test("shops of whole units: the depot sees the Poisson demand of both", () => {
  const network = buildNetwork(
    [site("Depot", 3), site("A", 2, Math.sqrt(0.3)), site("B", 2, Math.sqrt(0.5))],
    [
      { from: "Depot", to: "A" },
      { from: "Depot", to: "B" },
    ],
  );
  const demandMeans = [0, 0.3, 0.5];
  const level = poissonBound(0.8 * 3, 0.1);
  const { sites } = simulateNetwork(network, {
    demandMeans,
    outbound: [0, 0, 0],
    baseStock: [level, 9, 9],
    demand: "POISSON",
    periods: 4000,
    runs: 20,
    seed: 2,
  });
  expect(Math.abs(sites[0].readyRate.mean - poissonUpTo(level, 0.8 * 3))).toBeLessThan(
    sites[0].readyRate.within,
  );
});

describe("the history played again", () => {
  const own = [
    [3, 0, 7, 1, 0, 12, 2, 5, 0, 4],
    [1, 1, 0, 6, 2, 9, 0],
  ];
  const places = [site("Depot", 3), site("A", 2, 3.8), site("B", 1, 3)];
  const network = buildNetwork(places, [
    { from: "Depot", to: "A" },
    { from: "Depot", to: "B" },
  ]);
  const means = [0, 3.4, 1.9];

  test("by day: as often ready as windows of the history are covered, and places stay in step", () => {
    const histories = [[], ...own];
    // Bucket by bucket from the last back, so that B had none in the first three.
    const both = own[0].map((units, at) => units + (own[1][at - 3] ?? 0));
    const window = (history: readonly number[], from: number, length: number) =>
      Array.from({ length }, (_, k) => history[(from + k) % 10]).reduce((sum, units) => sum + units, 0);
    const covered = (history: readonly number[], length: number, level: number) =>
      history.filter((_, from) => window(history, from, length) <= level).length / 10;
    const { sites } = simulateNetwork(network, {
      demandMeans: means,
      outbound: [0, 0, 0],
      baseStock: [21, 12, 6],
      demand: { histories, bucketTime: 1 },
      // Whole rounds through the history: every window comes as often as any other.
      periods: 100,
      runs: 5,
      seed: 1,
    });
    const ready = covered(both, 3, 21);
    expect(ready).toBeGreaterThan(0);
    expect(ready).toBeLessThan(1);
    expect(sites[0].readyRate).toEqual({ mean: ready, within: 0 });
  });

  test("by longer buckets: what falls into a bucket is what was observed, all places from the same day on", () => {
    const histories = [[], ...own];
    const bucketTime = 7;
    const demand = customerDemand(network, means, { histories, bucketTime }, { periods: 280, seed: 9 });
    const weeks = (series: Float64Array, from: number) =>
      Array.from({ length: 38 }, (_, week) =>
        series.slice(from + 7 * week, from + 7 * week + 7).reduce((sum, units) => sum + units, 0),
      );
    const padded = [own[0], [0, 0, 0, ...own[1]]];
    // The one day and week from which on both series are the history.
    const starts = Array.from({ length: 70 }, (_, k) => [k % 7, Math.floor(k / 7)] as const).filter(
      ([day, week]) =>
        padded.every((history, place) =>
          weeks(demand[place + 1], day).every(
            (units, at) => Math.abs(units - history[(at + week) % 10]) < 1e-9,
          ),
        ),
    );
    expect(starts).toHaveLength(1);
    expect(demand[0].every((units) => units === 0)).toBe(true);
  });

  test("inside a bucket days spread as independent gamma days would", () => {
    const sd = 4;
    const mean = 3;
    const gamma = gammaDraws(5);
    const [shape, scale] = [(mean / sd) ** 2, sd ** 2 / mean];
    // A history of months whose days were gamma.
    const history = Array.from({ length: 400 }, () => gamma(30 * shape, scale));
    const single = buildNetwork([site("A", 1, sd)], []);
    const [days] = customerDemand(
      single,
      [mean],
      { histories: [history], bucketTime: 30 },
      { periods: 12_000, seed: 3 },
    );
    const average = days.reduce((sum, units) => sum + units, 0) / days.length;
    const variance = days.reduce((sum, units) => sum + (units - average) ** 2, 0) / days.length;
    // 12,000 days: standard errors are 0.037 and about 0.08.
    expect(Math.abs(average - mean)).toBeLessThan(0.15);
    expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThan(0.3);
  });

  test("a demand too rare to be spread falls to one day; more returns than orders count as none", () => {
    const single = buildNetwork([site("A", 1, 1e3)], []);
    const source = { histories: [[-5, 8]], bucketTime: 30 };
    const [days] = customerDemand(single, [1e-3], source, { periods: 600, seed: 4 });
    const asked = days.filter((units) => units !== 0);
    expect(asked.length).toBeGreaterThanOrEqual(9);
    expect(asked.length).toBeLessThanOrEqual(11);
    for (const units of asked) expect(units).toBeCloseTo(8, 9);
  });
});
