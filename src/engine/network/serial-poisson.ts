import { PlanningError } from "../errors";
import { poissonDemand } from "../policy";
import type { SerialSystem, StageSlope } from "./serial-stage";

/** Units a stage may have on order: the work grows with their number. */
const mostUnits = 1_000_000;
/** Chances below this are left out. */
const negligible = 1e-19;

/** Base stocks for Poisson demand, exact sums over whole units. Far to the left every stage's cost is on its line. */
export function poissonSlopes(
  { echelonHolding, leadTimes, mean }: SerialSystem,
  penalty: number,
): StageSlope[] {
  /** Change of cost from x to x + 1 for x = from, from + 1, ...; none above, `line` for x below `from`. */
  let below: readonly number[] = [];
  let from = 0;
  let line = -penalty;
  return echelonHolding.map((holding, j) => {
    const { first, chances, upTo } = leadTimeDemand(mean, leadTimes[j]);
    const slopeAt = (y: number) => {
      // Demand d leaves y - d - from places into `below`.
      const most = y - from - first;
      let sum = 0;
      for (let k = Math.max(0, most - below.length + 1); k < chances.length && k <= most; k++)
        sum += chances[k] * below[most - k];
      return holding + sum + line * (1 - upTo[Math.min(most, upTo.length - 1)]);
    };
    const slopes: number[] = [];
    const start = from + first;
    let gain = 0;
    for (let slope = slopeAt(start); slope < 0; slope = slopeAt(start + slopes.length)) {
      slopes.push(slope);
      gain += slope - (line + holding);
    }
    below = slopes;
    from = start;
    line += holding;
    return { baseStock: start + slopes.length, gain };
  });
}

/** Chances of first, first + 1, ... units, and of at most so many. */
function leadTimeDemand(mean: number, leadTime: number) {
  const units = mean * leadTime;
  if (units > mostUnits) {
    const message = `mean must leave at most ${mostUnits} units on order over a lead time for POISSON, got ${units}; NORMAL has no such limit`;
    throw new PlanningError("invalid-input", "mean", message);
  }
  const all = units > 0 ? poissonDemand(units).probabilities : Float64Array.of(1);
  const first = all.findIndex((chance) => chance > negligible);
  const chances = all.subarray(first);
  let sum = 0;
  const upTo = chances.map((chance) => Math.min(1, (sum += chance)));
  return { first, chances, upTo };
}
