import type { ProposedItem } from "./proposed-items";

/** The bounds of one site together. */
export interface SiteBounds {
  readonly location: string;
  /** Items whose safety stock is another than it would be without bounds. */
  readonly bounded: number;
  /** Carrying, money per year; negative where bounds save it at the cost of service. */
  readonly cost: number;
  /** Money in stock that the bounds add or take away. */
  readonly cash: number;
  /** Money in stock that the bounds may add without asking. */
  readonly limit: number;
  /** What they add, before what others of them free. */
  readonly used: number;
  /** The added cash is beyond what the site may decide itself. */
  readonly asks: boolean;
}

export interface Autonomy {
  readonly sites: readonly SiteBounds[];
  /** Items whose bounds no longer fit into the limit of their site, by id. */
  readonly asking: ReadonlySet<string>;
}

/** Each site spends its limit on its smallest bounds first, so that as many as possible stay its own decision; the others ask. */
export function autonomyOf(items: readonly ProposedItem[], limitOf: (location: string) => number): Autonomy {
  const bySite = new Map<string, { id: string; cash: number; cost: number }[]>();
  for (const { id, location, proposal, unitCost } of items) {
    const bounds = bySite.get(location) ?? [];
    bySite.set(location, bounds);
    const units = proposal.safetyStock - proposal.freeSafetyStock;
    if (units !== 0) bounds.push({ id, cash: units * (unitCost ?? 0), cost: proposal.boundCost ?? 0 });
  }
  const asking = new Set<string>();
  const sites = [...bySite].map(([location, bounds]): SiteBounds => {
    const limit = limitOf(location);
    let used = 0;
    for (const { id, cash } of [...bounds].sort((a, b) => a.cash - b.cash)) {
      if (cash <= 0) continue;
      used += cash;
      if (used > limit) asking.add(id);
    }
    const sum = (of: (bound: (typeof bounds)[number]) => number) =>
      bounds.reduce((total, bound) => total + of(bound), 0);
    return {
      location,
      bounded: bounds.length,
      cost: sum(({ cost }) => cost),
      cash: sum(({ cash }) => cash),
      limit,
      used,
      asks: used > limit,
    };
  });
  return { sites, asking };
}
