import { PlanningError } from "../errors";
import { regularisedGamma } from "../math/gamma-function";
import { normalCdf } from "../math/normal";
import { longestReplenishment, type Network } from "./network";
import { netDemandSd, type Pooling } from "./pooled-demand";
import { neverFalling, type StockTable } from "./stock-term";

/**
 * Safety stock of each site by net lead time t where demand is Poisson, whose mean is its variance: the least whole number that demand over t
 * exceeds with a chance of at most 1 - Phi(z), less its mean. The step function is made never to fall: a longer time needs no less.
 */
export function poissonTables(network: Network, z: number, pooling: Pooling): StockTable[] {
  if (pooling !== "ARCS")
    throw new PlanningError(
      "invalid-input",
      "pooling",
      `pooling must be ARCS where the bound is POISSON, got ${pooling}`,
    );
  const sd = netDemandSd(network, pooling);
  const longest = longestReplenishment(network);
  return network.sites.map(({ z: own = z }, i) => {
    const rate = sd[i] ** 2;
    const tail = normalCdf(-own);
    return neverFalling(longest[i], (time) => poissonBound(rate * time, tail) - rate * time);
  });
}

/** Least whole number that a Poisson variable exceeds with a chance of at most `tail`; met up to rounding counts as met. */
export function poissonBound(mean: number, tail: number): number {
  const meets = (count: number) => regularisedGamma(count + 1, mean).lower <= tail * (1 + 1e-12);
  let high = Math.ceil(mean + Math.sqrt(mean));
  let low = -1;
  for (let step = 1 + Math.ceil(Math.sqrt(mean)); !meets(high); high += step, step *= 2) low = high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}
