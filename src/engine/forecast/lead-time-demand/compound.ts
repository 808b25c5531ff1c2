import { fourierTransform } from "../../math/fourier";

/**
 * Distribution of the sum of a random number of sizes: the Fourier transform of the sizes goes through the generating function of the
 * count, and back. Exact up to 1e-14; no simulation.
 * Source: Embrechts and Frei (2009), section 3.
 * @param counts probabilities of 0, 1, 2, ... demands
 * @param sizes probabilities of a size of 0, 1, 2, ... units
 */
export function compoundDistribution(counts: readonly number[], sizes: Float64Array): Float64Array {
  if (counts.length === 1) return Float64Array.of(1);
  const support = (counts.length - 1) * (sizes.length - 1) + 1;
  let n = 1;
  while (n < support) n *= 2;
  const real = new Float64Array(n);
  const imaginary = new Float64Array(n);
  real.set(sizes);
  fourierTransform(real, imaginary);
  for (let j = 0; j < n; j++) {
    let re = 0;
    let im = 0;
    for (let k = counts.length - 1; k >= 0; k--) {
      const next = re * real[j] - im * imaginary[j] + counts[k];
      im = re * imaginary[j] + im * real[j];
      re = next;
    }
    real[j] = re / n;
    // The transform of the conjugate is the conjugate of the inverse transform.
    imaginary[j] = -im / n;
  }
  fourierTransform(real, imaginary);
  return real.slice(0, support).map((value) => Math.max(0, value));
}
