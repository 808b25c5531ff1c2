/** Lanczos coefficients, g = 7, n = 9 (Godfrey): relative error about 1e-15. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  if (x > 15) return stirling(x);
  const z = x - 1;
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i] / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Stirling's series with the corrections of Abramowitz and Stegun (1964) 6.1.40. */
function stirling(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingCorrection(x);
}

function stirlingCorrection(x: number): number {
  const inverse = 1 / (x * x);
  const series =
    1 / 12 -
    inverse *
      (1 / 360 -
        inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - (inverse * 691) / 360360))));
  return series / x;
}

/**
 * x^a e^-x / Gamma(a + 1), the Poisson probability of a at mean x for whole a, without the cancellation of large logarithms.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities (saddle-point form).
 */
export function poissonKernel(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a < 15) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingCorrection(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * Gamma(k + r) / (Gamma(r) Gamma(k + 1)) p^r (1 - p)^k, for whole k the negative binomial probability, without the cancellation of large
 * logarithms.
 * Source: Loader (2000), section 6: r / (r + k) times the binomial probability of r among r + k, in saddle-point form.
 */
export function negativeBinomialKernel(k: number, r: number, p: number): number {
  if (k === 0) return Math.exp(r * Math.log(p));
  const n = r + k;
  const correction = logGammaCorrection(n) - logGammaCorrection(r) - logGammaCorrection(k);
  const exponent = correction - deviance(r, n * p) - deviance(k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(r / (2 * Math.PI * k * n));
}

/** What Stirling's formula without corrections leaves of log Gamma(x). */
function logGammaCorrection(x: number): number {
  return x > 15
    ? stirlingCorrection(x)
    : logGamma(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI));
}

/** a log(a/x) + x - a, by its series where the two nearly cancel. */
function deviance(a: number, x: number): number {
  if (Math.abs(a - x) >= 0.1 * (a + x)) return a * Math.log(a / x) + x - a;
  const v = (a - x) / (a + x);
  let sum = (a - x) * v;
  let term = 2 * a * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/**
 * Regularised incomplete gamma functions, P(a, x) below and Q(a, x) above x, each accurate where it is small.
 * Source: Abramowitz and Stegun (1964) 6.5.29 (series) and 6.5.31 (continued fraction, Lentz).
 */
export function regularisedGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    const lower = gammaSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = gammaFraction(a, x);
  return { lower: 1 - upper, upper };
}

function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1e6; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, sum * poissonKernel(a, x));
}

function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1e6; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return Math.min(1, fraction * a * poissonKernel(a, x));
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
