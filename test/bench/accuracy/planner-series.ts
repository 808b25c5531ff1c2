import { normalDraws } from "../../../src/engine/math/random";
import type { ScoredSeries } from "./series-files";

interface Kind {
  readonly set: string;
  readonly m: number;
  readonly h: number;
  /** Shortest and longest history, periods. */
  readonly length: readonly [number, number];
}

const kinds: readonly Kind[] = [
  { set: "made up, monthly", m: 12, h: 12, length: [30, 96] },
  { set: "made up, quarterly", m: 4, h: 8, length: [16, 48] },
  { set: "made up, daily", m: 7, h: 28, length: [120, 400] },
];

/**
 * Demand as planners meet it, made up from a seed: levels of very different size, trends that bend, seasons of every depth, promotions,
 * steps and counts. No real data, so anyone may have it; what does well here need not do well elsewhere.
 */
export function madeUpSeries(perSet: number): ScoredSeries[] {
  return kinds.flatMap((kind, k) =>
    Array.from({ length: perSet }, (_, i) => madeUp(kind, 1000 * (k + 1) + i, `${kind.set} ${i + 1}`)),
  );
}

function madeUp({ set, m, h, length: [shortest, longest] }: Kind, seed: number, id: string): ScoredSeries {
  const normal = normalDraws(seed);
  const length = shortest + Math.round((longest - shortest) * share(normal)) + h;
  const size = Math.exp(3 + 4 * share(normal));
  const noise = 0.03 + 0.25 * share(normal) ** 2;
  const depth = share(normal) < 0.3 ? 0 : 0.5 * share(normal);
  const wander = 0.04 * share(normal) ** 2;
  const promoted = share(normal) < 0.3;
  const factors = Array.from({ length: m }, () => Math.exp(depth * normal()));
  let level = 1;
  let growth = share(normal) < 0.5 ? 0 : (0.1 * normal()) / m;
  const values = Array.from({ length }, (_, t) => {
    growth *= 0.99;
    level = Math.max(0.1, level * (1 + growth + wander * normal()));
    if (share(normal) < 0.004) level *= Math.exp(0.4 * normal());
    const promotion = promoted && share(normal) < 0.08 ? 1.6 : 1;
    const mean = size * level * factors[t % m] * promotion;
    return Math.max(0, Math.round(mean * (1 + noise * normal()) + Math.sqrt(mean) * normal()));
  });
  return { set, id, m, h, train: values.slice(0, -h), test: values.slice(-h) };
}

/**
 * Days of two years and 56 more, as of cash withdrawals: a deep week, a level that returns to its mean, slow days at the turn of the year;
 * the second set has no other pattern of the year, the first one of every depth.
 */
export function madeUpDays(perSet: number): ScoredSeries[] {
  const sets = [
    { set: "made up, days with a year", depth: 0.3, seed: 900 },
    { set: "made up, days without", depth: 0, seed: 700 },
  ];
  return sets.flatMap(({ set, depth, seed }) =>
    Array.from({ length: perSet }, (_, i) => madeUpDaysOf(set, depth, seed + i, `${set} ${i + 1}`)),
  );
}

function madeUpDaysOf(set: string, depth: number, seed: number, id: string): ScoredSeries {
  const [normal, h, year] = [normalDraws(seed), 56, 365.25];
  const week = Array.from({ length: 7 }, () => Math.exp(0.35 * normal()));
  const swing = depth * share(normal) ** 2;
  const peak = year * share(normal);
  const noise = 0.08 + 0.2 * share(normal) ** 2;
  const wander = 0.01 * share(normal);
  const holiday = 0.5 + 0.5 * share(normal);
  const size = Math.exp(3 + 3 * share(normal));
  let level = 1;
  const values = Array.from({ length: 735 + h }, (_, t) => {
    level = Math.max(0.2, level * (1 + wander * normal() - 0.01 * (level - 1)));
    if (share(normal) < 0.002) level *= Math.exp(0.2 * normal());
    const day = (t + 100) % 365;
    const closed = day > 355 && day < 362 ? holiday : 1;
    const yearly = 1 + swing * Math.sin((2 * Math.PI * (t + peak)) / year);
    const rush = share(normal) < 0.02 ? 0.8 * share(normal) : 0;
    return Math.max(0, size * level * week[t % 7] * yearly * closed * (1 + noise * normal() + rush));
  });
  return { set, id, m: 7, h, train: values.slice(0, -h), test: values.slice(-h) };
}

/** Uniform on (0, 1), near enough, from one normal draw. */
function share(normal: () => number): number {
  return 1 / (1 + Math.exp(-1.702 * normal()));
}
