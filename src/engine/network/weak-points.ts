/** Sites by position: who supplies whom. */
export interface SupplyGraph {
  readonly suppliers: readonly number[][];
  readonly customers: readonly number[][];
}

/**
 * For each site the places of demand that no root reaches any more without it, itself left out: the places that it dominates. Each
 * place's dominators are read off the tree of immediate dominators (Cooper, Harvey and Kennedy 2001).
 */
export function cutOff(
  roots: readonly number[],
  places: readonly number[],
  customers: readonly (readonly number[])[],
): number[][] {
  const nearest = immediateDominators(roots, customers);
  const lost = customers.map((): number[] => []);
  for (const place of places) {
    for (let site = nearest[place]; site >= 0; site = nearest[site]) lost[site].push(place);
  }
  return lost;
}

/** Nothing but the source of all roots lies before a site, or no root reaches it. */
const none = -1;

/** The last site before each that every way from the roots to it passes. */
function immediateDominators(
  roots: readonly number[],
  customers: readonly (readonly number[])[],
): Int32Array {
  const order = lastFirst(roots, customers);
  const rank = new Int32Array(customers.length).fill(none);
  order.forEach((site, k) => (rank[site] = k));
  const before = customers.map((): number[] => []);
  for (const site of order) for (const customer of customers[site]) before[customer].push(site);
  const isRoot = new Set(roots);
  const nearest = new Int32Array(customers.length).fill(none);
  const known = new Uint8Array(customers.length);
  // Up the tree from both sites until they meet; the earlier in order is never the lower one.
  const common = (a: number, b: number) => {
    while (a !== b && a !== none && b !== none) {
      if (rank[a] > rank[b]) a = nearest[a];
      else b = nearest[b];
    }
    return a === b ? a : none;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const site of order) {
      const from = before[site].filter((one) => known[one] === 1);
      const found = isRoot.has(site) ? none : from.slice(1).reduce(common, from[0]);
      if (known[site] === 1 && found === nearest[site]) continue;
      [known[site], nearest[site]] = [1, found];
      changed = true;
    }
  }
  return nearest;
}

/** Sites that the roots reach, each before all that only it leads to: the reverse of the order in which a walk in depth leaves them. */
function lastFirst(roots: readonly number[], customers: readonly (readonly number[])[]): number[] {
  const seen = new Uint8Array(customers.length);
  const left: number[] = [];
  for (const root of roots) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const path = [{ site: root, next: 0 }];
    while (path.length > 0) {
      const step = path[path.length - 1];
      if (step.next === customers[step.site].length) {
        left.push(step.site);
        path.pop();
        continue;
      }
      const customer = customers[step.site][step.next++];
      if (seen[customer] === 1) continue;
      seen[customer] = 1;
      path.push({ site: customer, next: 0 });
    }
  }
  return left.reverse();
}

/** Everything that can be reached from some sites, they included. */
export function reached(from: readonly number[], next: readonly (readonly number[])[]): Set<number> {
  const found = new Set(from);
  for (const i of found) for (const j of next[i]) found.add(j);
  return found;
}
