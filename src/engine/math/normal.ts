/**
 * The standard normal distribution in double precision, tails included.
 *
 * simple-statistics offers cumulativeStdNormalProbability (a table rounded to 4 digits) and probit (a rational approximation good
 * to about 4e-4); a safety stock at 99.9 % needs more, so these are our own. test/engine/math/normal.test.ts shows the difference.
 */

const sqrtTwoPi = Math.sqrt(2 * Math.PI);

/** Density. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / sqrtTwoPi;
}

/** P(Z <= z), relative error about 1e-15 in both tails. */
export function normalCdf(z: number): number {
  return z > 0 ? 1 - upperTail(z) : upperTail(-z);
}

/** P(Z > z), without the cancellation of 1 - cdf. */
export function normalUpperTail(z: number): number {
  return z >= 0 ? upperTail(z) : 1 - upperTail(-z);
}

/** P(Z > z) for z >= 0. */
function upperTail(z: number): number {
  if (z < nearCentre) return 0.5 - centralArea(z);
  return z > 39 ? 0 : normalDensity(z) * millsRatio(z);
}

/** Where Cody's approximation of erf gives way to that of erfc: 0.46875 sqrt(2). */
const nearCentre = 0.46875 * Math.SQRT2;

/** Area from 0 to z: erf(x) / 2 at x = z / sqrt(2). Source: Cody (1969), as are the two pieces of the Mills ratio. */
function centralArea(z: number): number {
  const x = z * Math.SQRT1_2;
  return 0.5 * x * ratio(x * x, erf.top, erf.bottom);
}

/**
 * Upper tail over density, for z from 0.67: exp(x^2) erfc(x) sqrt(pi / 2) at x = z / sqrt(2). Relative error below 1e-15 (against the
 * continued fraction of Abramowitz and Stegun (1964) 26.2.14).
 */
export function millsRatio(z: number): number {
  const x = z * Math.SQRT1_2;
  if (x <= 4) return sqrtHalfPi * ratio(x, erfc.top, erfc.bottom);
  const square = 1 / (x * x);
  return (1 - sqrtPi * square * ratio(square, erfcFar.top, erfcFar.bottom)) / z;
}

const sqrtPi = Math.sqrt(Math.PI);
const sqrtHalfPi = Math.sqrt(Math.PI / 2);

/**
 * z with P(Z <= z) = probability: Wichura's AS 241 (about 1e-16), then one Halley step.
 * @param probability strictly between 0 and 1
 */
export function normalQuantile(probability: number): number {
  const z = as241(probability);
  if (!Number.isFinite(z)) return z;
  const density = normalDensity(z);
  if (density === 0) return z;
  const error = z <= 0 ? normalCdf(z) - probability : 1 - probability - normalUpperTail(z);
  const step = error / density;
  return z - step / (1 + 0.5 * z * step);
}

function as241(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, central.top, central.bottom);
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = tail <= 5 ? ratio(tail - 1.6, near.top, near.bottom) : ratio(tail - 5, far.top, far.bottom);
  return q < 0 ? -z : z;
}

function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  return horner(x, top) / horner(x, bottom);
}

function horner(x: number, coefficients: readonly number[]): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
  return value;
}

const central = {
  top: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  bottom: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
  ],
};
const near = {
  top: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  bottom: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const far = {
  top: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  bottom: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

/** Cody (1969), tables for erf(x) up to 0.46875, erfc(x) up to 4 and beyond; constant terms first. */
const erf = {
  top: [
    3.20937758913846947e3, 3.77485237685302021e2, 1.13864154151050156e2, 3.1611237438705656,
    1.85777706184603153e-1,
  ],
  bottom: [2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2, 2.36012909523441209e1, 1],
};
const erfc = {
  top: [
    1.23033935479799725e3, 2.05107837782607147e3, 1.71204761263407058e3, 8.8195222124176909e2,
    2.98635138197400131e2, 6.61191906371416295e1, 8.88314979438837594, 5.64188496988670089e-1,
    2.15311535474403846e-8,
  ],
  bottom: [
    1.23033935480374942e3, 3.43936767414372164e3, 4.36261909014324716e3, 3.29079923573345963e3,
    1.62138957456669019e3, 5.37181101862009858e2, 1.17693950891312499e2, 1.57449261107098347e1, 1,
  ],
};
const erfcFar = {
  top: [
    6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1, 3.60344899949804439e-1,
    3.05326634961232344e-1, 1.63153871373020978e-2,
  ],
  bottom: [
    2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1, 1.87295284992346725,
    2.56852019228982242, 1,
  ],
};

/**
 * Standard normal loss G(k) = E[(Z - k)+] = phi(k) - k P(Z > k) = phi(k) (1 - k R(k)), R the Mills ratio; relative error about k^2 times that
 * of R: 4e-13 at k = 38.
 * Source: Silver, Pyke and Thomas (2017), appendix II.
 */
export function normalLoss(k: number): number {
  if (k < 0) return -k + normalLoss(-k);
  if (k < nearCentre) return normalDensity(k) - k * normalUpperTail(k);
  return k > 39 ? 0 : normalDensity(k) * (1 - k * millsRatio(k));
}
