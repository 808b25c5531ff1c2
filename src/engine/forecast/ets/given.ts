import { PlanningError, invalidInput } from "../../errors";
import { type EtsForm, formCode, hasSeason, hasTrend, isDamped } from "./form";
import type { EtsStates, EtsWeights } from "./recursion";
import { isAdmissible, isUsual } from "./region";

/** Weights in the order alpha, beta, gamma, phi; null where left blank. */
export type GivenWeights = readonly (number | null)[];

/** @throws PlanningError where a weight is missing, is not the form's, or lies outside both the usual and the admissible region */
export function checkedWeights(form: EtsForm, season: number, given: GivenWeights): EtsWeights {
  const of = (place: number, name: string, present: boolean, neutral: number): number => {
    const value = given[place] ?? null;
    if (present && value === null)
      throw invalidInput("params", `must hold ${name} for ${formCode(form)}`, value);
    if (!present && value !== null && value !== neutral)
      throw invalidInput("params", `must leave ${name} blank for ${formCode(form)}, which has none`, value);
    return value ?? neutral;
  };
  if (given.length > 4)
    throw invalidInput("params", "must be alpha, beta, gamma, phi", `${given.length} cells`);
  const weights = {
    alpha: of(0, "alpha", true, 0),
    beta: of(1, "beta", hasTrend(form), 0),
    gamma: of(2, "gamma", hasSeason(form), 0),
    phi: of(3, "phi", isDamped(form), 1),
  };
  if (!isUsual(weights) && !isAdmissible(form, weights, season)) {
    const rule =
      "must lie in the usual region (alpha 0 to 1, beta to alpha, gamma to 1 - alpha) or the admissible one";
    throw invalidInput("params", rule, given.map((value) => value ?? "blank").join(", "));
  }
  return weights;
}

/** Starting states in the order level, trend if the form has one, the first season in time order if it has one. */
export function checkedStates(form: EtsForm, season: number, given: readonly number[]): EtsStates {
  const first = hasTrend(form) ? 2 : 1;
  const needed = first + (hasSeason(form) ? season : 0);
  if (given.length !== needed) {
    const parts = [
      "l0",
      ...(hasTrend(form) ? ["b0"] : []),
      ...(hasSeason(form) ? [`s0 (${season} of them)`] : []),
    ];
    throw invalidInput("states", `must be ${parts.join(", ")}: ${needed} numbers`, given.length);
  }
  const states = { level: given[0], trend: first === 2 ? given[1] : 0, seasonal: given.slice(first) };
  const low = form.season === "M" ? states.seasonal.find((factor) => factor <= 0) : undefined;
  if (low !== undefined) throw invalidInput("states", "must have season factors above 0", low);
  if (form.trend.startsWith("M") && states.trend <= 0)
    throw invalidInput("states", "must have a trend factor b0 above 0", states.trend);
  return states;
}

/** A form can serve a series only where its parts make sense. */
export function checkForm(form: EtsForm, season: number, longest: number, positive: boolean): void {
  if (hasSeason(form) && (season < 2 || season > longest)) {
    const message = `season must be from 2 to ${longest} for ${formCode(form)}, got ${season}`;
    throw new PlanningError("invalid-input", "season", message);
  }
  if (!positive && (form.error === "M" || form.season === "M")) {
    const message = `demand must be above 0 for ${formCode(form)}, got a value of 0 or less`;
    throw new PlanningError("invalid-input", "demand", message);
  }
}
