import { pushPull, optimiseService, buildNetwork, type Echelon } from "../../../src/engine/network";
import { random } from "../../random";

describe("pushPull", () => {
  test("with one stock only, the buffer is where the guaranteed-service model has it", () => {
    const { uniform } = random(11);
    let same = 0;
    for (let round = 0; round < 40; round++) {
      const times = Array.from({ length: 3 + (round % 3) }, () => 1 + Math.floor(uniform() * 6));
      const tolerance = Math.floor(uniform() * 6);
      let value = 1 + uniform();
      const sites = times.map((processingTime, i) => {
        value += 0.1 + uniform();
        const isLast = i === times.length - 1;
        return {
          id: String(i),
          processingTime,
          holdingCost: value,
          demandSd: isLast ? 10 : 0,
          inboundTime: 0,
          ...(isLast ? { maxServiceTime: tolerance } : {}),
        };
      });
      const lanes = times.slice(1).map((_, i) => ({ from: String(i), to: String(i + 1) }));
      const plan = optimiseService(buildNetwork(sites, lanes), { z: 1, pooling: "ARCS" });
      const holding = plan.sites.flatMap(({ safetyStock }, i) => (safetyStock > 1e-9 ? [i] : []));
      if (holding.length !== 1) continue;
      const [site] = holding;
      // Stock after site k covers what lies before it; orders pass the sites after it within the tolerance.
      const after = (k: number) => times.slice(k + 1).reduce((sum, time) => sum + time, 0);
      if (after(site) > tolerance || after(site - 1) <= tolerance) continue;
      const echelons: Echelon[] = [
        { cumulativeLeadTime: after(-1), cv: 1, unitValue: 0 },
        ...sites.map(({ holdingCost }, k) => ({
          cumulativeLeadTime: after(k),
          cv: 1,
          unitValue: holdingCost,
        })),
      ];
      if (after(-1) <= tolerance) continue;
      const { buffer, roles } = pushPull(echelons, tolerance);
      const cheapest =
        plan.sites[site].cost <=
        sites[buffer - 1].holdingCost * 10 * Math.sqrt(after(-1) - after(buffer - 1)) + 1e-9;
      expect(cheapest).toBe(true);
      expect(roles.filter((role) => role === "BUFFER")).toHaveLength(1);
      same++;
    }
    expect(same).toBeGreaterThan(3);
  });

  test("a buffer nearer the customer costs so many times as much", () => {
    const echelons = [30, 12, 5].map((cumulativeLeadTime, i) => ({
      cumulativeLeadTime,
      cv: 0.2,
      unitValue: [2, 10, 12][i],
    }));
    const { relativeCost } = pushPull(echelons, 14);
    // 12 x sqrt(25) against 10 x sqrt(18)
    expect(relativeCost[2]).toBeCloseTo(60 / (10 * Math.sqrt(18)), 12);
    expect(relativeCost[0]).toBeNaN();
  });
});
