import type { Series } from "../../demand";
import { latticeUnit } from "./lattice";

/** What many slow movers tell together about any one of them, before its own history speaks. */
export interface SlowMoverPrior {
  /** Share of periods with demand, and how many periods of an item's own history this knowledge is worth. */
  readonly share: number;
  readonly shareWorth: number;
  /** Mean over the items of ln of their mean size, units, and how much it varies between them: variance. */
  readonly logSize: number;
  readonly logSizeVariance: number;
  /** Squared coefficient of variation of the sizes of one item. */
  readonly sizeVariation: number;
  /** Variance of a size, as a multiple of that of a geometric distribution with the same mean. */
  readonly sizeSpread: number;
}

/** Fewer items tell little about another one. */
const fewestItems = 20;
/** However alike items look, their mean sizes are taken to differ by some 14 % and the sizes of one by 10 %. */
const leastLogVariance = 0.02;
const leastVariation = 0.01;
/** Beliefs held less firmly than this many periods move nothing. */
const leastWorth = 0.5;

/**
 * The prior of empirical Bayes estimates: the means of the items, and what their variance leaves when that of a mean of few observations is
 * taken off. With few demands each, an item of large sizes has partly been lucky, and one whose sizes were all alike has not shown its tail.
 * Source: Efron and Morris (1975); for the beta variable of a share: Kleinman (1973).
 * @param histories of slow movers, periods oldest to newest
 * @returns undefined where there are too few
 */
export function slowMoverPrior(histories: readonly Series[]): SlowMoverPrior | undefined {
  const items = histories.flatMap(itemFacts);
  if (items.length < fewestItems) return undefined;
  const degrees = sumOf(items, ({ sizes }) => sizes - 1);
  const squares = sumOf(items, (item) => item.squares / item.mean ** 2);
  const sizeVariation = Math.max(leastVariation, degrees > 0 ? squares / degrees : leastVariation);
  const geometric = sumOf(items, (item) => (item.sizes - 1) * geometricVariance(item.mean / item.unit));
  const inUnits = sumOf(items, (item) => item.squares / item.unit ** 2);
  const logs = items.map(({ mean }) => Math.log(mean));
  const noise = sumOf(items, ({ sizes }) => Math.log1p(sizeVariation / sizes)) / items.length;
  return {
    ...shareOf(items),
    logSize: meanOf(logs),
    logSizeVariance: Math.max(leastLogVariance, varianceOf(logs) - noise),
    sizeVariation,
    // Never narrower than geometric: a short history has not seen the rare large order.
    sizeSpread: geometric > 0 ? Math.max(1, inUnits / geometric) : 1,
  };
}

/** Of sizes that start at one unit. */
export function geometricVariance(meanInUnits: number): number {
  const beyond = Math.max(0, meanInUnits - 1);
  return beyond * (1 + beyond);
}

interface ItemFacts {
  readonly periods: number;
  /** Periods with demand. */
  readonly sizes: number;
  readonly unit: number;
  /** Mean size, and sum of squares about it. */
  readonly mean: number;
  readonly squares: number;
}

function itemFacts(history: Series): ItemFacts[] {
  const seen = history.filter((value) => !Number.isNaN(value));
  const sizes = seen.filter((value) => value > 0);
  if (sizes.length === 0) return [];
  const mean = meanOf(sizes);
  const squares = sumOf(sizes, (size) => (size - mean) ** 2);
  return [{ periods: seen.length, sizes: sizes.length, unit: latticeUnit(sizes), mean, squares }];
}

function shareOf(items: readonly ItemFacts[]): Pick<SlowMoverPrior, "share" | "shareWorth"> {
  const shares = items.map(({ sizes, periods }) => sizes / periods);
  const share = meanOf(shares);
  const binomial = share * (1 - share);
  const perPeriod = meanOf(items.map(({ periods }) => 1 / periods));
  const between = (varianceOf(shares) - binomial * perPeriod) / (1 - perPeriod);
  // What others tell never weighs more than a history of usual length.
  const most = 1 / perPeriod;
  const worth = between > 0 ? binomial / between - 1 : most;
  return { share, shareWorth: Math.min(most, Math.max(leastWorth, worth)) };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function meanOf(values: readonly number[]): number {
  return sumOf(values, (value) => value) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return sumOf(values, (value) => (value - mean) ** 2) / (values.length - 1);
}
