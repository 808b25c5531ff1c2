import { type EtsForm, etsForms, hasSeason, isStable, longestSeason, parameterCount } from "./form";
import { type FormFit, FormFitter, toStates, toWeights } from "./form-fitter";
import { type EtsModel, runModel } from "./model";
import type { EtsWeights } from "./recursion";
import { fitStarts } from "./starts";

/** Relative gain in the sum of squares at which a search is done. */
const exact = 1e-9;
const nearly = 1e-6;

/** Forms that can serve a series at all, without regard to their fit. */
export function eligibleForms(y: Float64Array, season: number): EtsForm[] {
  const observed = y.filter((value) => !Number.isNaN(value));
  const positive = observed.every((value) => value > 0);
  return etsForms.filter(
    (form) =>
      isStable(form) &&
      !form.trend.startsWith("M") &&
      (positive || form.error === "A") &&
      (!hasSeason(form) || (season > 1 && season <= longestSeason && y.length > season)) &&
      observed.length > parameterCount(form, season) + 1,
  );
}

/** Greatest likelihood of one form; null where no starting point is feasible. */
export function fitForm(y: Float64Array, form: EtsForm, season: number): EtsModel | null {
  const { scaled, scale } = toSize(y);
  const fitter = new FormFitter(scaled, form, season);
  fitter.screen(fitStarts(form));
  const fit = fitter.follow(4, exact);
  return fit === null ? null : inUnits(y, fit, season, scale);
}

/** Starting states of greatest likelihood under given weights; null where none is feasible. */
export function fitStatesOnly(
  y: Float64Array,
  form: EtsForm,
  season: number,
  { alpha, beta, gamma, phi }: EtsWeights,
): EtsModel | null {
  const { scaled, scale } = toSize(y);
  const betaShare = beta === 0 ? 0 : beta / alpha;
  const gammaShare = gamma === 0 ? 0 : gamma / (1 - alpha);
  const fit = new FormFitter(scaled, form, season).solveStates({ alpha, betaShare, gammaShare, phi });
  if (fit === null) return null;
  return runModel(y, form, season, { alpha, beta, gamma, phi }, toStates(form, fit.states, scale));
}

/**
 * The form with the smallest corrected Akaike criterion (Hyndman et al. 2008, section 7.2.2). All forms are screened first, then followed in
 * the order of promise, so that most are given up early.
 */
export function fitBest(y: Float64Array, forms: readonly EtsForm[], season: number): EtsModel | null {
  const { scaled, scale } = toSize(y);
  const field = forms.map((form) => {
    const fitter = new FormFitter(scaled, form, season);
    return { fitter, promise: fitter.screen(fitStarts(form)) };
  });
  field.sort((a, b) => a.promise - b.promise);
  let best: FormFit | null = null;
  let winner: FormFitter | null = null;
  for (const { fitter } of field) {
    const fit = fitter.follow(3, nearly, best?.aicc);
    if (fit !== null && (best === null || fit.aicc < best.aicc)) {
      best = fit;
      winner = fitter;
    }
  }
  const polished = winner?.follow(4, exact) ?? best;
  return polished === null ? null : inUnits(y, polished, season, scale);
}

/** The series with a mean size of 1, where one set of tolerances fits all. */
function toSize(y: Float64Array): { scaled: Float64Array; scale: number } {
  const sizes = y.filter((value) => !Number.isNaN(value)).map(Math.abs);
  const scale = sizes.reduce((sum, size) => sum + size, 0) / sizes.length || 1;
  return { scaled: y.map((value) => value / scale), scale };
}

function inUnits(
  y: Float64Array,
  { form, shares, states }: FormFit,
  season: number,
  scale: number,
): EtsModel {
  return runModel(y, form, season, toWeights(shares), toStates(form, states, scale));
}
