export interface Replenishment {
  /** Mean demand, units per period. */
  readonly mean: number;
  /** Standard deviation of demand or forecast error, units per period. */
  readonly sd: number;
  /** Mean lead time L, periods. */
  readonly leadTime: number;
  /** Standard deviation of lead time, periods. */
  readonly leadTimeSd: number;
  /** Review interval R, periods; 0 under continuous review. */
  readonly review: number;
}

/** Variance of demand over lead time plus review, by what causes it, units squared. */
export interface ProtectionVariance {
  readonly demand: number;
  readonly leadTime: number;
  readonly review: number;
}

/**
 * L sd^2 + R sd^2 + mean^2 sdL^2, for independent demands and lead times.
 * Not for errors that correlate from period to period: measure their spread over the lead time instead.
 * Source: Silver, Pyke and Thomas (2017), section 6.10 (random lead time) and 6.8 (periodic review).
 */
export function protectionVariance(item: Replenishment): ProtectionVariance {
  const { mean, sd, leadTime, leadTimeSd, review } = item;
  return { demand: leadTime * sd * sd, leadTime: (mean * leadTimeSd) ** 2, review: review * sd * sd };
}

/** Standard deviation of demand over the protection time L + R, units. */
export function protectionSd(item: Replenishment): number {
  const { demand, leadTime, review } = protectionVariance(item);
  return Math.sqrt(demand + leadTime + review);
}

/** Mean demand over the protection time L + R, units. */
export function protectionMean({ mean, leadTime, review }: Replenishment): number {
  return mean * (leadTime + review);
}
