import { PlanningError } from "../errors";

/** A place that holds stock after its own processing, as a planner lists it. */
export interface Site {
  readonly id: string;
  /** Whole periods from having the inputs to having the output. */
  readonly processingTime: number;
  /** Money a unit and period. */
  readonly holdingCost: number;
  /** Standard deviation a period of the demand that customers outside place here; 0 where there is none. */
  readonly demandSd: number;
  /** Longest outbound service time that customers accept; undefined where it is free. */
  readonly maxServiceTime?: number;
  /** Service time quoted by suppliers outside the network. */
  readonly inboundTime: number;
  /** Standard deviations of demand that its stock covers; undefined where it is that of the whole network. */
  readonly z?: number;
}

export interface Lane {
  readonly from: string;
  readonly to: string;
}

/** Sites and lanes by position, checked: no duplicates, no unknown site, no cycle, times whole. */
export interface Network {
  readonly sites: readonly Site[];
  readonly suppliers: readonly (readonly number[])[];
  readonly customers: readonly (readonly number[])[];
  /** Suppliers stand before their customers. */
  readonly order: readonly number[];
}

/** Longest total time a network may add up to, in periods; beyond it tables over service times would not fit. */
export const longestTime = 5000;

export function buildNetwork(sites: readonly Site[], lanes: readonly Lane[]): Network {
  if (sites.length === 0) throw fault("nodes", "nodes must hold at least one node, got none");
  const position = new Map<string, number>();
  sites.forEach((site, i) => {
    checkSite(site);
    if (position.has(site.id))
      throw fault("nodes", `node "${site.id}" must stand in nodes once, got it twice`);
    position.set(site.id, i);
  });
  const suppliers: number[][] = sites.map(() => []);
  const customers: number[][] = sites.map(() => []);
  const seen = new Set<number>();
  for (const { from, to } of lanes) {
    const ends = [from, to].map((id) => (id === "" ? "a blank" : `"${id}"`));
    if (from === "" || to === "") throw fault("lanes", `lanes must have two ends, got ${ends.join(" to ")}`);
    const [a, b] = [from, to].map((id) => {
      const found = position.get(id);
      if (found === undefined)
        throw fault("lanes", `node "${id}" of lanes must stand in nodes, got no such row`);
      return found;
    });
    const lane = a * sites.length + b;
    if (seen.has(lane))
      throw fault("lanes", `lane "${from}" to "${to}" must stand in lanes once, got it twice`);
    seen.add(lane);
    customers[a].push(b);
    suppliers[b].push(a);
  }
  const order = suppliersFirst(suppliers, customers);
  if (order.length < sites.length) {
    const names = findCycle(suppliers, new Set(order)).map((i) => sites[i].id);
    throw fault("lanes", `lanes must not run in a cycle, got ${shortened([...names, names[0]])}`);
  }
  checkLength({ sites, suppliers, customers, order });
  return { sites, suppliers, customers, order };
}

function checkSite(site: Site): void {
  const { id, processingTime, holdingCost, demandSd, maxServiceTime, inboundTime, z = 0 } = site;
  if (id === "") throw fault("nodes", "id of a node must be text, got a blank");
  const wholeTimes = [
    ["processing time", processingTime],
    ["max outbound service time", maxServiceTime ?? 0],
    ["external inbound time", inboundTime],
  ] as const;
  for (const [what, time] of wholeTimes) {
    if (!Number.isInteger(time) || time < 0)
      throw fault("nodes", `${what} of node "${id}" must be a whole number of at least 0, got ${time}`);
  }
  const amounts = [
    ["holding cost", holdingCost],
    ["sd of own demand", demandSd],
    ["z", z],
  ] as const;
  for (const [what, amount] of amounts) {
    if (!Number.isFinite(amount) || amount < 0)
      throw fault("nodes", `${what} of node "${id}" must be at least 0, got ${amount}`);
  }
}

/** Kahn's order, by position among those that are free; shorter than the list where there is a cycle. */
export function suppliersFirst(
  suppliers: readonly (readonly number[])[],
  customers: readonly (readonly number[])[],
): number[] {
  const waiting = suppliers.map((list) => list.length);
  const order: number[] = [];
  waiting.forEach((count, i) => {
    if (count === 0) order.push(i);
  });
  for (let next = 0; next < order.length; next++) {
    for (const customer of customers[order[next]]) if (--waiting[customer] === 0) order.push(customer);
  }
  return order;
}

/** A cycle among the sites that no order reaches, its first by position in front: each has a supplier that none reaches either. */
export function findCycle(suppliers: readonly (readonly number[])[], reached: ReadonlySet<number>): number[] {
  let site = suppliers.findIndex((_, i) => !reached.has(i));
  const path: number[] = [];
  while (!path.includes(site)) {
    path.push(site);
    site = suppliers[site].find((supplier) => !reached.has(supplier))!;
  }
  const cycle = path.slice(path.indexOf(site)).reverse();
  const first = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

function checkLength(network: Network): void {
  const longest = longestReplenishment(network);
  const worst = longest.findIndex((time) => time > longestTime);
  if (worst >= 0) {
    const { id } = network.sites[worst];
    throw fault(
      "nodes",
      `times up to node "${id}" must add up to at most ${longestTime}, got ${longest[worst]}`,
    );
  }
}

/** Longest time from an empty network to having the output, per site: no service time needs to be longer. */
export function longestReplenishment({ sites, suppliers, order }: Network): number[] {
  return longestTimes(sites, suppliers, order);
}

export function longestTimes(
  sites: readonly Pick<Site, "processingTime" | "inboundTime">[],
  suppliers: Network["suppliers"],
  order: readonly number[],
): number[] {
  const longest = new Array<number>(sites.length).fill(0);
  for (const i of order) {
    const { inboundTime, processingTime } = sites[i];
    longest[i] = suppliers[i].reduce((most, k) => Math.max(most, longest[k]), inboundTime) + processingTime;
  }
  return longest;
}

/** Names along a way, the middle of a long one left out. */
export function shortened(names: readonly string[]): string {
  return names.length <= 6
    ? names.join(" > ")
    : `${names.slice(0, 5).join(" > ")} > ... > ${names[names.length - 1]}`;
}

function fault(argument: "nodes" | "lanes", message: string): PlanningError {
  return new PlanningError("invalid-input", argument, message);
}
