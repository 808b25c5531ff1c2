/**
 * Series a second on one core: the ETS method with choice among all forms, 18 forecasts and a 95 % interval.
 * Run: npx tsx test/bench/ets.ts [file of series as JSON: { m, train }]; without a file, monthly series are made up (lengths, trends,
 * seasons and noise from a fixed seed).
 */
import { readFileSync } from "node:fs";
import { ets } from "../../src/engine/forecast";
import { normalDraws } from "../../src/engine/math/random";

interface Case {
  readonly m: number;
  readonly train: readonly number[];
}

function madeUp(count: number): Case[] {
  const draw = normalDraws(1);
  return Array.from({ length: count }, (_, i) => {
    let level = 1000;
    let growth = 2 * draw();
    const depth = 0.05 * (i % 5);
    const train = Array.from({ length: 50 + ((i * 7) % 77) }, (__, t) => {
      growth += 0.2 * draw();
      level += growth + 10 * draw();
      const season = 1 + depth * Math.sin((2 * Math.PI * (t + i)) / 12);
      return Math.max(1, level * season * (1 + 0.05 * draw()));
    });
    return { m: 12, train };
  });
}

const file = process.argv.at(2);
const cases = file === undefined ? madeUp(100) : (JSON.parse(readFileSync(file, "utf8")) as Case[]);
const once = () => {
  const start = performance.now();
  for (const { m, train } of cases) {
    const fitted = ets.fit({ series: train, season: m });
    fitted.forecast(18);
    fitted.interval(18, 0.95);
  }
  return (performance.now() - start) / 1000;
};
const cold = once();
const warm = Math.min(once(), once());
const mean = cases.reduce((sum, { train }) => sum + train.length, 0) / cases.length;
console.log(
  `ETS, all forms, 18 periods and interval: ${cases.length} series of ${mean.toFixed(0)} periods on average`,
);
console.log(
  `first pass ${(cases.length / cold).toFixed(0)} series/s, then ${(cases.length / warm).toFixed(0)} series/s`,
);
