import {
  type AutoMetric,
  biasOf,
  type Contestant,
  lossOf,
  type Meeting,
  meetingOf,
  pairsOf,
} from "./contest";
import {
  calibrated,
  combine,
  combination,
  combinationMembers,
  fitCombination,
  fitMembers,
  memberWeights,
  standsAlone,
  type MemberFit,
} from "../combination";
import { dailySeasonsRefusal, longSeasonRefusal } from "../decomposition";
import type { FittedForecast, ForecastTask } from "../method";
import { naive, seasonalNaive } from "../naive-methods";
import type { Settled } from "./settled";

/** A rival takes the combination's place only where its past errors are half as large: measured, closer calls are chance. */
const clearlyBetter = 0.5;

interface Past {
  readonly members: readonly MemberFit[];
  readonly combined: readonly number[];
  readonly benchmark: readonly number[];
}

/**
 * Demand that is not intermittent: the combination, unless at three origins a member, or the naive forecast, beat it clearly.
 * @returns null where not even one member can serve the series
 */
export function settleRegular(task: ForecastTask, horizon: number, metric: AutoMetric): Settled | null {
  if (longSeasonRefusal(task) === null)
    return settleUntested(task, `over a season of ${task.season} periods there is no contest`);
  if (dailySeasonsRefusal(task) === null)
    return settleUntested(
      task,
      "of days with two years behind them, half of the year's pattern put back; there is no contest",
    );
  const members = fitMembers(task);
  if (members.length === 0) return null;
  const benchmark = seasonalNaive.refusal(task) === null ? seasonalNaive : naive;
  const seasons = task.series.length > 3 * task.season ? 2 * task.season + 1 : 0;
  const meeting = meetingOf(task.series.length, horizon, Math.max(8, seasons));
  const past = meeting.origins.map((used): Past => {
    const known = { ...task, series: task.series.slice(0, used) };
    const fits = fitMembers(known);
    const plain = benchmark.refusal(known) === null ? benchmark : naive;
    return {
      members: fits,
      combined: combine(known, fits).forecast(meeting.ahead),
      benchmark: plain.fit(known).forecast(meeting.ahead),
    };
  });
  const candidates: Candidate[] = [
    { model: combination.id, forecasts: past.map(({ combined }) => combined) },
    ...members.map(({ method }) => ({
      model: method.id,
      forecasts: past.map(({ members: fits }) => forecastOf(fits, method.id, meeting.ahead)),
    })),
  ];
  const judgedBenchmark = judge(
    { model: benchmark.id, forecasts: past.map(({ benchmark: forecast }) => forecast) },
    task,
    meeting,
    metric,
  );
  const rivals = candidates
    .filter(({ model }) => model !== benchmark.id)
    .map((candidate) => judge(candidate, task, meeting, metric));
  const judged = [...rivals, judgedBenchmark];
  // What repeats the past helps the mean but is no forecast by itself; the benchmark is one.
  const eligible = judged.filter(
    ({ model }) =>
      model === benchmark.id || members.every(({ method }) => method.id !== model || standsAlone(method)),
  );
  const chosen = choose(eligible, meeting);
  const fits: Readonly<Record<string, () => FittedForecast>> = {
    [combination.id]: () => calibrated(task, combine(task, members)),
    [benchmark.id]: () => benchmark.fit(task),
  };
  const fit = fits[chosen.model]?.() ?? members.find(({ method }) => method.id === chosen.model)?.fit;
  if (fit === undefined) return null;
  return {
    model: chosen.model,
    fit,
    contestants: [...ranked(judged, chosen, members, metric, task), ...refused(task)],
    reason: reasonFor(chosen, judged, meeting, metric),
    benchmark: judged[judged.length - 1].error,
  };
}

interface Candidate {
  readonly model: string;
  /** By origin; null where it could not serve the history so far. */
  readonly forecasts: readonly (readonly number[] | null)[];
}

interface Judged {
  readonly model: string;
  readonly error: number | null;
  readonly bias: number | null;
}

function forecastOf(fits: readonly MemberFit[], id: string, ahead: number): readonly number[] | null {
  return fits.find(({ method }) => method.id === id)?.fit.forecast(ahead) ?? null;
}

