/**
 * Weekly demand with a yearly season: OWA of the long-season methods against Naive2 (the last observation, since m = 1 there) and against
 * plain exponential smoothing, coverage of 95 % intervals, and time; 13 weeks ahead.
 * Run: npx tsx test/bench/weekly.ts [file of series as JSON: { train, test }]; without a file, series are made up from a fixed seed.
 * OWA as in the M4 competition (Makridakis et al. 2020): mean of the ratios of sMAPE and of MASE with scale |y_t - y_(t-1)|.
 * A series that a method refuses, one of less than two years, is forecast by plain exponential smoothing.
 */
import { readFileSync } from "node:fs";
import { ets, longSeasonMean, stlEts, stlTheta, type ForecastMethod } from "../../src/engine/forecast";
import { combination } from "../../src/engine/forecast/combination";
import { normalDraws } from "../../src/engine/math/random";

interface Case {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

const season = 52;
const horizon = 13;

function madeUp(count: number): Case[] {
  const draw = normalDraws(5);
  return Array.from({ length: count }, (_, i) => {
    const weeks = 80 + ((i * 97) % 900);
    const swing = 0.08 * (i % 4);
    const peak = 52 * Math.abs(draw());
    let level = 1000;
    const all = Array.from({ length: weeks + horizon }, (__, t) => {
      level *= 1 + 0.01 * draw();
      const yearly = 1 + swing * Math.sin((2 * Math.PI * (t + peak)) / 52);
      const holiday = t % 52 === 50 ? 1 + swing : 1;
      return Math.max(1, level * yearly * holiday * (1 + 0.05 * draw()));
    });
    return { train: all.slice(0, weeks), test: all.slice(weeks) };
  });
}

interface Score {
  smape: number;
  mase: number;
  covered: number;
  milliseconds: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Adds the score of one series, each case weighing the same. */
function add(score: Score, { train, test }: Case, forecast: readonly number[]): void {
  const scale = mean(train.slice(1).map((value, t) => Math.abs(value - train[t])));
  score.smape += mean(
    test.map((value, i) => (200 * Math.abs(value - forecast[i])) / (Math.abs(value) + Math.abs(forecast[i]))),
  );
  score.mase += mean(test.map((value, i) => Math.abs(value - forecast[i]))) / scale;
}

const file = process.argv.at(2);
const cases = file === undefined ? madeUp(60) : (JSON.parse(readFileSync(file, "utf8")) as Case[]);
const empty = (): Score => ({ smape: 0, mase: 0, covered: 0, milliseconds: 0 });
const naive2 = empty();
for (const each of cases)
  add(naive2, each, new Array<number>(horizon).fill(each.train[each.train.length - 1]));

const scores = [ets, stlEts, stlTheta, longSeasonMean, combination].map((method: ForecastMethod) => {
  const score = empty();
  for (const each of cases) {
    const start = performance.now();
    const long = { series: each.train, season };
    const fitted =
      method.refusal(long) === null ? method.fit(long) : ets.fit({ series: each.train, season: 1 });
    const forecast = fitted.forecast(horizon);
    const { low, high } = fitted.interval(horizon, 0.95);
    score.milliseconds += performance.now() - start;
    score.covered += mean(each.test.map((value, i) => Number(value >= low[i] && value <= high[i])));
    add(score, each, forecast);
  }
  return { method, score, owa: (score.smape / naive2.smape + score.mase / naive2.mase) / 2 };
});

const weeks = mean(cases.map(({ train }) => train.length));
console.log(`${cases.length} weekly series of ${weeks.toFixed(0)} weeks on average, ${horizon} weeks ahead`);
for (const { method, score, owa } of scores) {
  const count = cases.length;
  console.log(
    [
      method.id.padEnd(10),
      `OWA ${owa.toFixed(3)}`,
      `of ETS's ${(owa / scores[0].owa).toFixed(3)}`,
      `sMAPE ${(score.smape / count).toFixed(2)}`,
      `MASE ${(score.mase / count).toFixed(3)}`,
      `95 % interval holds ${((100 * score.covered) / count).toFixed(1)} %`,
      `${(score.milliseconds / count).toFixed(1)} ms a series`,
    ].join("  "),
  );
}
