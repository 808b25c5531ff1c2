import { PlanningError, insufficientData, invalidInput } from "../errors";
import { isMissing, type Series } from "./series";

export const unconstrainMethods = ["RATE", "BAYES"] as const;
export type UnconstrainMethod = (typeof unconstrainMethods)[number];

/** A period of sales: what was sold, and the share of the period in which there was stock. */
interface Observed {
  readonly sold: number;
  readonly share: number;
}

/**
 * What would have been sold with stock all the time.
 * - RATE: sales over the share of the period in stock; without any stock, the mean rate of the whole history.
 * - BAYES: sales plus what the missing share of the period would have brought, at a rate between the period's own and that of the
 *   periods around it: the more of the period was seen, and the more rates differ from period to period, the nearer to its own.
 * Never less than was sold. A missing period stays missing, unless it was without stock: then it is estimated too.
 */
export function unconstrainDemand(demand: Series, instock: Series, method: UnconstrainMethod): number[] {
  if (demand.length !== instock.length) {
    const message = `instock must have as many periods as demand (${demand.length}), got ${instock.length}`;
    throw new PlanningError("invalid-input", "instock", message);
  }
  const seen = demand.map((units, t): Observed | undefined => {
    const share = instock[t];
    if (isMissing(units)) return share === 0 ? { sold: 0, share } : undefined;
    if (isMissing(share)) {
      throw invalidInput(`instock of period ${t + 1}`, "must be a share where demand holds a number", "");
    }
    return { sold: units, share };
  });
  if (!seen.some((period) => period !== undefined && period.share > 0)) {
    throw insufficientData("instock", "must be above 0 in at least one period with demand", 0);
  }
  const estimates = method === "RATE" ? byRate(seen) : bayes(seen);
  return seen.map((period, t) => (period === undefined ? NaN : Math.max(period.sold, estimates[t])));
}

function byRate(seen: readonly (Observed | undefined)[]): number[] {
  const rate = wholeRate(seen);
  return seen.map((period) =>
    period === undefined ? NaN : period.share === 0 ? rate : period.sold / period.share,
  );
}

/** Mean rate of the whole history: all sales over all shares. */
function wholeRate(seen: readonly (Observed | undefined)[]): number {
  const known = seen.filter((period) => period !== undefined);
  return sum(known, ({ sold }) => sold) / sum(known, ({ share }) => share);
}

/**
 * Sales of the share a of a period are Poisson with mean a x rate, and rates are gamma with shape r around the local mean m: seen
 * sales s make the expected rate (r + s) / (r / m + a).
 * Source: Clayton and Kaldor (1987), section 2: relative risks with expected cases there, rates with shares of the period here.
 */
function bayes(seen: readonly (Observed | undefined)[]): number[] {
  const memory = bestMemory(seen);
  // Weights of periods a thousand away come to nothing, so there may be no rate around.
  const local = localRates(seen, memory, true).map((rate) => (Number.isNaN(rate) ? wholeRate(seen) : rate));
  const spread = rateSpread(seen, memory);
  return seen.map((period, t) => {
    if (period === undefined) return NaN;
    const { sold, share } = period;
    // With spread v = 1 / r the expected rate is m (1 + v s) / (1 + v m a), which serves v = 0 too.
    const rate = (local[t] * (1 + spread * sold)) / (1 + spread * local[t] * share);
    return sold + (1 - share) * rate;
  });
}

/**
 * Sales over shares of the periods around each, weights falling by `memory` a period either way; the period itself in or out. NaN where
 * there is nothing around.
 */
function localRates(seen: readonly (Observed | undefined)[], memory: number, itself: boolean): number[] {
  const own = seen.map((period) => period ?? { sold: 0, share: 0 });
  const before = passedOn(own, memory);
  const after = passedOn([...own].reverse(), memory).reverse();
  return own.map((period, t) => {
    const counted = itself ? 1 : 0;
    const share = before[t].share + after[t].share + counted * period.share;
    return share > 0 ? (before[t].sold + after[t].sold + counted * period.sold) / share : NaN;
  });
}

/** What all earlier periods weigh at each one: a running sum that forgets. */
function passedOn(own: readonly Observed[], memory: number): Observed[] {
  let [sold, share] = [0, 0];
  return own.map((period) => {
    const reached = { sold, share };
    sold = memory * (sold + period.sold);
    share = memory * (share + period.share);
    return reached;
  });
}

const memories = [1, 0.95, 0.9, 0.8, 0.7, 0.5];

/** The memory under which each period is best foretold by the others, by Poisson deviance; of equal ones the longest. */
function bestMemory(seen: readonly (Observed | undefined)[]): number {
  let best = 1;
  let least = Infinity;
  for (const memory of memories) {
    const loss = sum(foretold(seen, memory), ({ sold, mean }) => deviance(sold, mean));
    if (loss < least) [best, least] = [memory, loss];
  }
  return best;
}

function deviance(sold: number, mean: number): number {
  // A mean of 0 beside sales would be infinitely wrong: a sale in a thousand periods is the least that is expected.
  const expected = Math.max(mean, 1e-3);
  return sold > 0 ? 2 * (sold * Math.log(sold / expected) - (sold - expected)) : 2 * expected;
}

/** Spread of rates, 1 / r: variance of sales beyond Poisson's, relative to the squared mean; at least 0. By moments. */
function rateSpread(seen: readonly (Observed | undefined)[], memory: number): number {
  const pairs = foretold(seen, memory);
  const squares = sum(pairs, ({ mean }) => mean ** 2);
  if (squares === 0) return 0;
  return Math.max(0, sum(pairs, ({ sold, mean }) => (sold - mean) ** 2 - mean) / squares);
}

/** Sales of each period with stock and what the other periods lead one to expect of it. */
function foretold(
  seen: readonly (Observed | undefined)[],
  memory: number,
): { readonly sold: number; readonly mean: number }[] {
  const rates = localRates(seen, memory, false);
  return seen.flatMap((period, t) => {
    if (period === undefined || period.share === 0 || Number.isNaN(rates[t])) return [];
    return [{ sold: period.sold, mean: rates[t] * period.share }];
  });
}

function sum<T>(of: readonly T[], amount: (one: T) => number): number {
  return of.reduce((total, one) => total + amount(one), 0);
}
