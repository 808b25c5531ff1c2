import { netDemandSd, type Network } from "../../../src/engine/network";

/**
 * Least cost of a spanning tree by the dynamic program as it is published (Graves and Willems 2000, section 4; Snyder and Shen 2019,
 * algorithm 6.1): at every node a table over all whole times, each entry the best of all times on the other side. Minima over what a
 * neighbour may promise are kept running, which the book leaves open. The baseline that folding is compared with.
 */
export function publishedTree(network: Network, z: number): number {
  const { sites, suppliers, customers } = network;
  const sd = netDemandSd(network, "ARCS");
  const [longestWait, longestPromise] = longestTimes(network);
  const { order, towards } = leavesFirst(network);
  const rank: number[] = [];
  order.forEach((node, at) => (rank[node] = at));
  /** Cheapest of all behind a node, by the time its neighbour ahead accepts (a customer) or promises (a supplier). */
  const table: Float64Array[] = [];
  for (const i of order) {
    const { holdingCost, processingTime, inboundTime, maxServiceTime = Infinity } = sites[i];
    const parts = suppliers[i].filter((k) => rank[k] < rank[i]);
    const markets = customers[i].filter((j) => rank[j] < rank[i]);
    const toCustomer = towards[i] === "customer";
    const best = new Float64Array((toCustomer ? longestPromise[i] : longestWait[i]) + 1).fill(Infinity);
    for (let inbound = inboundTime; inbound <= longestWait[i]; inbound++) {
      let supplied = 0;
      for (const k of parts) supplied += table[k][Math.min(inbound, table[k].length - 1)];
      const latest = Math.min(inbound + processingTime, maxServiceTime);
      for (let outbound = 0; outbound <= latest; outbound++) {
        let cost = supplied + z * holdingCost * sd[i] * Math.sqrt(inbound + processingTime - outbound);
        for (const j of markets) cost += outbound < table[j].length ? table[j][outbound] : Infinity;
        const at = toCustomer ? outbound : inbound;
        if (cost < best[at]) best[at] = cost;
      }
    }
    if (toCustomer) for (let t = 1; t < best.length; t++) best[t] = Math.min(best[t], best[t - 1]);
    else for (let t = best.length - 2; t >= 0; t--) best[t] = Math.min(best[t], best[t + 1]);
    table[i] = best;
  }
  return table[order[order.length - 1]][0];
}

/** Longest time each node waits and promises: those of the slowest path to it. */
function longestTimes({ sites, suppliers, order }: Network): [wait: Int32Array, promise: Int32Array] {
  const wait = new Int32Array(sites.length);
  const promise = new Int32Array(sites.length);
  for (const i of order) {
    wait[i] = suppliers[i].reduce((latest, k) => Math.max(latest, promise[k]), sites[i].inboundTime);
    promise[i] = wait[i] + sites[i].processingTime;
  }
  return [wait, promise];
}

/** Every node but the last has one neighbour behind it in the order, its supplier or its customer. The last has a table by its wait. */
function leavesFirst({ sites, suppliers, customers }: Network) {
  const open = sites.map((_, i) => new Set([...suppliers[i], ...customers[i]]));
  const order = [...open.keys()].filter((i) => open[i].size <= 1);
  const towards = sites.map((): "customer" | "supplier" => "supplier");
  for (let next = 0; next < order.length; next++) {
    const i = order[next];
    for (const neighbour of open[i]) {
      if (customers[i].includes(neighbour)) towards[i] = "customer";
      open[neighbour].delete(i);
      if (open[neighbour].size === 1) order.push(neighbour);
    }
  }
  return { order, towards };
}
