import type { Room } from "./locks";
import { sumUp, type Tree } from "./tree";

/**
 * Top-down by forecast proportions: each node's total goes to its children in proportion to their own forecasts, level by level.
 * Source: Hyndman and Athanasopoulos (2021), section 11.3. Locked cells come first; a top that is not locked gives way to locks.
 */
export function topDown(tree: Tree, forecast: Float64Array, { least, most }: Room): Float64Array {
  const values = new Float64Array(forecast.length);
  for (const root of tree.roots) {
    const settled = most[root] === least[root];
    values[root] = settled ? least[root] : Math.min(Math.max(forecast[root], least[root]), most[root]);
  }
  for (const i of tree.topDown) {
    const open = new Set(tree.children[i]);
    let rest = values[i];
    const settle = (child: number) => {
      values[child] = least[child];
      rest -= least[child];
      open.delete(child);
    };
    for (const child of tree.children[i]) if (most[child] === least[child]) settle(child);
    // A child that its share would leave below what is locked within it gets that much; the others share what is left then.
    for (let settled = true; settled;) {
      settled = false;
      const share = shares(open, forecast);
      for (const child of open) values[child] = Math.max(rest, 0) * share(child);
      for (const child of [...open]) {
        if (values[child] < least[child]) {
          settle(child);
          settled = true;
        }
      }
    }
  }
  sumUp(tree, values);
  return values;
}

/** Shares by forecast; equal ones where all forecasts are 0. */
function shares(open: ReadonlySet<number>, forecast: Float64Array): (child: number) => number {
  let sum = 0;
  for (const child of open) sum += Math.max(forecast[child], 0);
  return sum > 0 ? (child) => Math.max(forecast[child], 0) / sum : () => 1 / open.size;
}

/**
 * Bottom-up: aggregates are the sums of their leaves. Source: Hyndman and Athanasopoulos (2021), section 11.2. Where an aggregate is
 * locked, the leaves below it that are not locked are scaled to it, the deepest lock first.
 */
export function bottomUp(tree: Tree, forecast: Float64Array, locked: Float64Array): Float64Array {
  const values = forecast.map((value) => Math.max(value, 0));
  const settled = new Uint8Array(forecast.length);
  for (let k = tree.topDown.length - 1; k >= 0; k--) {
    const i = tree.topDown[k];
    if (Number.isNaN(locked[i])) continue;
    const below = tree.leaves.slice(tree.firstLeaf[i], tree.endLeaf[i]);
    const free = below.filter((leaf) => settled[leaf] === 0);
    let rest = locked[i];
    for (const leaf of below) if (settled[leaf] === 1) rest -= values[leaf];
    const sum = free.reduce((total, leaf) => total + values[leaf], 0);
    for (const leaf of free) {
      values[leaf] = Math.max(rest, 0) * (sum > 0 ? values[leaf] / sum : 1 / free.length);
      settled[leaf] = 1;
    }
  }
  sumUp(tree, values);
  return values;
}