function judge(
  { model, forecasts }: Candidate,
  { series }: ForecastTask,
  meeting: Meeting,
  metric: AutoMetric,
): Judged {
  const all = forecasts.filter((forecast) => forecast !== null);
  if (all.length === 0 || all.length < forecasts.length) return { model, error: null, bias: null };
  const pairs = pairsOf(series, meeting, all);
  return { model, error: lossOf(pairs, metric), bias: biasOf(pairs) };
}

function choose([combined, ...rivals]: readonly Judged[], { conclusive }: Meeting): Judged {
  if (!conclusive || combined.error === null) return combined;
  const most = (1 - clearlyBetter) * combined.error;
  return rivals.reduce((best, rival) => {
    const toBeat = best === combined ? most : (best.error ?? most);
    return rival.error !== null && rival.error < toBeat ? rival : best;
  }, combined);
}

/** The chosen one first, then by error. */
function ranked(
  judged: readonly Judged[],
  chosen: Judged,
  members: readonly MemberFit[],
  metric: AutoMetric,
  task: ForecastTask,
): Contestant[] {
  const order = (one: Judged) => (one === chosen ? -1 : (one.error ?? Infinity));
  const byCombination = chosen.model === combination.id;
  const shares = memberWeights(members, task);
  return [...judged]
    .sort((a, b) => order(a) - order(b))
    .map((one) => {
      const place = members.findIndex(({ method }) => method.id === one.model);
      const isMember = place >= 0;
      const weight = byCombination ? (shares[place] ?? 0) : one === chosen ? 1 : 0;
      return { ...one, weight, remark: remarkOn(one, chosen, isMember, metric) };
    });
}

function remarkOn(one: Judged, chosen: Judged, isMember: boolean, metric: AutoMetric): string {
  if (one === chosen) return "chosen";
  if (one.error === null) return isMember ? "part of the combination, not tested" : "not tested";
  if (chosen.error === null) return "not compared";
  const difference = one.error - chosen.error;
  const part = isMember && chosen.model === combination.id ? "part of the combination; alone " : "";
  if (difference > 0) return `${part}${metric} higher by ${percent(difference)}`;
  return `${part}${metric} lower by ${percent(-difference)}, too little to rely on`;
}

function refused(task: ForecastTask): Contestant[] {
  return combinationMembers.flatMap((method) => {
    const reason = method.refusal(task);
    return reason === null
      ? []
      : [{ model: method.id, error: null, bias: null, weight: 0, remark: `not eligible: ${reason}` }];
  });
}

function reasonFor(chosen: Judged, judged: readonly Judged[], meeting: Meeting, metric: AutoMetric): string {
  const [combined] = judged;
  const benchmark = judged[judged.length - 1];
  if (meeting.origins.length === 0)
    return "the history is too short for a backtest: the mean of all methods that can serve it";
  const tested = `backtest from ${meeting.origins.length} origins, ${meeting.ahead} periods ahead`;
  const shown = (one: Judged) => (one.error === null ? "without value" : percent(one.error));
  if (chosen !== combined)
    return `${tested}: ${metric} ${shown(chosen)} against ${shown(combined)} of the combination, clearly better`;
  return `the combination, since no rival is clearly better (by ${percent(clearlyBetter)}); ${tested}: ${metric} ${shown(combined)}, ${benchmark.model} ${shown(benchmark)}`;
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A year of weeks or days: the combination as it is, since a contest takes long and was not found to help. */
function settleUntested(task: ForecastTask, remark: string): Settled {
  const { members, fit } = fitCombination(task);
  const shares = memberWeights(members, task);
  const chosen = { model: combination.id, error: null, bias: null, weight: 0, remark: "chosen" };
  return {
    model: combination.id,
    fit,
    contestants: [
      chosen,
      ...members.map(({ method }, i) => ({
        model: method.id,
        error: null,
        bias: null,
        weight: shares[i],
        remark: "part of the combination, not tested",
      })),
    ],
    reason: `the combination; ${remark}`,
  };
}
