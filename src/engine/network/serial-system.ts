import { PlanningError, invalidInput } from "../errors";
import { normalSlopes } from "./serial-normal";
import { poissonSlopes } from "./serial-poisson";
import type { SerialSystem } from "./serial-stage";

export interface SerialPlan {
  readonly echelonBaseStock: readonly number[];
  readonly cost: number;
}

/**
 * Optimal echelon base stocks by the recursion of Clark and Scarf: C_j(y) = E[h_j (y - D_j) + C_(j-1)(min(S_(j-1), y - D_j))], S_j its
 * minimum, starting from the full penalty (p + sum of h) for every unit short. Carried by derivatives, which stay bounded.
 */
export function optimiseSerial(system: SerialSystem): SerialPlan {
  const { echelonHolding, leadTimes, mean, sd, shortage } = system;
  if (leadTimes.length !== echelonHolding.length)
    throw invalidInput(
      "leadTimes",
      `must have as many entries as holdCosts (${echelonHolding.length})`,
      leadTimes.length,
    );
  if (echelonHolding.length === 0)
    throw new PlanningError("insufficient-data", "holdCosts", "holdCosts must hold numbers, got only blanks");
  const penalty = echelonHolding.reduce((sum, h) => sum + h, shortage);
  const stages = sd === undefined ? poissonSlopes(system, penalty) : normalSlopes(system, penalty, sd);
  // Far to the left nothing is ever in stock and the cost is a line: its height over 0 and its slope.
  let height = 0;
  let slope = -penalty;
  echelonHolding.forEach((holding, j) => {
    slope += holding;
    height -= mean * leadTimes[j] * slope;
  });
  const last = stages[stages.length - 1];
  return {
    echelonBaseStock: stages.map(({ baseStock }) => baseStock),
    cost: height + slope * last.baseStock + last.gain,
  };
}
