import { PlanningError } from "../../errors";
import { ces } from "../ces";
import { longSeasonMean, longSeasonRefusal } from "../decomposition";
import { additiveEts } from "../ets";
import { onLogarithms } from "../logarithms";
import type { FittedForecast, ForecastMethod, ForecastTask } from "../method";
import { dynamicOptimisedTheta, standardTheta } from "../theta";

export const logarithmicEts = onLogarithms(
  "ETSLOG",
  "Exponential smoothing of logarithms, its trend damped",
  additiveEts,
);
export const logarithmicTheta = onLogarithms("STMLOG", "Theta of logarithms", standardTheta);

/**
 * Methods that are averaged, by family: families have equal weight, and so have methods within one. Two ways to see level, trend and season,
 * each on demand and on its logarithms, and a third that lets errors decide between them. Each errs in its own way; that is what the
 * mean takes out. Where the season is too long for the states of exponential smoothing, `longSeasonMean` speaks for its family.
 */
const families = [
  [additiveEts, logarithmicEts, longSeasonMean],
  [logarithmicTheta, dynamicOptimisedTheta],
  [ces],
] as const satisfies readonly (readonly ForecastMethod[])[];

export const combinationMembers = families.flat();

/** Weights of members, those of absent ones shared out: they sum to 1. A method of no family is one of its own. */
export function memberWeights(members: readonly MemberFit[]): number[] {
  const familyOf = ({ method }: MemberFit): unknown =>
    families.find((family) => family.some(({ id }) => id === method.id)) ?? method;
  const present = new Set(members.map(familyOf)).size;
  return members.map((member) => {
    const relatives = members.filter((other) => familyOf(other) === familyOf(member)).length;
    return 1 / (present * relatives);
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

/** The members that can serve the series, fitted; those that turn out to have no solution are left out. */
export function fitMembers(
  task: ForecastTask,
  members: readonly ForecastMethod[] = combinationMembers,
): MemberFit[] {
  const blind = longSeasonRefusal(task) === null ? [additiveEts.id, logarithmicEts.id] : [];
  return members.flatMap((method) => {
    if (blind.some((id) => id === method.id) || method.refusal(task) !== null) return [];
    try {
      return [{ method, fit: method.fit(task) }];
    } catch (error) {
      if (error instanceof PlanningError) return [];
      throw error;
    }
  });
}
