import { poissonDemand } from "../policy";
import type { SerialSystem, StageSlope } from "./serial-stage";

/** Base stocks for Poisson demand, exact sums over whole units. Below 0 every stage's cost is on its line. */
export function poissonSlopes(
  { echelonHolding, leadTimes, mean }: SerialSystem,
  penalty: number,
): StageSlope[] {
  /** Change of cost from x to x + 1 for x = 0 .. below.length - 1, none above; `line` for x below 0. */
  let below: number[] = [];
  let line = -penalty;
  return echelonHolding.map((holding, j) => {
    const demand = mean * leadTimes[j] > 0 ? poissonDemand(mean * leadTimes[j]).probabilities : [1];
    const slopeAt = (y: number) => {
      let sum = 0;
      let covered = 0;
      for (let d = 0; d <= y && d < demand.length; d++) {
        covered += demand[d];
        if (y - d < below.length) sum += demand[d] * below[y - d];
      }
      return holding + sum + line * Math.max(0, 1 - covered);
    };
    const slopes: number[] = [];
    let gain = 0;
    for (let slope = slopeAt(0); slope < 0; slope = slopeAt(slopes.length)) {
      slopes.push(slope);
      gain += slope - (line + holding);
    }
    below = slopes;
    line += holding;
    return { baseStock: slopes.length, gain };
  });
}
