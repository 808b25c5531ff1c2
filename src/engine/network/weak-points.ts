/** Sites by position: who supplies whom. */
export interface SupplyGraph {
  readonly suppliers: readonly number[][];
  readonly customers: readonly number[][];
}

/** For each site the places of demand that no root reaches any more without it, itself left out. */
export function cutOff(
  roots: readonly number[],
  places: readonly number[],
  customers: readonly (readonly number[])[],
): number[][] {
  const usual = reached(roots, customers);
  return customers.map((_, failed) => {
    if (!usual.has(failed)) return [];
    const left = reached(roots, customers, failed);
    return places.filter((place) => place !== failed && usual.has(place) && !left.has(place));
  });
}

/** Everything that can be reached from some sites, they included, without passing the one that failed. */
export function reached(
  from: readonly number[],
  next: readonly (readonly number[])[],
  failed = -1,
): Set<number> {
  const found = new Set(from);
  found.delete(failed);
  for (const i of found) for (const j of next[i]) if (j !== failed) found.add(j);
  return found;
}
