/**
 * Fill rate of slow movers: what parameters set for 95 % delivered afterwards, all items together, and the stock that took; beside the
 * normal formula for the same target, and the stock the normal formula needs to deliver the same: with the one safety factor for all items and
 * origins that does so, found with hindsight, which nobody has. Fill rates of the thirds of items with the least to the most demand show
 * who is served by that. Every origin sees only what lies before it, lessons of the other items included. Review every period,
 * order-up-to, lead time as given.
 * Run: npx tsx test/bench/fill-rate.ts [lead time] [seed or file ...]; files as for the bench intermittent. Items are made up by a seed.
 */
import { readFileSync } from "node:fs";
import { isSlowMover } from "../../src/analyses/policies/expected-demand";
import { proposePolicy, type PolicyTask } from "../../src/analyses/policies/propose-policy";
import { lessonsOf } from "../../src/analyses/policies/learn-lessons";
import { safetyStockForFillRate } from "../../src/engine/safety-stock";
import { findRoot } from "../../src/engine/math/find-root";
import { uniformDraws } from "../../src/engine/math/random";

const target = 0.95;
const monthDays = 365.25 / 12;
const leadTime = Number(process.argv[2] ?? 3);

function madeUp(seed: number): Record<string, number[][]> {
  const draw = uniformDraws(seed);
  const items = (one: (draw: () => number) => number[]) => Array.from({ length: 150 }, () => one(draw));
  return {
    [`made up, steady, seed ${seed}`]: items((u) => {
      const [chance, more] = [0.05 + 0.6 * u(), 0.3 + 0.5 * u()];
      return Array.from({ length: 48 }, () => (u() > chance ? 0 : sizeBy(u, more)));
    }),
    [`made up, dying, seed ${seed}`]: items((u) => {
      const [chance, more, dying] = [0.05 + 0.6 * u(), 0.3 + 0.5 * u(), u() < 0.3];
      const left = (t: number) => (dying && t > 20 ? Math.exp((20 - t) / 8) : 1);
      return Array.from({ length: 48 }, (_, t) => (u() > chance * left(t) ? 0 : sizeBy(u, more)));
    }),
    [`made up, lumpy, seed ${seed}`]: items((u) => {
      const [chance, mean] = [0.1 + 0.3 * u(), 5 + 60 * u()];
      return Array.from({ length: 48 }, () =>
        u() > chance ? 0 : Math.max(1, Math.round(-mean * Math.log(1 - u()))),
      );
    }),
  };
}

function sizeBy(draw: () => number, more: number): number {
  let size = 1;
  while (draw() < more) size++;
  return size;
}

function read(file: string): number[][] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json"))
    return (JSON.parse(text) as { train: number[]; test: number[] }[]).map(({ train, test }) => [
      ...train,
      ...test,
    ]);
  const rows = text.trim().split("\n").slice(1);
  return rows.map((row) => row.split(",").slice(2).map(Number));
}

function taskOf(series: readonly number[]): PolicyTask {
  const days = leadTime * monthDays;
  return {
    bucket: "M",
    series,
    forecasts: series.map(() => NaN),
    ahead: [],
    leadTime: { mean: days, sd: 0, typical: [days], basis: "given" },
    review: monthDays,
    kind: "RS",
    target: { type: "FILL", level: target },
    unitCost: 1,
    lotInForce: null,
    reorderPointInForce: null,
    maxInForce: null,
    moq: 0,
    multiple: 0,
    breaks: [],
    orderCost: 50,
    carryRate: 0.2,
    clumping: null,
    sharedTarget: true,
    lessons: null,
    localMin: null,
    localMax: null,
  };
}

interface Outcome {
  readonly before: number;
  readonly until: number;
  readonly level: number;
}

