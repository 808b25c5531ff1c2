import { invalidInput } from "../../errors";

export type EtsError = "A" | "M";
export type EtsTrend = "N" | "A" | "Ad" | "M" | "Md";
export type EtsSeason = "N" | "A" | "M";

/** One of the thirty forms of exponential smoothing: error, trend and season each none, additive or multiplicative. */
export interface EtsForm {
  readonly error: EtsError;
  readonly trend: EtsTrend;
  readonly season: EtsSeason;
}

/** Longest season that a form with season states can carry; longer ones have more states than a history can tell. */
export const longestSeason = 24;

/** All thirty, the plain ones first. */
export const etsForms: readonly EtsForm[] = (["A", "M"] as const).flatMap((error) =>
  (["N", "A", "M"] as const).flatMap((season) =>
    (["N", "A", "Ad", "M", "Md"] as const).map((trend) => ({ error, trend, season })),
  ),
);

/** As typed in a cell: "MAdM". */
export const formCode = ({ error, trend, season }: EtsForm): string => `${error}${trend}${season}`;

/** As in the book: "ETS(M,Ad,M)". */
export const formName = ({ error, trend, season }: EtsForm): string => `ETS(${error},${trend},${season})`;

export function parseForm(text: string): EtsForm {
  const wanted = text.trim().toUpperCase();
  const found = etsForms.find((form) => formCode(form).toUpperCase() === wanted);
  if (found === undefined) {
    const rule = "must be error A or M, trend N, A, Ad, M or Md, season N, A or M, such as MAdM";
    throw invalidInput("form", rule, text);
  }
  return found;
}

export const hasTrend = ({ trend }: EtsForm): boolean => trend !== "N";
export const isDamped = ({ trend }: EtsForm): boolean => trend === "Ad" || trend === "Md";
export const hasSeason = ({ season }: EtsForm): boolean => season !== "N";

/** Smoothing weights that the form has, of alpha, beta, gamma, phi. */
export function weightCount(form: EtsForm): number {
  return 1 + Number(hasTrend(form)) + Number(hasSeason(form)) + Number(isDamped(form));
}

/**
 * Estimated numbers, as counted in the information criteria: weights, starting states (one season state follows from the others)
 * and the variance. The count of Hyndman et al. (2008), ch. 7, as in R's forecast::ets.
 */
export function parameterCount(form: EtsForm, season: number): number {
  return weightCount(form) + 1 + Number(hasTrend(form)) + (hasSeason(form) ? season - 1 : 0) + 1;
}

/**
 * Forms whose variance is infinite or whose recursion is numerically unsafe: additive error with a multiplicative part, and
 * multiplicative error and trend with an additive season (Hyndman et al. 2008, sections 2.5 and 15.2).
 */
export function isStable({ error, trend, season }: EtsForm): boolean {
  const multiplicativeTrend = trend === "M" || trend === "Md";
  if (error === "A") return !multiplicativeTrend && season !== "M";
  return !(multiplicativeTrend && season === "A");
}
