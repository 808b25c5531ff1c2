import { invalidInput } from "../errors";
import { gammaSumCdf, gammaSumQuantile, type GammaPart } from "../math/gamma-sum";

/** One leg of a journey, such as sea or customs, in days. */
export interface Leg {
  readonly mean: number;
  readonly sd: number;
}

/** How long a journey over legs takes. */
export interface JourneyTime {
  readonly mean: number;
  readonly sd: number;
  /** Chance of having arrived after so many days. */
  readonly arrivedBy: (days: number) => number;
  /** Days within which it has arrived with this probability. */
  readonly within: (probability: number) => number;
}

/**
 * Total of independent legs, each gamma with its mean and sd: the exact convolution. Times cannot be negative and have a long right tail,
 * which is what a gamma says and a normal does not (Burgin 1975 for lead times).
 */
export function journeyTime(legs: readonly Leg[]): JourneyTime {
  let [fixed, mean, variance] = [0, 0, 0];
  const parts: GammaPart[] = [];
  for (const leg of legs) {
    if (leg.sd > 0 && !(leg.mean > 0))
      throw invalidInput("legs", "must have a mean above 0 where sd is above 0", leg.mean);
    mean += leg.mean;
    variance += leg.sd ** 2;
    if (leg.sd === 0) fixed += leg.mean;
    else parts.push({ shape: (leg.mean / leg.sd) ** 2, scale: leg.sd ** 2 / leg.mean });
  }
  const cdf = gammaSumCdf(parts);
  return {
    mean,
    sd: Math.sqrt(variance),
    arrivedBy: (days) => cdf(days - fixed),
    within: (probability) => fixed + gammaSumQuantile(parts, probability),
  };
}

/**
 * Days from departure within which a shipment that is still under way after `elapsed` days has arrived with this probability: the
 * distribution of its journey beyond what has passed. Overdue beyond all experience, it is taken to be a typical spread away.
 */
export function arrivalOfOpen(journey: JourneyTime, elapsed: number, probability: number): number {
  const before = journey.arrivedBy(elapsed);
  const conditional = before + probability * (1 - before);
  if (1 - before < 1e-9) return elapsed + probability * Math.max(1, journey.sd);
  return Math.max(elapsed, journey.within(conditional));
}
