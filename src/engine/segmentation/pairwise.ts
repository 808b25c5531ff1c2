import { PlanningError, invalidInput } from "../errors";

/** Mean consistency index of random matrices of 1, 2, 3, ... criteria. Source: Saaty (1980), table of the random index. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
/** Saaty's limit: judgements that contradict each other more are not to be used. */
const largestRatio = 0.1;

export interface PairwiseWeights {
  /** Sum 1. */
  readonly weights: readonly number[];
  /** Consistency ratio: 0 for judgements without contradiction. */
  readonly consistencyRatio: number;
}

/**
 * Weights from pairwise comparisons (analytic hierarchy process): the principal eigenvector, by power iteration.
 * Source: Saaty (1980), The Analytic Hierarchy Process, ch. 2 and 3.
 * @param matrix element (i, j) says how much more criterion i matters than j, 1/9 to 9; (j, i) is its reciprocal
 * @throws PlanningError no-solution where the judgements contradict each other too much
 */
export function pairwiseWeights(matrix: readonly (readonly number[])[]): PairwiseWeights {
  check(matrix);
  const n = matrix.length;
  let weights = matrix.map(() => 1 / n);
  let eigenvalue = n;
  for (let turn = 0; turn < 10_000; turn++) {
    const product = matrix.map((row) => row.reduce((sum, value, j) => sum + value * weights[j], 0));
    eigenvalue = product.reduce((sum, value) => sum + value, 0);
    const next = product.map((value) => value / eigenvalue);
    const change = next.reduce((largest, value, i) => Math.max(largest, Math.abs(value - weights[i])), 0);
    weights = next;
    if (change < 1e-15) break;
  }
  const consistencyRatio = n < 3 ? 0 : Math.max(0, (eigenvalue - n) / (n - 1) / randomIndex[n - 1]);
  if (consistencyRatio > largestRatio) {
    const message = `pairwise must have a consistency ratio of at most ${largestRatio}, got ${consistencyRatio.toFixed(3)}: judgements contradict each other`;
    throw new PlanningError("no-solution", "pairwise", message);
  }
  return { weights, consistencyRatio };
}

function check(matrix: readonly (readonly number[])[]): void {
  const n = matrix.length;
  if (matrix.some((row) => row.length !== n))
    throw new PlanningError(
      "invalid-input",
      "pairwise",
      `pairwise must be square, got ${n} rows x ${matrix[0].length} columns`,
    );
  if (n > randomIndex.length)
    throw invalidInput("pairwise", `must compare at most ${randomIndex.length} criteria`, n);
  matrix.forEach((row, i) =>
    row.forEach((value, j) => {
      if (!(value > 0))
        throw invalidInput(`pairwise in row ${i + 1}, column ${j + 1}`, "must be above 0", value);
      // Typed reciprocals are rounded: 0.33 stands for 1/3.
      if (Math.abs(value * matrix[j][i] - 1) > 0.02)
        throw invalidInput(
          `pairwise in row ${i + 1}, column ${j + 1}`,
          `must be the reciprocal of ${matrix[j][i]}`,
          value,
        );
    }),
  );
}
