import { PlanningError } from "../errors";
import { nearestOnTree } from "./nearest";
import { dot, type ShrunkCovariance } from "./shrinkage";
import type { Tree } from "./tree";
import { projectOnTree, type Fixed } from "./tree-projection";

const maxSteps = 100;
/** A step that would gain less, as a share of the forecasts' own size, moves values by less than 1e-11 of theirs. */
const negligible = 1e-22;

/**
 * Minimum-trace reconciliation with W = D + U U': the coherent, non-negative values with the smallest
 * (y - forecast)' W^-1 (y - forecast), locked nodes kept.
 * Source: Wickramasuriya, Athanasopoulos and Hyndman (2019), theorem 1.
 *
 * The same minimum is that of (y - x)' D^-1 (y - x) + z'z over y and one z a period of residuals, x = forecast + U z (minimise over z
 * and the Woodbury identity gives W^-1). For a given z it is the diagonal problem, which the tree solves; what remains is convex,
 * once differentiable and quadratic in z as long as the same leaves stand at 0. So Newton's method, with steps halved until
 * they gain, is exact after it has found those leaves.
 */
export function minimumTrace(
  tree: Tree,
  forecast: Float64Array,
  { diagonal, factor }: ShrunkCovariance,
  locked: Float64Array,
): Float64Array {
  // A node without a forecast of its own has no error to share with others.
  const variance = diagonal.map((own, i) => (Number.isNaN(forecast[i]) ? Infinity : own));
  const columns = factor.map((column) => column.map((u, i) => (Number.isNaN(forecast[i]) ? 0 : u)));
  const base = forecast.map((value) => (Number.isNaN(value) ? 0 : value));
  const problem = { tree, base, variance, columns, locked };
  const size = base.reduce((sum, value, i) => sum + (value * value) / variance[i], 0);
  let z: Float64Array<ArrayBufferLike> = new Float64Array(columns.length);
  let point = evaluate(problem, z);
  for (let step = 0; step < maxSteps; step++) {
    const direction = newtonStep(problem, point);
    const gain = -dot(point.slope, direction);
    if (gain <= negligible * size) return point.values;
    let share = 1;
    let nextZ = z;
    let next = point;
    for (; share > 1e-10; share /= 2) {
      nextZ = z.map((value, t) => value + share * direction[t]);
      next = evaluate(problem, nextZ);
      if (next.value <= point.value * (1 + 1e-14)) break;
    }
    const sameLeaves = next.fixed.every((value, i) => Object.is(value, point.fixed[i]));
    z = nextZ;
    point = next;
    // A full step among the same standing leaves is the minimum of a quadratic.
    if ((share === 1 && sameLeaves) || share <= 1e-10) return point.values;
  }
  throw new PlanningError(
    "not-converged",
    "residuals",
    `residuals must lead to a minimum within ${maxSteps} steps, got none`,
  );
}

interface Problem {
  readonly tree: Tree;
  readonly base: Float64Array;
  readonly variance: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly locked: Float64Array;
}

interface Point {
  readonly values: Float64Array;
  readonly fixed: Fixed;
  /** D^-1 (y - x). */
  readonly pull: Float64Array;
  readonly value: number;
  /** Half the gradient, z - U' D^-1 (y - x). */
  readonly slope: Float64Array;
}

function evaluate({ tree, base, variance, columns, locked }: Problem, z: Float64Array): Point {
  const target = base.slice();
  columns.forEach((column, t) => {
    for (let i = 0; i < target.length; i++) target[i] += column[i] * z[t];
  });
  const { values, fixed } = nearestOnTree(tree, target, variance, locked);
  const pull = values.map((value, i) => (value - target[i]) / variance[i]);
  const distance = pull.reduce((sum, p, i) => sum + (p === 0 ? 0 : p * (values[i] - target[i])), 0);
  const slope = z.map((value, t) => value - dot(columns[t], pull));
  return { values, fixed, pull, value: distance + dot(z, z), slope };
}

/** -(I + U' D^-1 (U - J U))^-1 slope, J the projection with the standing nodes held at 0. */
function newtonStep({ tree, variance, columns }: Problem, { fixed, slope }: Point): Float64Array {
  const held = fixed.map((value) => (Number.isNaN(value) ? NaN : 0));
  const size = columns.length;
  const curvature = columns.map(() => new Float64Array(size));
  columns.forEach((column, t) => {
    const moved = projectOnTree(tree, column, variance, held);
    const left = column.map((u, i) => (u - moved[i]) / variance[i]);
    for (let s = 0; s < size; s++) curvature[s][t] = dot(columns[s], left) + (s === t ? 1 : 0);
  });
  return solvePositive(
    curvature,
    slope.map((value) => -value),
  );
}

/** Solves A x = b for a symmetric positive definite A by Cholesky's factorisation (Golub and Van Loan 2013, section 4.2). */
function solvePositive(a: readonly Float64Array[], b: Float64Array): Float64Array {
  const size = b.length;
  const lower = a.map((row) => row.slice());
  const x = b.slice();
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      for (let i = j; i < size; i++) lower[i][j] -= lower[i][k] * lower[j][k];
    }
    const root = Math.sqrt(lower[j][j]);
    for (let i = j; i < size; i++) lower[i][j] /= root;
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
