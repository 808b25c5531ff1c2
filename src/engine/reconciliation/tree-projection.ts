import type { Tree } from "./tree";

/** What stands still in a projection: NaN where a node is free. */
export type Fixed = Float64Array;

/**
 * Weighted least squares on the tree without bounds: the coherent values nearest to `forecast`, sum (y - forecast)^2 / variance, with
 * some nodes fixed. Instead of the projection y = forecast - W C' (C W C')^-1 C forecast with dense matrices, information goes
 * up the tree and corrections come down, in time proportional to the number of nodes:
 * - up: a node knows from below that it is mean M with variance V, the sums over its children; with its own forecast that makes
 *   M + k (forecast - M), k = V / (V + variance), with variance k x its own;
 * - down: the gap between a node's value and M is shared among its children in proportion to their variances.
 * An infinite variance means that a node has no forecast of its own.
 */
export function projectOnTree(
  tree: Tree,
  forecast: Float64Array,
  variance: Float64Array,
  fixed: Fixed,
): Float64Array {
  const size = forecast.length;
  const fromBelow = new Float64Array(size);
  const spreadBelow = new Float64Array(size);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const i = tree.topDown[k];
    const isFixed = !Number.isNaN(fixed[i]);
    const own = isFixed ? fixed[i] : forecast[i];
    const ownVariance = isFixed ? 0 : variance[i];
    if (tree.children[i].length === 0) {
      mean[i] = own;
      spread[i] = ownVariance;
      continue;
    }
    for (const child of tree.children[i]) {
      fromBelow[i] += mean[child];
      spreadBelow[i] += spread[child];
    }
    if (isFixed) mean[i] = own;
    else if (ownVariance === Infinity || spreadBelow[i] === 0) {
      mean[i] = fromBelow[i];
      spread[i] = spreadBelow[i];
    } else {
      const gain = spreadBelow[i] / (spreadBelow[i] + ownVariance);
      mean[i] = fromBelow[i] + gain * (own - fromBelow[i]);
      spread[i] = gain * ownVariance;
    }
  }
  const values = mean;
  for (const i of tree.topDown) {
    if (spreadBelow[i] === 0) continue;
    const gap = (values[i] - fromBelow[i]) / spreadBelow[i];
    for (const child of tree.children[i]) values[child] += spread[child] * gap;
  }
  return values;
}
