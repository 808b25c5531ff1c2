/**
 * Lead-time demand of slow movers: pinball loss at several service levels against the normal stock formula (mean x lead time + z x
 * standard deviation x sqrt(lead time)) in the same run, where the formula is 1, and how often a 95 % interval held. The line "smoothed"
 * is the same formula with the level of simple smoothing and the RMSE of its forecasts, which follows a changing level.
 * Run: npx tsx test/bench/intermittent.ts [file]; the file is JSON [{ train, test }] or CSV (item, price, then one column a period).
 * Without a file, items are made up from a fixed seed.
 */
import { readFileSync } from "node:fs";
import {
  fitSmoothing,
  leadTimeDemand,
  leadTimeDemandMethods,
  type LeadTimeDemandMethod,
} from "../../src/engine/forecast";
import { normalQuantile } from "../../src/engine/math/normal";
import { uniformDraws } from "../../src/engine/math/random";

const leadTime = 3;
const levels = [0.5, 0.8, 0.9, 0.95, 0.99];
const asked = [...levels, 0.025, 0.975];

interface Origin {
  readonly history: readonly number[];
  readonly actual: number;
}

/** Every origin after the first `from` periods, `step` apart; a history without demand has no scale and is left out. */
function origins(series: readonly number[], from: number, step: number): Origin[] {
  const found: Origin[] = [];
  for (let cut = from; cut + leadTime <= series.length; cut += step) {
    const history = series.slice(0, cut);
    const actual = series.slice(cut, cut + leadTime).reduce((sum, value) => sum + value, 0);
    if (history.some((value) => value > 0)) found.push({ history, actual });
  }
  return found;
}

function madeUp(): Origin[] {
  const draw = uniformDraws(20240101);
  return Array.from({ length: 200 }, () => {
    const chance = 0.05 + 0.6 * draw();
    const more = 0.3 + 0.5 * draw();
    const dying = draw() < 0.2;
    return Array.from({ length: 60 }, (_, t) => {
      if (draw() > chance * (dying && t > 30 ? Math.exp((30 - t) / 8) : 1)) return 0;
      let size = 1;
      while (draw() < more) size++;
      return size;
    });
  }).flatMap((series) => origins(series, 45, 3));
}

function read(file: string): Origin[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) {
    const items = JSON.parse(text) as { train: number[]; test: number[] }[];
    return items.flatMap(({ train, test }) => origins([...train, ...test], train.length, 1));
  }
  const rows = text.trim().split("\n").slice(1);
  return rows.flatMap((row) => origins(row.split(",").slice(2).map(Number), 15, 2));
}

function normalFormula(history: readonly number[]): number[] {
  const mean = history.reduce((sum, value) => sum + value, 0) / history.length;
  const variance = history.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (history.length - 1);
  return asked.map((p) => mean * leadTime + normalQuantile(p) * Math.sqrt(variance * leadTime));
}

function smoothedFormula(history: readonly number[]): number[] {
  const fit = fitSmoothing(history, { trend: false, season: "N", seasonLength: 1, phi: 1 }, {});
  const rmse = Math.sqrt(fit.sumOfSquares / Math.max(1, history.length - 1));
  return asked.map((p) => fit.level * leadTime + normalQuantile(p) * rmse * Math.sqrt(leadTime));
}

function ours(method: LeadTimeDemandMethod) {
  return (history: readonly number[]): number[] => {
    const task = { series: history, periods: leadTime, method, season: 12, paths: 2000, seed: 1 };
    return asked.map(leadTimeDemand(task).quantile);
  };
}

/** Losses by service level, each in mean demands of its item, and the share of demands within the interval. */
function measure(quantiles: (history: readonly number[]) => number[], cases: readonly Origin[]) {
  const losses = levels.map(() => 0);
  let held = 0;
  for (const { history, actual } of cases) {
    const q = quantiles(history);
    const scale = (history.reduce((sum, value) => sum + value, 0) / history.length) * leadTime;
    levels.forEach((level, i) => {
      const short = actual - q[i];
      losses[i] += (short >= 0 ? level * short : (level - 1) * short) / scale / cases.length;
    });
    if (actual >= q[levels.length] - 1e-9 && actual <= q[levels.length + 1] + 1e-9) held++;
  }
  return { losses, coverage: held / cases.length };
}

const file = process.argv.at(2);
const cases = file === undefined ? madeUp() : read(file);
const formula = measure(normalFormula, cases);
const total = (losses: readonly number[]) => losses.reduce((sum, loss) => sum + loss, 0);
console.log(
  `lead-time demand, ${leadTime} periods, ${cases.length} origins; pinball loss, normal formula = 1`,
);
console.log(
  `${"method".padEnd(11)}${levels.map((level) => String(level).padStart(8)).join("")}    mean  held 95 %  items/s`,
);
const print = (name: string, { losses, coverage }: ReturnType<typeof measure>, seconds: number) => {
  const ratios = losses.map((loss, i) => (loss / formula.losses[i]).toFixed(3).padStart(8)).join("");
  const mean = (total(losses) / total(formula.losses)).toFixed(3).padStart(8);
  const speed = (cases.length / seconds).toFixed(0).padStart(9);
  console.log(`${name.padEnd(11)}${ratios}${mean}${coverage.toFixed(3).padStart(11)}${speed}`);
};
print("formula", formula, NaN);
print("smoothed", measure(smoothedFormula, cases), NaN);
for (const method of leadTimeDemandMethods) {
  const start = performance.now();
  print(method, measure(ours(method), cases), (performance.now() - start) / 1000);
}
