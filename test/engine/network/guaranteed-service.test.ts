import {
  buildNetwork,
  optimiseService,
  poolings,
  type Lane,
  type SearchProgress,
} from "../../../src/engine/network";
import { random } from "../../random";
import { cheapestOfAll, lane, randomNetwork, site } from "./random-network";

const terms = { z: 1, pooling: "ARCS" } as const;

describe("guaranteed service", () => {
  test("example 6.5 of Snyder and Shen", () => {
    // Sites 1 to 4 of figure 6.15: 1 -> 3, 3 -> 2, 3 -> 4; committed service times 0 and 1; sd 1, z x sd = 1.
    const network = buildNetwork(
      [
        site("1", { processingTime: 2, maxServiceTime: undefined, inboundTime: 1 }),
        site("2", { processingTime: 1, holdingCost: 3, demandSd: 1, maxServiceTime: 0 }),
        site("3", { processingTime: 1, holdingCost: 2 }),
        site("4", { processingTime: 1, holdingCost: 3, demandSd: 1, maxServiceTime: 1 }),
      ],
      [
        { from: "1", to: "3" },
        { from: "3", to: "2" },
        { from: "3", to: "4" },
      ],
    );
    const plan = optimiseService(network, terms);
    expect(plan.sites.map(({ outbound }) => outbound)).toEqual([0, 0, 0, 1]);
    expect(plan.cost).toBeCloseTo(8.277917, 6);
    expect(plan.sites[3].safetyStock).toBe(0);
    expect(plan.method).toBe("FOLDED");
  });

  test("equals every combination tried, on small random networks", () => {
    const draw = random(1);
    for (let k = 0; k < 150; k++) {
      const network = buildNetwork(...randomNetwork(draw, 2 + (k % 5), 0.4));
      const plan = optimiseService(network, terms);
      const cheapest = cheapestOfAll(network, 30, terms);
      expect(plan.cost).toBeCloseTo(cheapest, 9);
      expect(plan.bound).toBeLessThanOrEqual(cheapest + 1e-9);
      expect(plan.gap).toBeLessThanOrEqual(1e-8);
    }
  });

  test("a tree solved by the search equals its dynamic program; so do folded and unfolded networks", () => {
    const draw = random(2);
    for (let k = 0; k < 60; k++) {
      const network = buildNetwork(...randomNetwork(draw, 5 + (k % 20), k % 2 === 0 ? 0 : 0.12, 6));
      const folded = optimiseService(network, terms);
      const searched = optimiseService(network, terms, { folding: false });
      if (k % 2 === 0) expect(folded.method).toBe("FOLDED");
      expect(searched.method).toBe("SEARCHED");
      expect(Math.abs(searched.cost - folded.cost)).toBeLessThanOrEqual(1e-9 * folded.cost);
    }
  });

  test("twins that fold into one unfold to their own times: layers in full bipartite blocks", () => {
    const draw = random(8);
    for (let k = 0; k < 40; k++) {
      const [sites] = randomNetwork(draw, 13, 0, 6);
      const lanes: Lane[] = [];
      for (let i = 0; i < 4; i++) for (let j = 4; j < 7; j++) lanes.push(lane(i, j));
      for (let j = 4; j < 7; j++) for (let i = 7; i < 13; i++) if (i % 3 !== j % 3) lanes.push(lane(j, i));
      const network = buildNetwork(sites, lanes);
      const folded = optimiseService(network, terms);
      const searched = optimiseService(network, terms, { folding: false });
      expect(folded.gap).toBeLessThanOrEqual(1e-8);
      expect(Math.abs(searched.cost - folded.cost)).toBeLessThanOrEqual(1e-9 * folded.cost);
    }
  });

  test("a looser limit never costs", () => {
    const draw = random(3);
    for (let k = 0; k < 40; k++) {
      const [sites, lanes] = randomNetwork(draw, 12, 0.15, 6);
      const cost = optimiseService(buildNetwork(sites, lanes), terms).cost;
      const looser = sites.map((one) => ({
        ...one,
        maxServiceTime: one.maxServiceTime === undefined ? undefined : one.maxServiceTime + 1,
      }));
      expect(optimiseService(buildNetwork(looser, lanes), terms).cost).toBeLessThanOrEqual(cost * (1 + 1e-8));
    }
  });

  test("independent paths pooled never need more stock than one stream on several paths", () => {
    const draw = random(4);
    for (let k = 0; k < 40; k++) {
      const network = buildNetwork(...randomNetwork(draw, 12, 0.2, 6));
      const [arcs, paths] = poolings.map((pooling) => optimiseService(network, { z: 1, pooling }).cost);
      expect(arcs).toBeLessThanOrEqual(paths * (1 + 1e-8));
    }
  });

  test("stopped at once: a plan that can be kept, and a bound that holds", () => {
    const draw = random(5);
    for (let k = 0; k < 20; k++) {
      const network = buildNetwork(...randomNetwork(draw, 14, 0.4, 6));
      const best = optimiseService(network, terms);
      const stopped = optimiseService(network, terms, { stop: () => true });
      expect(stopped.bound).toBeLessThanOrEqual(best.cost * (1 + 1e-9));
      expect(stopped.cost).toBeGreaterThanOrEqual(best.cost * (1 - 1e-9));
    }
  });

  test("tells on its way a cost that only falls and a bound that only grows, around the optimum", () => {
    const draw = random(7);
    for (let k = 0; k < 10; k++) {
      const network = buildNetwork(...randomNetwork(draw, 20, 0.4, 6));
      const told: SearchProgress[] = [];
      const plan = optimiseService(network, terms, { onProgress: (progress) => told.push(progress) });
      expect(told.length).toBeGreaterThan(0);
      told.forEach(({ cost, bound, gap }, at) => {
        expect(cost).toBeGreaterThanOrEqual(plan.cost * (1 - 1e-9));
        expect(bound).toBeLessThanOrEqual(plan.cost * (1 + 1e-9));
        expect(gap).toBeCloseTo((cost - bound) / cost, 12);
        if (at === 0) return;
        expect(cost).toBeLessThanOrEqual(told[at - 1].cost);
        expect(bound).toBeGreaterThanOrEqual(told[at - 1].bound);
      });
    }
  });

  test("a tree of 2,000 sites", () => {
    const network = buildNetwork(...randomNetwork(random(6), 2000, 0, 10));
    const plan = optimiseService(network, terms);
    expect(plan.method).toBe("FOLDED");
    expect(plan.gap).toBeLessThanOrEqual(1e-12);
  });
});
