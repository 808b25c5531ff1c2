import {
  buildNetwork,
  evaluatePlan,
  optimiseBoundary,
  optimiseService,
  pushPull,
  type BoundaryPlan,
  type Network,
  type OptimisedPlan,
  type Pooling,
} from "../../../src/engine/network";
import { random } from "../../random";
import { chains, networks } from "../../reference/push-pull.json";
import { randomNetwork } from "./random-network";

const costOf = (plan: BoundaryPlan) => ("late" in plan ? null : plan.cost);

/** Steps from the first site, the longest way. */
function echelonsOf({ suppliers, order }: Network): number[] {
  const echelon = suppliers.map(() => 0);
  for (const i of order) echelon[i] = suppliers[i].reduce((most, k) => Math.max(most, echelon[k] + 1), 0);
  return echelon;
}

/** The networks of the reference: id, time, holding cost, sd, longest wait, inbound time. */
function networkOf({ sites, lanes }: Pick<(typeof networks)[number], "sites" | "lanes">): Network {
  const rows = sites as [string, number, number, number, number | null, number][];
  return buildNetwork(
    rows.map(([id, processingTime, holdingCost, demandSd, wait, inboundTime]) => ({
      id,
      processingTime,
      holdingCost,
      demandSd,
      inboundTime,
      ...(wait === null ? {} : { maxServiceTime: wait }),
    })),
    lanes.map(([from, to]) => ({ from: rows[from][0], to: rows[to][0] })),
  );
}

test("ten networks, thirty chains", () => {
  expect(networks).toHaveLength(10);
  expect(chains).toHaveLength(30);
});

describe.each(networks)("$name", (known) => {
  const network = networkOf(known);
  const terms = { z: known.z, pooling: known.pooling as Pooling };
  const { optimum, boundary, at } = optimiseBoundary(network, terms, known.echelon);

  test("the boundary is that of the cheapest of all plans", () => {
    expect(optimum.cost).toBeCloseTo(known.optimum, 9);
    expect(boundary).toBe(known.boundary);
    if (known.otherBoundary !== null) expect(known.otherBoundary).toBeGreaterThan(known.optimum + 1e-6);
    expect(known.services).toContainEqual(optimum.sites.map(({ outbound }) => outbound));
  });

  test("each other boundary costs what the cheapest of its plans does, or cannot be", () => {
    at.forEach((plan, echelon) => {
      const cheapest = known.at[echelon];
      if (cheapest === null) expect(costOf(plan)).toBeNull();
      else expect(costOf(plan)).toBeCloseTo(cheapest, 9);
    });
  });

  test("and its plan keeps its rules", () => {
    at.forEach((plan, echelon) => {
      if ("late" in plan) {
        for (const { site, wait, accepted } of plan.late) {
          expect(wait).toBeGreaterThan(accepted);
          expect(accepted).toBe(network.sites[site].maxServiceTime);
        }
        return expect(plan.late.length).toBeGreaterThan(0);
      }
      expect(plan.bound).toBeLessThanOrEqual(plan.cost);
      plan.sites.forEach(({ netLeadTime }, i) => {
        const of = known.echelon[i];
        const isLeft = of >= boundary && of < echelon && network.sites[i].maxServiceTime === undefined;
        if (of > echelon || isLeft) expect(netLeadTime).toBe(0);
        if (of === echelon && echelon !== boundary)
          expect(netLeadTime).toBeGreaterThanOrEqual(network.sites[i].processingTime);
      });
    });
  });
});

test("example 6.5 of Snyder and Shen: service times 0, 0, 0, 1; node 4 holds nothing and works to order", () => {
  const known = networks.find(({ name }) => name.startsWith("example 6.5"))!;
  const { optimum, boundary, at } = optimiseBoundary(
    networkOf(known),
    { z: 1, pooling: "ARCS" },
    known.echelon,
  );
  expect(optimum.sites.map(({ outbound }) => outbound)).toEqual([0, 0, 0, 1]);
  expect(optimum.cost).toBeCloseTo(8.277917, 6);
  expect(optimum.sites[3]).toMatchObject({ safetyStock: 0, netLeadTime: 0 });
  expect(boundary).toBe(2);
  // Node 2 takes one period, and its customers do not wait.
  expect(at[1]).toEqual({ late: [{ site: 1, wait: 1, accepted: 0 }] });
});

test("a warehouse whose own customers would not wait keeps their stock when the boundary moves on to the shops", () => {
  const known = networks.find(({ name }) => name.startsWith("a lane that skips"))!;
  const network = networkOf(known);
  const { boundary, at } = optimiseBoundary(network, { z: 1.645, pooling: "ARCS" }, known.echelon);
  expect(boundary).toBe(1);
  const [, warehouse, first, second] = (at[2] as OptimisedPlan).sites.map(({ netLeadTime }) => netLeadTime);
  expect(warehouse).toBeGreaterThan(0);
  expect([first, second]).toEqual([2, 4]);
});

