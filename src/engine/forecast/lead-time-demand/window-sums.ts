import { latticeUnit, onLattice } from "./lattice";
import { latticeDemand, type LeadTimeDemand, wholeAndPart } from "./distribution";

/**
 * Sums over every run of so many consecutive periods, each as likely; runs that reach the end go on at the start, so that every
 * period counts alike and a longer span never has less demand. Keeps what follows on what.
 * Source: circular blocks: Politis and Romano (1992); overlapping sums of demand: Boylan and Babai (2016).
 */
export function windowSums(demand: Float64Array, periods: number): LeadTimeDemand {
  const { whole, part } = wholeAndPart(periods);
  const shorter = circularSums(demand, whole);
  const sums = part === 0 ? shorter : [...shorter, ...circularSums(demand, whole + 1)];
  const share = (i: number) => (part === 0 ? 1 : i < demand.length ? 1 - part : part) / demand.length;
  const sizes = [...demand].filter((value) => value > 0);
  const unit = latticeUnit(sizes);
  const probabilities = new Float64Array(Math.ceil(Math.max(...sums) / unit) + 2);
  sums.forEach((sum, i) => {
    const { cell, above } = onLattice(sum, unit);
    probabilities[cell] += (1 - above) * share(i);
    probabilities[cell + 1] += above * share(i);
  });
  return latticeDemand("overlapping sums", probabilities, unit);
}

function circularSums(demand: Float64Array, length: number): number[] {
  const n = demand.length;
  return Array.from(demand, (_, start) => {
    let sum = 0;
    for (let k = 0; k < length; k++) sum += demand[(start + k) % n];
    return sum;
  });
}
