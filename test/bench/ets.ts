/**
 * Series a second on one core: the ETS method with choice among all forms, 18 forecasts and a 95 % interval, against Holt-Winters fitted.
 * Run: npx tsx test/bench/ets.ts [file of series as JSON: { m, train }]; without a file, monthly series are made up (lengths, trends,
 * seasons and noise from a fixed seed).
 */
import { readFileSync } from "node:fs";
import { ets, forecastMethods, type ForecastMethod } from "../../src/engine/forecast";
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
const baseline = forecastMethods.find(({ id }) => id === "HW") as ForecastMethod;
const once = (method: ForecastMethod) => {
  const start = performance.now();
  for (const { m, train } of cases) {
    const fitted = method.fit({ series: train, season: m });
    fitted.forecast(18);
    fitted.interval(18, 0.95);
  }
  return (performance.now() - start) / 1000;
};
const cold = once(ets);
const warm = Math.min(once(ets), once(ets));
const plain = Math.min(once(baseline), once(baseline));
const mean = cases.reduce((sum, { train }) => sum + train.length, 0) / cases.length;
console.log(
  `ETS, all forms, 18 periods and interval: ${cases.length} series of ${mean.toFixed(0)} periods on average`,
);
console.log(
  `first pass ${rate(cold)} series/s, then ${rate(warm)} series/s; Holt-Winters ${rate(plain)} series/s, ` +
    `time ratio ${(warm / plain).toFixed(1)}`,
);

function rate(seconds: number): string {
  return (cases.length / seconds).toFixed(0);
}