describe("in general", () => {
  test("no boundary is cheaper than the optimum, and some boundary is it", () => {
    const draw = random(31);
    for (let k = 0; k < 60; k++) {
      const network = buildNetwork(...randomNetwork(draw, 3 + (k % 10), 0.2, 5));
      const terms = { z: 1, pooling: "ARCS" } as const;
      const { optimum, boundary, at } = optimiseBoundary(network, terms, echelonsOf(network));
      const costs = at.map(costOf);
      for (const cost of costs)
        if (cost !== null) expect(cost).toBeGreaterThanOrEqual(optimum.cost * (1 - 1e-8));
      expect(costs[boundary]).toBe(optimum.cost);
      expect(optimum.cost).toBe(optimiseService(network, terms).cost);
    }
  });

  test("customers who wait longer never make a boundary impossible, and one that waits for all needs no stock", () => {
    const known = networks.find(({ name }) => name.startsWith("one warehouse"))!;
    const terms = { z: 1, pooling: "ARCS" } as const;
    let before: (number | null)[] = [null, null, null];
    for (let wait = 0; wait <= 12; wait++) {
      const { sites, lanes } = known;
      const waiting = sites.map((site) => site.map((cell, i) => (i === 4 && cell !== null ? wait : cell)));
      const { optimum, at } = optimiseBoundary(
        networkOf({ sites: waiting, lanes } as never),
        terms,
        known.echelon,
      );
      const costs = at.map(costOf);
      costs.forEach((cost, echelon) => {
        if (before[echelon] !== null) expect(cost).not.toBeNull();
        if (cost !== null) expect(cost).toBeGreaterThanOrEqual(optimum.cost - 1e-9);
      });
      before = costs;
    }
    expect(before[0]).toBe(0);
  });

  test("stopped at once: plans that keep their rules, and bounds that hold", () => {
    const draw = random(33);
    for (let k = 0; k < 20; k++) {
      const network = buildNetwork(...randomNetwork(draw, 14, 0.4, 6));
      const terms = { z: 1, pooling: "ARCS" } as const;
      const echelon = echelonsOf(network);
      const stopped = optimiseBoundary(network, terms, echelon, { stop: () => true });
      stopped.at.forEach((plan, e) => {
        if ("late" in plan || e === stopped.boundary) return;
        expect(plan.bound).toBeLessThanOrEqual(plan.cost);
        plan.sites.forEach(({ netLeadTime }, i) => {
          if (echelon[i] > e) expect(netLeadTime).toBe(0);
        });
      });
    }
  });

  test("whole units by the Poisson bound: the cheapest of every plan that keeps the rules", () => {
    const known = networks.find(({ name }) => name.startsWith("serial, customers wait 3"))!;
    const network = networkOf(known);
    const terms = { z: 1.645, pooling: "ARCS", bound: "POISSON" } as const;
    const { boundary, at } = optimiseBoundary(network, terms, known.echelon);
    expect(boundary).toBe(1);
    const cheapest = [Infinity, Infinity, Infinity, Infinity];
    for (let raw = 0; raw <= 4; raw++)
      for (let part = 0; part <= raw + 3; part++)
        for (let plant = 0; plant <= part + 2; plant++)
          for (let shop = 0; shop <= Math.min(3, plant + 1); shop++) {
            const plan = evaluatePlan(network, [raw, part, plant, shop], terms);
            const net = plan.sites.map(({ netLeadTime }) => netLeadTime);
            if (net[2] === 0 && net[3] === 0) cheapest[1] = Math.min(cheapest[1], plan.cost);
            if (net[1] === 0 && net[3] === 0 && net[2] >= 2) cheapest[2] = Math.min(cheapest[2], plan.cost);
            if (net[1] === 0 && net[2] === 0 && net[3] >= 1) cheapest[3] = Math.min(cheapest[3], plan.cost);
          }
    [1, 2, 3].forEach((echelon) => expect(costOf(at[echelon])).toBeCloseTo(cheapest[echelon], 9));
    expect(costOf(at[0])).toBeNull();
  });
});

test.each(chains.map((chain, k) => ({ ...chain, k })))(
  "PUSHPULL on chain $k: the cheapest of all buffers that deliver at once",
  ({ days, tolerance, cv, value, buffer, cost }) => {
    const found = pushPull(
      days.map((cumulativeLeadTime, i) => ({ cumulativeLeadTime, cv: cv[i], unitValue: value[i] })),
      tolerance,
    );
    expect(found.buffer).toBe(buffer);
    const least = cost[buffer] as number;
    found.relativeCost.forEach((ratio, i) => {
      const own = cost[i];
      if (own === null || least === 0) expect(ratio).toBeNaN();
      else expect(ratio).toBeCloseTo(own / least, 9);
    });
  },
);
