import { PlanningError } from "../errors";
import type { Tree } from "./tree";

/** What each node can be, given the locks at and below it and that nothing is negative. */
export interface Room {
  readonly least: Float64Array;
  /** Infinity unless everything below is locked, and then equal to `least`. */
  readonly most: Float64Array;
}

/** Two amounts that differ by less than this, relative to their size, are the same. */
export const sameAmount = 1e-9;

/**
 * @param locked NaN where free
 * @throws PlanningError no-solution where a lock is negative or contradicts the locks below it
 */
export function roomWithinLocks(tree: Tree, locked: Float64Array, where: string): Room {
  const least = new Float64Array(locked.length);
  const most = new Float64Array(locked.length);
  for (let k = tree.topDown.length - 1; k >= 0; k--) {
    const i = tree.topDown[k];
    const leaf = tree.children[i].length === 0;
    most[i] = leaf ? Infinity : 0;
    for (const child of tree.children[i]) {
      least[i] += least[child];
      most[i] += most[child];
    }
    const lock = locked[i];
    if (Number.isNaN(lock)) continue;
    const name = `"${tree.names[i]}"`;
    const slack = sameAmount * Math.max(1, Math.abs(lock));
    if (lock < 0) throw infeasible(`locked must be at least 0 for ${name}${where}, got ${lock}`);
    if (least[i] > lock + slack) {
      throw infeasible(
        `locked parts of ${name} must not exceed its own lock of ${lock}${where}, got ${least[i]}`,
      );
    }
    if (most[i] < lock - slack) {
      throw infeasible(
        `locked parts of ${name}, with none free, must sum to its lock of ${lock}${where}, got ${most[i]}`,
      );
    }
    least[i] = lock;
    most[i] = lock;
  }
  return { least, most };
}

const infeasible = (message: string) => new PlanningError("no-solution", "locked", message);
