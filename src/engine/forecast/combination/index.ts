import { insufficientData } from "../../errors";
import { observed } from "../../demand";
import { cite } from "../../sources";
import { dailySeasonsRefusal } from "../decomposition";
import { limitsOf, usualCap } from "../limits";
import { defineForecastMethod, type FittedForecast, type ForecastMethod, type ForecastTask } from "../method";
import { withHalfTheYear } from "./half-year";
import { meanOfFits } from "./mean-of-fits";
import {
  combinationMembers,
  fitMembers,
  type MemberFit,
  memberWeights,
  quickMembers,
  standsAlone,
} from "./members";
import { widening, withWidth } from "./width";

export { isShort } from "./short-history";

export {
  combinationMembers,
  fitMembers,
  logarithmicEts,
  logarithmicHoltWinters,
  logarithmicRegression,
  logarithmicTheta,
  type MemberFit,
  memberWeights,
  standsAlone,
} from "./members";
export {
  coveredPeriods,
  type IntermittentShare,
  intermittentCombination,
  intermittentShares,
  weightedFit,
} from "./intermittent";

const source = [
  cite("bates-granger-1969", "section 1"),
  ...combinationMembers.flatMap((method) => method.source),
  cite("von-neumann-1941", "section 1"),
  cite("young-1941", "equation 9"),
];
const label = "Mean of exponential smoothing, Theta and CES, with a little of what repeats the past";

/** The mean of those of `members` that can serve the series. */
function meanOf(members: readonly ForecastMethod[]) {
  return {
    id: "COMB",
    label,
    source,
    refusal: (task: ForecastTask): string | null => {
      const reasons = members.filter(standsAlone).map((method) => method.refusal(task));
      return reasons.includes(null) ? null : reasons[0];
    },
    fit: (task: ForecastTask): FittedForecast => combine(task, fitMembers(task, members)),
  } as const satisfies ForecastMethod;
}

/** Fixed weights by family: weights by past errors or information criteria were measured no better. Limits are the means of theirs. */
export function combine(task: ForecastTask, members: readonly MemberFit[]): FittedForecast {
  if (members.length === 0) {
    const count = observed(task.series).length;
    throw insufficientData("demand", "must suit at least one member of the combination", count);
  }
  const mean = (some: readonly MemberFit[]) =>
    meanOfFits(
      some.map(({ fit }) => fit),
      memberWeights(some, task),
    );
  return {
    form: `Mean of ${members.map(({ method }) => method.id).join(", ")}`,
    fitted: mean(members).fitted,
    forecast: (horizon) => mean(sound(members, task, horizon)).forecast(horizon),
    interval: (horizon, level) => mean(sound(members, task, horizon)).interval(horizon, level),
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

const whole = meanOf(combinationMembers);
/** Stands in for the combination where its past intervals are tested. */
const quick = meanOf(quickMembers);

/** Puts the interval of a combination right by what its like missed at earlier origins; worked out once a horizon. */
export function calibrated(task: ForecastTask, fit: FittedForecast): FittedForecast {
  const factors = new Map<number, number>();
  return withWidth(fit, (horizon) => {
    const factor = factors.get(horizon) ?? widening(task, horizon, quick);
    factors.set(horizon, factor);
    return factor;
  });
}

/** The combination as it is, with its members: of days with two years behind them, with half of the year's pattern. */
export function fitCombination(task: ForecastTask): {
  readonly members: readonly MemberFit[];
  readonly fit: FittedForecast;
} {
  let members: readonly MemberFit[] = [];
  const mean = (part: ForecastTask) => {
    members = fitMembers(part);
    return combine(part, members);
  };
  const fit = dailySeasonsRefusal(task) === null ? withHalfTheYear(task, mean) : mean(task);
  return { members, fit: calibrated(task, fit) };
}

export const combination = defineForecastMethod({
  ...whole,
  fit: (task) => fitCombination(task).fit,
});
