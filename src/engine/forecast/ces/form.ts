/** The four forms of complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022): how the season comes in. */
export const cesForms = ["none", "simple", "partial", "full"] as const;
export type CesForm = (typeof cesForms)[number];

/**
 * Complex smoothing weights a0 + i a1 of the level and b0 + i b1 of the season. Two forms are corners of the full one: with b1 = 1 the
 * season's potential plays no part and a term moves by b0 - 1 of the error, which is the partial form's real weight; with b0 = 1 besides
 * it does not move at all. Likewise a1 = 1 is simple exponential smoothing with weight a0 - 1.
 */
export interface CesWeights {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** How many of a0, a1, b0, b1 the form has free. */
export function weightCount(form: CesForm): number {
  return form === "partial" ? 3 : form === "full" ? 4 : 2;
}

/** Level and potential of the simple form are kept by place in the season. */
export const levelLag = (form: CesForm, season: number) => (form === "simple" ? season : 1);

/** Seasonal terms are kept by place where the form has them. */
export const termLag = (form: CesForm, season: number) =>
  form === "partial" || form === "full" ? season : 1;

/**
 * Whether a complex weight forgets: the moduli of its discount matrix's eigenvalues are below 1 (the stability condition of the paper). Asked of level
 * and season each by itself.
 */
export function isStable(real: number, imaginary: number): boolean {
  const left = 1 - real;
  const determinant = left * left + left - imaginary + imaginary * imaginary;
  return Math.abs(determinant) <= 1 && Math.abs(2 * left + imaginary) <= 1 + determinant;
}

/**
 * Whether forecasts without further errors grow by no more than the share `growth` a step: the moduli of the transition matrix's
 * eigenvalues, roots of x^2 - (2 - a0) x + 2 - a0 - a1, are at most 1 + growth.
 */
export function growsAtMost(growth: number, real: number, imaginary: number): boolean {
  const bound = 1 + growth;
  const sum = 2 - real;
  const product = sum - imaginary;
  return product <= bound * bound && bound * bound - Math.abs(sum) * bound + product >= 0;
}
