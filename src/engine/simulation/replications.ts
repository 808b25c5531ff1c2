import { simulateSite, type SiteResult, type SiteRun } from "./simulate-site";

export interface Estimate {
  readonly mean: number;
  /** Of the mean over the replications. */
  readonly standardError: number;
  /** Half width of the 95 % confidence interval of the mean. */
  readonly halfWidth: number;
}

export type SiteEstimates = { readonly [K in keyof SiteResult]: Estimate };

const quantile95 = 1.959963984540054;

/**
 * The same policy through many drawn futures, each measured as a whole; the interval is that of independent replications.
 * Source: Law (2015), section 9.4.1.
 * @param futureOf the run of one replication, from a stream of random numbers of its own
 */
export function simulateReplications(
  count: number,
  futureOf: (replication: number) => SiteRun,
): SiteEstimates {
  const results = Array.from({ length: count }, (_, i) => simulateSite(futureOf(i)));
  const names = Object.keys(results[0]) as (keyof SiteResult)[];
  return Object.fromEntries(
    names.map((name) => [name, estimate(results.map((result) => result[name]))]),
  ) as unknown as SiteEstimates;
}

function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, standardError: Infinity, halfWidth: Infinity };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const standardError = Math.sqrt(variance / n);
  return { mean, standardError, halfWidth: quantile95 * standardError };
}
