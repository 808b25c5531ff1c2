import { insufficientData } from "../../errors";
import { observed } from "../../demand";
import { cite } from "../../sources";
import { withAndWithoutLongSeason } from "../decomposition";
import { limitsOf, usualCap } from "../limits";
import { defineForecastMethod, type FittedForecast, type ForecastTask, type Interval } from "../method";
import { meanOfFits, meanOfLists } from "./mean-of-fits";
import { combinationMembers, fitMembers, type MemberFit } from "./members";
import { pastForecasts, type PastForecast } from "./past-forecasts";
import { widening } from "./width";

export { combinationMembers, logarithmicEts, logarithmicTheta, type MemberFit } from "./members";
export { meanOfFits, meanOfLists } from "./mean-of-fits";
export type { PastForecast } from "./past-forecasts";

export interface Combination extends FittedForecast {
  readonly members: readonly MemberFit[];
  /** What the members said at earlier origins, for the same horizon; worked out once. */
  readonly past: (horizon: number) => readonly PastForecast[];
}

const refusal = (task: ForecastTask): string | null => {
  if (combinationMembers.some((method) => method.refusal(task) === null)) return null;
  return combinationMembers[0].refusal(task);
};

/**
 * Equally weighted mean of the members that can serve the series. Weights by past errors or by information criteria were measured no better.
 * Its interval is the mean of their limits, widened by what they missed in the past.
 */
export function combine(task: ForecastTask): Combination {
  const members = fitMembers(task);
  if (members.length === 0) {
    const count = observed(task.series).length;
    throw insufficientData("demand", "must suit at least one member of the combination", count);
  }
  const pasts = new Map<number, readonly PastForecast[]>();
  const past = (horizon: number): readonly PastForecast[] => {
    const known = pasts.get(horizon) ?? pastForecasts(task, horizon);
    pasts.set(horizon, known);
    return known;
  };
  const meanOf = (horizon: number) => meanOfFits(sound(members, task, horizon).map(({ fit }) => fit));
  const forecast = (horizon: number) => meanOf(horizon).forecast(horizon);
  return {
    members,
    past,
    form: `Mean of ${members.map(({ method }) => method.id).join(", ")}`,
    fitted: meanOfLists(members.map(({ fit }) => fit.fitted)),
    forecast,
    interval: (horizon, level): Interval => {
      const { low, high } = meanOf(horizon).interval(horizon, level);
      const point = forecast(horizon);
      const factor = widening(past(horizon), task.series.length);
      const away = (limit: readonly number[]) =>
        limit.map((value, i) => point[i] + factor * (value - point[i]));
      return { low: away(low), high: away(high) };
    },
    details: Object.fromEntries(members.map(({ method, fit }) => [method.id, fit.form])),
  };
}

/** Members whose forecast stays below the usual cap, where there are any: one that explodes is not averaged in. */
function sound(
  members: readonly MemberFit[],
  { series }: ForecastTask,
  horizon: number,
): readonly MemberFit[] {
  const { highest } = limitsOf(series, usualCap);
  const inside = members.filter(({ fit }) =>
    fit.forecast(horizon).every((value) => Math.abs(value) <= highest),
  );
  return inside.length > 0 ? inside : members;
}

const source = [
  cite("bates-granger-1969", "section 1"),
  ...combinationMembers.flatMap((method) => method.source),
];
const label = "Mean of exponential smoothing and Theta, each with and without logarithms";

const shortSeason = { id: "COMB", label, source, refusal, fit: combine };
const longSeason = withAndWithoutLongSeason("COMB", label, shortSeason);

export const combination = defineForecastMethod({
  ...shortSeason,
  id: "COMB",
  fit: (task) => (longSeason.refusal(task) === null ? longSeason.fit(task) : combine(task)),
});
