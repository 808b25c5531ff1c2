/**
 * How accurate the methods are, beside R's ets and thetaf where R with its forecast package is installed.
 * Run: npx tsx test/bench/accuracy.ts [--sample=60] [--half=1|2] [--methods=AUTO,ETS] [--no-r] [--days] [files of series as JSON]
 * A file holds an array of { set, id, m, h, train, test }; without files, series are made up from a fixed seed, with --days those of
 * days of two years.
 */
import { PlanningError } from "../../src/engine/errors";
import {
  autoForecast,
  forecastMethods,
  naiveForecast,
  type FittedForecast,
  type ForecastTask,
} from "../../src/engine/forecast";
import { madeUpDays, madeUpSeries } from "./accuracy/planner-series";
import { fitMean, referenceMeans } from "./accuracy/reference-means";
import { hasR, rForecasts, rMethods } from "./accuracy/r-forecasts";
import { level, naive2, scoreSet, type Answer, type SetScore } from "./accuracy/scores";
import { bySet, calendarSeason, readSeries, type ScoredSeries } from "./accuracy/series-files";

const options = new Map(
  process.argv
    .slice(2)
    .filter((argument) => argument.startsWith("--"))
    .map((argument) => argument.slice(2).split("=") as [string, string | undefined]),
);
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const sample = options.has("sample") ? Number(options.get("sample")) : undefined;
const half = options.has("half") ? (Number(options.get("half")) as 1 | 2) : undefined;
const sets = bySet(
  files.length > 0 ? readSeries(files) : options.has("days") ? madeUpDays(24) : madeUpSeries(40),
  { sample, half },
);
const wanted = options.get("methods")?.toUpperCase().split(",");
interface Contender {
  readonly id: string;
  readonly fit: (task: ForecastTask, horizon: number) => Pick<FittedForecast, "forecast" | "interval">;
}
/** As the cell has it: choice, limits and intervals for one horizon. */
const auto: Contender = {
  id: "AUTO",
  fit: (task, horizon) => {
    const chosen = autoForecast(task, { horizon });
    return {
      forecast: () => [...chosen.forecast],
      interval: (_, wantedLevel) => chosen.interval(wantedLevel),
    };
  },
};
const means = Object.entries(referenceMeans).map(([id, members]): Contender => ({
  id,
  fit: (task) => fitMean(members, task),
}));
const contenders: readonly Contender[] = [...forecastMethods, ...means, auto].filter(
  ({ id }) => wanted === undefined || wanted.includes(id),
);
const withR = !options.has("no-r") && hasR();

const table = new Map<string, SetScore[]>();
for (const [set, series] of sets) {
  console.log(`\n${set}: ${series.length} series, ${series[0].h} periods ahead, ${100 * level} % intervals`);
  console.log(heading());
  const show = (name: string, answers: readonly Answer[], remark = "") => {
    const score = scoreSet(series, answers);
    table.set(name, [...(table.get(name) ?? []), score]);
    console.log(line(name, score) + remark);
  };
  show("Naive2", series.map(naive2Answer));
  for (const method of contenders) {
    const refused = { count: 0 };
    const answers = series.map((one) => answerOf(method, one, refused));
    show(method.id, answers, refused.count === 0 ? "" : `  (naive for ${refused.count} refused)`);
  }
  if (withR) for (const method of rMethods) show(`R ${method}`, rForecasts(method, series));
}
if (sets.size > 1) {
  console.log(`\nmean of ${sets.size} sets\n${heading()}`);
  for (const [name, scores] of table) console.log(line(name, meanScore(scores)));
}

/** What the method says; where it refuses, the naive forecast as a point. */
function answerOf(method: Contender, one: ScoredSeries, refused: { count: number }): Answer {
  const task = { series: one.train, season: calendarSeason(one) };
  const start = process.cpuUsage();
  try {
    const fitted = method.fit(task, one.h);
    const point = fitted.forecast(one.h);
    const { low, high } = fitted.interval(one.h, level);
    return { point, low, high, seconds: secondsSince(start) };
  } catch (error) {
    if (!(error instanceof PlanningError)) throw error;
    refused.count++;
    const point = naiveForecast(one.train, one.h, 1);
    return { point, low: point, high: point, seconds: secondsSince(start) };
  }
}

/** Of the processor, so that what else the machine does counts little. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function naive2Answer(one: ScoredSeries): Answer {
  const point = naive2(one);
  return { point, low: point, high: point, seconds: 0 };
}

function meanScore(scores: readonly SetScore[]): SetScore {
  const names = Object.keys(scores[0]) as (keyof SetScore)[];
  const mean = (name: keyof SetScore) =>
    scores.reduce((total, score) => total + score[name], 0) / scores.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)])) as unknown as SetScore;
}

function heading(): string {
  return `${"".padEnd(12)}   OWA  sMAPE   MASE  cover    MSIS    bias  ms/series`;
}

function line(name: string, { owa, smape, mase, coverage, msis, bias, time }: SetScore): string {
  const cells = [
    owa.toFixed(3).padStart(6),
    (100 * smape).toFixed(2).padStart(6),
    mase.toFixed(3).padStart(6),
    coverage.toFixed(3).padStart(6),
    msis.toFixed(2).padStart(7),
    `${(100 * bias).toFixed(1)}%`.padStart(7),
    time.toFixed(1).padStart(10),
  ];
  return `${name.padEnd(12)}${cells.join(" ")}`;
}
