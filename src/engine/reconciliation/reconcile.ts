import { PlanningError, invalidInput } from "../errors";
import { roomWithinLocks } from "./locks";
import { minimumTrace } from "./minimum-trace";
import { nearestOnTree } from "./nearest";
import { bottomUp, topDown } from "./proportional";
import { shrunkCovariance, type ShrunkCovariance } from "./shrinkage";
import type { Tree } from "./tree";

export const reconciliationMethods = ["BU", "TD", "OLS", "WLS", "MINT"] as const;
export type ReconciliationMethod = (typeof reconciliationMethods)[number];

export interface ReconciliationRequest {
  readonly tree: Tree;
  /** One row a node, one column a period; NaN where an aggregate has no forecast of its own. */
  readonly forecasts: readonly (readonly number[])[];
  readonly method: ReconciliationMethod;
  /** Same shape, NaN where free; rows and columns beyond its end are free. */
  readonly locked?: readonly (readonly number[])[];
  /** One row a node: past one-step errors, for MINT. */
  readonly residuals?: readonly (readonly number[])[];
}

/**
 * Forecasts of a hierarchy made to agree: every parent is the sum of its children, nothing is negative, locked cells stay.
 * BU, TD: proportional.ts. OLS, WLS and MINT move all forecasts as little as possible, weighing the moves by the inverse of 1 (OLS),
 * of the number of leaves below (WLS, structural scaling), or of the shrunk covariance of past errors (MINT).
 * Source: Hyndman and Athanasopoulos (2021), sections 11.2 and 11.3.
 */
export function reconcile(request: ReconciliationRequest): number[][] {
  const { tree, forecasts, method, locked, residuals } = request;
  const size = tree.names.length;
  sameRows("forecasts", forecasts, size);
  if (residuals !== undefined) sameRows("residuals", residuals, size);
  const covariance = method === "MINT" ? shrunkCovariance(required(residuals)) : undefined;
  const variance = variances(tree, method);
  const results = forecasts.map((row) => new Array<number>(row.length));
  for (let t = 0; t < forecasts[0].length; t++) {
    const where = ` in period ${t + 1}`;
    const forecast = Float64Array.from(forecasts, (row) => row[t]);
    const locks = Float64Array.from({ length: size }, (_, i) => locked?.[i]?.[t] ?? NaN);
    checkForecasts(tree, forecast, locks, method, where);
    const room = roomWithinLocks(tree, locks, where);
    const values =
      method === "BU"
        ? bottomUp(tree, forecast, locks)
        : method === "TD"
          ? topDown(tree, forecast, room)
          : leastMoves(tree, forecast, locks, variance, covariance);
    for (let i = 0; i < size; i++) {
      results[i][t] = Number.isNaN(locks[i]) ? values[i] : locks[i];
    }
  }
  return results;
}

function leastMoves(
  tree: Tree,
  forecast: Float64Array,
  locks: Float64Array,
  variance: Float64Array,
  covariance: ShrunkCovariance | undefined,
): Float64Array {
  // A locked leaf needs no forecast; its lock stands for it.
  const base = forecast.map((value, i) =>
    Number.isNaN(value) && tree.children[i].length === 0 ? locks[i] : value,
  );
  if (covariance !== undefined) return minimumTrace(tree, base, covariance, locks);
  const spread = variance.map((own, i) => (Number.isNaN(base[i]) ? Infinity : own));
  return nearestOnTree(
    tree,
    base.map((value) => (Number.isNaN(value) ? 0 : value)),
    spread,
    locks,
  ).values;
}

/** OLS: all moves weigh the same. WLS: an aggregate may move as many times a leaf's variance as it has leaves. */
function variances(tree: Tree, method: ReconciliationMethod): Float64Array {
  return Float64Array.from(tree.names, (_, i) =>
    method === "WLS" ? tree.endLeaf[i] - tree.firstLeaf[i] : 1,
  );
}

/** Which nodes must have a forecast: leaves, and for TD all but the leaves of none. */
function checkForecasts(
  tree: Tree,
  forecast: Float64Array,
  locks: Float64Array,
  method: ReconciliationMethod,
  where: string,
): void {
  for (let i = 0; i < forecast.length; i++) {
    if (!Number.isNaN(forecast[i]) || !Number.isNaN(locks[i])) continue;
    if (tree.children[i].length === 0 || method === "TD") {
      throw invalidInput("forecasts", `must hold a number for "${tree.names[i]}"${where}`, null);
    }
  }
}

function sameRows(name: string, rows: readonly unknown[], size: number): void {
  if (rows.length !== size) {
    const message = `${name} must have one row for each node of hierarchy (${size}), got ${rows.length}`;
    throw new PlanningError("invalid-input", name, message);
  }
}

function required(residuals: ReconciliationRequest["residuals"]): readonly (readonly number[])[] {
  if (residuals === undefined) throw invalidInput("residuals", "must be given for MINT", null);
  return residuals;
}
