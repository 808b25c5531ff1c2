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

/** P(Z > z) for z >= 0: a series around the centre, a continued fraction (Lentz) in the tail. */
function upperTail(z: number): number {
  if (z < 2.5) return 0.5 - centralArea(z);
  return z > 39 ? 0 : normalDensity(z) * millsRatio(z);
}

/**
 * Area from 0 to z: phi(z) (z + z^3/3 + z^5/(3 5) + ...), all terms positive.
 * Source: Abramowitz and Stegun (1964) 26.2.11.
 */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum * normalDensity(z);
}

/**
 * Upper tail over density, 1/(z + 1/(z + 2/(z + 3/...))), evaluated backwards from a depth that suffices at z = 2.5.
 * Source: Abramowitz and Stegun (1964) 26.2.14.
 */
export function millsRatio(z: number): number {
  const depth = Math.ceil(20 + 800 / (z * z));
  let fraction = z;
  for (let k = depth; k >= 1; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

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

/**
 * Standard normal loss G(k) = E[(Z - k)+] = phi(k) - k P(Z > k), relative error about 1e-13 also far in the tail, where the two
 * terms cancel: there it is phi(k) times the second Mills-type continued fraction.
 * Source: Silver, Pyke and Thomas (2017), appendix II; identity G(k) = phi(k) (1 - k R(k)), R the Mills ratio.
 */
export function normalLoss(k: number): number {
  if (k < 0) return -k + normalLoss(-k);
  if (k < 2.5) return normalDensity(k) - k * normalUpperTail(k);
  return normalDensity(k) * oneLessKTimesMills(k);
}

/** 1 - k R(k) without cancellation: with R = 1/(k + c), c the rest of the fraction, it is c R. */
function oneLessKTimesMills(k: number): number {
  const depth = Math.ceil(20 + 800 / (k * k));
  let fraction = k;
  for (let i = depth; i >= 2; i--) fraction = k + i / fraction;
  const rest = 1 / fraction;
  return rest / (k + rest);
}
