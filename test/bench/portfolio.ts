/**
 * FORECAST.AUTO over a portfolio of short or intermittent histories: how many items are no more than 5 % worse than the seasonal naive
 * forecast, absolute and squared errors, and whether 95 % intervals hold.
 * Run: npx tsx test/bench/portfolio.ts [--withheld=12] [--season=12] [--kind=intermittent] [file]
 * The file is JSON [{ train, test }] or CSV (item, price, then one column a period); without one, the 1,000 spare parts of the sample.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { autoForecast, naiveForecast } from "../../src/engine/forecast";

const options = new Map(
  process.argv.slice(2).flatMap((argument): [string, string][] => {
    const found = /^--(\w+)=(.+)$/.exec(argument);
    return found === null ? [] : [[found[1], found[2]]];
  }),
);
const sample = join(__dirname, "../../assets/samples/source/spare_parts_auto.csv");
const file = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? sample;
const withheld = Number(options.get("withheld") ?? 12);
const season = Number(options.get("season") ?? 12);
const kind = options.get("kind");
const level = 0.95;

interface Item {
  readonly known: readonly number[];
  readonly actual: readonly number[];
}

function read(): Item[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) {
    const items = JSON.parse(text) as { train: number[]; test: number[] }[];
    return items.map(({ train, test }) => ({ known: train, actual: test }));
  }
  const rows = text.trim().split("\n").slice(1);
  return rows.map((row) => {
    const demand = row.split(",").slice(2).map(Number);
    return { known: demand.slice(0, -withheld), actual: demand.slice(-withheld) };
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
/** Mean over the changes from one period to the next. */
const changes = (demand: readonly number[], of: (change: number) => number) =>
  mean(demand.slice(1).map((value, t) => of(value - demand[t])));

const results = read().flatMap(({ known, actual }) => {
  if (known.every((value) => value === 0)) return [];
  const found = autoForecast({ series: known, season }, { horizon: actual.length });
  if (kind !== undefined && found.kind !== kind) return [];
  const { low, high } = found.interval(level);
  const absolute = (forecast: readonly number[]) => sum(actual.map((v, i) => Math.abs(v - forecast[i])));
  const miss = actual.map((value, i) => Math.max(0, low[i] - value, value - high[i]));
  const width = actual.map((_, i) => high[i] - low[i]);
  const outside = 2 / (1 - level);
  return {
    demand: sum(actual),
    auto: absolute(found.forecast),
    naive: absolute(naiveForecast(known, actual.length, known.length >= season ? season : 1)),
    excess: sum(found.forecast) - sum(actual),
    rmsse: Math.sqrt(
      mean(actual.map((value, i) => (value - found.forecast[i]) ** 2)) / changes(known, (c) => c * c),
    ),
    covered: mean(miss.map((beyond) => Number(beyond <= 1e-9))),
    msis: mean(width.map((units, i) => units + outside * miss[i])) / changes(known, Math.abs),
  };
});

const total = (of: "demand" | "auto" | "naive" | "excess") => sum(results.map((result) => result[of]));
const scaled = (of: "rmsse" | "msis") => mean(results.map((result) => result[of]).filter(Number.isFinite));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const close = results.filter(({ auto, naive }) => auto <= 1.05 * naive + 1e-9).length / results.length;
console.log(
  [
    `${results.length} items`,
    `no more than 5 % worse than seasonal naive: ${percent(close)}`,
    `WAPE ${percent(total("auto") / total("demand"))}, seasonal naive ${percent(total("naive") / total("demand"))}`,
    `bias ${percent(total("excess") / total("demand"))}`,
    `RMSSE ${scaled("rmsse").toFixed(3)}`,
    `95 % intervals: cover ${mean(results.map(({ covered }) => covered)).toFixed(3)}, MSIS ${scaled("msis").toFixed(2)}`,
  ].join("\n"),
);
