import { PlanningError } from "../../engine/errors";

/** What the data cannot give is undefined; a mistake of ours is still thrown. */
export function orUndefined<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof PlanningError && thrown.kind !== "invalid-input") return undefined;
    throw thrown;
  }
}
