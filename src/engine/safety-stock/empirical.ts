import { insufficientData } from "../errors";
import { uniformDraws } from "../math/random";

export interface EmpiricalSafetyStock {
  /** Forecast less actual, one a period, as they were. */
  readonly errors: readonly number[];
  /** Periods; one of them is drawn for each cycle. */
  readonly leadTimes: readonly number[];
  readonly cycleServiceLevel: number;
  readonly seed: number;
}

const cycles = 20_000;

/**
 * Safety stock from the errors that really happened: many lead times are drawn, errors are drawn for their periods, and the stock is the
 * quantile of the summed shortfall (actual less forecast), never below 0. A part of a period takes that part of an error.
 * Errors are drawn independently: where they follow one another, measure them over the lead time (ERROR.LTSIGMA) instead.
 * Source: Bookbinder and Lordahl (1989), Estimation of inventory re-order levels using the bootstrap statistical procedure.
 */
export function empiricalSafetyStock(request: EmpiricalSafetyStock): number {
  const { errors, leadTimes, cycleServiceLevel, seed } = request;
  if (errors.length < 3) throw insufficientData("errors", "must hold at least 3 errors", errors.length);
  const random = uniformDraws(seed);
  const shortfalls = new Float64Array(cycles);
  for (let i = 0; i < cycles; i++) {
    const leadTime = leadTimes[Math.floor(random() * leadTimes.length)];
    let shortfall = 0;
    for (let left = leadTime; left > 0; left--)
      shortfall -= Math.min(1, left) * errors[Math.floor(random() * errors.length)];
    shortfalls[i] = shortfall;
  }
  shortfalls.sort();
  return Math.max(0, shortfalls[Math.ceil(cycleServiceLevel * cycles - 1e-9) - 1]);
}
