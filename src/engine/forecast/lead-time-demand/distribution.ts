/** Demand over the protection time (lead time plus review) as a distribution. */
export interface LeadTimeDemand {
  /** What it was made from, as shown to the user. */
  readonly method: string;
  /** Units. */
  readonly mean: number;
  /** Smallest demand that is not exceeded with `probability` (0-1): the reorder point of that cycle service level. */
  readonly quantile: (probability: number) => number;
}

/** Demand of which every outcome has its chance: what a fill rate needs. */
export interface CountedDemand extends LeadTimeDemand {
  /** Outcome k is k times this many units. */
  readonly unit: number;
  readonly probabilities: Float64Array;
}

/** Rounding of sums of probabilities: a probability met up to this is met. */
const met = 1e-12;

/** Distribution on multiples of a unit: probabilities[k] is that of k units. */
export function latticeDemand(method: string, probabilities: Float64Array, unit: number): CountedDemand {
  let mean = 0;
  probabilities.forEach((probability, k) => (mean += probability * k * unit));
  const quantile = (probability: number): number => {
    let sum = 0;
    let last = 0;
    for (let k = 0; k < probabilities.length; k++) {
      if (probabilities[k] > met) last = k;
      sum += probabilities[k];
      if (sum >= probability - met) return k * unit;
    }
    return last * unit;
  };
  return { method, mean, quantile, unit, probabilities };
}

/** Equally likely outcomes; sorts them. */
export function sampledDemand(method: string, outcomes: Float64Array): LeadTimeDemand {
  outcomes.sort();
  const mean = outcomes.reduce((sum, value) => sum + value / outcomes.length, 0);
  const quantile = (probability: number): number => {
    const place = Math.ceil((probability - met) * outcomes.length);
    return outcomes[Math.min(outcomes.length, Math.max(1, place)) - 1];
  };
  return { method, mean, quantile };
}

/** Whole periods in a span of time, and the part of a period that is left. */
export function wholeAndPart(periods: number): { readonly whole: number; readonly part: number } {
  const whole = Math.floor(periods + 1e-9);
  return { whole, part: Math.max(0, periods - whole) };
}
