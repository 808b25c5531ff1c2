import { observed } from "../../demand";
import { PlanningError } from "../../errors";
import { ces } from "../ces";
import { longSeasonMean, longSeasonRefusal } from "../decomposition";
import { additiveEts } from "../ets";
import { onLogarithms } from "../logarithms";
import { mean } from "../mean-method";
import type { FittedForecast, ForecastMethod, ForecastTask } from "../method";
import { seasonalNaive } from "../naive-methods";
import { regression } from "../regression";
import { quickHoltWinters } from "../smoothing-methods";
import { dynamicOptimisedTheta, standardTheta } from "../theta";
import { isShort, shortHistoryShares } from "./short-history";

export const logarithmicEts = onLogarithms(
  "ETSLOG",
  "Exponential smoothing of logarithms, its trend damped",
  additiveEts,
);
export const logarithmicTheta = onLogarithms("STMLOG", "Theta of logarithms", standardTheta);
export const logarithmicHoltWinters = onLogarithms(
  "HWLOG",
  "Holt-Winters of logarithms, weights found roughly",
  quickHoltWinters,
);
export const logarithmicRegression = onLogarithms("REGLOG", "Regression of logarithms", regression);

interface Family {
  readonly weight: number;
  readonly methods: readonly ForecastMethod[];
}

/**
 * Methods that are averaged, by family; the weight of a family is shared equally by its methods. Two ways to see level, trend and season,
 * each on demand and on its logarithms, and a third that lets errors decide between them. Each errs in its own way; that is what the
 * mean takes out. The fourth family repeats the past: a trend that goes on, a season that stays; alone its methods are poor, and half
 * a weight of them was measured to help the others. Where the season is too long for the states of exponential smoothing,
 * `longSeasonMean` speaks for its family.
 */
const repeating: Family = {
  weight: 0.5,
  methods: [logarithmicHoltWinters, logarithmicRegression, regression, seasonalNaive],
};
const families: readonly Family[] = [
  { weight: 1, methods: [additiveEts, logarithmicEts, longSeasonMean] },
  { weight: 1, methods: [logarithmicTheta, dynamicOptimisedTheta] },
  { weight: 1, methods: [ces] },
  repeating,
];

export const combinationMembers: readonly ForecastMethod[] = [
  ...families.flatMap(({ methods }) => methods),
  mean,
];

/** Whether a member can be a mean by itself, rather than only help others. */
export function standsAlone({ id }: ForecastMethod): boolean {
  return ![...repeating.methods, mean].some((helper) => helper.id === id);
}

/** Seasons from which trends and seasons that never change can be told. */
const tellingSeasons = 3;
/** Weights of members, those of absent ones shared out: they sum to 1. A method of no family is one of its own. */
export function memberWeights(members: readonly MemberFit[], task: ForecastTask): number[] {
  const fixed = isShort(task) ? shortHistoryShares(task) : {};
  const isFixed = ({ method }: MemberFit) => method.id in fixed;
  const fixedTotal = members.filter(isFixed).reduce((sum, { method }) => sum + fixed[method.id], 0);
  const shared = members.filter((member) => !isFixed(member));
  const alone = new Map(shared.map(({ method }) => [method, { weight: 1, methods: [method] }]));
  const familyOf = ({ method }: MemberFit): Family =>
    families.find(({ methods }) => methods.some(({ id }) => id === method.id)) ??
    (alone.get(method) as Family);
  const present = new Set(shared.map(familyOf));
  const total = [...present].reduce((sum, { weight }) => sum + weight, 0);
  const rest = shared.length === 0 ? fixedTotal : 1;
  return members.map((member) => {
    if (isFixed(member)) return fixed[member.method.id] / rest;
    const family = familyOf(member);
    const relatives = shared.filter((other) => familyOf(other) === family).length;
    return ((1 - fixedTotal) * family.weight) / total / relatives;
  });
}

/** Those that take under a millisecond. */
export const quickMembers = [
  standardTheta,
  logarithmicTheta,
  dynamicOptimisedTheta,
] as const satisfies readonly ForecastMethod[];

export interface MemberFit {
  readonly method: ForecastMethod;
  readonly fit: FittedForecast;
}

/**
 * The members that can serve the series, fitted; those that turn out to have no solution are left out. The mean and what repeats the past
 * help others and are nothing by themselves.
 */
export function fitMembers(
  task: ForecastTask,
  members: readonly ForecastMethod[] = combinationMembers,
): MemberFit[] {
  const left = leftOut(task);
  const fitted = members.flatMap((method) => {
    if (left.has(method.id) || method.refusal(task) !== null) return [];
    try {
      return [{ method, fit: method.fit(task) }];
    } catch (error) {
      if (error instanceof PlanningError) return [];
      throw error;
    }
  });
  return fitted.some(({ method }) => standsAlone(method)) ? fitted : [];
}

/** Members that could serve the series but have no place in its mean. */
function leftOut(task: ForecastTask): ReadonlySet<string> {
  const { series, season } = task;
  if (longSeasonRefusal(task) === null)
    return idsOf([additiveEts, logarithmicEts, ...repeating.methods, mean]);
  if (isShort(task)) {
    const shares = shortHistoryShares(task);
    const steady = shares[mean.id] > 0 ? [] : [mean];
    return idsOf([logarithmicHoltWinters, logarithmicRegression, regression, ...steady]);
  }
  const tellable = season > 1 && observed(series).length >= tellingSeasons * season;
  const changing = tellable ? [] : [logarithmicHoltWinters, logarithmicRegression, regression];
  // One regression is enough: that of logarithms where there are any.
  const doubled = logarithmicRegression.refusal(task) === null ? [regression] : [];
  return idsOf([...changing, ...doubled, mean]);
}

const idsOf = (methods: readonly ForecastMethod[]): ReadonlySet<string> =>
  new Set(methods.map(({ id }) => id));
