import {
  forecastPairs,
  intervalCoverage,
  meanAbsoluteScaledError,
  meanScaledIntervalScore,
  symmetricPercentageError,
} from "../../../src/engine/accuracy";
import { adjustForSeason, naiveForecast } from "../../../src/engine/forecast";
import type { ScoredSeries } from "./series-files";

export interface Answer {
  readonly point: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly seconds: number;
}

export const level = 0.95;

/** The M4 competition's benchmark: the naive forecast of the seasonally adjusted series, if three seasons show a season. */
export function naive2({ train, m, h }: ScoredSeries): number[] {
  if (m === 1 || train.length < 3 * m) return naiveForecast(train, h, 1);
  const { adjusted, restore } = adjustForSeason(train, m);
  return naiveForecast([...adjusted], h, 1).map((value, i) => restore(value, train.length + i));
}

interface SeriesScore {
  readonly smape: number;
  readonly mase: number;
  readonly bias: number;
  readonly coverage: number;
  readonly msis: number;
}

function scoreOf(
  { test, train, m }: ScoredSeries,
  { point, low, high }: Omit<Answer, "seconds">,
): SeriesScore {
  const pairs = forecastPairs(test, point);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    smape: symmetricPercentageError(pairs),
    mase: meanAbsoluteScaledError(pairs, train, m),
    bias: sum(point) / sum(test) - 1,
    coverage: intervalCoverage({ actual: test, low, high }),
    msis: meanScaledIntervalScore({ actual: test, low, high }, level, train, m),
  };
}

export interface SetScore extends SeriesScore {
  /** Overall weighted average of the M4 competition: half sMAPE, half MASE, each over that of Naive2. */
  readonly owa: number;
  /** Milliseconds a series. */
  readonly time: number;
}

/** Scores of one method over a set: means over its series, in the M4 competition's definitions. The bias is the median. */
export function scoreSet(series: readonly ScoredSeries[], answers: readonly Answer[]): SetScore {
  const scores = series.map((one, i) => scoreOf(one, answers[i]));
  const benchmark = series.map((one) => {
    const point = naive2(one);
    return scoreOf(one, { point, low: point, high: point });
  });
  const mean = (of: readonly SeriesScore[], name: keyof SeriesScore) =>
    of.reduce((total, score) => total + score[name], 0) / of.length;
  const biases = scores.map(({ bias }) => bias).sort((a, b) => a - b);
  const relative = (name: "smape" | "mase") => mean(scores, name) / mean(benchmark, name);
  return {
    smape: mean(scores, "smape"),
    mase: mean(scores, "mase"),
    owa: (relative("smape") + relative("mase")) / 2,
    bias: biases[Math.floor(biases.length / 2)],
    coverage: mean(scores, "coverage"),
    msis: mean(scores, "msis"),
    time: (1000 * answers.reduce((total, { seconds }) => total + seconds, 0)) / answers.length,
  };
}