/** Fill rate of all together, and mean stock at the end of a cycle, of order-up-to levels. */
function delivered(outcomes: readonly Outcome[]): { readonly fill: number; readonly stock: number } {
  let [short, demand, stock] = [0, 0, 0];
  for (const { before, until, level } of outcomes) {
    short += Math.max(0, until - level) - Math.max(0, before - level);
    demand += until - before;
    stock += Math.max(0, level - until);
  }
  return { fill: 1 - short / demand, stock: stock / outcomes.length };
}

const wanted = process.argv.length > 3 ? process.argv.slice(3) : ["77"];
const sets: Record<string, number[][]> = {};
for (const one of wanted)
  Object.assign(
    sets,
    /^\d+$/.test(one) ? madeUp(Number(one)) : { [one.split("/").at(-1) ?? one]: read(one) },
  );
console.log(
  `lead time ${leadTime}, review 1, target ${target}; fill rate delivered, stock per item at the end of a cycle`,
);
for (const [name, items] of Object.entries(sets)) {
  const periods = items[0].length;
  const ways: Record<"ours" | "without" | "normal", Outcome[]> = { ours: [], without: [], normal: [] };
  const plain: (Omit<Outcome, "level"> & { readonly mean: number; readonly sigma: number })[] = [];
  for (let at = Math.round(0.65 * periods); at + leadTime < periods; at += 2) {
    const slow = items.filter((series) => isSlowMover(series.slice(0, at)));
    const tasks = slow.map((series) => taskOf(series.slice(0, at)));
    const lessons = lessonsOf(tasks);
    slow.forEach((series, i) => {
      const history = series.slice(0, at);
      const sum = (until: number) => series.slice(at, until).reduce((all, units) => all + units, 0);
      const cycle = { before: sum(at + leadTime), until: sum(at + leadTime + 1) };
      const mean = history.reduce((all, units) => all + units, 0) / at;
      const sd = Math.sqrt(history.reduce((all, units) => all + (units - mean) ** 2, 0) / (at - 1));
      const sigma = sd * Math.sqrt(leadTime + 1);
      const expected = mean * (leadTime + 1);
      ways.ours.push({ ...cycle, level: proposePolicy({ ...tasks[i], lessons }).reorderPoint });
      ways.without.push({ ...cycle, level: proposePolicy(tasks[i]).reorderPoint });
      ways.normal.push({ ...cycle, level: expected + safetyStockForFillRate(target, mean, sigma) });
      plain.push({ ...cycle, mean: expected, sigma });
    });
  }
  const normalAt = (k: number) =>
    delivered(plain.map((one) => ({ ...one, level: Math.max(0, one.mean + k * one.sigma) })));
  const [ours, without, normal] = [delivered(ways.ours), delivered(ways.without), delivered(ways.normal)];
  const k = findRoot((k) => normalAt(k).fill - ours.fill, -1, 40);
  const same = normalAt(k);
  const order = [...plain.keys()].sort((a, b) => plain[a].mean - plain[b].mean);
  const byThirds = (outcome: (i: number) => Outcome) =>
    [0, 1, 2].map((part) => {
      const third = order.filter((_, i) => Math.floor((3 * i) / order.length) === part);
      return delivered(third.map(outcome)).fill.toFixed(2);
    });
  const normalOf = (i: number) => ({ ...plain[i], level: Math.max(0, plain[i].mean + k * plain[i].sigma) });
  const shown = ({ fill, stock }: { fill: number; stock: number }) =>
    `${fill.toFixed(3)} with ${stock.toFixed(2)}`;
  console.log(
    [
      `${name}: ${ways.ours.length} cycles; ours ${shown(ours)}`,
      `without lessons ${shown(without)}`,
      `normal formula ${shown(normal)}`,
      `normal for the same fill rate needs ${same.stock.toFixed(2)} (factor ${k.toFixed(2)}), ours is ${(ours.stock / same.stock).toFixed(2)} of it`,
      `thirds: ours ${byThirds((i) => ways.ours[i]).join(" ")}, that normal ${byThirds(normalOf).join(" ")}`,
    ].join("; "),
  );
}
