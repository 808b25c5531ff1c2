import { normalDraws, uniformDraws } from "../../math/random";
import { partlyThere } from "./bootstrap";
import { type LeadTimeDemand, sampledDemand, wholeAndPart } from "./distribution";
import { latticeUnit } from "./lattice";
import type { Simulation } from "./regular";

/**
 * Willemain's bootstrap: whether a period has demand follows a two-state Markov chain with the transitions seen, so that demand which
 * comes in runs does so on the paths; sizes are drawn from those seen and jittered, so that others can come.
 * Source: Willemain, Smart and Schwarz (2004), section 3.2; jitter in multiples of the unit in which sizes come.
 */
export function willemainDemand(
  demand: Float64Array,
  periods: number,
  { paths, seed }: Simulation,
): LeadTimeDemand {
  const { whole, part } = wholeAndPart(periods);
  const sizes = [...demand].filter((value) => value > 0);
  const unit = latticeUnit(sizes);
  const [afterNone, afterDemand] = transitions(demand);
  const draw = uniformDraws(seed);
  const noise = normalDraws(seed ^ 0x5bd1e995);
  const sums = new Float64Array(paths);
  const active = new Uint8Array(paths).fill(demand[demand.length - 1] > 0 ? 1 : 0);
  for (let h = 0; h < whole + (part > 0 ? 1 : 0); h++) {
    const here = partlyThere(h < whole ? 1 : part, seed);
    for (let i = 0; i < paths; i++) {
      active[i] = draw() < (active[i] === 1 ? afterDemand : afterNone) ? 1 : 0;
      const size = jittered(sizes[Math.floor(draw() * sizes.length)] / unit, noise()) * unit;
      if (here() && active[i] === 1) sums[i] += size;
    }
  }
  return sampledDemand("Willemain", sums);
}

/** 1 + integer part of x + z sqrt(x), in units; the size itself where that is not positive. */
function jittered(size: number, z: number): number {
  const moved = 1 + Math.trunc(size + z * Math.sqrt(size));
  return moved > 0 ? moved : size;
}

/** Chance of demand after a period without and after one with demand; a state never left behind takes the share of all periods. */
function transitions(demand: Float64Array): [number, number] {
  const left = [0, 0];
  const toDemand = [0, 0];
  let withDemand = demand[demand.length - 1] > 0 ? 1 : 0;
  for (let t = 1; t < demand.length; t++) {
    const from = demand[t - 1] > 0 ? 1 : 0;
    withDemand += from;
    left[from]++;
    if (demand[t] > 0) toDemand[from]++;
  }
  const share = withDemand / demand.length;
  const chance = (state: 0 | 1) => (left[state] === 0 ? share : toDemand[state] / left[state]);
  return [chance(0), chance(1)];
}
