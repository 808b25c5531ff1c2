import { PlanningError } from "../errors";
import { wholeQuantile, type DemandDistribution } from "../math/demand-distribution";
import { findRoot } from "../math/find-root";
import { lossFunctionsOf, type LossFunctions } from "../math/loss";

export interface DisruptedBaseStock {
  /** Demand of one period. */
  readonly mean: number;
  readonly sd: number;
  readonly distribution: DemandDistribution;
  /** Whole periods from order to arrival. */
  readonly leadTime: number;
  /** Money per unit short at the end of a period. */
  readonly shortage: number;
  /** Money per unit left at the end of a period. */
  readonly holding: number;
  /** Chance that a supplier who delivered in one period does not in the next. */
  readonly failure: number;
  /** Chance that one who did not deliver does so in the next. */
  readonly recovery: number;
}

export interface CostedBaseStock {
  /** Level to order up to in every period in which the supplier delivers. */
  readonly level: number;
  /** Money per period. */
  readonly cost: number;
}

/** How long outages may last that are looked at one by one. */
const longest = 100_000;
/** Outages of smaller probability, weighed by their length, do not change the cost. */
const negligible = 1e-17;

/**
 * Cheapest base stock when the supplier is down at times. After n periods without delivery the stock must have met the demand of
 * n + L + 1 periods; the number of periods down has probabilities
 * pi_0 = beta / (alpha + beta), pi_n = alpha beta / (alpha + beta) x (1 - beta)^(n-1), and the level is the critical quantile of that
 * mixture. With certain demand d it is d times a whole number of periods.
 * Source: Snyder and Shen (2019), section 9.2.3, equations 9.14 to 9.18; Tomlin (2006).
 */
export function disruptedBaseStock(problem: DisruptedBaseStock): CostedBaseStock {
  const { mean, sd, distribution } = problem;
  const certain = sd === 0 && distribution !== "POISSON";
  return certain ? certainDemand(problem, mean) : mixedDemand(problem);
}

function certainDemand(problem: DisruptedBaseStock, demand: number): CostedBaseStock {
  const { leadTime, shortage, holding, failure, recovery } = problem;
  const share = failure / (failure + recovery);
  // The fewest periods n with share (1 - beta)^n <= h / (h + p).
  const overage = holding / (holding + shortage);
  const covered = Math.max(0, Math.ceil(Math.log(overage / share) / Math.log1p(-recovery) - 1e-12));
  const beyond = (share * (1 - recovery) ** covered) / recovery;
  const spare = covered - share / recovery + beyond;
  return {
    level: demand * (covered + leadTime + 1),
    cost: demand * (holding * spare + shortage * beyond),
  };
}

function mixedDemand(problem: DisruptedBaseStock): CostedBaseStock {
  const { shortage, holding, distribution, mean, sd } = problem;
  const outages = demandsByOutage(problem);
  const over = (f: (demand: LossFunctions) => number) =>
    outages.reduce((sum, { chance, demand }) => sum + chance * f(demand), 0);
  const cdf = (level: number) => over((demand) => demand.cdf(level));
  const ratio = shortage / (shortage + holding);
  const counted = distribution === "POISSON" || distribution === "NBINOM";
  const spread = distribution === "POISSON" ? Math.sqrt(mean) : sd;
  const level = counted
    ? wholeQuantile(cdf, ratio, mean, spread)
    : continuousQuantile(cdf, ratio, mean, spread);
  return { level, cost: over((demand) => holding * demand.left(level) + shortage * demand.short(level)) };
}

function demandsByOutage(problem: DisruptedBaseStock) {
  const { mean, sd, distribution, leadTime, failure, recovery } = problem;
  const outages: { readonly chance: number; readonly demand: LossFunctions }[] = [];
  let chance = recovery / (failure + recovery);
  for (let periods = 0; chance * (periods + 1) > negligible || periods < 2; periods++) {
    if (periods === longest) {
      const message = `upProb must leave outages of at most ${longest} periods, got ${recovery}`;
      throw new PlanningError("no-solution", "upProb", message);
    }
    const span = periods + leadTime + 1;
    outages.push({ chance, demand: lossFunctionsOf(distribution, mean * span, sd * Math.sqrt(span)) });
    chance = periods === 0 ? chance * failure : chance * (1 - recovery);
  }
  return outages;
}

function continuousQuantile(cdf: (x: number) => number, ratio: number, mean: number, sd: number): number {
  let low = mean - sd;
  let high = mean + sd;
  for (let step = sd + mean; cdf(low) > ratio; step *= 2) low -= step;
  for (let step = sd + mean; cdf(high) < ratio; step *= 2) high += step;
  return findRoot((x) => cdf(x) - ratio, low, high);
}
