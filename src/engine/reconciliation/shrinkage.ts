import { PlanningError, insufficientData } from "../errors";

/**
 * The errors' covariance, diagonal + factor factor', with the factor's columns stored one after the other. n nodes and T periods of
 * residuals make it n x T, so no n x n matrix is ever written down.
 */
export interface ShrunkCovariance {
  /** Weight of the diagonal target, 0 to 1. */
  readonly intensity: number;
  readonly diagonal: Float64Array;
  readonly factor: readonly Float64Array[];
}

/** Below this the matrix would be as singular as the sample covariance itself. */
const leastIntensity = 1e-4;
/** Variance of a node that was never wrong, as a share of the mean variance: it yields last, but it can. */
const leastVariance = 1e-8;

/**
 * Covariance of one-step errors, shrunk towards its diagonal; errors are taken about 0.
 * Source: Schäfer and Strimmer (2005), table 1 target D, as in Wickramasuriya, Athanasopoulos and Hyndman (2019), section 2.4:
 * intensity = sum of var(r_ij) / sum of r_ij^2 over pairs i <> j, of the correlations r_ij. Both sums come from the T x T products of
 * periods, since the sum of squares of X X' is that of X' X.
 * @param residuals one row a node, one column a period; a period with a missing value is left out
 */
export function shrunkCovariance(residuals: readonly (readonly number[])[]): ShrunkCovariance {
  const columns = completeColumns(residuals);
  const count = columns.length;
  if (count < 3) throw insufficientData("residuals", "must share at least 3 periods", count);
  const size = residuals.length;
  const variances = residuals.map((row) => columns.reduce((sum, t) => sum + row[t] ** 2, 0) / count);
  const mean = variances.reduce((total, variance) => total + variance, 0) / size;
  if (mean === 0) {
    throw new PlanningError("insufficient-data", "residuals", "residuals must not all be 0, got only zeros");
  }
  const intensity = Math.max(shrinkage(residuals, columns, variances), leastIntensity);
  const scale = Math.sqrt((1 - intensity) / count);
  return {
    intensity,
    diagonal: Float64Array.from(variances, (variance) =>
      Math.max(intensity * variance, leastVariance * mean),
    ),
    factor: columns.map((t) => Float64Array.from(residuals, (row) => scale * row[t])),
  };
}

function completeColumns(residuals: readonly (readonly number[])[]): number[] {
  return residuals[0].map((_, t) => t).filter((t) => residuals.every((row) => !Number.isNaN(row[t])));
}

function shrinkage(
  residuals: readonly (readonly number[])[],
  columns: readonly number[],
  variances: readonly number[],
): number {
  const count = columns.length;
  const standard = columns.map((t) =>
    Float64Array.from(residuals, (row, i) => (variances[i] === 0 ? 0 : row[t] / Math.sqrt(variances[i]))),
  );
  // Sums over all pairs i, j of products over periods, less the pairs i = j.
  let products = 0;
  for (const s of standard) for (const t of standard) products += dot(s, t) ** 2;
  let squares = 0;
  for (const column of standard) squares += column.reduce((sum, x) => sum + x * x, 0) ** 2;
  for (let i = 0; i < residuals.length; i++) {
    let own = 0;
    for (const column of standard) own += column[i] ** 4;
    squares -= own;
    products -= variances[i] === 0 ? 0 : count ** 2;
  }
  const correlations = products / count ** 2;
  if (correlations <= 0) return 1;
  const variability = (squares - products / count) / (count * (count - 1));
  return Math.min(Math.max(variability / correlations, 0), 1);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
