/**
 * Inventory theory: calls a second of processor time of the engine, each beside the same number of normal quantiles in this run (how many of them one call
 * costs), and the simulator on 1,000 items x 36 periods x 200 replications.
 * Run: npx tsx test/bench/theory.ts
 */
import {
  lotPolicy,
  optimalOrderUpToPolicy,
  poissonDemand,
  type LotPolicyRequest,
} from "../../src/engine/policy";
import { normalQuantile } from "../../src/engine/math/normal";
import { demandDraws } from "../../src/engine/math/random-demand";
import { optimiseSerial } from "../../src/engine/network";
import { lotPlan, newsvendor, noLotLimits } from "../../src/engine/replenishment";
import { reorderPoint, safetyStockForFillRate } from "../../src/engine/safety-stock";
import { simulateSite } from "../../src/engine/simulation";
import { uniformDraws } from "../../src/engine/math/random";

/** Seconds of processor time since the start; other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls a second of processor time, over about half a second; every call gets other numbers. The clock is read at most every 5 ms. */
function rate(call: (i: number) => number): number {
  for (let i = 0; i < 20; i++) call(i);
  const start = processorTime();
  let [calls, batch, sum, last] = [0, 10, 0, start];
  while (last - start < 0.5) {
    for (let k = 0; k < batch; k++) sum += call(calls + k);
    calls += batch;
    const now = processorTime();
    if (now - last < 0.005) batch *= 2;
    last = now;
  }
  if (Number.isNaN(sum)) throw new Error("not a number");
  return calls / (last - start);
}

const quantiles = rate((i) => normalQuantile(((i * 7919) % 9973) / 9974 + 1e-5));
const draw = uniformDraws(1);
const years = Array.from({ length: 100 }, () => Array.from({ length: 52 }, () => Math.floor(200 * draw())));
const lots = (mean: number) => (i: number) => {
  const request: LotPolicyRequest = {
    mean: mean * (1 + (i % 50) / 1000),
    sd: 0,
    leadTime: 1,
    orderCost: 50,
    holding: 1,
    shortage: 9,
    distribution: "POISSON",
    method: "EXACT",
  };
  return lotPolicy(request).cost;
};
const levels = (mean: number) => (i: number) =>
  optimalOrderUpToPolicy({
    demand: poissonDemand(mean * (1 + (i % 50) / 1000)),
    leadTime: 0,
    orderCost: 64,
    holding: 1,
    shortage: 9,
  }).cost;

const work: readonly (readonly [string, number, (i: number) => number])[] = [
  [
    "newsvendor, normal",
    500_000,
    (i) => newsvendor({ mean: 50 + (i % 100), sd: 8, distribution: "NORMAL", leadTime: 0 }, 0.7, 0.18),
  ],
  [
    "safety stock by fill rate and reorder point, one item",
    100_000,
    (i) =>
      safetyStockForFillRate(0.95 + (i % 40) / 1000, 300 + (i % 100), 100) +
      reorderPoint({ mean: 50, sd: 5 + (i % 10), leadTime: 6, leadTimeSd: 2 }, 0.9, "NORMAL"),
  ],
  ["(r,Q) exact, Poisson mean 3", 1000, lots(3)],
  ["(r,Q) exact, Poisson mean 100", 1000, lots(100)],
  ["(s,S) exact, Poisson mean 6", 500, levels(6)],
  ["(s,S) exact, Poisson mean 30", 500, levels(30)],
  [
    "Wagner-Whitin, 52 periods",
    20_000,
    (i) => lotPlan({ demand: years[i % 100], orderCost: 500, holdingCost: 1 }, noLotLimits, "WW").cost,
  ],
  [
    "serial system, 5 normal stages",
    20,
    (i) =>
      optimiseSerial({
        echelonHolding: [1, 1, 1, 1, 1],
        leadTimes: [1, 1, 2, 1, 1],
        mean: 100 + (i % 10),
        sd: 20,
        shortage: 40,
      }).cost,
  ],
  [
    "lots of 52 periods with minimum and packs, exact",
    50,
    (i) =>
      lotPlan(
        { demand: years[i % 100], orderCost: 500, holdingCost: 1 },
        { ...noLotLimits, minimum: 300, multiple: 12 },
        "WW",
      ).cost,
  ],
];
console.log(`normal quantile: ${Math.round(quantiles).toLocaleString("en")} a second`);
for (const [name, wanted, call] of work) {
  const reached = rate(call);
  const asQuantiles = (quantiles / reached).toPrecision(2);
  console.log(
    `${name}: ${Math.round(reached).toLocaleString("en")} a second (wanted ${wanted.toLocaleString("en")}), ${asQuantiles} quantiles each`,
  );
}

const [items, periods, replications] = [1000, 36, 200];
const start = processorTime();
let served = 0;
const demand = new Float64Array(periods);
for (let item = 0; item < items; item++) {
  const units = demandDraws("POISSON", 2 + (item % 20), 0, item);
  for (let run = 0; run < replications; run++) {
    for (let t = 0; t < periods; t++) demand[t] = units();
    const mean = 2 + (item % 20);
    const rule = { kind: "lots", reorderPoint: 3 * mean, lot: 4 * mean } as const;
    served += simulateSite({ demand, leadTime: () => 2, rule, review: 1 }).fillRate;
  }
}
const seconds = processorTime() - start;
const all = items * periods * replications;
console.log(
  `simulator, ${items} items x ${periods} periods x ${replications} replications with their draws: ${seconds.toFixed(2)} s, ${(all / seconds / 1e6).toFixed(1)} M periods a second (wanted 5), mean fill rate ${(served / items / replications).toFixed(3)}`,
);
