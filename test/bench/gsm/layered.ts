import type { Lane, Site } from "../../../src/engine/network";
import { random } from "../../random";

/** A random network in layers: harder than the real chains. */
export interface LayeredCase {
  readonly seed: number;
  readonly size: number;
  readonly layers: number;
  readonly longest: number;
  /** Mean number of suppliers of a site. */
  readonly degree: number;
  /** Share of sites further up than the layer before that may supply. */
  readonly skip: number;
  /** Share of inner sites with demand of their own. */
  readonly demandAll: number;
  /** Share of sites that add little value. */
  readonly flat: number;
  /** Share of sites with a short time. */
  readonly small?: number;
  /** Share of first sites that wait for suppliers outside. */
  readonly inbound?: number;
  /** Share of sites without demand whose time is limited. */
  readonly capped?: number;
}

/** Holding cost is cumulative, lanes may skip layers, demand may arise inside. */
export function layeredNetwork(s: LayeredCase): {
  readonly sites: readonly Site[];
  readonly lanes: readonly Lane[];
} {
  const draw = random(s.seed);
  const whole = (most: number) => Math.floor(draw.uniform() * (most + 1));
  const layer = Array.from({ length: s.size }, () => whole(s.layers - 1)).sort((a, b) => a - b);
  const lanes: Lane[] = [];
  const suppliers: number[][] = layer.map(() => []);
  for (let j = 0; j < s.size; j++) {
    const before = layer.flatMap((l, i) =>
      l < layer[j] && (l === layer[j] - 1 || draw.uniform() < s.skip) ? [i] : [],
    );
    if (before.length === 0) continue;
    const count = Math.max(1, Math.min(before.length, 1 + whole(2 * (s.degree - 1))));
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(before[whole(before.length - 1)]);
    for (const i of chosen) {
      suppliers[j].push(i);
      lanes.push({ from: `n${i}`, to: `n${j}` });
    }
  }
  const cap = () => (s.capped !== undefined && draw.uniform() < s.capped ? whole(s.longest) : undefined);
  const cumulative: number[] = [];
  const supplying = new Set(lanes.map((l) => l.from));
  const sites = layer.map((l, i) => {
    const own = (draw.uniform() < s.flat ? 0.1 : 1) * (0.5 + 10 * draw.uniform() ** 2);
    cumulative[i] = own + suppliers[i].reduce((m, k) => Math.max(m, cumulative[k]), 0);
    const end = !supplying.has(`n${i}`);
    const d = end || draw.uniform() < s.demandAll;
    return {
      id: `n${i}`,
      processingTime: draw.uniform() < (s.small ?? 0) ? whole(3) : 1 + whole(s.longest - 1),
      holdingCost: cumulative[i],
      demandSd: d ? 1 + 20 * draw.uniform() ** 2 : 0,
      maxServiceTime: d ? whole(draw.uniform() < 0.3 ? s.longest : 3) : cap(),
      inboundTime: l === 0 && draw.uniform() < (s.inbound ?? 0) ? whole(s.longest) : 0,
    };
  });
  return { sites, lanes };
}
export const layeredCases: readonly LayeredCase[] = [
  { seed: 1, size: 30, layers: 3, longest: 60, degree: 3, skip: 0, demandAll: 0, flat: 0.5 },
  { seed: 2, size: 60, layers: 4, longest: 60, degree: 2, skip: 0.1, demandAll: 0.2, flat: 0.5 },
  { seed: 3, size: 100, layers: 5, longest: 40, degree: 2, skip: 0.1, demandAll: 0.2, flat: 0.5, small: 0.3 },
  { seed: 4, size: 150, layers: 6, longest: 60, degree: 2, skip: 0.2, demandAll: 0.3, flat: 0.7 },
  {
    seed: 5,
    size: 200,
    layers: 8,
    longest: 30,
    degree: 2,
    skip: 0.05,
    demandAll: 0.1,
    flat: 0.8,
    small: 0.5,
  },
  { seed: 6, size: 300, layers: 5, longest: 60, degree: 1.5, skip: 0.1, demandAll: 0.2, flat: 0.9 },
  { seed: 7, size: 400, layers: 8, longest: 60, degree: 2, skip: 0, demandAll: 0, flat: 0.9, inbound: 0.5 },
  {
    seed: 8,
    size: 500,
    layers: 8,
    longest: 60,
    degree: 2,
    skip: 0.02,
    demandAll: 0.05,
    flat: 0.95,
    small: 0.3,
  },
  { seed: 9, size: 120, layers: 8, longest: 60, degree: 1.5, skip: 0, demandAll: 0, flat: 1 },
  {
    seed: 10,
    size: 250,
    layers: 7,
    longest: 60,
    degree: 1.7,
    skip: 0.02,
    demandAll: 0.0,
    flat: 1,
    small: 0.2,
  },
  // Wide, deep, waiting for suppliers outside, with limits inside, and densely linked.
  { seed: 11, size: 300, layers: 3, longest: 60, degree: 3, skip: 0, demandAll: 0.1, flat: 0.7 },
  { seed: 12, size: 200, layers: 20, longest: 30, degree: 1.5, skip: 0, demandAll: 0.05, flat: 0.8 },
  { seed: 13, size: 300, layers: 6, longest: 60, degree: 2, skip: 0, demandAll: 0.1, flat: 0.8, inbound: 1 },
  {
    seed: 14,
    size: 250,
    layers: 6,
    longest: 60,
    degree: 2,
    skip: 0.05,
    demandAll: 0,
    flat: 0.8,
    capped: 0.5,
  },
  { seed: 15, size: 150, layers: 3, longest: 60, degree: 5, skip: 0, demandAll: 0, flat: 0.8 },
  {
    seed: 16,
    size: 250,
    layers: 15,
    longest: 30,
    degree: 1.7,
    skip: 0,
    demandAll: 0,
    flat: 0.8,
    inbound: 0.5,
    capped: 0.3,
  },
  { seed: 17, size: 800, layers: 8, longest: 60, degree: 1.5, skip: 0, demandAll: 0, flat: 0.9 },
  { seed: 18, size: 100, layers: 5, longest: 60, degree: 4, skip: 0.3, demandAll: 0, flat: 0.8 },
  { seed: 19, size: 300, layers: 8, longest: 100, degree: 2, skip: 0, demandAll: 0.3, flat: 0 },
  { seed: 20, size: 400, layers: 8, longest: 60, degree: 2, skip: 0, demandAll: 0, flat: 0.9, inbound: 0.5 },
];
