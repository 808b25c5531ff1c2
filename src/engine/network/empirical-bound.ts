import { PlanningError } from "../errors";
import { normalCdf } from "../math/normal";
import { longestReplenishment, type Network } from "./network";
import { neverFalling, type StockTable } from "./stock-term";

export interface DemandHistory {
  /** Demand that customers outside placed at each site, by bucket; all end with the same bucket, before the first there was none. */
  readonly histories: readonly (readonly number[])[];
  /** Periods of the network in a bucket. */
  readonly bucketTime: number;
}

export interface ObservedDemand extends DemandHistory {
  /** Standard deviations whose normal probability is the share of sums to cover, at sites that have no z of their own. */
  readonly z: number;
}

/** Longest sums are those over this part of a history: longer ones would hardly differ from each other. */
const longestPart = 1 / 3;

/**
 * Safety stock of each site by net lead time from what was observed: the least sum of demand over so many buckets in a row that a share of
 * Phi(z) of all such sums does not exceed, less their mean demand. A supplier's history is the sum of its customers', so that what they have
 * in common counts. Between whole buckets stock is interpolated; below one, and beyond a third of the history, it goes by the square root.
 */
export function empiricalTables(
  network: Network,
  { histories, bucketTime, z }: ObservedDemand,
): StockTable[] {
  const longest = longestReplenishment(network);
  return netHistories(network, histories).map((history, i) => {
    const most = Math.floor(history.length * longestPart);
    const { id, z: own = z } = network.sites[i];
    if (most < 1) {
      const message = `demand of ${id} must have at least 3 buckets of history for the bound EMPIRICAL, got ${history.length}`;
      throw new PlanningError("insufficient-data", "demand", message);
    }
    const share = normalCdf(own);
    const needed = Math.min(most, Math.ceil(longest[i] / bucketTime) + 1);
    const stock = Array.from({ length: needed }, (_, k) => stockOver(history, k + 1, share));
    return neverFalling(longest[i], (time) => {
      const buckets = time / bucketTime;
      if (buckets <= 1) return stock[0] * Math.sqrt(buckets);
      if (buckets >= most) return stock[most - 1] * Math.sqrt(buckets / most);
      const whole = Math.floor(buckets);
      return stock[whole - 1] + (buckets - whole) * (stock[whole] - stock[whole - 1]);
    });
  });
}

/** Quantile of the sums over `buckets` in a row, less what they hold on average. */
function stockOver(history: readonly number[], buckets: number, share: number): number {
  const sums = Array.from({ length: history.length - buckets + 1 }, (_, from) =>
    history.slice(from, from + buckets).reduce((sum, demand) => sum + demand, 0),
  ).sort((a, b) => a - b);
  const covered = Math.max(1, Math.ceil(share * sums.length - 1e-9));
  const mean = history.reduce((sum, demand) => sum + demand, 0) / history.length;
  return sums[covered - 1] - buckets * mean;
}

/** Own history and that of the direct customers, bucket by bucket from the last back. */
function netHistories({ sites, customers, order }: Network, own: ObservedDemand["histories"]): number[][] {
  const net: number[][] = sites.map(() => []);
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    const parts = [own[i], ...customers[i].map((j) => net[j])];
    const length = Math.max(...parts.map((part) => part.length));
    net[i] = Array.from({ length }, (_, at) =>
      parts.reduce((sum, part) => sum + (part[part.length - length + at] ?? 0), 0),
    );
  }
  return net;
}
