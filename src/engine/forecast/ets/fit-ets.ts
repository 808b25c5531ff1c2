import { PlanningError, insufficientData } from "../../errors";
import { type Series, observed } from "../../demand";
import { type EtsForm, formCode, longestSeason, parameterCount, parseForm } from "./form";
import { eligibleForms, fitBest, fitForm, fitStatesOnly } from "./fit";
import { type GivenWeights, checkForm, checkedStates, checkedWeights } from "./given";
import { type EtsModel, runModel } from "./model";

/** What a planner may say about the model; what is left out is chosen or fitted. */
export interface EtsChoice {
  /** "AUTO", or a form such as "MAdM". */
  readonly form: string;
  /** With AUTO: the forms that may be chosen; all that suit the series where it is left out. */
  readonly among?: (form: EtsForm) => boolean;
  /** alpha, beta, gamma, phi; null where the form has none. */
  readonly weights?: GivenWeights;
  /** Level, trend if the form has one, the first season in time order if it has one. */
  readonly states?: readonly number[];
}

/** Observations that the smallest form needs: level, weight and variance, and two to spare for the corrected criterion. */
export const fewestObservations = 5;

/** Why no form can serve the series; null where one can. */
export function etsRefusal(series: Series): string | null {
  const count = observed(series).length;
  if (count >= fewestObservations) return null;
  return `demand must hold at least ${fewestObservations} observations, got ${count}`;
}

/** Exponential smoothing with the form chosen by the corrected Akaike criterion, or the form, weights and states as given. */
export function fitEts(
  series: Series,
  season: number,
  { form: wanted, among = () => true, weights, states }: EtsChoice,
): EtsModel {
  const y = Float64Array.from(series);
  if (wanted.trim().toUpperCase() === "AUTO") {
    if (weights !== undefined || states !== undefined)
      throw new PlanningError(
        "invalid-input",
        "form",
        "form must be named where params or states are given, got AUTO",
      );
    const refusal = etsRefusal(series);
    if (refusal !== null) throw new PlanningError("insufficient-data", "demand", refusal);
    return found(fitBest(y, eligibleForms(y, season).filter(among), season), "AUTO");
  }
  const form = parseForm(wanted);
  checkForm(
    form,
    season,
    longestSeason,
    observed(series).every((value) => value > 0),
  );
  if (weights === undefined) {
    if (states !== undefined)
      throw new PlanningError(
        "invalid-input",
        "states",
        "states must come with params, got a blank for params",
      );
    const needed = parameterCount(form, season) + 1;
    const count = observed(series).length;
    if (count < needed)
      throw insufficientData(
        "demand",
        `must hold at least ${needed} observations for ${formCode(form)}`,
        count,
      );
    return found(fitForm(y, form, season), formCode(form));
  }
  const checked = checkedWeights(form, season, weights);
  if (states !== undefined) return runModel(y, form, season, checked, checkedStates(form, season, states));
  return found(fitStatesOnly(y, form, season, checked), formCode(form));
}

function found(model: EtsModel | null, form: string): EtsModel {
  if (model !== null) return model;
  throw new PlanningError(
    "no-solution",
    "form",
    `form must have starting states that suit the demand, got ${form}`,
  );
}
